#include "landbridge/paths/many_to_many.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/paths/search.hpp"
#include "support/random_graphs.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(ManyToMany, IsTheTableOfSingleSearches) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const test::RandomGraph drawn = test::random_graph(seed);
    const CostGraph graph(drawn.topology, drawn.costs, {.terminals = drawn.terminals});
    RandomStream random(seed, 8);
    std::vector<NodeId> sources, targets;  // some of them twice
    for (std::uint64_t i = random.below(40); i > 0; --i)
      sources.push_back(NodeId::at(random.below(drawn.topology.node_count())));
    for (std::uint64_t i = random.below(10); i > 0; --i)
      targets.push_back(NodeId::at(random.below(drawn.topology.node_count())));
    const Hierarchy hierarchy(drawn.topology,
                              nested_dissection(drawn.topology, {.terminals = drawn.terminals}));
    const CostTable swept = many_to_many(graph, Metric(hierarchy, graph), sources, targets, {.threads = 2});
    const CostTable searched = many_to_many(graph, sources, targets, {.engine = Engine::search});
    ASSERT_EQ(swept.costs, searched.costs) << "graph " << seed;
    ASSERT_EQ(swept.sources, sources);
    ASSERT_EQ(swept.targets, targets);
    ASSERT_EQ(swept.engine.engine, Engine::hierarchy);
    Search search(graph);
    for (std::size_t row = 0; row < sources.size(); ++row) {
      search.run(sources[row]);
      for (std::size_t column = 0; column < targets.size(); ++column)
        ASSERT_EQ(swept.at(row, column), search.cost(targets[column])) << "graph " << seed;
    }
  }
}

TEST(ManyToMany, ChoosesItsEngine) {
  const Topology topology = grid(40, 40);
  const Costs costs(topology.arc_count(), Cost(2));
  const CostGraph graph(topology, costs);
  const std::vector<NodeId> all(topology.nodes().begin(), topology.nodes().end());
  const CostTable large = many_to_many(graph, all, {NodeId(0), NodeId(1599)});
  EXPECT_EQ(large.engine.engine, Engine::hierarchy);
  EXPECT_EQ(large.at(1599, 0), Cost(2 * 78));
  EXPECT_EQ(large.at(1599, 1), Cost(0));
  EXPECT_EQ(many_to_many(graph, {NodeId(0)}, all).engine.engine, Engine::search);
  EXPECT_EQ(many_to_many(graph, {NodeId(0)}, all, {.engine = Engine::hierarchy}).costs,
            many_to_many(graph, {NodeId(0)}, all).costs);
  EXPECT_TRUE(many_to_many(graph, {}, all).costs.empty());
}

TEST(ManyToMany, WantsNodesOfTheGraph) {
  const Topology topology = grid(3, 3);
  const Costs costs(topology.arc_count(), Cost(1));
  const CostGraph graph(topology, costs);
  EXPECT_THROW(many_to_many(graph, {NodeId(9)}, {NodeId(0)}), ContractError);
  EXPECT_THROW(many_to_many(graph, {NodeId(0)}, {NodeId(9)}), ContractError);
}

}  // namespace
}  // namespace landbridge
