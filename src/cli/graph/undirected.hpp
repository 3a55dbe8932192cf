// Which undirected graph does a directed one stand for?
#pragma once

#include "landbridge/graph/topology.hpp"
#include "landbridge/paths/cost.hpp"

namespace landbridge::cli {

/// Edges, each given as two arcs of equal cost, one each way; a loop as one.
struct EdgeGraph {
  Topology topology;
  Costs costs;
  IdMap<ArcId, ArcId>
      origin;  ///< of each arc: the arc of the directed graph that its edge is known by, the first of its two
};

/// Makes one edge of each arc and, where there is one, its opposite: the i-th arc u -> v with the i-th arc v
/// -> u, the cheaper cost kept; an arc left over is an edge by itself, and so is a loop. Edges stand in the
/// order of their first arcs, each as two arcs in a row: in the direction of the first, then against it.
/// Complexity O(m log m).
EdgeGraph undirected(const Topology& topology, const Costs& costs);

}  // namespace landbridge::cli
