#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/graph/boost_graph.hpp"
#include "landbridge/paths/shortest.hpp"
#include "landbridge/paths/tight_arcs.hpp"
#include "laws/near.hpp"
#include "laws/random_graphs.hpp"
#include "oracle/graph.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <gtest/gtest.h>

namespace landbridge::laws {
namespace {

// A drawn graph in the library's terms.
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

Betweenness scores(const oracle::Graph& graph, const oracle::Demand& demand) {
  const Prepared prepared(graph);
  return betweenness(prepared.graph(), {.demand = pair_demand(demand)}, {.threads = 1});
}

template <class IdType, class Exact>
::testing::AssertionResult all_near(const IdMap<IdType, double>& found, const Exact& exact) {
  if (found.size() != exact.size()) return ::testing::AssertionFailure() << "sizes differ";
  for (const IdType id : found.ids())
    if (!is_near(found[id], exact[id.index()]))
      return ::testing::AssertionFailure()
             << id.value() << ": " << found[id] << " is not " << exact[id.index()];
  return ::testing::AssertionSuccess();
}

// What the drawn graphs were like.
struct Census {
  std::size_t graphs = 0, ties = 0, free = 0, loops = 0, parallel = 0, closed = 0, terminals = 0, cut = 0;
  std::size_t collapse = 0, with_demand = 0, boost_ties = 0;

  void count(const oracle::Graph& graph, const oracle::Answer& answer, bool demand_given) {
    std::set<std::pair<int, int>> pairs;
    bool has_free = false, has_loop = false, has_parallel = false, has_closed = false;
    for (const oracle::Arc& arc : graph.arcs) {
      has_loop |= arc.tail == arc.head;
      has_closed |= arc.closed;
      has_free |= arc.cost == 0 && !arc.closed && arc.tail != arc.head;
      has_parallel |= arc.tail != arc.head && !pairs.emplace(arc.tail, arc.head).second;
    }
    const auto any = [](const auto& table, auto predicate) {
      return std::ranges::any_of(table, [&](const auto& row) { return std::ranges::any_of(row, predicate); });
    };
    ++graphs;
    free += has_free;
    loops += has_loop;
    parallel += has_parallel;
    closed += has_closed;
    ties += any(answer.counts, [](const oracle::Integer& paths) { return paths > 1; });
    cut += any(answer.distances, [](const auto& distance) { return !distance; });
    terminals += std::ranges::count(graph.terminal, true) > 0;
    collapse += graph.collapse;
    with_demand += demand_given;
  }
  void print() const {
    std::cout << graphs << " graphs: " << ties << " with ties, " << free << " with free arcs, " << loops
              << " with loops, " << parallel << " with parallel arcs, " << closed << " with closed arcs, "
              << terminals << " with terminals, " << cut << " with unconnected pairs, " << collapse
              << " collapsed, " << with_demand
              << " with a demand matrix; all by Boost.Graph too, without what it cannot do, " << boost_ties
              << " of them with shared flow\n";
  }
};

// The graph without what Boost.Graph cannot do: free and closed arcs, terminals, collapsing.
oracle::Graph for_boost(oracle::Graph graph) {
  std::erase_if(graph.arcs, [](const oracle::Arc& arc) { return arc.closed; });
  for (oracle::Arc& arc : graph.arcs) arc.cost = std::max(arc.cost, 1LL);
  graph.terminal.assign(graph.terminal.size(), false);
  graph.collapse = false;
  return graph;
}

std::pair<IdMap<NodeId, double>, IdMap<ArcId, double>> boost_scores(const oracle::Graph& graph) {
  const Topology topology = topology_of(graph);
  IdMap<ArcId, long long> weights;
  for (const oracle::Arc& arc : graph.arcs) weights.push_back(arc.cost);
  const std::size_t n = topology.node_count();
  IdMap<NodeId, double> nodes(n), dependency(n), counts(n);
  IdMap<ArcId, double> arcs(topology.arc_count());
  IdMap<NodeId, long long> distances(n);
  std::vector<std::vector<ArcId>> incoming(n);
  boost::brandes_betweenness_centrality(
      topology, property_map(nodes), property_map(arcs),
      boost::make_iterator_property_map(incoming.begin(), IdIndexMap<NodeId>{}), property_map(distances),
      property_map(dependency), property_map(counts), IdIndexMap<NodeId>{},
      property_map(std::as_const(weights)));
  return {std::move(nodes), std::move(arcs)};
}

TEST(BetweennessLaws, DistancesCountsAndScoresEqualTheSlowTwins) {
  const std::uint64_t graphs = scaled(10'000);
  Census census;
  for (std::uint64_t seed = 0; seed < graphs; ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    const oracle::Answer exact = oracle::by_products(graph, demand);
    const bool demand_given = demand != oracle::uniform_demand(graph.nodes);
    census.count(graph, exact, demand_given);

    const Prepared prepared(graph);
    const CostGraph cost_graph = prepared.graph();
    for (const NodeId source : prepared.topology.nodes()) {
      const ShortestPaths paths = shortest_paths(cost_graph, source);
      const TightArcs tight = tight_arcs(cost_graph, source);
      for (const NodeId target : prepared.topology.nodes()) {
        const auto& distance = exact.distances[source.index()][target.index()];
        const Cost expected = distance ? Cost(*distance) : Cost::closed();
        ASSERT_EQ(paths.costs[target], expected) << "graph " << seed;
        ASSERT_EQ(tight.costs[target], expected) << "graph " << seed;
        ASSERT_EQ(tight.counts[target].value(),
                  exact.counts[source.index()][target.index()].convert_to<double>())
            << "graph " << seed;
      }
    }

    BetweennessOptions options;
    if (demand_given) options.demand = pair_demand(demand);
    const Betweenness found = betweenness(cost_graph, options, {.threads = 1});
    ASSERT_TRUE(all_near(found.nodes, exact.nodes)) << "graph " << seed;
    ASSERT_TRUE(all_near(found.arcs, exact.arcs)) << "graph " << seed;

    const oracle::Graph plain = for_boost(graph);
    const Prepared prepared_plain(plain);
    const Betweenness of_plain = betweenness(prepared_plain.graph(), {}, {.threads = 1});
    const auto [nodes, arcs] = boost_scores(plain);
    for (const NodeId node : nodes.ids())
      ASSERT_NEAR(of_plain.nodes[node], nodes[node], 1e-9) << "graph " << seed;
    for (const ArcId arc : arcs.ids()) ASSERT_NEAR(of_plain.arcs[arc], arcs[arc], 1e-9) << "graph " << seed;
    census.boost_ties +=
        std::ranges::any_of(of_plain.nodes, [](double score) { return score != std::floor(score); });
  }
  census.print();
  EXPECT_EQ(census.graphs, graphs);
  EXPECT_GE(census.ties * 10, graphs * 3);
  EXPECT_GE(census.free * 10, graphs * 3);
  for (const std::size_t kind : {census.loops, census.parallel, census.closed, census.terminals, census.cut,
                                 census.collapse, census.with_demand})
    EXPECT_GE(kind * 10, graphs);
  EXPECT_GE(census.boost_ties * 10, graphs * 3);
}

TEST(BetweennessLaws, NamingNodesAndArcsOtherwiseNamesTheScoresOtherwise) {
  for (std::uint64_t seed = 0; seed < scaled(1000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    RandomStream random(seed, 1);
    const auto shuffled = [&](std::size_t size) {
      std::vector<std::size_t> order(size);
      std::iota(order.begin(), order.end(), 0u);
      for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
      return order;
    };
    const auto name = shuffled(static_cast<std::size_t>(graph.nodes));  // old node -> new node
    const auto old_arc = shuffled(graph.arcs.size());                   // new arc -> old arc
    oracle::Graph renamed = graph;
    oracle::Demand renamed_demand = demand;
    for (std::size_t v = 0; v < name.size(); ++v) {
      renamed.terminal[name[v]] = graph.terminal[v];
      for (std::size_t w = 0; w < name.size(); ++w) renamed_demand[name[v]][name[w]] = demand[v][w];
    }
    for (std::size_t arc = 0; arc < old_arc.size(); ++arc) {
      renamed.arcs[arc] = graph.arcs[old_arc[arc]];
      renamed.arcs[arc].tail =
          static_cast<int>(name[static_cast<std::size_t>(graph.arcs[old_arc[arc]].tail)]);
      renamed.arcs[arc].head =
          static_cast<int>(name[static_cast<std::size_t>(graph.arcs[old_arc[arc]].head)]);
    }
    const Betweenness before = scores(graph, demand);
    const Betweenness after = scores(renamed, renamed_demand);
    for (std::size_t v = 0; v < name.size(); ++v)
      ASSERT_TRUE(is_near(after.nodes[NodeId::at(name[v])], before.nodes[NodeId::at(v)])) << "graph " << seed;
    for (std::size_t arc = 0; arc < old_arc.size(); ++arc)
      ASSERT_TRUE(is_near(after.arcs[ArcId::at(arc)], before.arcs[ArcId::at(old_arc[arc])]))
          << "graph " << seed;
  }
}

TEST(BetweennessLaws, TurningArcsAndPairsRoundChangesNothing) {
  for (std::uint64_t seed = 0; seed < scaled(1000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    oracle::Graph turned = graph;
    for (oracle::Arc& arc : turned.arcs) std::swap(arc.tail, arc.head);
    oracle::Demand turned_demand = demand;
    for (std::size_t s = 0; s < demand.size(); ++s)
      for (std::size_t t = 0; t < demand.size(); ++t) turned_demand[t][s] = demand[s][t];
    const Betweenness before = scores(graph, demand);
    const Betweenness after = scores(turned, turned_demand);
    ASSERT_TRUE(all_near(after.nodes, before.nodes.values())) << "graph " << seed;
    ASSERT_TRUE(all_near(after.arcs, before.arcs.values())) << "graph " << seed;
  }
}

TEST(BetweennessLaws, ScalingAllCostsChangesNothing) {
  for (std::uint64_t seed = 0; seed < scaled(1000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    oracle::Graph scaled_graph = graph;
    for (oracle::Arc& arc : scaled_graph.arcs) arc.cost *= 7;
    const Betweenness before = scores(graph, demand);
    const Betweenness after = scores(scaled_graph, demand);
    ASSERT_TRUE(all_near(after.nodes, before.nodes.values())) << "graph " << seed;
    ASSERT_TRUE(all_near(after.arcs, before.arcs.values())) << "graph " << seed;
  }
}

TEST(BetweennessLaws, ClosingIsRemoving) {
  std::size_t closed_arcs = 0;
  for (std::uint64_t seed = 0; seed < scaled(2000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    oracle::Graph removed = graph;
    std::erase_if(removed.arcs, [](const oracle::Arc& arc) { return arc.closed; });
    const Betweenness closing = scores(graph, demand);
    const Betweenness removing = scores(removed, demand);
    // Another topology may have another order, which adds up in another one.
    ASSERT_TRUE(all_near(closing.nodes, removing.nodes.values())) << "graph " << seed;
    std::vector<double> open;
    for (const ArcId arc : closing.arcs.ids()) {
      if (!graph.arcs[arc.index()].closed) {
        open.push_back(closing.arcs[arc]);
        continue;
      }
      ASSERT_EQ(closing.arcs[arc], 0) << "graph " << seed;
      ++closed_arcs;
    }
    ASSERT_TRUE(all_near(removing.arcs, open)) << "graph " << seed;
  }
  EXPECT_GT(closed_arcs, scaled(2000) / 2);
}

TEST(BetweennessLaws, ADominatedArcCarriesNothingAndChangesNothing) {
  std::size_t added = 0;
  for (std::uint64_t seed = 0; seed < scaled(1000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    const Prepared prepared(graph);
    const CostGraph cost_graph = prepared.graph();
    RandomStream random(seed, 2);
    const NodeId tail = NodeId::at(random.below(prepared.topology.node_count()));
    const NodeId head = NodeId::at(random.below(prepared.topology.node_count()));
    const Cost distance = shortest_paths(cost_graph, tail).costs[head];
    if (distance.is_closed() || tail == head) continue;
    oracle::Graph larger = graph;
    larger.arcs.push_back(
        {static_cast<int>(tail.value()), static_cast<int>(head.value()), distance.quanta() + 1});
    const Betweenness before = scores(graph, demand);
    const Betweenness after = scores(larger, demand);
    ASSERT_TRUE(all_near(after.nodes, before.nodes.values())) << "graph " << seed;
    for (const ArcId arc : before.arcs.ids())
      ASSERT_TRUE(is_near(after.arcs[arc], before.arcs[arc])) << "graph " << seed;
    ASSERT_EQ(after.arcs[ArcId::at(graph.arcs.size())], 0) << "graph " << seed;
    ++added;
  }
  EXPECT_GT(added, scaled(1000) / 4);
}

TEST(BetweennessLaws, WhatFlowsIntoANodeFlowsOutOrEndsThere) {
  for (std::uint64_t seed = 0; seed < scaled(1000); ++seed) {
    const oracle::Graph graph = random_graph(seed);
    const oracle::Demand demand = random_demand(graph, seed);
    const auto distances = oracle::by_products(graph, demand).distances;
    const Betweenness found = scores(graph, demand);
    const Topology topology = topology_of(graph);
    for (const NodeId node : topology.nodes()) {
      double in = 0, out = 0, ending = 0, beginning = 0;
      for (const ArcId arc : topology.incoming(node)) in += found.arcs[arc];
      for (const ArcId arc : topology.outgoing(node)) out += found.arcs[arc];
      for (std::size_t other = 0; other < distances.size(); ++other) {
        if (other == node.index()) continue;
        if (distances[other][node.index()]) ending += demand[other][node.index()];
        if (distances[node.index()][other]) beginning += demand[node.index()][other];
      }
      ASSERT_NEAR(in, found.nodes[node] + ending, 1e-12 * (1 + in)) << "graph " << seed;
      ASSERT_NEAR(out, found.nodes[node] + beginning, 1e-12 * (1 + out)) << "graph " << seed;
    }
  }
}

TEST(BetweennessLaws, SameBitsForAnyNumberOfThreads) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Prepared prepared(random_graph(seed, 30, 40));
    const CostGraph graph = prepared.graph();
    const Betweenness expected = betweenness(graph, {}, {.threads = 1});
    for (const unsigned threads : {1u, 2u, 3u, 7u}) {
      const Betweenness found = betweenness(graph, {}, {.threads = threads});
      ASSERT_EQ(found.nodes, expected.nodes);
      ASSERT_EQ(found.arcs, expected.arcs);
    }
  }
}

}  // namespace
}  // namespace landbridge::laws
