// Which is the cheapest path from one node to another, or to all?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <optional>

namespace landbridge {

/// The cheapest paths from one source to every node.
struct ShortestPaths {
  NodeId source;
  IdMap<NodeId, Cost> costs;  ///< exact, in quanta; closed: unreachable; 0 at the source
  IdMap<NodeId, ArcId>
      entering;  ///< the last arc of one shortest path; none at the source and where unreachable
};

/// One-to-all by Dijkstra's search. Among equal paths the entering arc is the one found first, which depends
/// on the graph alone. Definition of shortest: see CostGraph. Complexity O((n + m) log n). Throws
/// ContractError when `source` is not a node of the graph.
ShortestPaths shortest_paths(const CostGraph& graph, NodeId source);

/// The path to `target` that the entering arcs describe; nothing when it is unreachable.
std::optional<CostedPath> path_to(const CostGraph& graph, const ShortestPaths& paths, NodeId target);

/// One-to-one: stops as soon as the target is settled. From a node to itself: no arcs, cost 0. Unreachable:
/// nothing. Throws ContractError when either is not a node of the graph.
std::optional<CostedPath> shortest_path(const CostGraph& graph, NodeId source, NodeId target);

}  // namespace landbridge
