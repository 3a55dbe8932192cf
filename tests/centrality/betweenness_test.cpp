#include "landbridge/centrality/betweenness.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/random_graphs.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// A diamond with a tail; two equal ways from 0 to 3.
//   0 -1-> 1 -2-> 3 -1-> 4,   0 -2-> 2 -1-> 3
test::WeightedGraph diamond() {
  return test::graph(5, {{0, 1, 1}, {1, 3, 2}, {0, 2, 2}, {2, 3, 1}, {3, 4, 1}});
}

// The example of docs/methods/betweenness.md: the diamond with its first arc doubled.
TEST(Betweenness, BetweennessHandWorkedExample) {
  const auto [topology, costs] =
      test::graph(5, {{0, 1, 1}, {0, 1, 1}, {1, 3, 2}, {0, 2, 2}, {2, 3, 1}, {3, 4, 1}});
  const CostGraph graph(topology, costs);
  const auto expect_near = [](const auto& found, std::vector<double> exact) {
    ASSERT_EQ(found.size(), exact.size());
    for (const auto id : found.ids()) EXPECT_NEAR(found[id], exact[id.index()], 1e-14) << id.value();
  };
  const Betweenness distinct = betweenness(graph);
  expect_near(distinct.nodes, {0, 4.0 / 3, 2.0 / 3, 3, 0});
  expect_near(distinct.arcs, {7.0 / 6, 7.0 / 6, 10.0 / 3, 5.0 / 3, 8.0 / 3, 4});
  EXPECT_EQ(distinct.served, 9);
  const Betweenness collapsed = betweenness(CostGraph(topology, costs, {.parallel = ParallelArcs::collapse}));
  expect_near(collapsed.nodes, {0, 1, 1, 3, 0});
  expect_near(collapsed.arcs, {1, 1, 3, 2, 3, 4});
  const auto demand = PairDemand::from_entries({{NodeId(0), NodeId(4), 3.0}, {NodeId(1), NodeId(4), 2.0}});
  expect_near(betweenness(graph, {.demand = demand}).nodes, {0, 2, 1, 5, 0});
}

TEST(Betweenness, OfADiamondWithATail) {
  const auto [topology, costs] = diamond();
  const Betweenness result = betweenness(CostGraph(topology, costs));
  // Through 3: 0-4, 1-4, 2-4. Through 1: half of 0-3 and of 0-4. Through 2 likewise.
  EXPECT_EQ(result.nodes, (IdMap<NodeId, double>{0, 1, 1, 3, 0}));
  // 0->1: 0-1, half of 0-3 and 0-4; 1->3: 1-3, 1-4 and the two halves; 3->4: from 0, 1, 2, 3.
  EXPECT_EQ(result.arcs, (IdMap<ArcId, double>{2, 3, 2, 3, 4}));
  EXPECT_EQ(result.served, 9);  // all pairs forward but 1-2
  EXPECT_EQ(result.unserved, 11);
}

TEST(Betweenness, DemandWeighsPairsAndSubsetsChooseThem) {
  const auto [topology, costs] = diamond();
  const CostGraph graph(topology, costs);
  const auto weighted = betweenness(
      graph,
      {.demand = PairDemand::from_entries({{NodeId(0), NodeId(4), 6.0}, {NodeId(4), NodeId(0), 5.0}})});
  EXPECT_EQ(weighted.nodes, (IdMap<NodeId, double>{0, 3, 3, 6, 0}));
  EXPECT_EQ(weighted.served, 6);
  EXPECT_EQ(weighted.unserved, 5);
  const auto subset = betweenness(
      graph, {.demand = PairDemand::subset(std::vector{NodeId(0)}, std::vector{NodeId(3), NodeId(4)})});
  EXPECT_EQ(subset.nodes, (IdMap<NodeId, double>{0, 1, 1, 1, 0}));
}

TEST(Betweenness, ParallelArcsByBothPolicies) {
  const auto [topology, costs] =
      test::graph(4, {{0, 1, 1}, {0, 1, 1}, {0, 2, 1}, {1, 3, 1}, {2, 3, 1}, {0, 1, 2}});
  const auto distinct = betweenness(CostGraph(topology, costs));
  EXPECT_NEAR(distinct.nodes[NodeId(1)], 2.0 / 3, 1e-15);
  const auto collapsed = betweenness(CostGraph(topology, costs, {.parallel = ParallelArcs::collapse}));
  EXPECT_EQ(collapsed.nodes[NodeId(1)], 0.5);
  EXPECT_EQ(collapsed.arcs[ArcId(0)], 0.75);
  EXPECT_EQ(collapsed.arcs[ArcId(1)], 0.75);
  EXPECT_EQ(collapsed.arcs[ArcId(5)], 0);
}

TEST(Betweenness, ZeroCostCyclesNeverCount) {
  // 0 <-> 1 free both ways, then 1 -> 2: the only shortest path 0 - 2 passes 1 once.
  const auto [topology, costs] = test::graph(3, {{0, 1, 0}, {1, 0, 0}, {1, 2, 1}});
  EXPECT_EQ(betweenness(CostGraph(topology, costs)).nodes, (IdMap<NodeId, double>{0, 1, 0}));
}

void expect_finite_and_right(const Topology& topology, double total_inner) {
  Costs costs(topology.arc_count(), Cost(1));
  const Betweenness result = betweenness(CostGraph(topology, costs));
  double sum = 0;
  for (const double score : result.nodes) {
    ASSERT_TRUE(std::isfinite(score));
    ASSERT_GE(score, 0);
    sum += score;
  }
  // Every pair spreads over (distance - 1) inner nodes, whatever the number of its shortest paths.
  EXPECT_NEAR(sum / total_inner, 1, 1e-12);
}

double inner_steps(std::size_t side) {
  double steps = 0;
  const auto n = static_cast<double>(side);
  for (std::size_t d = 1; d < side; ++d) steps += 2 * (n - static_cast<double>(d)) * static_cast<double>(d);
  const double distances = 2 * steps * n * n;  // rows and columns
  return distances - n * n * (n * n - 1);
}

TEST(Betweenness, UnitGridsAreFiniteAndRight) {
  expect_finite_and_right(grid(18, 18), inner_steps(18));
  expect_finite_and_right(grid(40, 40), inner_steps(40));
#ifdef NDEBUG
  expect_finite_and_right(grid(60, 60), inner_steps(60));
#endif
}

TEST(Betweenness, LayersWithMorePathsThanDoublesCanCountAreFiniteAndRight) {
  const std::size_t layers = 330;
  const Topology topology = layered(10, layers);
  Costs costs(topology.arc_count(), Cost(1));
  const Betweenness result = betweenness(CostGraph(topology, costs));
  EXPECT_GT(result.wide_count_sources, 0u);
  for (const NodeId node : topology.nodes()) {
    // Each of the 10 nodes of a layer takes a tenth of all pairs that end on either side of it.
    const auto layer = static_cast<double>(node.index() / 10);
    const double expected = (10 * layer) * (10 * (static_cast<double>(layers) - 1 - layer)) / 10;
    ASSERT_NEAR(result.nodes[node], expected, 1e-12 * expected + 1e-300) << node.index();
  }
}

TEST(Betweenness, HasTheSameBitsForAnyNumberOfThreads) {
  const auto made = test::random_graph(5, 400);
  const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
  const Betweenness one = betweenness(graph, {}, {.threads = 1});
  for (const unsigned threads : {2u, 3u, 7u}) {
    const Betweenness more = betweenness(graph, {}, {.threads = threads});
    EXPECT_EQ(more.nodes, one.nodes);
    EXPECT_EQ(more.arcs, one.arcs);
    EXPECT_EQ(more.served, one.served);
  }
}

TEST(Betweenness, AmountsOfAnySizeGiveTheSameShares) {
  const auto [topology, costs] = diamond();
  const CostGraph graph(topology, costs);
  for (const double amount : {5e-324, 1e-310, 1e-200, 3.0, 1e200, 1.7e308}) {
    const auto result =
        betweenness(graph, {.demand = PairDemand::from_entries({{NodeId(0), NodeId(4), amount}})});
    EXPECT_EQ(result.nodes[NodeId(1)], amount / 2);
    EXPECT_EQ(result.served, amount);
  }
  const auto twice = PairDemand::from_entries({{NodeId(0), NodeId(4), 1e308}, {NodeId(0), NodeId(3), 1e308}});
  EXPECT_THROW(betweenness(graph, {.demand = twice}), LimitError);
}

TEST(Betweenness, EmptyGraphAndStop) {
  const Topology nothing;
  EXPECT_TRUE(betweenness(CostGraph(nothing, Costs())).nodes.empty());
  const auto [topology, costs] = diamond();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(betweenness(CostGraph(topology, costs), {}, {.stop = stop.get_token()}), Cancelled);
}

}  // namespace
}  // namespace landbridge
