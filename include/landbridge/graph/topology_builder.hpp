// How is a multigraph put together? Node by node, arc by arc, then frozen.
#pragma once

#include "landbridge/graph/topology.hpp"

#include <cstddef>

namespace landbridge {

/// Collects nodes and arcs; `build()` freezes them. Ids are given in order of adding, from 0.
/// Throws ContractError when an arc names a node that was not added, LimitError past 2^32 - 2 of either.
class TopologyBuilder {
 public:
  explicit TopologyBuilder(std::size_t nodes = 0);

  NodeId add_node();
  /// Adds `count` nodes and returns the first.
  NodeId add_nodes(std::size_t count);
  ArcId add_arc(NodeId tail, NodeId head);
  void reserve_arcs(std::size_t arcs);

  std::size_t node_count() const noexcept { return nodes_; }
  std::size_t arc_count() const noexcept { return tails_.size(); }

  /// Complexity O(n + m). The builder is empty afterwards.
  Topology build() &&;

 private:
  std::size_t nodes_ = 0;
  IdMap<ArcId, NodeId> tails_;
  IdMap<ArcId, NodeId> heads_;
};

}  // namespace landbridge
