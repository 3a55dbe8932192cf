#include "landbridge/paths/query.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/paths/search.hpp"
#include "support/random_graphs.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(HierarchyQuery, FindsTheCostAndAPathOfThatCost) {
  std::size_t paths = 0, none = 0, long_paths = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const test::RandomGraph drawn = test::random_graph(seed);
    const CostGraph graph(drawn.topology, drawn.costs,
                          {.parallel = seed % 2 == 0 ? ParallelArcs::distinct : ParallelArcs::collapse,
                           .terminals = drawn.terminals});
    const Hierarchy hierarchy(drawn.topology,
                              nested_dissection(drawn.topology, {.terminals = drawn.terminals}));
    const Metric metric(hierarchy, graph);
    HierarchyQuery query(metric, graph);
    Search search(graph);
    for (const NodeId source : drawn.topology.nodes()) {
      search.run(source);
      for (const NodeId destination : drawn.topology.nodes()) {
        ASSERT_EQ(query.cost(source, destination), search.cost(destination)) << "graph " << seed;
        const auto found = query.path(source, destination);
        ASSERT_EQ(found.has_value(), !search.cost(destination).is_closed());
        if (!found) {
          ++none;
          continue;
        }
        ++paths;
        long_paths += found->path.arcs.size() > 3;
        ASSERT_EQ(found->cost, search.cost(destination));
        ASSERT_EQ(cost_of(found->path, drawn.costs), found->cost);
        ASSERT_EQ(found->path.source, source);
        ASSERT_TRUE(is_connected(drawn.topology, found->path));
        ASSERT_TRUE(is_simple(drawn.topology, found->path));
        ASSERT_EQ(target(drawn.topology, found->path), destination);
        const auto passed = nodes(drawn.topology, found->path);
        for (std::size_t i = 1; i + 1 < passed.size(); ++i) ASSERT_FALSE(drawn.terminals[passed[i]]);
      }
    }
  }
  EXPECT_GT(paths, 10'000u);
  EXPECT_GT(long_paths, 1000u);
  EXPECT_GT(none, 1000u);
}

TEST(HierarchyQuery, FindsPathsAcrossAGrid) {
  const Topology topology = grid(30, 30);
  Costs costs;
  RandomStream random(1, 2);
  for (std::size_t arc = 0; arc < topology.arc_count(); ++arc)
    costs.push_back(Cost(static_cast<std::int64_t>(1 + random.below(1000))));
  const CostGraph graph(topology, costs);
  const Hierarchy hierarchy(topology, nested_dissection(topology));
  const Metric metric(hierarchy, graph);
  HierarchyQuery query(metric, graph);
  Search search(graph);
  for (std::uint64_t pair = 0; pair < 200; ++pair) {
    const NodeId source = NodeId::at(random.below(900));
    const NodeId destination = NodeId::at(random.below(900));
    search.run_until(source, destination);
    const auto found = query.path(source, destination);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->cost, search.cost(destination));
    ASSERT_EQ(cost_of(found->path, costs), found->cost);
    ASSERT_EQ(target(topology, found->path), destination);
  }
}

TEST(HierarchyQuery, WantsNodesOfItsGraph) {
  const Topology topology = grid(3, 3);
  const Topology other = grid(3, 3);
  const Costs costs(topology.arc_count(), Cost(1));
  const CostGraph graph(topology, costs);
  const Hierarchy hierarchy(topology, nested_dissection(topology));
  const Metric metric(hierarchy, graph);
  HierarchyQuery query(metric, graph);
  EXPECT_THROW(query.cost(NodeId(9), NodeId(0)), ContractError);
  EXPECT_THROW(query.path(NodeId(0), NodeId(9)), ContractError);
  EXPECT_THROW(HierarchyQuery(metric, CostGraph(other, costs)), ContractError);
}

}  // namespace
}  // namespace landbridge
