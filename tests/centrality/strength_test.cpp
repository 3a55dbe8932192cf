#include "landbridge/centrality/strength.hpp"

#include "landbridge/base/error.hpp"
#include "laws/random_graphs.hpp"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

Topology make(std::size_t nodes, std::vector<std::pair<unsigned, unsigned>> arcs) {
  TopologyBuilder builder(nodes);
  for (auto [tail, head] : arcs) builder.add_arc(NodeId(tail), NodeId(head));
  return std::move(builder).build();
}

// The example of docs/methods/strength.md.
TEST(Strength, StrengthHandWorkedExample) {
  const Topology topology = make(4, {{0, 1}, {0, 1}, {1, 2}, {2, 2}, {2, 0}});
  const Costs costs{Cost(3), Cost(4), Cost(5), Cost(2), Cost::closed()};
  const Strengths found = strength(topology, costs);
  EXPECT_EQ(found.out, (IdMap<NodeId, double>{7, 5, 2, 0}));
  EXPECT_EQ(found.in, (IdMap<NodeId, double>{0, 7, 7, 0}));
  const Degrees open = degrees(topology, {.closed = ArcMask(5, {ArcId(4)})});
  EXPECT_EQ(open.out, (IdMap<NodeId, std::uint32_t>{2, 1, 1, 0}));
  EXPECT_EQ(open.in, (IdMap<NodeId, std::uint32_t>{0, 2, 2, 0}));
  const Degrees all = degrees(topology);
  EXPECT_EQ(all.out, (IdMap<NodeId, std::uint32_t>{2, 1, 2, 0}));
  EXPECT_EQ(all.in, (IdMap<NodeId, std::uint32_t>{1, 2, 2, 0}));
}

TEST(Strength, TakesAnyFiniteWeights) {
  const Topology topology = make(2, {{0, 1}, {0, 1}, {1, 0}});
  const Strengths found = strength(topology, IdMap<ArcId, double>{0.5, -2, 0});
  EXPECT_EQ(found.out, (IdMap<NodeId, double>{-1.5, 0}));
  EXPECT_EQ(found.in, (IdMap<NodeId, double>{0, -1.5}));
}

TEST(Strength, RefusesWhatCannotBeAddedUp) {
  const Topology topology = make(2, {{0, 1}});
  EXPECT_THROW(strength(topology, IdMap<ArcId, double>{}), ContractError);
  EXPECT_THROW(strength(topology, IdMap<ArcId, double>{1, 2}), ContractError);
  EXPECT_THROW(strength(topology, IdMap<ArcId, double>{std::numeric_limits<double>::infinity()}),
               ContractError);
  EXPECT_THROW(strength(topology, IdMap<ArcId, double>{std::numeric_limits<double>::quiet_NaN()}),
               ContractError);
  EXPECT_THROW(strength(topology, Costs{}), ContractError);
}

TEST(Strength, SumsOfCostsPastTheIntegerRangeAreRoundedOnlyOnce) {
  const Cost huge((std::int64_t{1} << 62) + 1);
  const Topology topology = make(2, std::vector(9, std::pair{0u, 1u}));
  const Strengths found = strength(topology, Costs(9, huge));
  EXPECT_EQ(found.out[NodeId(0)], 9 * 0x1p62)
      << "9 of them exceed 64 bits; the nine ones are below the last digit";
  // 2^53 + 1 + 1: adding doubles one by one would lose both ones.
  const Strengths exact = strength(make(2, std::vector(3, std::pair{0u, 1u})),
                                   Costs{Cost(std::int64_t{1} << 53), Cost(1), Cost(1)});
  EXPECT_EQ(exact.in[NodeId(1)], 0x1p53 + 2);
}

TEST(Strength, LawsHoldOnRandomMultigraphs) {
  for (std::uint64_t seed = 0; seed < laws::scaled(1000); ++seed) {
    const oracle::Graph graph = laws::random_graph(seed);
    const Topology topology = laws::topology_of(graph);
    const auto closed = laws::closed_arcs_of(graph);
    std::vector<long long> out(static_cast<std::size_t>(graph.nodes)), in = out, outgoing = out,
                                                                       incoming = out;
    IdMap<ArcId, double> weights;
    for (const oracle::Arc& arc : graph.arcs) {
      weights.push_back(arc.closed ? 0 : static_cast<double>(arc.cost));
      if (arc.closed) continue;
      out[static_cast<std::size_t>(arc.tail)] += arc.cost;
      in[static_cast<std::size_t>(arc.head)] += arc.cost;
      ++outgoing[static_cast<std::size_t>(arc.tail)];
      ++incoming[static_cast<std::size_t>(arc.head)];
    }
    const Strengths found = strength(topology, laws::costs_of(graph));
    const Strengths weighted = strength(topology, weights);
    const Degrees counted = degrees(topology, {.closed = closed});
    for (const NodeId node : topology.nodes()) {
      ASSERT_EQ(found.out[node], static_cast<double>(out[node.index()])) << seed;
      ASSERT_EQ(found.in[node], static_cast<double>(in[node.index()])) << seed;
      ASSERT_EQ(weighted.out[node], found.out[node]) << "whole numbers below 2^53: doubles add exactly";
      ASSERT_EQ(counted.out[node], outgoing[node.index()]) << seed;
      ASSERT_EQ(counted.in[node], incoming[node.index()]) << seed;
    }
    const Strengths turned = strength(reversed(topology), laws::costs_of(graph));
    ASSERT_EQ(turned.in, found.out);
    ASSERT_EQ(turned.out, found.in);
  }
}

}  // namespace
}  // namespace landbridge
