#include "landbridge/paths/sweeps.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/random_graphs.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

struct Prepared {
  test::RandomGraph drawn;
  CostGraph graph;
  Hierarchy hierarchy;
  Metric metric;
  explicit Prepared(test::RandomGraph given)
      : drawn(std::move(given)),
        graph(drawn.topology, drawn.costs, {.terminals = drawn.terminals}),
        hierarchy(drawn.topology, nested_dissection(drawn.topology, {.terminals = drawn.terminals})),
        metric(hierarchy, graph) {}
  Prepared(const Prepared&) = delete;

  // Blocks of up to sixteen, as they come.
  std::vector<std::vector<NodeId>> blocks(const Sweeps& sweeps) const {
    std::vector<NodeId> sources(drawn.topology.nodes().begin(), drawn.topology.nodes().end());
    sweeps.sort(sources);
    std::vector<std::vector<NodeId>> result;
    for (std::size_t begin = 0; begin < sources.size(); begin += sweep_lanes)
      result.emplace_back(
          sources.begin() + static_cast<std::ptrdiff_t>(begin),
          sources.begin() + static_cast<std::ptrdiff_t>(std::min(begin + sweep_lanes, sources.size())));
    return result;
  }
};

test::RandomGraph large(std::uint64_t seed) {
  test::RandomGraph graph{{grid(90, 80), {}}, NodeMask(0)};
  RandomStream random(seed, 9);
  for (std::size_t arc = 0; arc < graph.topology.arc_count(); ++arc)
    graph.costs.push_back(random.chance(0.05)   ? Cost(0)
                          : random.chance(0.05) ? Cost::closed()
                                                : Cost(static_cast<std::int64_t>(1 + random.below(6))));
  return graph;
}

// docs/methods/hierarchy.md
TEST(Sweeps, WorkedByHand) {
  const Topology topology = grid(2, 3);
  const Costs costs(topology.arc_count(), Cost(1));
  const CostGraph graph(topology, costs);
  const std::vector<NodeId> elimination{NodeId(0), NodeId(3), NodeId(2), NodeId(5), NodeId(1), NodeId(4)};
  const Hierarchy hierarchy(topology, elimination_order(topology, elimination));
  for (std::uint32_t rank = 0; rank < 6; ++rank) ASSERT_EQ(hierarchy.node(Rank(rank)), elimination[rank]);
  const auto edge = [&](std::uint32_t a, std::uint32_t b) {
    return hierarchy.edge_between(hierarchy.rank(NodeId(a)), hierarchy.rank(NodeId(b)));
  };
  EXPECT_EQ(hierarchy.edge_count(), 9u);  // seven of the grid and two
  const Metric metric(hierarchy, graph);
  for (const EdgeId arisen : {edge(3, 1), edge(5, 1)}) {
    EXPECT_EQ(metric.up(arisen), (Shortcut{2, 1}));
    EXPECT_EQ(metric.down(arisen), (Shortcut{2, 1}));
    EXPECT_TRUE(metric.keeps_up(arisen));
  }
  const Sweeps sweeps(metric, graph);
  SweepWorker worker(sweeps);
  const std::vector<NodeId> source{NodeId(0)};
  FlowSums sums = sweeps.flow_sums();
  ASSERT_TRUE(worker.add_flows(source, PairDemand::uniform(), 1, sums));
  const std::vector<double> before_unpacking{0, 5.0 / 6, 0, 0, 13.0 / 6, 2.0 / 3};  // by rank
  for (std::size_t rank = 0; rank < 6; ++rank) EXPECT_DOUBLE_EQ(sums.through[rank], before_unpacking[rank]);
  IdMap<NodeId, double> nodes(6, 0.0);
  IdMap<ArcId, double> arcs(topology.arc_count(), 0.0);
  sweeps.unpack(sums, nodes, arcs);
  const std::vector<double> scores{0, 13.0 / 6, 1.0 / 3, 5.0 / 6, 2.0 / 3, 0};
  for (const NodeId node : nodes.ids()) EXPECT_DOUBLE_EQ(nodes[node], scores[node.index()]);
  EXPECT_EQ(nodes[NodeId(0)], 0);
  EXPECT_EQ(nodes[NodeId(5)], 0);
  EXPECT_EQ(sums.served, 5);
}

TEST(Sweeps, DistancesAreThoseOfSearches) {
  std::size_t far = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Prepared prepared(test::random_graph(seed));
    Search search(prepared.graph);
    for (const SearchDirection direction : {SearchDirection::forward, SearchDirection::backward}) {
      for (const bool wide : {false, true}) {
        const Sweeps sweeps(prepared.metric, prepared.graph, {.direction = direction, .wide = wide});
        ASSERT_EQ(sweeps.lane_bits(), wide ? 64u : 32u);
        SweepWorker worker(sweeps);
        for (const auto& block : prepared.blocks(sweeps)) {
          worker.find_distances(block);
          const auto tally = worker.tally(block);
          for (std::size_t lane = 0; lane < block.size(); ++lane) {
            search.run(block[lane], direction);
            DistanceTally expected;
            for (const NodeId target : prepared.drawn.topology.nodes()) {
              ASSERT_EQ(worker.packed(lane, target), search.packed(target)) << "graph " << seed;
              const Cost cost = search.cost(target);
              far += cost.is_closed();
              if (target == block[lane] || cost.is_closed()) continue;
              const auto value = static_cast<double>(cost.quanta());
              expected.reached += 1;
              expected.distance += value;
              expected.harmonic += value > 0 ? 1 / value : 0;
              expected.coincident += value == 0;
            }
            ASSERT_EQ(tally[lane].reached, expected.reached);
            ASSERT_EQ(tally[lane].distance, expected.distance);
            ASSERT_EQ(tally[lane].coincident, expected.coincident);
            ASSERT_NEAR(tally[lane].harmonic, expected.harmonic, 1e-12 * expected.harmonic);
          }
        }
      }
    }
  }
  EXPECT_GT(far, 1000u);
}

TEST(Sweeps, NamedTargetsAloneAreFound) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Prepared prepared(test::random_graph(seed));
    RandomStream random(seed, 3);
    std::vector<NodeId> targets;
    for (int i = 0; i < 5; ++i)
      targets.push_back(NodeId::at(random.below(prepared.drawn.topology.node_count())));
    const Sweeps sweeps(prepared.metric, prepared.graph, {.targets = targets});
    SweepWorker worker(sweeps);
    Search search(prepared.graph);
    for (const auto& block : prepared.blocks(sweeps)) {
      worker.find_distances(block);
      for (std::size_t lane = 0; lane < block.size(); ++lane) {
        search.run(block[lane]);
        for (const NodeId target : targets) ASSERT_EQ(worker.packed(lane, target), search.packed(target));
      }
    }
  }
}

TEST(Sweeps, EveryLaneCodeGivesTheSameBits) {
  std::size_t compared = 0;
  const auto compare = [&](const Prepared& prepared, bool wide) {
    std::vector<FlowSums> sums;
    std::vector<double> harmonic;
    for (const LaneCode code : {LaneCode::portable, LaneCode::avx2, LaneCode::avx512}) {
      if (!has_lane_code(code)) continue;
      const Sweeps sweeps(prepared.metric, prepared.graph, {.code = code, .wide = wide});
      EXPECT_EQ(sweeps.code(), code);
      SweepWorker worker(sweeps);
      sums.push_back(sweeps.flow_sums());
      double total = 0;
      std::size_t left = 12;
      for (const auto& block : prepared.blocks(sweeps)) {
        if (left-- == 0) break;
        ASSERT_TRUE(worker.add_flows(block, PairDemand::uniform(), 1, sums.back()));
        for (const DistanceTally& tally : worker.tally(block)) total += tally.harmonic;
      }
      harmonic.push_back(total);
    }
    for (std::size_t i = 1; i < sums.size(); ++i) {
      ++compared;
      EXPECT_EQ(sums[i].up, sums[0].up);
      EXPECT_EQ(sums[i].down, sums[0].down);
      EXPECT_EQ(sums[i].through, sums[0].through);
      EXPECT_EQ(sums[i].access, sums[0].access);
      EXPECT_EQ(sums[i].served, sums[0].served);
      EXPECT_EQ(harmonic[i], harmonic[0]);
    }
  };
  for (std::uint64_t seed = 0; seed < 100; ++seed) compare(Prepared(test::random_graph(seed)), seed % 2 == 0);
  compare(Prepared(large(1)), false);
  compare(Prepared(large(1)), true);
  if (!has_lane_code(LaneCode::avx2)) GTEST_SKIP() << "this processor has one kind of lanes alone";
  EXPECT_GT(compared, 100u);
  EXPECT_TRUE(has_lane_code(best_lane_code()));
}

TEST(Sweeps, CellByCellIsTheWholeButForRounding) {
  const Prepared prepared(large(2));
  const Sweeps cells(prepared.metric, prepared.graph);
  const Sweeps whole(prepared.metric, prepared.graph, {.by_cells = false});
  EXPECT_GT(cells.cell_count(), 4u);
  EXPECT_EQ(whole.cell_count(), 1u);
  SweepWorker cell_worker(cells), whole_worker(whole);
  FlowSums cell_sums = cells.flow_sums(), whole_sums = whole.flow_sums();
  std::size_t left = 30;
  for (const auto& block : prepared.blocks(cells)) {
    if (left-- == 0) break;
    ASSERT_TRUE(cell_worker.add_flows(block, PairDemand::uniform(), 1, cell_sums));
    ASSERT_TRUE(whole_worker.add_flows(block, PairDemand::uniform(), 1, whole_sums));
    ASSERT_TRUE(cell_worker.counts_are_safe(block));
  }
  IdMap<NodeId, double> nodes(prepared.drawn.topology.node_count(), 0.0), whole_nodes = nodes;
  IdMap<ArcId, double> arcs(prepared.drawn.topology.arc_count(), 0.0), whole_arcs = arcs;
  cells.unpack(cell_sums, nodes, arcs);
  whole.unpack(whole_sums, whole_nodes, whole_arcs);
  for (const NodeId node : nodes.ids())
    ASSERT_NEAR(nodes[node], whole_nodes[node], 1e-12 * whole_nodes[node]);
  for (const ArcId arc : arcs.ids()) ASSERT_NEAR(arcs[arc], whole_arcs[arc], 1e-12 * whole_arcs[arc]);
  EXPECT_EQ(cell_sums.served, whole_sums.served);
  EXPECT_THROW(cell_worker.find_distances(prepared.blocks(cells)[0]), ContractError);
}

// A ring of three arcs, the first of the cost given: the bound is what all three cost, or the landmark's.
Sweeps ring_sweeps(const Topology& topology, std::int64_t cost, std::unique_ptr<Prepared>& keep) {
  keep = std::make_unique<Prepared>(
      test::RandomGraph{{topology, Costs{Cost(cost), Cost(cost), Cost(cost)}}, NodeMask(0)});
  return Sweeps(keep->metric, keep->graph);
}

TEST(Sweeps, LanesAreNarrowWhereTheBoundAllows) {
  TopologyBuilder builder(3);
  builder.add_arc(NodeId(0), NodeId(1));
  builder.add_arc(NodeId(1), NodeId(2));
  builder.add_arc(NodeId(2), NodeId(0));
  const Topology ring = std::move(builder).build();
  std::unique_ptr<Prepared> keep;
  // Three arcs bound a path by 2^31 - 2 where each costs 715,827,882; the landmark's bound is four arcs here.
  EXPECT_EQ(ring_sweeps(ring, 715'827'882, keep).lane_bits(), 32u);
  EXPECT_EQ(ring_sweeps(ring, 715'827'883, keep).lane_bits(), 64u);
  // Every node next to the landmark: its bound is two arcs, the sum many more.
  TopologyBuilder star_builder(50);
  for (std::uint32_t node = 1; node < 50; ++node) {
    star_builder.add_arc(NodeId(0), NodeId(node));
    star_builder.add_arc(NodeId(node), NodeId(0));
  }
  const Topology star = std::move(star_builder).build();
  for (const auto& [cost, bits] :
       {std::pair(std::int64_t{1'073'741'823}, 32u), std::pair(std::int64_t{1'073'741'824}, 64u)}) {
    const Prepared prepared(test::RandomGraph{{star, Costs(star.arc_count(), Cost(cost))}, NodeMask(0)});
    // The landmark is the node of the highest rank.
    ASSERT_EQ(prepared.hierarchy.node(Rank::at(49)), NodeId(0));
    const Sweeps sweeps(prepared.metric, prepared.graph);
    SweepWorker worker(sweeps);
    const std::vector<NodeId> sources{NodeId(1)};
    worker.find_distances(sources);
    EXPECT_EQ(worker.packed(0, NodeId(2)), 2 * static_cast<std::uint64_t>(cost));
    EXPECT_EQ(sweeps.lane_bits(), bits);
  }
}

TEST(Sweeps, TellsWhenCountsAreTooLarge) {
  test::RandomGraph drawn{{layered(2, 700), {}}, NodeMask(0)};
  drawn.costs.assign(drawn.topology.arc_count(), Cost(1));
  const Prepared prepared(std::move(drawn));
  ASSERT_TRUE(prepared.metric.has_safe_counts());
  const Sweeps sweeps(prepared.metric, prepared.graph);
  SweepWorker worker(sweeps);
  FlowSums sums = sweeps.flow_sums();
  EXPECT_FALSE(worker.counts_are_safe(std::vector{NodeId(0)}));
  EXPECT_FALSE(worker.add_flows(std::vector{NodeId(0)}, PairDemand::uniform(), 1, sums));
  EXPECT_EQ(sums.down, sweeps.flow_sums().down);
  EXPECT_TRUE(worker.counts_are_safe(std::vector{NodeId(1000)}));
}

TEST(Sweeps, WantsBlocksOfItsGraph) {
  const Prepared prepared(test::random_graph(5));
  const Sweeps sweeps(prepared.metric, prepared.graph, {.direction = SearchDirection::backward});
  SweepWorker worker(sweeps);
  FlowSums sums = sweeps.flow_sums();
  EXPECT_THROW(worker.find_distances(std::vector<NodeId>(17, NodeId(0))), ContractError);
  EXPECT_THROW(worker.find_distances(std::vector{NodeId(1000)}), ContractError);
  EXPECT_THROW(worker.add_flows(std::vector{NodeId(0)}, PairDemand::uniform(), 1, sums), ContractError);
  EXPECT_THROW(Sweeps(prepared.metric, prepared.graph, {.targets = std::vector{NodeId(1000)}}),
               ContractError);
}

}  // namespace
}  // namespace landbridge
