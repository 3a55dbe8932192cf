#include "landbridge/centrality/betweenness.hpp"
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

}  // namespace
}  // namespace landbridge::laws
