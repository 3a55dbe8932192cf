#include "landbridge/paths/astar.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/paths/search.hpp"
#include "landbridge/paths/shortest.hpp"
#include "support/random_graphs.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Admissible, and on purpose not consistent: a random part of the true remaining cost.
IdMap<NodeId, Cost> bounds_to(const CostGraph& graph, NodeId target, std::uint64_t seed) {
  Search search(graph);
  search.run(target, SearchDirection::backward);
  IdMap<NodeId, Cost> bounds(graph.node_count());
  RandomStream random(seed, 3);
  for (const NodeId node : bounds.ids()) {
    const Cost remaining = search.cost(node);
    if (graph.is_terminal(node))
      bounds[node] = Cost(0);  // the backward search passes no terminal, a path may still start at one
    else
      bounds[node] = remaining.is_closed() ? Cost::closed()
                                           : Cost(static_cast<std::int64_t>(random.below(
                                                 static_cast<std::uint64_t>(remaining.quanta()) + 1)));
  }
  return bounds;
}

TEST(AStar, EqualsDijkstraWithInconsistentBoundsOnRandomMultigraphs) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto made = test::random_graph(seed);
    const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
    for (const NodeId target : made.topology.nodes()) {
      const auto bounds = bounds_to(graph, target, seed);
      const NodeId source(static_cast<std::uint32_t>((target.value() + 1) % made.topology.node_count()));
      const auto expected = shortest_path(graph, source, target);
      const auto answer = shortest_path_astar(graph, source, target, bounds);
      ASSERT_EQ(answer.has_value(), expected.has_value());
      if (!answer) continue;
      ++found;
      ASSERT_EQ(answer->cost, expected->cost);
      ASSERT_EQ(cost_of(answer->path, made.costs), answer->cost);
      ASSERT_TRUE(is_connected(made.topology, answer->path));
    }
  }
  EXPECT_GT(found, 500u);
}

TEST(AStar, RefusesBoundsOfAnotherGraph) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 1}});
  const CostGraph graph(topology, costs);
  EXPECT_THROW(shortest_path_astar(graph, NodeId(0), NodeId(1), IdMap<NodeId, Cost>(3)), ContractError);
  EXPECT_THROW(shortest_path_astar(graph, NodeId(0), NodeId(2), IdMap<NodeId, Cost>(2)), ContractError);
}

}  // namespace
}  // namespace landbridge
