// In which order are the nodes of a small or thin graph eliminated, so that few edges are added?
#pragma once

#include "paths/separator.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace landbridge::detail {

/// What is left of a graph after all nodes with at most two neighbours have been eliminated, one after the
/// other.
struct Thinned {
  std::vector<std::uint32_t> eliminated;  ///< in order; with two neighbours: these are joined
  std::vector<std::uint32_t> kept;        ///< ascending: the nodes of `core`, in its numbering
  SimpleGraph core;
};

/// Pendant trees and chains go first: no order has fewer added edges for them. Nodes of a chain go in rounds
/// of nodes that are not neighbours, so the tree of the elimination stays shallow. O((n + m) log n).
Thinned thin_out(const SimpleGraph& graph);

/// Appends `part` to `order` by minimum degree, lower node first among equals. Neighbours outside `part`
/// count in the degrees: they are eliminated later. `local` is scratch: one entry a node, all ~0 before and
/// after. O(k^3 / 64) for k nodes and neighbours.
void order_by_degree(const SimpleGraph& graph, std::span<const std::uint32_t> part,
                     std::vector<std::uint32_t>& local, std::vector<std::uint32_t>& order);

}  // namespace landbridge::detail
