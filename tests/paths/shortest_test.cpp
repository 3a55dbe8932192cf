#include "landbridge/paths/shortest.hpp"

#include "landbridge/base/error.hpp"
#include "support/graphs.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// The worked example of docs/methods/shortest-paths.md: 0 -> 3 costs 7 by arcs 1, 2, 3.
test::WeightedGraph example() {
  return test::graph(5, {{0, 1, 6}, {0, 2, 2}, {2, 1, 3}, {1, 3, 2}, {2, 3, 8}, {3, 3, 0}});
}

TEST(ShortestPaths, HandWorkedExample) {
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
