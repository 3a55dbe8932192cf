// Which shortcuts make every shortest path a way up and a way down?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/order.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landbridge {

struct EdgeTag;
/// An edge of the completion: a pair of ranks that shortcuts may join, both ways.
using EdgeId = Id<EdgeTag>;

/// The chordal completion of a topology in an elimination order: built once, whatever the arcs cost.
///
/// Each edge joins a *lower* and an *upper* rank. It carries a way *up* (lower to upper) and a way *down*;
/// each stands for the arcs of the topology between the two nodes in that direction, and for all paths
/// between them whose inner nodes rank lower than both. Edges are numbered by lower rank, then by upper rank.
/// The upper neighbours of a rank are joined with one another, and the lowest of them is its parent in the
/// elimination tree. Terminals are not in it: their arcs are left to those who search.
///
/// The topology must outlive this. Complexity O(edges log) time, 12 bytes an edge, 4 bytes an arc. LimitError
/// when the order's completion is larger than was allowed, or than 2^31 - 2 edges. Dibbelt, Strasser, Wagner
/// 2016, 10.1145/2886843.
class Hierarchy {
 public:
  Hierarchy(const Topology& topology, NodeOrder order);
  Hierarchy(Topology&&, NodeOrder) = delete;

  const Topology& topology() const noexcept { return *topology_; }
  const NodeOrder& order() const noexcept { return order_; }
  std::size_t rank_count() const noexcept { return order_.nodes.size(); }
  std::size_t edge_count() const noexcept { return uppers_.size(); }
  IdRange<Rank> ranks() const noexcept { return IdRange<Rank>::first(rank_count()); }

  Rank rank(NodeId node) const { return order_.ranks[node]; }  ///< none for a terminal
  NodeId node(Rank rank) const { return order_.nodes[rank]; }
  Rank parent(Rank rank) const { return order_.parents[rank]; }  ///< none at a root

  Rank lower(EdgeId edge) const { return lowers_[edge]; }
  Rank upper(EdgeId edge) const { return uppers_[edge]; }

  /// The edges to higher neighbours, by ascending neighbour.
  IdRange<EdgeId> edges_up(Rank rank) const {
    return {EdgeId(first_[rank.index()]), EdgeId(first_[rank.index() + 1])};
  }
  /// The edges from lower neighbours, by ascending neighbour.
  std::span<const EdgeId> edges_down(Rank rank) const {
    return std::span(lower_edges_)
        .subspan(lower_first_[rank.index()], lower_first_[rank.index() + 1] - lower_first_[rank.index()]);
  }
  /// The edge between two ranks, in either order; none when there is none. O(log degree).
  EdgeId edge_between(Rank a, Rank b) const;

  /// The edge that an arc lies on and its direction.
  struct Position {
    EdgeId edge;  ///< none for loops and arcs of terminals
    bool up = false;
  };
  Position position(ArcId arc) const {
    const std::uint32_t value = positions_[arc];
    return value == none ? Position{} : Position{EdgeId(value >> 1), (value & 1) != 0};
  }

  /// Calls `visit(lower, upper, opposite)` for each triangle whose lowest rank is `rank`: the edges to its
  /// middle and to its highest rank, and the edge between these two.
  template <class Visit>
  void for_each_triangle(Rank rank, Visit&& visit) const {
    const std::uint32_t end = first_[rank.index() + 1];
    for (std::uint32_t i = first_[rank.index()]; i < end; ++i) {
      std::uint32_t opposite = first_[uppers_[EdgeId(i)].index()];
      for (std::uint32_t j = i + 1; j < end; ++j, ++opposite) {
        const Rank highest = uppers_[EdgeId(j)];
        while (uppers_[EdgeId(opposite)] != highest) ++opposite;
        visit(EdgeId(i), EdgeId(j), EdgeId(opposite));
      }
    }
  }
  /// Calls `visit(low_edge, high_edge)` for each triangle over `edge`, by ascending third rank: the edges
  /// from it to the lower and to the upper end.
  template <class Visit>
  void for_each_triangle_below(EdgeId edge, Visit&& visit) const {
    const auto low = edges_down(lower(edge));
    const auto high = edges_down(upper(edge));
    for (std::size_t i = 0, j = 0; i < low.size() && j < high.size();) {
      const Rank a = lower(low[i]);
      const Rank b = lower(high[j]);
      if (a == b) visit(low[i], high[j]);
      i += a <= b;
      j += b <= a;
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  void complete();
  void find_positions();

  const Topology* topology_;
  NodeOrder order_;
  std::vector<std::uint32_t> first_;
  IdMap<EdgeId, Rank> uppers_;
  IdMap<EdgeId, Rank> lowers_;
  std::vector<std::uint32_t> lower_first_;
  std::vector<EdgeId> lower_edges_;
  IdMap<ArcId, std::uint32_t> positions_;  // 2 x edge + (1 for up)
};

}  // namespace landbridge
