#include "landbridge/paths/cost_graph.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/paths/shortest.hpp"
#include "support/graphs.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

constexpr std::int64_t widest = std::numeric_limits<std::int64_t>::max() - 1;  // 2^63 - 2

TEST(CostGraph, LeavesOutLoopsAndClosedArcs) {
  const auto [topology, costs] = test::graph(2, {{0, 0, 1}, {0, 1, -1}, {0, 1, 3}});
  const CostGraph graph(topology, costs);
  ASSERT_EQ(graph.outgoing(NodeId(0)).size(), 1u);
  EXPECT_EQ(graph.outgoing(NodeId(0))[0].id, ArcId(2));
  EXPECT_EQ(graph.incoming(NodeId(1))[0].other, NodeId(0));
}

TEST(CostGraph, CountsFreeArcsInAsFewBitsAsTheirHeadsNeed) {
  const auto [none, none_costs] = test::graph(2, {{0, 1, 3}});
  EXPECT_EQ(CostGraph(none, none_costs).free_bits(), 0u);
  // Free arcs: four, with the distinct heads 1, 2, 3; the loop does not count.
  const auto [topology, costs] =
      test::graph(4, {{0, 1, 0}, {0, 1, 0}, {1, 2, 0}, {2, 3, 0}, {3, 3, 0}, {0, 3, 5}});
  const CostGraph graph(topology, costs);
  EXPECT_EQ(graph.free_arc_count(), 4u);
  EXPECT_EQ(graph.free_bits(), 2u);
  EXPECT_EQ(graph.outgoing(NodeId(0))[0].weight, 1u);
  EXPECT_EQ(graph.outgoing(NodeId(0))[2].weight, 5u << 2);
}

TEST(CostGraph, EqualCostsPreferFewerFreeArcs) {
  const auto [topology, costs] = test::graph(4, {{0, 1, 0}, {1, 2, 0}, {2, 3, 5}, {0, 2, 0}});
  const auto path = shortest_path(CostGraph(topology, costs), NodeId(0), NodeId(3));
  EXPECT_EQ(path->path.arcs, (std::vector{ArcId(3), ArcId(2)}));
  EXPECT_EQ(path->cost, Cost(5));
}

TEST(CostGraph, TakesCostsUpToTheWidthAndRefusesOneMore) {
  // No free arc: B + 1 - 1 <= 2^63 - 2.
  const auto [topology, costs] = test::graph(2, {{0, 1, widest}});
  EXPECT_EQ(shortest_path(CostGraph(topology, costs), NodeId(0), NodeId(1))->cost, Cost(widest));
  const auto [wide, wide_costs] = test::graph(3, {{0, 1, widest}, {1, 2, 1}});
  EXPECT_THROW(CostGraph(wide, wide_costs), LimitError);
}

TEST(CostGraph, FreeArcsNarrowTheWidth) {
  // One free head: k = 1, (B + 1) * 2 - 1 <= 2^63 - 2, so B <= 2^62 - 2 (its double plus one is odd).
  constexpr std::int64_t most = (std::int64_t{1} << 62) - 2;
  const auto [topology, costs] = test::graph(3, {{0, 1, most}, {1, 2, 0}});
  EXPECT_EQ(shortest_path(CostGraph(topology, costs), NodeId(0), NodeId(2))->cost, Cost(most));
  const auto [wide, wide_costs] = test::graph(3, {{0, 1, most + 1}, {1, 2, 0}});
  EXPECT_THROW(CostGraph(wide, wide_costs), LimitError);
}

TEST(CostGraph, ALandmarkSavesAStronglyConnectedGraphWithOneHugeArc) {
  // The sum of the dearest entering arcs is too wide, but everything is within 3 of everything.
  const auto [topology, costs] =
      test::graph(3, {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {0, 1, widest}, {0, 2, widest}});
  const CostGraph graph(topology, costs);
  EXPECT_EQ(shortest_path(graph, NodeId(0), NodeId(2))->cost, Cost(2));
  EXPECT_EQ(graph.outgoing(NodeId(0)).size(), 1u);
  // Without a way back there is no landmark.
  const auto [open, open_costs] = test::graph(3, {{0, 1, 1}, {1, 2, 1}, {0, 1, widest}, {0, 2, widest}});
  EXPECT_THROW(CostGraph(open, open_costs), LimitError);
  // A landmark may not lean on terminals.
  EXPECT_THROW(CostGraph(topology, costs, {.terminals = NodeMask(3, {NodeId(1)})}), LimitError);
}

TEST(CostGraph, CollapseKeepsTheCheapestOfEachPairAndKnowsWhoSharesIt) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 5}, {0, 1, 3}, {0, 1, 3}, {1, 0, 3}, {0, 1, -1}});
  const CostGraph graph(topology, costs, {.parallel = ParallelArcs::collapse});
  ASSERT_EQ(graph.outgoing(NodeId(0)).size(), 1u);
  const auto sharers = graph.sharers(graph.outgoing(NodeId(0))[0].id);
  EXPECT_EQ(std::vector(sharers.begin(), sharers.end()), (std::vector{ArcId(1), ArcId(2)}));
  EXPECT_EQ(graph.sharers(ArcId(3)).size(), 1u);
}

TEST(CostGraph, RefusesCostsOfAnotherGraph) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 5}});
  EXPECT_THROW(CostGraph(topology, Costs(2)), ContractError);
  EXPECT_THROW(CostGraph(topology, Costs{Cost(-3)}), ContractError);
}

TEST(CostGraph, PacksAndUnpacksCosts) {
  const auto [topology, costs] = test::graph(3, {{0, 1, 7}, {1, 2, 0}});
  const CostGraph graph(topology, costs);
  EXPECT_EQ(graph.cost(graph.packed(Cost(7)) + 1), Cost(7));
  EXPECT_EQ(graph.packed(Cost::closed()), CostGraph::unreachable);
  EXPECT_TRUE(graph.cost(CostGraph::unreachable).is_closed());
}

}  // namespace
}  // namespace landbridge
