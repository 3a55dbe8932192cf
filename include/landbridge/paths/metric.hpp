// What do a hierarchy's shortcuts cost, and how many shortest paths does each stand for?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/hierarchy.hpp"

#include <cstddef>
#include <cstdint>

namespace landbridge {

/// One way along an edge of the completion: the cheapest of the arcs between its ends in that direction and
/// of the paths through lower ranks.
struct Shortcut {
  std::uint64_t weight = CostGraph::unreachable;  ///< packed as in CostGraph
  double count = 0;  ///< of such cheapest paths: exact to 2^53, rounded above, infinite past the doubles
  friend bool operator==(const Shortcut&, const Shortcut&) = default;
};

/// A hierarchy with costs ("customised").
///
/// *Basic* pass over ascending ranks: a triangle x < y < z offers y -> x -> z to the edge y z; smaller
/// weights replace, ties add their counts. So each shortest path has exactly one form "up, then down" in
/// shortcuts: its highest node splits it, and the records towards it split each half. *Perfect* pass over
/// descending ranks: a shortcut that is dearer than the distance between its ends lies on no shortest path
/// and is not *kept*. Parallel arcs count as CostGraph's policy says. All distances and ties are exact.
///
/// Hierarchy and topology must outlive this; the CostGraph is needed to make it only. Complexity
/// O(triangles), 72 bytes an edge. Determinism: counts past 2^53 are added up in an order that depends on
/// hierarchy and costs alone. ContractError when the graph is not of the hierarchy's topology or has other
/// terminals.
class Metric {
 public:
  Metric(const Hierarchy& hierarchy, const CostGraph& graph);
  Metric(Hierarchy&&, const CostGraph&) = delete;

  /// Takes over other costs; the same bits as a new metric. Only edges that a changed arc can reach are done
  /// again, all of them when more than an eighth changed. Returns the number of shortcuts that were looked at
  /// again in the basic pass.
  std::size_t recustomise(const CostGraph& graph);

  const Hierarchy& hierarchy() const noexcept { return *hierarchy_; }
  Shortcut up(EdgeId edge) const { return ways_[edge].up; }
  Shortcut down(EdgeId edge) const { return ways_[edge].down; }
  /// Whether the way up (down) is as cheap as any path between its ends. Kept ways have finite weights.
  bool keeps_up(EdgeId edge) const {
    return ways_[edge].up.weight == distances_[edge].up && distances_[edge].up != CostGraph::unreachable;
  }
  bool keeps_down(EdgeId edge) const {
    return ways_[edge].down.weight == distances_[edge].down &&
           distances_[edge].down != CostGraph::unreachable;
  }
  std::size_t kept_count() const;

  /// Bits of the packed weights that count free arcs.
  unsigned free_bits() const noexcept { return free_bits_; }
  /// No simple path between any two nodes, terminals included, weighs more; at most `unreachable`.
  std::uint64_t widest() const noexcept { return widest_; }
  /// False when the count of a kept way passes 2^480: products and sums might leave the range of doubles.
  bool has_safe_counts() const noexcept { return safe_counts_; }

 private:
  struct Ways {
    Shortcut up;
    Shortcut down;
  };
  struct Weights {
    std::uint64_t up = CostGraph::unreachable;
    std::uint64_t down = CostGraph::unreachable;
  };
  struct Given {  // the arcs of the topology alone
    Weights weights;
    std::uint32_t ups = 0;
    std::uint32_t downs = 0;
    friend bool operator==(const Given& a, const Given& b) {
      return a.weights.up == b.weights.up && a.weights.down == b.weights.down && a.ups == b.ups &&
             a.downs == b.downs;
    }
  };

  IdMap<EdgeId, Given> given(const CostGraph& graph) const;
  static Ways ways(const Given& given);
  void take_bounds(const CostGraph& graph);
  void customise_all();
  std::size_t customise_changed(const IdMap<EdgeId, std::uint8_t>& changed);
  void find_distances();
  void check_counts();

  const Hierarchy* hierarchy_;
  IdMap<EdgeId, Given> given_;
  IdMap<EdgeId, Ways> ways_;
  IdMap<EdgeId, Weights> distances_;
  unsigned free_bits_ = 0;
  std::uint64_t widest_ = 0;
  bool safe_counts_ = true;
};

}  // namespace landbridge
