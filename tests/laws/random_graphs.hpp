// Random multigraphs for the laws: loops, parallel, free and closed arcs, terminals, several components,
// ties.
#pragma once

#include "landbridge/base/random.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology_builder.hpp"
#include "landbridge/paths/cost.hpp"
#include "oracle/graph.hpp"

#include <cstdint>

namespace landbridge::laws {

/// Depends on the seed and the limits alone.
inline oracle::Graph random_graph(std::uint64_t seed, int fewest_nodes = 2, int most_nodes = 40) {
  RandomStream random(seed, 0x6c617773);  // "laws"
  const auto below = [&](int bound) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(bound)));
  };
  oracle::Graph graph;
  graph.nodes = fewest_nodes + below(most_nodes - fewest_nodes + 1);
  graph.collapse = random.chance(0.5);
  graph.terminal.assign(static_cast<std::size_t>(graph.nodes), false);

  constexpr long long dearest[] = {1, 2, 4, 10, 100, 1'000'000, 1LL << 40};
  const long long highest = dearest[below(7)];
  const double free = random.chance(0.5) ? 0.05 + 0.45 * random.uniform() : 0;
  const double closed = random.chance(0.3) ? 0.15 : 0;
  const auto add = [&](int tail, int head) {
    const long long cost =
        random.chance(free) ? 0
                            : 1 + static_cast<long long>(random.below(static_cast<std::uint64_t>(highest)));
    graph.arcs.push_back({tail, head, cost, random.chance(closed)});
  };

  const int parts = random.chance(0.3) ? 1 + below(4) : 1;  // arcs join nodes of one part only
  const auto any = [&] { return below(graph.nodes); };
  const auto mate = [&](int node) {
    for (;;)
      if (const int other = any(); other % parts == node % parts) return other;
  };
  switch (below(4)) {
    case 0:  // anything goes
      for (int arc = below(4 * graph.nodes); arc > 0; --arc) {
        const int tail = any();
        add(tail, mate(tail));
      }
      break;
    case 1: {  // a grid, each way its own cost
      const int columns = 1 + below(6);
      for (int node = 0; node < graph.nodes; ++node) {
        for (const int other : {node + 1, node + columns}) {
          if (other >= graph.nodes || (other == node + 1 && other % columns == 0)) continue;
          add(node, other);
          add(other, node);
        }
      }
      break;
    }
    case 2:  // a tree both ways, and a few arcs more
      for (int node = 1; node < graph.nodes; ++node) {
        const int parent = below(node);
        if (parent % parts != node % parts) continue;
        add(node, parent);
        add(parent, node);
      }
      for (int arc = below(graph.nodes); arc > 0; --arc) {
        const int tail = any();
        add(tail, mate(tail));
      }
      break;
    default: {  // layers with arcs forward, so that paths and ties are many, and a few back
      const int width = 1 + below(4);
      for (int node = 0; node + 1 < graph.nodes; ++node) {
        const int layer = node / width;
        for (int other = (layer + 1) * width; other < (layer + 2) * width && other < graph.nodes; ++other)
          add(node, other);
        if (random.chance(0.2)) add(node, below(node + 1));
      }
    }
  }
  if (random.chance(0.5))
    for (int copies = graph.arcs.empty() ? 0 : below(5); copies > 0; --copies) {
      const oracle::Arc arc = graph.arcs[random.below(graph.arcs.size())];
      if (random.chance(0.5))
        graph.arcs.push_back(arc);
      else
        add(arc.tail, arc.head);
    }
  if (random.chance(0.3))
    for (int loops = 1 + below(3); loops > 0; --loops) {
      const int node = any();
      add(node, node);
    }
  if (random.chance(0.4)) {
    const double share = 0.05 + 0.4 * random.uniform();
    for (int node = 0; node < graph.nodes; ++node)
      graph.terminal[static_cast<std::size_t>(node)] = random.chance(share);
  }
  return graph;
}

/// Whole amounts 0 .. 4, many of them 0; every third graph has the uniform demand.
inline oracle::Demand random_demand(const oracle::Graph& graph, std::uint64_t seed) {
  oracle::Demand demand = oracle::uniform_demand(graph.nodes);
  if (seed % 3 == 0) return demand;
  RandomStream random(seed, 0x64656d616e64);  // "demand"
  for (auto& row : demand)
    for (int& amount : row) amount = random.chance(0.5) ? 0 : static_cast<int>(random.below(5));
  return demand;
}

inline NodeId node_id(int node) {
  return NodeId(static_cast<std::uint32_t>(node));
}
inline Cost cost_of(const oracle::Arc& arc) {
  return arc.closed ? Cost::closed() : Cost(arc.cost);
}

inline Topology topology_of(const oracle::Graph& graph) {
  TopologyBuilder builder(static_cast<std::size_t>(graph.nodes));
  for (const oracle::Arc& arc : graph.arcs) builder.add_arc(node_id(arc.tail), node_id(arc.head));
  return std::move(builder).build();
}

inline Costs costs_of(const oracle::Graph& graph) {
  Costs costs;
  for (const oracle::Arc& arc : graph.arcs) costs.push_back(cost_of(arc));
  return costs;
}

inline NodeMask terminals_of(const oracle::Graph& graph) {
  NodeMask terminals(static_cast<std::size_t>(graph.nodes));
  for (int node = 0; node < graph.nodes; ++node)
    terminals.set(node_id(node), graph.terminal[static_cast<std::size_t>(node)]);
  return terminals;
}

inline ArcMask closed_arcs_of(const oracle::Graph& graph) {
  ArcMask closed(graph.arcs.size());
  for (std::size_t arc = 0; arc < graph.arcs.size(); ++arc)
    closed.set(ArcId::at(arc), graph.arcs[arc].closed);
  return closed;
}

/// The number of graphs a law is tried on: `wanted` in an optimised build, fewer where assertions make each
/// slow.
constexpr std::uint64_t scaled(std::uint64_t wanted) {
#ifdef NDEBUG
  return wanted;
#else
  return wanted * 15 / 100;
#endif
}

}  // namespace landbridge::laws
