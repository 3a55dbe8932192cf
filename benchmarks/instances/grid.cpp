#include "instances/instances.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/graph/generate.hpp"

namespace landbridge::benchmarks {

WeightedGraph weighted_grid(std::size_t rows, std::size_t columns, std::uint64_t largest) {
  WeightedGraph graph{grid(rows, columns), {}};
  graph.costs = Costs(graph.topology.arc_count());
  RandomStream random(1, 1);
  for (const ArcId arc : graph.topology.arcs())
    graph.costs[arc] = Cost(static_cast<std::int64_t>(1 + random.below(largest)));
  return graph;
}

}  // namespace landbridge::benchmarks
