#include "landbridge/graph/path.hpp"

#include <algorithm>

namespace landbridge {

NodeId target(const Topology& topology, const Path& path) {
  return path.arcs.empty() ? path.source : topology.head(path.arcs.back());
}

std::vector<NodeId> nodes(const Topology& topology, const Path& path) {
  std::vector<NodeId> visited;
  visited.reserve(path.arcs.size() + 1);
  visited.push_back(path.source);
  for (const ArcId arc : path.arcs) visited.push_back(topology.head(arc));
  return visited;
}

bool is_connected(const Topology& topology, const Path& path) {
  NodeId at = path.source;
  for (const ArcId arc : path.arcs) {
    if (topology.tail(arc) != at) return false;
    at = topology.head(arc);
  }
  return true;
}

bool is_simple(const Topology& topology, const Path& path) {
  std::vector<NodeId> visited = nodes(topology, path);
  std::ranges::sort(visited);
  return std::ranges::adjacent_find(visited) == visited.end();
}

}  // namespace landbridge
