#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/centrality/closeness.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/paths/sweeps.hpp"
#include "laws/near.hpp"
#include "laws/random_graphs.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::laws {
namespace {

struct Prepared {
  Topology topology;
  Costs costs;
  CostGraphOptions options;
  explicit Prepared(const oracle::Graph& graph) : topology(topology_of(graph)), costs(costs_of(graph)) {
    options.parallel = graph.collapse ? ParallelArcs::collapse : ParallelArcs::distinct;
    options.terminals = terminals_of(graph);
  }
  CostGraph graph() const { return CostGraph(topology, costs, options); }
};

// Any order is right, if not fast.
NodeOrder drawn_order(const Prepared& prepared, std::uint64_t seed) {
  const NodeOrderOptions options{.terminals = prepared.options.terminals};
  if (seed % 2 == 0) return nested_dissection(prepared.topology, options);
  std::vector<NodeId> elimination;
  for (const NodeId node : prepared.topology.nodes())
    if (!options.terminals[node]) elimination.push_back(node);
  RandomStream random(seed, 0x6f72646572);  // "order"
  for (std::size_t i = elimination.size(); i > 1; --i)
    std::swap(elimination[i - 1], elimination[random.below(i)]);
  return elimination_order(prepared.topology, elimination, options);
}

template <class IdType>
::testing::AssertionResult all_near(const IdMap<IdType, double>& found, const IdMap<IdType, double>& exact) {
  for (const IdType id : exact.ids())
    if (!is_near(found[id], exact[id]))
      return ::testing::AssertionFailure() << id.value() << ": " << found[id] << " is not " << exact[id];
  return ::testing::AssertionSuccess();
}

TEST(EngineLaws, SweepsFindTheScoresOfSearches) {
  std::size_t scored = 0;
  for (std::uint64_t seed = 0; seed < scaled(20'000); ++seed) {
    const oracle::Graph drawn = random_graph(seed);
    const oracle::Demand demand = random_demand(drawn, seed);
    const Prepared prepared(drawn);
    const CostGraph graph = prepared.graph();
    BetweennessOptions options{.engine = Engine::search};
    if (demand != oracle::uniform_demand(drawn.nodes)) options.demand = pair_demand(demand);
    const Betweenness expected = betweenness(graph, options, {.threads = 1});
    const Hierarchy hierarchy(prepared.topology, drawn_order(prepared, seed));
    const Betweenness found = betweenness(graph, Metric(hierarchy, graph), options, {.threads = 1});
    ASSERT_EQ(found.engine.engine, Engine::hierarchy);
    ASSERT_TRUE(all_near(found.nodes, expected.nodes)) << "graph " << seed;
    ASSERT_TRUE(all_near(found.arcs, expected.arcs)) << "graph " << seed;
    ASSERT_EQ(found.served, expected.served) << "graph " << seed;
    ASSERT_EQ(found.unserved, expected.unserved) << "graph " << seed;
    ASSERT_EQ(found.sources, expected.sources) << "graph " << seed;
    for (const double score : found.nodes) scored += score > 0;
  }
  EXPECT_GT(scored, scaled(20'000));
}

TEST(EngineLaws, SweepsFindTheClosenessOfSearches) {
  for (std::uint64_t seed = 0; seed < scaled(5000); ++seed) {
    const oracle::Graph drawn = random_graph(seed);
    const Prepared prepared(drawn);
    const CostGraph graph = prepared.graph();
    const Hierarchy hierarchy(prepared.topology, drawn_order(prepared, seed));
    const Metric metric(hierarchy, graph);
    RandomStream random(seed, 7);
    std::vector<NodeId> some;
    for (const NodeId node : prepared.topology.nodes())
      if (random.chance(0.3)) some.push_back(node);
    for (const PairDemand& pairs :
         {PairDemand::uniform(), PairDemand::subset(some, std::nullopt),
          PairDemand::subset(std::nullopt, some), pair_demand(random_demand(drawn, seed))}) {
      for (const ClosenessDirection direction : {ClosenessDirection::outward, ClosenessDirection::inward}) {
        const ClosenessOptions options{.direction = direction, .pairs = pairs, .engine = Engine::search};
        const Closeness expected = closeness(graph, options, {.threads = 1});
        const Closeness found = closeness(graph, metric, options, {.threads = 1});
        ASSERT_EQ(found.closeness, expected.closeness) << "graph " << seed;
        ASSERT_EQ(found.reached, expected.reached) << "graph " << seed;
        ASSERT_EQ(found.possible, expected.possible) << "graph " << seed;
        ASSERT_EQ(found.coincident_pairs, expected.coincident_pairs) << "graph " << seed;
        ASSERT_TRUE(all_near(found.harmonic, expected.harmonic)) << "graph " << seed;
      }
    }
  }
}

TEST(EngineLaws, SweepsGiveTheSameBitsForAnyNumberOfThreads) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const oracle::Graph drawn = random_graph(seed, 30, 90);
    const Prepared prepared(drawn);
    const CostGraph graph = prepared.graph();
    const BetweennessOptions options{.demand = pair_demand(random_demand(drawn, seed)),
                                     .engine = Engine::hierarchy};
    const Betweenness expected = betweenness(graph, options, {.threads = 1});
    const Closeness expected_closeness = closeness(graph, {.engine = Engine::hierarchy}, {.threads = 1});
    for (const unsigned threads : {2u, 3u, 7u}) {
      const Betweenness found = betweenness(graph, options, {.threads = threads});
      ASSERT_EQ(found.nodes, expected.nodes);
      ASSERT_EQ(found.arcs, expected.arcs);
      ASSERT_EQ(found.served, expected.served);
      const Closeness found_closeness = closeness(graph, {.engine = Engine::hierarchy}, {.threads = threads});
      ASSERT_EQ(found_closeness.harmonic, expected_closeness.harmonic);
      ASSERT_EQ(found_closeness.closeness, expected_closeness.closeness);
    }
  }
}

// Unit costs: path counts are many, on the layers more than 1e308.
TEST(EngineLaws, BlocksWhoseCountsAreTooLargeAreSearched) {
  std::vector<Topology> topologies{layered(3, 340), grid(35, 35), grid(8, 900)};
#ifdef NDEBUG
  topologies.push_back(grid(270, 270));  // swept cell by cell: large counts show after something was added
#endif
  for (const Topology& topology : topologies) {
    const Costs costs(topology.arc_count(), Cost(1));
    const CostGraph graph(topology, costs);
    std::vector<NodeId> sources;
    const auto n = static_cast<std::uint32_t>(topology.node_count());
    for (std::uint32_t node = 0; node<n; node += n> 10'000 ? n / 50 : 7) sources.push_back(NodeId(node));
    BetweennessOptions options{.demand = PairDemand::subset(sources, std::nullopt), .engine = Engine::search};
    const Betweenness expected = betweenness(graph, options);
    options.engine = Engine::hierarchy;
    const Betweenness found = betweenness(graph, options, {.threads = 2});
    EXPECT_EQ(found.engine.engine, Engine::hierarchy);
    EXPECT_EQ(found.wide_count_sources, expected.wide_count_sources);
    EXPECT_TRUE(all_near(found.nodes, expected.nodes));
    EXPECT_TRUE(all_near(found.arcs, expected.arcs));
  }
}

}  // namespace
}  // namespace landbridge::laws
