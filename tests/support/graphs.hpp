// Small graphs written down in the test that uses them.
#pragma once

#include "landbridge/graph/topology_builder.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace landbridge::test {

struct WeightedArc {
  std::uint32_t tail;
  std::uint32_t head;
  std::int64_t cost;  ///< -1: closed
};

struct WeightedGraph {
  Topology topology;
  Costs costs;
};

inline WeightedGraph graph(std::size_t nodes, const std::vector<WeightedArc>& arcs) {
  TopologyBuilder builder(nodes);
  Costs costs;
  for (const WeightedArc& arc : arcs) {
    builder.add_arc(NodeId(arc.tail), NodeId(arc.head));
    costs.push_back(arc.cost < 0 ? Cost::closed() : Cost(arc.cost));
  }
  return {std::move(builder).build(), std::move(costs)};
}

inline WeightedGraph unit_costs(Topology topology) {
  Costs costs(topology.arc_count(), Cost(1));
  return {std::move(topology), std::move(costs)};
}

}  // namespace landbridge::test
