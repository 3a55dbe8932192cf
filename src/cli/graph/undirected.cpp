#include "cli/graph/undirected.hpp"

#include "landbridge/graph/topology_builder.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace landbridge::cli {

namespace {

// For each arc the opposite it is matched with, or none.
IdMap<ArcId, ArcId> match_opposites(const Topology& topology) {
  std::vector<ArcId> order(topology.arcs().begin(), topology.arcs().end());
  const auto ends = [&](ArcId arc) {
    const NodeId tail = topology.tail(arc);
    const NodeId head = topology.head(arc);
    return std::pair(std::min(tail, head), std::max(tail, head));
  };
  std::ranges::stable_sort(order, [&](ArcId a, ArcId b) { return ends(a) < ends(b); });
  IdMap<ArcId, ArcId> opposite(topology.arc_count(), ArcId::none());
  std::vector<ArcId> forward, backward;
  for (auto group = order.begin(); group != order.end();) {
    const auto pair = ends(*group);
    forward.clear();
    backward.clear();
    for (; group != order.end() && ends(*group) == pair; ++group)
      if (!topology.is_loop(*group))
        (topology.tail(*group) == pair.first ? forward : backward).push_back(*group);
    for (std::size_t i = 0; i < std::min(forward.size(), backward.size()); ++i) {
      opposite[forward[i]] = backward[i];
      opposite[backward[i]] = forward[i];
    }
  }
  return opposite;
}

}  // namespace

EdgeGraph undirected(const Topology& topology, const Costs& costs) {
  const IdMap<ArcId, ArcId> opposite = match_opposites(topology);
  EdgeGraph graph;
  TopologyBuilder builder(topology.node_count());
  const auto add = [&](NodeId tail, NodeId head, Cost cost, ArcId origin) {
    builder.add_arc(tail, head);
    graph.costs.push_back(cost);
    graph.origin.push_back(origin);
  };
  for (const ArcId arc : topology.arcs()) {
    const ArcId other = opposite[arc];
    if (!other.is_none() && other < arc) continue;
    const Cost cost = other.is_none() ? costs[arc] : std::min(costs[arc], costs[other]);
    add(topology.tail(arc), topology.head(arc), cost, arc);
    if (!topology.is_loop(arc)) add(topology.head(arc), topology.tail(arc), cost, arc);
  }
  graph.topology = std::move(builder).build();
  return graph;
}

}  // namespace landbridge::cli
