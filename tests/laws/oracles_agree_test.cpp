#include "laws/random_graphs.hpp"
#include "oracle/graph.hpp"

#include <gtest/gtest.h>

namespace landbridge::laws {
namespace {

// 0 -> 1 -> 3 and 0 -> 2 -> 3, all arcs cost 1, the first of them twice.
oracle::Graph diamond(bool collapse) {
  return {4, {{0, 1, 1}, {0, 1, 1}, {1, 3, 1}, {0, 2, 1}, {2, 3, 1}}, std::vector<bool>(4), collapse};
}

TEST(Oracles, KnowADiamondByHeart) {
  for (const auto answer : {oracle::by_enumeration, oracle::by_products}) {
    const auto distinct = answer(diamond(false), oracle::uniform_demand(4));
    EXPECT_EQ(distinct.counts[0][3], 3);
    EXPECT_EQ(distinct.distances[0][3], 2);
    EXPECT_EQ(distinct.nodes[1], oracle::Rational(2, 3));
    EXPECT_EQ(distinct.nodes[2], oracle::Rational(1, 3));
    EXPECT_EQ(distinct.arcs[0], oracle::Rational(1, 2) + oracle::Rational(1, 3));
    const auto collapsed = answer(diamond(true), oracle::uniform_demand(4));
    EXPECT_EQ(collapsed.counts[0][3], 2);
    EXPECT_EQ(collapsed.counts[0][1], 1);
    EXPECT_EQ(collapsed.nodes[1], oracle::Rational(1, 2));
    EXPECT_EQ(collapsed.arcs[0], oracle::Rational(1, 2) + oracle::Rational(1, 4));
    EXPECT_EQ(collapsed.distances[3][0], std::nullopt);
  }
}

TEST(Oracles, KnowTerminalsAndFreeArcs) {
  // 0 -> 1 -> 2 free, 0 -> 2 free: the direct way has fewer free arcs. 3 lies between but is a terminal.
  const oracle::Graph graph{
      4, {{0, 1, 0}, {1, 2, 0}, {0, 2, 0}, {2, 3, 1}, {3, 1, 1}}, {false, false, false, true}, false};
  for (const auto answer : {oracle::by_enumeration, oracle::by_products}) {
    const auto found = answer(graph, oracle::uniform_demand(4));
    EXPECT_EQ(found.counts[0][2], 1);
    EXPECT_EQ(found.nodes[1], 1) << "only from 3 to 2";
    EXPECT_EQ(found.distances[2][1], std::nullopt) << "not through the terminal";
    EXPECT_EQ(found.distances[3][2], 1);
    EXPECT_EQ(found.nodes[3], 0);
  }
}

TEST(Oracles, AgreeWithOneAnotherExactly) {
  const std::uint64_t graphs = scaled(4000);
  for (std::uint64_t seed = 0; seed < graphs; ++seed) {
    const oracle::Graph graph = random_graph(seed, 2, 7);
    if (graph.arcs.size() > 26) continue;  // too many paths to list
    const oracle::Demand demand = random_demand(graph, seed);
    const auto listed = oracle::by_enumeration(graph, demand);
    const auto multiplied = oracle::by_products(graph, demand);
    ASSERT_EQ(listed.distances, multiplied.distances) << seed;
    ASSERT_EQ(listed.counts, multiplied.counts) << seed;
    ASSERT_EQ(listed.nodes, multiplied.nodes) << seed;
    ASSERT_EQ(listed.arcs, multiplied.arcs) << seed;
  }
}

}  // namespace
}  // namespace landbridge::laws
