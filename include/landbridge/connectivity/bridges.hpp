// Which single edge, which single node holds the graph together? Bridges and articulation points.
#pragma once

#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"

#include <vector>

namespace landbridge {

struct BridgesOptions {
  ArcMask closed = {};  ///< arcs taken as absent
};

/// An undirected edge whose removal parts its two ends: the arcs it is made of.
struct Bridge {
  NodeId low;      ///< the end with the lower number
  NodeId high;     ///< the other one
  ArcId forward;   ///< the arc low -> high; none if there is none
  ArcId backward;  ///< the arc high -> low; none if there is none

  friend bool operator==(const Bridge&, const Bridge&) = default;
};

/// The bridges of the underlying undirected multigraph.
///
/// Edges: between two nodes, each arc one way and one arc the other way (matched in order of their ids) are
/// one edge; an arc left over is an edge by itself. So f arcs one way and b the other are max(f, b) edges.
///
/// A bridge is an edge in no cycle: removing it raises the number of weak components. Two or more edges
/// between the same nodes are never bridges, loops never; an arc and its opposite are one edge and may be
/// one. What arcs cost and which nodes are terminals plays no part.
///
/// Order: by (low, high). Deterministic. Complexity: O(n + m log m), no recursion.
///
/// Engine: Boost.Graph's biconnected_components on the simple symmetric graph, since on a multigraph it
/// passes over every arc back to the parent of a node; the edges between two nodes are counted apart.
/// Hopcroft and Tarjan 1973, 10.1145/362248.362272.
std::vector<Bridge> bridges(const Topology& topology, const BridgesOptions& options = {});

/// The articulation points: nodes whose removal, with their arcs, parts nodes of one weak component.
///
/// Direction, loops and parallel arcs change nothing. An end of a bridge is one unless the bridge is its
/// only edge. Order: by number. Complexity, engine and reference as for bridges.
std::vector<NodeId> articulation_points(const Topology& topology, const BridgesOptions& options = {});

}  // namespace landbridge
