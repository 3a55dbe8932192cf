// Which arcs lie on some shortest path from a source, and how many shortest paths are there?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/path_count.hpp"

#include <vector>

namespace landbridge {

/// The acyclic graph of all shortest paths from one source.
struct TightArcs {
  NodeId source;
  IdMap<NodeId, Cost> costs;  ///< closed: unreachable
  IdMap<NodeId, PathCount>
      counts;  ///< shortest paths to the node: exact to 2^53, rounded above (PathCount::is_exact)
  std::vector<NodeId> order;  ///< reached nodes, tails before heads, the source first
  std::vector<ArcId>
      arcs;  ///< tight arcs, by the order of their tails; under `collapse` every sharer is listed
};

/// An arc u -> v is tight when cost(u) + cost(u -> v) = cost(v), on fewest free arcs (CostGraph's
/// definition), and u may be passed. Under `collapse` parallel sharers count as one path. Complexity O((n +
/// m) log n). Throws ContractError when `source` is not a node of the graph.
TightArcs tight_arcs(const CostGraph& graph, NodeId source);

}  // namespace landbridge
