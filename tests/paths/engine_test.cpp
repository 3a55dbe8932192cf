#include "landbridge/paths/engine.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/graphs.hpp"

#include <stop_token>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Engine, HasAName) {
  EXPECT_EQ(name(Engine::automatic), "auto");
  EXPECT_EQ(name(Engine::hierarchy), "hierarchy");
  EXPECT_EQ(name(Engine::search), "search");
}

TEST(Engine, TakesTheCheaper) {
  const test::WeightedGraph roads = test::unit_costs(grid(40, 40));
  const CostGraph graph(roads.topology, roads.costs);
  const PreparedEngine all = prepare_engine(graph, {.engine = Engine::automatic, .sources = 1600});
  EXPECT_EQ(all.used.engine, Engine::hierarchy);
  EXPECT_EQ(all.used.order_hash, all.hierarchy->order().hash);
  ASSERT_TRUE(all.metric);
  EXPECT_EQ(&all.metric->hierarchy(), all.hierarchy.get());

  const PreparedEngine few = prepare_engine(graph, {.engine = Engine::automatic, .sources = 3});
  EXPECT_EQ(few.used.engine, Engine::search);
  EXPECT_EQ(few.used.reason, "too few sources to pay for a hierarchy");
  EXPECT_FALSE(few.metric);
  EXPECT_TRUE(few.used.order_hash.empty());

  const test::WeightedGraph thicket = test::unit_costs(random_multigraph(1500, 15'000, 4));
  const PreparedEngine dense = prepare_engine(CostGraph(thicket.topology, thicket.costs),
                                              {.engine = Engine::automatic, .sources = 100});
  EXPECT_EQ(dense.used.engine, Engine::search);
  EXPECT_EQ(dense.used.reason, "the completion of the graph is too dense for a hierarchy");
}

TEST(Engine, DoesAsAsked) {
  const test::WeightedGraph roads = test::unit_costs(grid(10, 10));
  const CostGraph graph(roads.topology, roads.costs);
  EXPECT_EQ(prepare_engine(graph, {.engine = Engine::search, .sources = 1'000'000}).used.reason, "as asked");
  EXPECT_EQ(prepare_engine(graph, {.engine = Engine::search, .sources = 1'000'000}).used.engine,
            Engine::search);
  EXPECT_EQ(prepare_engine(graph, {.engine = Engine::hierarchy, .sources = 1}).used.engine,
            Engine::hierarchy);
  EXPECT_EQ(prepare_engine(graph, {.engine = Engine::hierarchy, .sources = 1}).used.reason, "as asked");
}

TEST(Engine, SearchesWhereAShortcutStandsForTooManyPaths) {
  // Two ends of many layers, of which the inner ones are eliminated first whatever the order.
  const std::size_t layers = 700;
  TopologyBuilder builder(2 * layers);
  for (std::size_t at = 0; at + 1 < layers; ++at)
    for (std::size_t copy = 0; copy < 4; ++copy) builder.add_arc(NodeId::at(at), NodeId::at(at + 1));
  builder.add_arc(NodeId::at(layers - 1), NodeId(0));
  const test::WeightedGraph chain = test::unit_costs(std::move(builder).build());
  const CostGraph graph(chain.topology, chain.costs);
  const PreparedEngine prepared = prepare_engine(graph, {.engine = Engine::hierarchy, .sources = 700});
  EXPECT_EQ(prepared.used.engine, Engine::search);
  EXPECT_EQ(prepared.used.reason, "a shortcut stands for more than 2^480 shortest paths");
  EXPECT_EQ(prepare_engine(graph, {.engine = Engine::hierarchy, .sources = 700, .counts = false}).used.engine,
            Engine::hierarchy);
}

TEST(Engine, CostsGrowWithSourcesAndEdges) {
  const test::WeightedGraph roads = test::unit_costs(grid(30, 30));
  const CostGraph graph(roads.topology, roads.costs);
  const NodeOrder order = nested_dissection(roads.topology);
  const auto asked = [](std::size_t sources, bool counts = true) {
    return EngineRequest{.sources = sources, .counts = counts};
  };
  EXPECT_LT(engine_costs(graph, asked(10)).searches, engine_costs(graph, asked(20)).searches);
  EXPECT_EQ(engine_costs(graph, asked(10)).order, engine_costs(graph, asked(20)).order);
  EXPECT_LT(engine_costs(graph, asked(16), order).sweeps, engine_costs(graph, asked(17), order).sweeps);
  EXPECT_EQ(engine_costs(graph, asked(17), order).sweeps, engine_costs(graph, asked(32), order).sweeps);
  EXPECT_LT(engine_costs(graph, asked(16, false), order).sweeps,
            engine_costs(graph, asked(16), order).sweeps);
  EXPECT_LT(most_useful_edges(graph, asked(1)), most_useful_edges(graph, asked(16)));
  EXPECT_LT(most_useful_edges(graph, asked(16)), most_useful_edges(graph, asked(16, false)));
}

TEST(Engine, CanBeStopped) {
  const test::WeightedGraph roads = test::unit_costs(grid(40, 40));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(prepare_engine(CostGraph(roads.topology, roads.costs),
                              {.engine = Engine::hierarchy, .sources = 1600}, {.stop = stop.get_token()}),
               Cancelled);
}

}  // namespace
}  // namespace landbridge
