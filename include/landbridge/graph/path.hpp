// Which way? A list of arcs: in a multigraph a list of nodes would be ambiguous.
#pragma once

#include "landbridge/graph/topology.hpp"

#include <vector>

namespace landbridge {

/// A walk from `source`, arc after arc. No arcs: it stays at `source`.
struct Path {
  NodeId source;
  std::vector<ArcId> arcs;

  friend bool operator==(const Path&, const Path&) = default;
};

/// Where the path ends.
NodeId target(const Topology& topology, const Path& path);
/// The nodes in order, one more than there are arcs.
std::vector<NodeId> nodes(const Topology& topology, const Path& path);
/// True when each arc begins where the one before it ends, and the first at `source`.
bool is_connected(const Topology& topology, const Path& path);
/// True when no node is visited twice.
bool is_simple(const Topology& topology, const Path& path);

}  // namespace landbridge
