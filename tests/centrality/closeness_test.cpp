#include "landbridge/centrality/closeness.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "laws/near.hpp"
#include "laws/random_graphs.hpp"
#include "oracle/closeness.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

struct Example {
  Topology topology;
  Costs costs;
  CostGraph graph(CostGraphOptions options = {}) const { return CostGraph(topology, costs, options); }
};

Example make(std::size_t nodes, std::vector<std::tuple<unsigned, unsigned, std::int64_t>> arcs) {
  TopologyBuilder builder(nodes);
  Costs costs;
  for (auto [tail, head, cost] : arcs) {
    builder.add_arc(NodeId(tail), NodeId(head));
    costs.push_back(Cost(cost));
  }
  return {std::move(builder).build(), std::move(costs)};
}

// 0 -> 1 (2), 1 -> 2 (3), 2 -> 0 (4), 3 -> 0 (1): nothing leads to 3.
Example cycle_with_a_way_in() {
  return make(4, {{0, 1, 2}, {1, 2, 3}, {2, 0, 4}, {3, 0, 1}});
}

// The example of docs/methods/closeness.md. Distances from 0: 2, 5; from 1: 7, 3; from 2: 4, 6; from 3: 1,
// 3, 6.
TEST(Closeness, ClosenessHandWorkedExample) {
  const Example example = cycle_with_a_way_in();
  const Closeness outward = closeness(example.graph());
  EXPECT_EQ(outward.reached, (IdMap<NodeId, double>{2, 2, 2, 3}));
  EXPECT_EQ(outward.possible, (IdMap<NodeId, double>{3, 3, 3, 3}));
  EXPECT_DOUBLE_EQ(outward.closeness[NodeId(0)], 2.0 / 7 * 2 / 3);
  EXPECT_DOUBLE_EQ(outward.closeness[NodeId(1)], 2.0 / 10 * 2 / 3);
  EXPECT_DOUBLE_EQ(outward.closeness[NodeId(2)], 2.0 / 10 * 2 / 3);
  EXPECT_DOUBLE_EQ(outward.closeness[NodeId(3)], 3.0 / 10);
  const Closeness left_out = closeness(example.graph(), {.unreached = UnreachedPairs::leave_out});
  EXPECT_DOUBLE_EQ(left_out.closeness[NodeId(0)], 2.0 / 7);
  EXPECT_DOUBLE_EQ(left_out.closeness[NodeId(1)], 1.0 / 5);
  EXPECT_DOUBLE_EQ(left_out.closeness[NodeId(2)], 1.0 / 5);
  EXPECT_DOUBLE_EQ(left_out.closeness[NodeId(3)], 3.0 / 10);
  const Closeness inward = closeness(example.graph(), {.direction = ClosenessDirection::inward});
  EXPECT_DOUBLE_EQ(inward.closeness[NodeId(0)], 3.0 / 12);
  EXPECT_DOUBLE_EQ(inward.closeness[NodeId(1)], 3.0 / 11);
  EXPECT_DOUBLE_EQ(inward.closeness[NodeId(2)], 3.0 / 14);
  EXPECT_EQ(inward.closeness[NodeId(3)], 0);
}

// The example of docs/methods/harmonic.md.
TEST(Closeness, HarmonicHandWorkedExample) {
  const Example example = cycle_with_a_way_in();
  const Closeness outward = closeness(example.graph());
  EXPECT_DOUBLE_EQ(outward.harmonic[NodeId(0)], 1.0 / 2 + 1.0 / 5);
  EXPECT_DOUBLE_EQ(outward.harmonic[NodeId(1)], 1.0 / 7 + 1.0 / 3);
  EXPECT_DOUBLE_EQ(outward.harmonic[NodeId(2)], 1.0 / 4 + 1.0 / 6);
  EXPECT_DOUBLE_EQ(outward.harmonic[NodeId(3)], 1 + 1.0 / 3 + 1.0 / 6);
  const Closeness inward = closeness(example.graph(), {.direction = ClosenessDirection::inward});
  EXPECT_DOUBLE_EQ(inward.harmonic[NodeId(0)], 39.0 / 28);
  EXPECT_DOUBLE_EQ(inward.harmonic[NodeId(1)], 1);
  EXPECT_DOUBLE_EQ(inward.harmonic[NodeId(2)], 7.0 / 10);
  EXPECT_EQ(inward.harmonic[NodeId(3)], 0);
}

TEST(Closeness, PairsAtDistanceZeroAreReachedButAddNothingToHarmonic) {
  const Example free = make(3, {{0, 1, 0}, {1, 2, 5}, {2, 0, 0}});
  const Closeness found = closeness(free.graph());
  EXPECT_DOUBLE_EQ(found.closeness[NodeId(0)], 2.0 / 5);
  EXPECT_DOUBLE_EQ(found.harmonic[NodeId(0)], 1.0 / 5);
  EXPECT_EQ(found.closeness[NodeId(2)], 0) << "every other node lies at distance zero";
  EXPECT_EQ(found.reached[NodeId(2)], 2);
  EXPECT_EQ(found.coincident_pairs, 3u) << "0 1, 2 0, 2 1";
}

TEST(Closeness, TerminalsAndClosedArcsCutPairs) {
  Example line = make(3, {{0, 1, 1}, {1, 2, 1}});
  EXPECT_EQ(closeness(line.graph()).reached[NodeId(0)], 2);
  const CostGraphOptions with_terminal{.terminals = NodeMask(3, {NodeId(1)})};
  EXPECT_EQ(closeness(line.graph(with_terminal)).reached, (IdMap<NodeId, double>{1, 1, 0}));
  line.costs[ArcId(0)] = Cost::closed();
  EXPECT_EQ(closeness(line.graph()).reached, (IdMap<NodeId, double>{0, 1, 0}));
}

TEST(Closeness, OnlyThePairsAskedForCount) {
  const Example example = cycle_with_a_way_in();
  const auto to_two = PairDemand::subset({{NodeId(0), NodeId(3)}}, {{NodeId(2)}});
  const Closeness found = closeness(example.graph(), {.pairs = to_two});
  EXPECT_EQ(found.possible, (IdMap<NodeId, double>{1, 0, 0, 1}));
  EXPECT_DOUBLE_EQ(found.closeness[NodeId(3)], 1.0 / 6);
  EXPECT_EQ(found.closeness[NodeId(1)], 0);
  const auto elsewhere = PairDemand::subset({{NodeId(9)}}, {});
  EXPECT_THROW(closeness(example.graph(), {.pairs = elsewhere}), ContractError);
}

TEST(Closeness, WeightsOfAnySizeGiveTheSameScores) {
  const Example example = make(3, {{0, 1, 10}, {1, 2, 20}});
  const auto found = [&](double weight) {
    return closeness(example.graph(), {.pairs = PairDemand::from_entries({{NodeId(0), NodeId(2), weight}})});
  };
  for (const double weight : {5e-324, 1e-310, 1e-150, 1.0, 1e150, 1e307, 1.7e308}) {
    EXPECT_EQ(found(weight).closeness[NodeId(0)], 1.0 / 30) << weight;
    EXPECT_EQ(found(weight).reached[NodeId(0)], weight);
  }
  const auto twice = PairDemand::from_entries({{NodeId(0), NodeId(1), 1e308}, {NodeId(0), NodeId(2), 1e308}});
  EXPECT_THROW(closeness(example.graph(), {.pairs = twice}), LimitError);
}

TEST(Closeness, OfTinyGraphs) {
  const Example none = make(0, {});
  EXPECT_TRUE(closeness(none.graph()).closeness.empty());
  const Example one = make(1, {{0, 0, 3}});
  EXPECT_EQ(closeness(one.graph()).closeness, (IdMap<NodeId, double>{0}));
}

TEST(Closeness, EqualsTheFractionsOnRandomMultigraphs) {
  std::size_t coincident = 0, cut = 0;
  for (std::uint64_t seed = 0; seed < laws::scaled(1500); ++seed) {
    const oracle::Graph drawn = laws::random_graph(seed);
    const oracle::Demand demand = laws::random_demand(drawn, seed);
    const Example example{laws::topology_of(drawn), laws::costs_of(drawn)};
    const CostGraph graph = example.graph({.terminals = laws::terminals_of(drawn)});
    const auto answer = oracle::by_products(drawn, demand);
    for (const auto direction : {ClosenessDirection::outward, ClosenessDirection::inward}) {
      const auto exact = oracle::nearness(answer, demand, direction == ClosenessDirection::outward);
      const ClosenessOptions corrected{.direction = direction, .pairs = laws::pair_demand(demand)};
      ClosenessOptions left_out = corrected;
      left_out.unreached = UnreachedPairs::leave_out;
      const Closeness found = closeness(graph, corrected);
      const Closeness plain = closeness(graph, left_out);
      for (const NodeId node : example.topology.nodes()) {
        ASSERT_TRUE(laws::is_near(found.closeness[node], exact.wasserman_faust[node.index()])) << seed;
        ASSERT_TRUE(laws::is_near(plain.closeness[node], exact.mean_based[node.index()])) << seed;
        ASSERT_TRUE(laws::is_near(found.harmonic[node], exact.harmonic[node.index()])) << seed;
        cut += found.reached[node] < found.possible[node];
      }
      ASSERT_EQ(found.coincident_pairs, static_cast<std::size_t>(exact.coincident)) << seed;
      coincident += found.coincident_pairs;
    }
    // Inward is outward on the graph with every arc turned round.
    const Topology turned = reversed(example.topology);
    const CostGraph turned_graph(turned, example.costs, {.terminals = laws::terminals_of(drawn)});
    ASSERT_EQ(closeness(turned_graph).closeness,
              closeness(graph, {.direction = ClosenessDirection::inward}).closeness)
        << seed;
  }
  EXPECT_GT(coincident, 1000u);
  EXPECT_GT(cut, 1000u);
}

TEST(Closeness, SameBitsForAnyNumberOfThreads) {
  const Topology topology = random_multigraph(400, 1500, 1);
  Costs costs;
  for (const ArcId arc : topology.arcs()) costs.push_back(Cost(arc.value() * 7919 % 1000));
  const CostGraph graph(topology, costs);
  for (const auto direction : {ClosenessDirection::outward, ClosenessDirection::inward}) {
    const ClosenessOptions options{.direction = direction};
    const Closeness expected = closeness(graph, options, {.threads = 1});
    for (const unsigned threads : {1u, 2u, 3u, 7u}) {
      const Closeness found = closeness(graph, options, {.threads = threads});
      EXPECT_EQ(found.closeness, expected.closeness) << threads;
      EXPECT_EQ(found.harmonic, expected.harmonic) << threads;
    }
  }
}

TEST(Closeness, CanBeStopped) {
  std::stop_source source;
  source.request_stop();
  const Example example = cycle_with_a_way_in();
  EXPECT_THROW(closeness(example.graph(), {}, {.stop = source.get_token()}), Cancelled);
}

}  // namespace
}  // namespace landbridge
