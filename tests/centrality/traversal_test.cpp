#include "landbridge/centrality/traversal.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/graph/topology_builder.hpp"
#include "landbridge/paths/shortest.hpp"
#include "support/random_graphs.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// 0 -> 1 -> 2 -> 3 with a second way 1 -> 4 -> 2 of the same cost.
test::WeightedGraph two_ways() {
  return test::graph(5, {{0, 1, 1}, {1, 2, 2}, {2, 3, 1}, {1, 4, 1}, {4, 2, 1}});
}

TEST(Traversal, HandWorkedExample) {
  const auto [topology, costs] = two_ways();
  // Group 0: the arcs 0->1 (level 1) and 4->2 (level 2). Demand 0-3 of 10: all use 0->1, half also 4->2.
  const auto demand = PairDemand::from_entries({{NodeId(0), NodeId(3), 10.0}, {NodeId(3), NodeId(0), 4.0}});
  const Traversal result = traversal(
      CostGraph(topology, costs), 2,
      {{ArcId(0), GroupId(0), 1}, {ArcId(4), GroupId(0), 2}, {ArcId(2), GroupId(1), 1}}, {.demand = demand});
  EXPECT_EQ(result.levels, 2u);
  EXPECT_EQ(result.at(GroupId(0), 1), 5);
  EXPECT_EQ(result.at(GroupId(0), 2), 5);
  EXPECT_EQ(result.at(GroupId(1), 1), 10);
  EXPECT_EQ(result.at(GroupId(1), 2), 0);
  EXPECT_EQ(result.served, 10);
  EXPECT_EQ(result.unserved, 4);
}

TEST(Traversal, ARouteThatUsesAGroupTwiceCountsOnce) {
  const auto [topology, costs] = test::graph(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}});
  const Traversal result =
      traversal(CostGraph(topology, costs), 1, {{ArcId(0), GroupId(0), 1}, {ArcId(2), GroupId(0), 1}});
  EXPECT_EQ(result.at(GroupId(0), 1), 5);  // all of the six pairs but 1-2
}

TEST(Traversal, OneArcAGroupIsArcBetweenness) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto made = test::random_graph(seed);
    const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
    std::vector<ArcMembership> memberships;
    for (const ArcId arc : made.topology.arcs()) memberships.push_back({arc, GroupId(arc.value()), 1});
    const Traversal result = traversal(graph, made.topology.arc_count(), memberships);
    const Betweenness expected = betweenness(graph);
    for (const ArcId arc : made.topology.arcs())
      ASSERT_NEAR(result.at(GroupId(arc.value()), 1), expected.arcs[arc], 1e-12 * (1 + expected.arcs[arc]));
    ASSERT_EQ(result.served, expected.served);
    ASSERT_EQ(result.unserved, expected.unserved);
  }
}

// The slow twin: lists every shortest path by following tight arcs and looks what it meets.
struct Enumeration {
  Topology topology;
  Costs costs;
  NodeMask terminals;
  std::map<std::pair<ArcId, std::size_t>, int> levels;
  std::size_t groups = 0;
  std::vector<std::vector<double>> amount;
  std::optional<int> fewest_free = std::nullopt;

  void pair(const CostGraph& graph, NodeId source, NodeId target, const ShortestPaths& paths) {
    if (paths.costs[target].is_closed()) return;
    std::vector<std::vector<int>> met;
    std::vector<NodeId> visited{source};
    fewest_free.reset();
    std::vector<int> none(groups, 0);
    walk(graph, source, target, paths.costs[target], Cost(0), 0, visited, none, met);
    for (const auto& path : met)
      for (std::size_t g = 0; g < groups; ++g)
        if (path[g] > 0)
          amount[g][static_cast<std::size_t>(path[g] - 1)] += 1.0 / static_cast<double>(met.size());
  }

  void walk(const CostGraph& graph, NodeId at, NodeId target, Cost goal, Cost so_far, int free,
            std::vector<NodeId>& visited, const std::vector<int>& met, std::vector<std::vector<int>>& found) {
    if (at == target) {
      if (so_far != goal || (fewest_free && free > *fewest_free)) return;
      if (!fewest_free || free < *fewest_free) found.clear();
      fewest_free = free;
      found.push_back(met);
      return;
    }
    if (terminals[at] && at != visited.front()) return;
    for (const ArcId arc : topology.outgoing(at)) {
      if (costs[arc].is_closed() || so_far + costs[arc] > goal) continue;
      const NodeId next = topology.head(arc);
      if (std::ranges::find(visited, next) != visited.end()) continue;
      std::vector<int> now = met;
      for (std::size_t g = 0; g < groups; ++g)
        if (const auto it = levels.find({arc, g}); it != levels.end()) now[g] = std::max(now[g], it->second);
      visited.push_back(next);
      walk(graph, next, target, goal, so_far + costs[arc], free + (costs[arc] == Cost(0)), visited, now,
           found);
      visited.pop_back();
    }
  }
};

TEST(Traversal, EqualsTheEnumerationOfPathsOnRandomMultigraphs) {
  double total = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto made = test::random_graph(seed, 8);
    const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
    RandomStream random(seed, 9);
    std::vector<ArcMembership> memberships;
    std::map<std::pair<ArcId, std::size_t>, int> levels;
    for (const ArcId arc : made.topology.arcs())
      for (std::size_t g = 0; g < 3; ++g)
        if (random.chance(0.3)) {
          const auto level = static_cast<std::uint8_t>(1 + random.below(4));
          memberships.push_back({arc, GroupId::at(g), level});
          levels[{arc, g}] = level;
        }
    const Traversal result = traversal(graph, 3, memberships);
    Enumeration twin{made.topology, made.costs, made.terminals,
                     levels,        3,          std::vector(3, std::vector<double>(4, 0.0))};
    for (const NodeId s : made.topology.nodes()) {
      const ShortestPaths paths = shortest_paths(graph, s);
      for (const NodeId t : made.topology.nodes())
        if (s != t) twin.pair(graph, s, t, paths);
    }
    for (std::size_t g = 0; g < 3; ++g)
      for (std::size_t level = 1; level <= result.levels; ++level) {
        const double expected = twin.amount[g][level - 1];
        ASSERT_NEAR(result.at(GroupId::at(g), level), expected, 1e-12 * (1 + expected)) << seed;
        ASSERT_EQ(result.at(GroupId::at(g), level) == 0, expected == 0);
        total += expected;
      }
  }
  EXPECT_GT(total, 1000);
}

/// Random groups at random levels; some arcs in none.
std::vector<ArcMembership> random_memberships(const Topology& topology, std::size_t groups,
                                              std::uint64_t seed) {
  RandomStream random(seed, 9);
  std::vector<ArcMembership> memberships;
  for (const ArcId arc : topology.arcs())
    for (std::size_t g = 0; g < groups; ++g)
      if (random.chance(0.2))
        memberships.push_back({arc, GroupId::at(g), static_cast<std::uint8_t>(1 + random.below(4))});
  return memberships;
}

// With a twin of each arc every path is tied with others, so nothing is walked alone; the shares stay.
TEST(Traversal, OnePathAndManyAreCountedAlike) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto made = test::random_graph(seed, 30);
    TopologyBuilder twins;
    for (std::size_t i = 0; i < made.topology.node_count(); ++i) twins.add_node();
    Costs costs;
    std::vector<ArcMembership> memberships = random_memberships(made.topology, 12, seed), doubled;
    RandomStream random(seed, 10);
    Costs dearer(made.costs.size());
    for (const ArcId arc : made.topology.arcs())  // few ties but those of the twins
      dearer[arc] =
          made.costs[arc].is_closed()
              ? Cost::closed()
              : Cost(made.costs[arc].quanta() * 1000 + static_cast<std::int64_t>(random.below(997)));
    for (const ArcId arc : made.topology.arcs())
      for (int twin = 0; twin < 2; ++twin) {
        for (const ArcMembership& member : memberships)
          if (member.arc == arc) doubled.push_back({ArcId::at(costs.size()), member.group, member.level});
        twins.add_arc(made.topology.tail(arc), made.topology.head(arc));
        costs.push_back(dearer[arc]);
      }
    const Topology topology = std::move(twins).build();
    const Traversal alone =
        traversal(CostGraph(made.topology, dearer, {.terminals = made.terminals}), 12, memberships);
    const Traversal tied = traversal(CostGraph(topology, costs, {.terminals = made.terminals}), 12, doubled);
    ASSERT_EQ(alone.served, tied.served);
    ASSERT_EQ(alone.unserved, tied.unserved);
    ASSERT_EQ(alone.amount.size(), tied.amount.size());
    for (std::size_t i = 0; i < alone.amount.size(); ++i) {
      ASSERT_NEAR(alone.amount[i], tied.amount[i], 1e-12 * (1 + tied.amount[i])) << seed;
      ASSERT_EQ(alone.amount[i] == 0, tied.amount[i] == 0);
    }
  }
}

TEST(Traversal, ASourceAtATimeGivesTheSame) {
  const auto made = test::random_graph(4, 60);
  const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
  const ArcGroups groups(made.topology, 5, random_memberships(made.topology, 5, 4));
  const PairDemand demand = PairDemand::uniform();
  TraversalCounter counter(graph, groups, demand);
  Traversal sum = counter.zero();
  for (const NodeId source : made.topology.nodes()) counter.add(source, sum);
  sum = TraversalCounter::finish(std::move(sum), demand);
  const Traversal whole = traversal(graph, groups);
  EXPECT_EQ(sum.served, whole.served);
  for (std::size_t i = 0; i < sum.amount.size(); ++i)
    EXPECT_NEAR(sum.amount[i], whole.amount[i], 1e-12 * (1 + whole.amount[i]));
  const auto other = test::random_graph(5, 61);
  EXPECT_THROW(TraversalCounter(CostGraph(other.topology, other.costs), groups, demand), ContractError);
}

TEST(Traversal, HasTheSameBitsForAnyNumberOfThreads) {
  const auto made = test::random_graph(11, 300);
  const CostGraph graph(made.topology, made.costs);
  std::vector<ArcMembership> memberships;
  for (const ArcId arc : made.topology.arcs())
    memberships.push_back({arc, GroupId(arc.value() % 20), static_cast<std::uint8_t>(1 + arc.value() % 3)});
  const Traversal one = traversal(graph, 20, memberships, {}, {.threads = 1});
  for (const unsigned threads : {2u, 3u, 7u})
    EXPECT_EQ(traversal(graph, 20, memberships, {}, {.threads = threads}).amount, one.amount);
}

TEST(Traversal, RefusesWhatIsOutOfRange) {
  const auto [topology, costs] = two_ways();
  const CostGraph graph(topology, costs);
  EXPECT_THROW(traversal(graph, 1, {{ArcId(9), GroupId(0), 1}}), ContractError);
  EXPECT_THROW(traversal(graph, 1, {{ArcId(0), GroupId(1), 1}}), ContractError);
  EXPECT_THROW(traversal(graph, 1, {{ArcId(0), GroupId(0), 0}}), ContractError);
  EXPECT_THROW(traversal(graph, 1, {{ArcId(0), GroupId(0), 1}, {ArcId(0), GroupId(0), 2}}), ContractError);
}

}  // namespace
}  // namespace landbridge
