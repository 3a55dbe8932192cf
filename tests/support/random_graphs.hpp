// Random weighted multigraphs with everything that can go wrong: loops, parallel, free and closed arcs,
// terminals.
#pragma once

#include "landbridge/base/random.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/graph/masks.hpp"
#include "support/graphs.hpp"

namespace landbridge::test {

struct RandomGraph : WeightedGraph {
  NodeMask terminals;
};

inline RandomGraph random_graph(std::uint64_t seed, std::size_t most_nodes = 40) {
  RandomStream random(seed, 77);
  const std::size_t nodes = 2 + random.below(most_nodes - 1);
  const std::size_t arcs = random.below(4 * nodes);
  RandomGraph made{{random_multigraph(nodes, arcs, seed), Costs(arcs)}, NodeMask(nodes)};
  const std::uint64_t largest = random.chance(0.6) ? 3 : 1000;
  const double free = random.chance(0.5) ? 0.25 : 0;
  const double closed = random.chance(0.3) ? 0.1 : 0;
  for (Cost& cost : made.costs)
    cost = random.chance(closed) ? Cost::closed()
           : random.chance(free) ? Cost(0)
                                 : Cost(static_cast<std::int64_t>(1 + random.below(largest)));
  const double terminal = random.chance(0.3) ? 0.2 : 0;
  for (const NodeId node : made.topology.nodes())
    if (random.chance(terminal)) made.terminals.set(node);
  return made;
}

}  // namespace landbridge::test
