// Which nodes are joined by which arcs? An immutable directed multigraph.
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/id_map.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace landbridge {

struct NodeTag;
struct ArcTag;
using NodeId = Id<NodeTag>;
using ArcId = Id<ArcTag>;

/// An immutable directed multigraph: nodes 0 .. n-1, arcs 0 .. m-1 in the order in which they were added.
///
/// Loops and parallel arcs are kept as themselves: each arc has its own id, so two arcs between the same
/// nodes differ. Attributes (costs, names) live outside, in `IdMap<NodeId, T>` and `IdMap<ArcId, T>`. Shape:
/// compressed rows in both directions, 4 bytes x (2 n + 4 m). Copying copies, moving is O(1). Determinism:
/// `outgoing` and `incoming` list arcs by ascending id. Limits: at most 2^32 - 2 nodes and 2^32 - 2 arcs
/// (TopologyBuilder throws LimitError).
class Topology {
 public:
  Topology() = default;

  std::size_t node_count() const noexcept { return out_first_.size() - 1; }
  std::size_t arc_count() const noexcept { return tails_.size(); }
  IdRange<NodeId> nodes() const noexcept { return IdRange<NodeId>::first(node_count()); }
  IdRange<ArcId> arcs() const noexcept { return IdRange<ArcId>::first(arc_count()); }

  NodeId tail(ArcId arc) const { return tails_[arc]; }
  NodeId head(ArcId arc) const { return heads_[arc]; }
  bool is_loop(ArcId arc) const { return tail(arc) == head(arc); }

  /// Arcs that leave `node`, by ascending id; a loop is among them once.
  std::span<const ArcId> outgoing(NodeId node) const { return row(out_first_, out_arcs_, node); }
  /// Arcs that enter `node`, by ascending id; a loop is among them once.
  std::span<const ArcId> incoming(NodeId node) const { return row(in_first_, in_arcs_, node); }

  const IdMap<ArcId, NodeId>& tails() const noexcept { return tails_; }
  const IdMap<ArcId, NodeId>& heads() const noexcept { return heads_; }

  friend bool operator==(const Topology& a, const Topology& b) {
    return a.node_count() == b.node_count() && a.tails_ == b.tails_ && a.heads_ == b.heads_;
  }

 private:
  friend class TopologyBuilder;
  Topology(std::size_t nodes, IdMap<ArcId, NodeId> tails, IdMap<ArcId, NodeId> heads);

  static std::span<const ArcId> row(const std::vector<std::uint32_t>& first, const std::vector<ArcId>& arcs,
                                    NodeId node) {
    return std::span(arcs).subspan(first[node.index()], first[node.index() + 1] - first[node.index()]);
  }

  IdMap<ArcId, NodeId> tails_;
  IdMap<ArcId, NodeId> heads_;
  std::vector<std::uint32_t> out_first_{0};
  std::vector<ArcId> out_arcs_;
  std::vector<std::uint32_t> in_first_{0};
  std::vector<ArcId> in_arcs_;
};

/// The same nodes and arcs, each arc turned round; ids stay.
Topology reversed(const Topology& topology);

}  // namespace landbridge
