#include "landbridge/paths/shortest.hpp"

#include "landbridge/base/error.hpp"
#include "support/graphs.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// 0 -> 3 costs 7 by arcs 1, 2, 3.
test::WeightedGraph example() {
  return test::graph(5, {{0, 1, 6}, {0, 2, 2}, {2, 1, 3}, {1, 3, 2}, {2, 3, 8}, {3, 3, 0}});
}

// The example of docs/methods/shortest-paths-and-costs.md.
TEST(ShortestPaths, ShortestPathsAndCostsHandWorkedExample) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const auto quantised = quantise(IdMap<ArcId, double>{1.254, 0.003, 0, infinite}, {0.01, "unit"});
  EXPECT_EQ(quantised.costs, (Costs{Cost(125), Cost(1), Cost(0), Cost::closed()}));
  EXPECT_NEAR(quantised.largest_error, 0.007, 1e-15);
  EXPECT_EQ(quantised.raised_arcs, 1u);
  EXPECT_EQ(quantised.free_arcs, 1u);
  EXPECT_EQ(quantised.closed_arcs, 1u);

  const auto [topology, costs] =
      test::graph(5, {{0, 1, 0}, {1, 2, 0}, {0, 2, 0}, {2, 3, 5}, {0, 3, 5}, {3, 4, 2}});
  const CostGraph graph(topology, costs);
  EXPECT_EQ(graph.free_bits(), 2u);
  for (const CostGraph::Arc& arc : graph.outgoing(NodeId(0)))
    EXPECT_EQ(arc.weight, arc.id == ArcId(4) ? 20u : 1u);
  EXPECT_EQ(shortest_paths(graph, NodeId(0)).costs,
            (IdMap<NodeId, Cost>{Cost(0), Cost(0), Cost(0), Cost(5), Cost(7)}));
  EXPECT_EQ(shortest_path(graph, NodeId(0), NodeId(2))->path.arcs, std::vector{ArcId(2)});
  EXPECT_EQ(shortest_path(graph, NodeId(0), NodeId(3))->path.arcs, std::vector{ArcId(4)});
  EXPECT_EQ(shortest_path(graph, NodeId(0), NodeId(4))->path.arcs, (std::vector{ArcId(4), ArcId(5)}));

  const CostGraph with_terminal(topology, costs, {.terminals = NodeMask(5, {NodeId(3)})});
  EXPECT_EQ(shortest_paths(with_terminal, NodeId(0)).costs,
            (IdMap<NodeId, Cost>{Cost(0), Cost(0), Cost(0), Cost(5), Cost::closed()}));
  EXPECT_EQ(shortest_paths(with_terminal, NodeId(3)).costs[NodeId(4)], Cost(2));
}

TEST(ShortestPaths, AreDescribedByTheArcsThatEnter) {
  const auto [topology, costs] = example();
  const CostGraph graph(topology, costs);
  const ShortestPaths paths = shortest_paths(graph, NodeId(0));
  EXPECT_EQ(paths.costs, (IdMap<NodeId, Cost>{Cost(0), Cost(5), Cost(2), Cost(7), Cost::closed()}));
  const auto path = path_to(graph, paths, NodeId(3));
  EXPECT_EQ(path->path.arcs, (std::vector{ArcId(1), ArcId(2), ArcId(3)}));
  EXPECT_EQ(path->cost, cost_of(path->path, costs));
  EXPECT_EQ(path_to(graph, paths, NodeId(4)), std::nullopt);
}

TEST(ShortestPath, FromANodeToItselfStays) {
  const auto [topology, costs] = example();
  const auto path = shortest_path(CostGraph(topology, costs), NodeId(3), NodeId(3));
  EXPECT_TRUE(path->path.arcs.empty());
  EXPECT_EQ(path->cost, Cost(0));
}

TEST(ShortestPath, NoWayIsAnAnswerAndABadNodeAnError) {
  const auto [topology, costs] = example();
  const CostGraph graph(topology, costs);
  EXPECT_EQ(shortest_path(graph, NodeId(3), NodeId(0)), std::nullopt);
  EXPECT_THROW(shortest_path(graph, NodeId(5), NodeId(0)), ContractError);
  EXPECT_THROW(shortest_path(graph, NodeId(0), NodeId::none()), ContractError);
  EXPECT_THROW(shortest_paths(graph, NodeId(5)), ContractError);
}

TEST(ShortestPath, NamesTheCheaperOfTwoParallelArcs) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 4}, {0, 1, 3}});
  EXPECT_EQ(shortest_path(CostGraph(topology, costs), NodeId(0), NodeId(1))->path.arcs,
            (std::vector{ArcId(1)}));
}

}  // namespace
}  // namespace landbridge
