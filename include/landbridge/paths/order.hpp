// In which order are nodes eliminated, so that few shortcuts arise?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace landbridge {

/// The node at a rank of an elimination order: 0 goes first.
struct RankTag;
using Rank = Id<RankTag>;

/// An elimination order, its tree, and what it costs.
///
/// Eliminating a node joins all its neighbours that are still there. The graph with all edges that arise is
/// the *completion*; the *parent* of a node is the first of its later neighbours there (none at a root).
/// Ranks are a post-order of that tree: the nodes below a node are those just before it. Loops, directions
/// and parallel arcs do not matter. Terminals are not in the order.
struct NodeOrder {
  IdMap<NodeId, Rank> ranks;    ///< none for terminals
  IdMap<Rank, NodeId> nodes;    ///< the inverse
  IdMap<Rank, Rank> parents;    ///< a parent ranks above its children
  std::uint64_t edges = 0;      ///< of the completion; a lower bound when `exceeded`
  std::uint64_t triangles = 0;  ///< of the completion; a lower bound when `exceeded`
  bool exceeded = false;        ///< counting stopped at the limit
  std::string hash = {};        ///< of the ranks, 16 hexadecimal digits: for provenance
};

struct NodeOrderOptions {
  /// Nodes left out: they may begin or end a path but not be passed. Shorter than the graph: the rest are in.
  NodeMask terminals = {};
  /// Edges of the completion past which counting stops and the order is marked as exceeded.
  std::uint64_t most_edges = std::uint64_t{1} << 31;
};

/// Nested dissection: the nodes that cut the graph in two come last, then those that cut each half, and so
/// on. Pendant trees and chains are eliminated before that, small pieces by minimum degree. George
/// 1973, 10.1137/0710032; for shortest paths Bauer, Columbus, Rutter, Wagner 2016, 10.1016/j.tcs.2016.07.003.
///
/// Determinism: depends on the topology and the terminals alone, not on names of threads, seeds or what else
/// the process does; parallel arcs, loops and the order of arcs change nothing. Complexity O(m log^2 n) on
/// graphs that can be cut, and O(edges) for counting. Cancelled when stopped.
NodeOrder nested_dissection(const Topology& topology, const NodeOrderOptions& options = {},
                            const Run& run = {});

/// The order given, its ranks made a post-order of its tree, which changes neither completion nor tree.
/// ContractError unless `elimination` names each node that is not a terminal once.
NodeOrder elimination_order(const Topology& topology, std::span<const NodeId> elimination,
                            const NodeOrderOptions& options = {});

}  // namespace landbridge
