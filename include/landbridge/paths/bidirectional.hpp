// Which is the cheapest path between two nodes, found from both ends at once?
#pragma once

#include "landbridge/graph/heap.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <optional>

namespace landbridge {

/// Bidirectional search (Pohl 1971; stopping rule of Nicholson 1966, 10.1093/comjnl/9.3.275): a query that
/// keeps its memory, one object a thread. Same answer cost as `shortest_path`; among equal paths it may name
/// another. A terminal is a meeting point only where it is the source or the target. Complexity O((n + m) log
/// n) at worst; on road-like graphs it settles about half of the nodes of a one-sided search.
class BidirectionalSearch {
 public:
  /// The graph must outlive this.
  explicit BidirectionalSearch(const CostGraph& graph);
  explicit BidirectionalSearch(CostGraph&&) = delete;

  /// From a node to itself: no arcs, cost 0. Unreachable: nothing. ContractError when either is not a node.
  std::optional<CostedPath> operator()(NodeId source, NodeId target);

 private:
  struct Side {
    IdMap<NodeId, std::uint64_t> distances;
    IdMap<NodeId, ArcId> through;  // the arc by which the node was reached
    IndexedHeap<std::uint64_t, NodeId> heap;
    std::vector<NodeId> touched;
    NodeId start;
  };

  void reset(Side& side, NodeId start);
  void expand(Side& side, const Side& other, bool forward);
  CostedPath join() const;

  const CostGraph* graph_;
  Side from_source_;
  Side from_target_;
  std::uint64_t best_ = CostGraph::unreachable;
  NodeId meeting_;
};

}  // namespace landbridge
