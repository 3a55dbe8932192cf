#include "landbridge/paths/metric.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/paths/search.hpp"
#include "support/random_graphs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Some order, good or bad.
NodeOrder any_order(const test::RandomGraph& graph, std::uint64_t seed) {
  if (seed % 3 == 0) return nested_dissection(graph.topology, {.terminals = graph.terminals});
  std::vector<NodeId> elimination;
  for (const NodeId node : graph.topology.nodes())
    if (!graph.terminals[node]) elimination.push_back(node);
  RandomStream random(seed, 5);
  for (std::size_t i = elimination.size(); i > 1; --i)
    std::swap(elimination[i - 1], elimination[random.below(i)]);
  return elimination_order(graph.topology, elimination, {.terminals = graph.terminals});
}

CostGraph cost_graph(const test::RandomGraph& graph, std::uint64_t seed) {
  return CostGraph(graph.topology, graph.costs,
                   {.parallel = seed % 2 == 0 ? ParallelArcs::distinct : ParallelArcs::collapse,
                    .terminals = graph.terminals});
}

// The cheapest paths from `source` to `target` through ranks below both, by Bellman and Ford's rounds with
// counts by number of arcs: slow, and another way than the triangles.
Shortcut slow_shortcut(const CostGraph& graph, const Hierarchy& hierarchy, NodeId source, NodeId target) {
  const Rank limit = std::min(hierarchy.rank(source), hierarchy.rank(target));
  const std::size_t n = graph.node_count();
  std::vector<std::uint64_t> best(n, CostGraph::unreachable);
  best[source.index()] = 0;
  const auto may_pass = [&](NodeId node) {
    return node == source || (!hierarchy.rank(node).is_none() && hierarchy.rank(node) < limit);
  };
  for (std::size_t round = 0; round < n; ++round)
    for (const NodeId node : graph.topology().nodes()) {
      if (best[node.index()] == CostGraph::unreachable || !may_pass(node)) continue;
      for (const CostGraph::Arc& arc : graph.outgoing(node))
        best[arc.other.index()] = std::min(best[arc.other.index()], best[node.index()] + arc.weight);
    }
  std::vector<NodeId> order(graph.topology().nodes().begin(), graph.topology().nodes().end());
  std::ranges::stable_sort(order, {}, [&](NodeId node) { return best[node.index()]; });
  std::vector<double> counts(n, 0);
  counts[source.index()] = 1;
  for (const NodeId node : order) {
    if (best[node.index()] == CostGraph::unreachable || !may_pass(node)) continue;
    for (const CostGraph::Arc& arc : graph.outgoing(node))
      if (best[node.index()] + arc.weight == best[arc.other.index()] && arc.other != source)
        counts[arc.other.index()] += counts[node.index()];
  }
  return {best[target.index()], counts[target.index()]};
}

TEST(Metric, ShortcutsAreTheCheapestPathsThroughLowerRanks) {
  std::size_t kept = 0, tied = 0, dropped = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const test::RandomGraph graph = test::random_graph(seed, 16);
    const CostGraph prepared = cost_graph(graph, seed);
    const Hierarchy hierarchy(graph.topology, any_order(graph, seed));
    const Metric metric(hierarchy, prepared);
    EXPECT_TRUE(metric.has_safe_counts());
    Search search(prepared);
    for (std::size_t at = 0; at < hierarchy.edge_count(); ++at) {
      const EdgeId edge = EdgeId::at(at);
      const NodeId lower = hierarchy.node(hierarchy.lower(edge));
      const NodeId upper = hierarchy.node(hierarchy.upper(edge));
      ASSERT_EQ(metric.up(edge), slow_shortcut(prepared, hierarchy, lower, upper)) << "graph " << seed;
      ASSERT_EQ(metric.down(edge), slow_shortcut(prepared, hierarchy, upper, lower)) << "graph " << seed;
      for (const bool up : {true, false}) {
        const Shortcut way = up ? metric.up(edge) : metric.down(edge);
        search.run(up ? lower : upper);
        const std::uint64_t distance = search.packed(up ? upper : lower);
        if (distance != CostGraph::unreachable) {
          ASSERT_LE(distance, metric.widest());
        }
        const bool keeps = way.weight == distance && distance != CostGraph::unreachable;
        ASSERT_EQ(up ? metric.keeps_up(edge) : metric.keeps_down(edge), keeps) << "graph " << seed;
        kept += keeps;
        tied += keeps && way.count > 1;
        dropped += !keeps && way.weight != CostGraph::unreachable;
      }
    }
  }
  EXPECT_GT(kept, 1000u);
  EXPECT_GT(tied, 100u);
  EXPECT_GT(dropped, 100u);
}

TEST(Metric, RecustomisingGivesTheBitsOfANewMetric) {
  std::size_t partly = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    test::RandomGraph graph = test::random_graph(seed);
    const Hierarchy hierarchy(graph.topology, any_order(graph, seed));
    Metric metric(hierarchy, cost_graph(graph, seed));
    RandomStream random(seed, 6);
    for (int change = 0; change < 5 && graph.topology.arc_count() > 0; ++change) {
      for (std::uint64_t arcs = random.below(3); arcs > 0; --arcs) {
        Cost& cost = graph.costs[ArcId::at(random.below(graph.topology.arc_count()))];
        cost = random.chance(0.2) ? Cost::closed() : Cost(static_cast<std::int64_t>(random.below(6)));
      }
      const std::size_t visited = metric.recustomise(cost_graph(graph, seed));
      partly += visited > 0 && visited < hierarchy.edge_count();
      const Metric fresh(hierarchy, cost_graph(graph, seed));
      ASSERT_EQ(metric.widest(), fresh.widest());
      ASSERT_EQ(metric.free_bits(), fresh.free_bits());
      for (std::size_t at = 0; at < hierarchy.edge_count(); ++at) {
        const EdgeId edge = EdgeId::at(at);
        ASSERT_EQ(metric.up(edge), fresh.up(edge));
        ASSERT_EQ(metric.down(edge), fresh.down(edge));
        ASSERT_EQ(metric.keeps_up(edge), fresh.keeps_up(edge));
        ASSERT_EQ(metric.keeps_down(edge), fresh.keeps_down(edge));
      }
    }
  }
  EXPECT_GT(partly, 100u);
}

TEST(Metric, AFewChangesTouchFewShortcuts) {
  const Topology topology = grid(40, 40);
  Costs costs(topology.arc_count(), Cost(10));
  const Hierarchy hierarchy(topology, nested_dissection(topology));
  Metric metric(hierarchy, CostGraph(topology, costs));
  EXPECT_EQ(metric.recustomise(CostGraph(topology, costs)), 0u);
  costs[ArcId(1500)] = Cost(11);
  const std::size_t visited = metric.recustomise(CostGraph(topology, costs));
  EXPECT_GT(visited, 0u);
  EXPECT_LT(visited, hierarchy.edge_count() / 5);
}

TEST(Metric, SaysWhenCountsLeaveTheSafeRange) {
  // The ends are eliminated last, so that edges between them stand for all paths: 10^(layers - 2) of them.
  const auto safe = [](std::uint32_t layers) {
    const Topology topology = layered(10, layers);
    const auto n = static_cast<std::uint32_t>(topology.node_count());
    std::vector<NodeId> elimination;
    for (std::uint32_t node = 10; node < n - 10; ++node) elimination.push_back(NodeId(node));
    for (std::uint32_t node = 0; node < 10; ++node) elimination.push_back(NodeId(node));
    for (std::uint32_t node = n - 10; node < n; ++node) elimination.push_back(NodeId(node));
    const Hierarchy hierarchy(topology, elimination_order(topology, elimination));
    const Costs costs(topology.arc_count(), Cost(1));
    return Metric(hierarchy, CostGraph(topology, costs)).has_safe_counts();
  };
  EXPECT_TRUE(safe(146));  // 10^144 < 2^480 < 10^145
  EXPECT_FALSE(safe(147));
  EXPECT_FALSE(safe(500));  // past the doubles
}

TEST(Metric, WantsCostsOfItsTopologyAndTerminals) {
  const Topology topology = grid(3, 3);
  const Topology other = grid(3, 3);
  const Costs costs(topology.arc_count(), Cost(1));
  const Hierarchy hierarchy(topology, nested_dissection(topology));
  EXPECT_THROW(Metric(hierarchy, CostGraph(other, costs)), ContractError);
  EXPECT_THROW(Metric(hierarchy, CostGraph(topology, costs, {.terminals = NodeMask(9, {NodeId(4)})})),
               ContractError);
}

}  // namespace
}  // namespace landbridge
