#include "landbridge/connectivity/bridges.hpp"

#include "landbridge/graph/boost_graph.hpp"
#include "landbridge/graph/topology_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <boost/graph/biconnected_components.hpp>

namespace landbridge {

namespace {

// All arcs between two different nodes.
struct Pair {
  Bridge bridge;  // with the first arc of each direction
  std::size_t forward = 0;
  std::size_t backward = 0;
};

std::vector<Pair> joined_pairs(const Topology& topology, const ArcMask& closed) {
  std::vector<ArcId> arcs;
  for (const ArcId arc : topology.arcs())
    if (!closed[arc] && !topology.is_loop(arc)) arcs.push_back(arc);
  const auto ends = [&](ArcId arc) { return std::minmax({topology.tail(arc), topology.head(arc)}); };
  std::ranges::stable_sort(arcs, {}, ends);
  std::vector<Pair> pairs;
  for (const ArcId arc : arcs) {
    const auto [low, high] = ends(arc);
    if (pairs.empty() || pairs.back().bridge.low != low || pairs.back().bridge.high != high)
      pairs.push_back({.bridge = {low, high, {}, {}}});
    Pair& pair = pairs.back();
    const bool is_forward = topology.tail(arc) == low;
    ArcId& first = is_forward ? pair.bridge.forward : pair.bridge.backward;
    if (first.is_none()) first = arc;
    ++(is_forward ? pair.forward : pair.backward);
  }
  return pairs;
}

// One arc each way for each pair: arcs 2 i and 2 i + 1 belong to pair i.
Topology symmetric(const Topology& topology, const std::vector<Pair>& pairs) {
  TopologyBuilder builder(topology.node_count());
  builder.reserve_arcs(2 * pairs.size());
  for (const Pair& pair : pairs) {
    builder.add_arc(pair.bridge.low, pair.bridge.high);
    builder.add_arc(pair.bridge.high, pair.bridge.low);
  }
  return std::move(builder).build();
}

}  // namespace

std::vector<Bridge> bridges(const Topology& topology, const BridgesOptions& options) {
  const std::vector<Pair> pairs = joined_pairs(topology, options.closed);
  const Topology simple = symmetric(topology, pairs);
  constexpr auto no_block = static_cast<std::size_t>(-1);
  IdMap<ArcId, std::size_t> block(simple.arc_count(),
                                  no_block);  // Boost names one of the two arcs of each pair
  const std::size_t blocks = boost::biconnected_components(simple, property_map(block));
  std::vector<std::size_t> edges_in(blocks, 0);
  const auto block_of = [&](std::size_t pair) {
    const std::size_t named = block[ArcId::at(2 * pair)];
    return named != no_block ? named : block[ArcId::at(2 * pair + 1)];
  };
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) ++edges_in[block_of(pair)];
  std::vector<Bridge> found;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair)
    if (edges_in[block_of(pair)] == 1 && std::max(pairs[pair].forward, pairs[pair].backward) == 1)
      found.push_back(pairs[pair].bridge);
  return found;
}

std::vector<NodeId> articulation_points(const Topology& topology, const BridgesOptions& options) {
  const Topology simple = symmetric(topology, joined_pairs(topology, options.closed));
  std::vector<NodeId> points;
  boost::articulation_points(simple, std::back_inserter(points));
  std::ranges::sort(points);
  return points;
}

}  // namespace landbridge
