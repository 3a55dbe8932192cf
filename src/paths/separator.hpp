// Which few nodes cut a graph into two halves?
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landbridge::detail {

/// An undirected graph without loops and parallel edges, each edge listed at both ends.
struct SimpleGraph {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> neighbours;

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size() - 1); }
  std::span<const std::uint32_t> row(std::uint32_t node) const {
    return std::span(neighbours).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// Where a node stands: no edge joins left and right.
enum class Side : std::uint8_t { left, right, separator };

/// A small node separator with at most about three fifths of the nodes on either side, where there is one.
///
/// Multilevel: heavy edges are contracted until about a hundred nodes are left, the small graph is cut by
/// growing regions from drawn seeds, and the cut is refined by Fiduccia and Mattheyses's moves at each level
/// on the way back (Karypis and Kumar 1998, 10.1137/S1064827595287997; Fiduccia and Mattheyses
/// 1982, 10.1145/800263.809204). Depends on the graph and the key alone: whole numbers throughout, its own
/// random stream. On a graph that cannot be cut a side may be empty. O(m log n) where coarsening halves.
std::vector<Side> find_separator(const SimpleGraph& graph, std::uint64_t key);

}  // namespace landbridge::detail
