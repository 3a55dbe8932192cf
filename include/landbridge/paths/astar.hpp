// Which is the cheapest path to a target when lower bounds of what remains are known?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <optional>

namespace landbridge {

/// A* (Hart, Nilsson, Raphael 1968, 10.1109/TSSC.1968.300136).
///
/// `lower_bounds[v]` must not exceed the cost from v to `target`; closed: the target cannot be reached from
/// v. Bounds that are not consistent (bound(u) > cost(u,v) + bound(v)) are allowed and cost repeated work,
/// never a wrong answer. Bounds of zero everywhere make it Dijkstra's search. Same answer cost as
/// `shortest_path`. Throws ContractError when `lower_bounds` has another size than the graph has nodes, or an
/// end is not a node.
std::optional<CostedPath> shortest_path_astar(const CostGraph& graph, NodeId source, NodeId target,
                                              IdSpan<NodeId, const Cost> lower_bounds);

}  // namespace landbridge
