#include "landbridge/paths/order.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "landbridge/graph/topology_builder.hpp"
#include "support/random_graphs.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Eliminates node after node on sets and reads off edges, triangles and parents.
struct Eliminated {
  std::uint64_t edges = 0;
  std::uint64_t triangles = 0;
  IdMap<Rank, Rank> parents;
};

Eliminated eliminated(const Topology& topology, const NodeOrder& order) {
  const std::size_t n = order.nodes.size();
  std::vector<std::set<std::size_t>> later(n);
  for (const ArcId arc : topology.arcs()) {
    const Rank a = order.ranks[topology.tail(arc)];
    const Rank b = order.ranks[topology.head(arc)];
    if (!a.is_none() && !b.is_none() && a != b) later[std::min(a, b).index()].insert(std::max(a, b).index());
  }
  Eliminated result{.parents = IdMap<Rank, Rank>(n)};
  for (std::size_t rank = 0; rank < n; ++rank) {
    const auto& row = later[rank];
    result.edges += row.size();
    result.triangles += row.size() * (row.size() - (row.empty() ? 0 : 1)) / 2;
    if (row.empty()) continue;
    result.parents[Rank::at(rank)] = Rank::at(*row.begin());
    for (auto other = std::next(row.begin()); other != row.end(); ++other) later[*row.begin()].insert(*other);
  }
  return result;
}

void expect_consistent(const Topology& topology, const NodeMask& terminals, const NodeOrder& order) {
  ASSERT_EQ(order.ranks.size(), topology.node_count());
  ASSERT_EQ(order.nodes.size(), topology.node_count() - terminals.count());
  for (const NodeId node : topology.nodes()) {
    ASSERT_EQ(order.ranks[node].is_none(), terminals[node]);
    if (!terminals[node]) {
      ASSERT_EQ(order.nodes[order.ranks[node]], node);
    }
  }
  const Eliminated slow = eliminated(topology, order);
  ASSERT_EQ(order.edges, slow.edges);
  ASSERT_EQ(order.triangles, slow.triangles);
  ASSERT_EQ(order.parents, slow.parents);
  ASSERT_FALSE(order.exceeded);
  // A subtree is the block of ranks that ends with its root.
  IdMap<Rank, std::uint32_t> lowest(order.nodes.size());
  for (const Rank rank : lowest.ids()) lowest[rank] = rank.value();
  for (const Rank rank : lowest.ids())
    if (const Rank parent = order.parents[rank]; !parent.is_none()) {
      ASSERT_GT(parent, rank);
      lowest[parent] = std::min(lowest[parent], lowest[rank]);
    }
  for (const Rank rank : lowest.ids())
    for (std::uint32_t below = lowest[rank]; below < rank.value(); ++below) {
      Rank at(below);
      while (at < rank) at = order.parents[at];
      ASSERT_EQ(at, rank);
    }
}

TEST(NodeOrder, IsAPostOrderOfItsTreeAndCountsWhatEliminationAdds) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const test::RandomGraph graph = test::random_graph(seed, 60);
    const NodeOrder order = nested_dissection(graph.topology, {.terminals = graph.terminals});
    ASSERT_NO_FATAL_FAILURE(expect_consistent(graph.topology, graph.terminals, order)) << "graph " << seed;
  }
}

TEST(NodeOrder, CutsLargerGraphs) {
  for (const Topology& topology : {grid(17, 23), grid(3, 200), layered(5, 40), random_multigraph(400, 700, 3),
                                   random_multigraph(150, 4000, 5)})
    ASSERT_NO_FATAL_FAILURE(expect_consistent(topology, {}, nested_dissection(topology)));
}

TEST(NodeOrder, AnyEliminationCanBeGiven) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const test::RandomGraph graph = test::random_graph(seed);
    std::vector<NodeId> elimination;
    for (const NodeId node : graph.topology.nodes())
      if (!graph.terminals[node]) elimination.push_back(node);
    RandomStream random(seed, 5);
    for (std::size_t i = elimination.size(); i > 1; --i)
      std::swap(elimination[i - 1], elimination[random.below(i)]);
    const NodeOrder order = elimination_order(graph.topology, elimination, {.terminals = graph.terminals});
    ASSERT_NO_FATAL_FAILURE(expect_consistent(graph.topology, graph.terminals, order)) << "graph " << seed;
    if (elimination.empty()) continue;
    elimination.back() = elimination.front();
    if (elimination.size() > 1) {
      EXPECT_THROW(elimination_order(graph.topology, elimination, {.terminals = graph.terminals}),
                   ContractError);
    }
    elimination.pop_back();
    EXPECT_THROW(elimination_order(graph.topology, elimination, {.terminals = graph.terminals}),
                 ContractError);
  }
}

TEST(NodeOrder, DependsOnWhatIsJoinedAlone) {
  const Topology once = random_multigraph(500, 900, 8);
  TopologyBuilder builder(500);
  for (std::size_t arc = once.arc_count(); arc-- > 0;) {  // other order, turned round, doubled, with loops
    builder.add_arc(once.head(ArcId::at(arc)), once.tail(ArcId::at(arc)));
    if (arc % 3 == 0) builder.add_arc(once.tail(ArcId::at(arc)), once.head(ArcId::at(arc)));
    if (arc % 7 == 0) builder.add_arc(once.tail(ArcId::at(arc)), once.tail(ArcId::at(arc)));
  }
  const Topology again = std::move(builder).build();
  const NodeOrder order = nested_dissection(once);
  std::srand(17);
  (void)std::rand();
  const NodeOrder other = nested_dissection(again, {}, {.threads = 3, .seed = 99});
  EXPECT_EQ(order.ranks, other.ranks);
  EXPECT_EQ(order.hash, other.hash);
  EXPECT_EQ(order.hash.size(), 16u);
  EXPECT_NE(order.hash, nested_dissection(random_multigraph(500, 900, 9)).hash);
}

TEST(NodeOrder, PendantTreesAddNothingAndChainsOneEdgeANode) {
  TopologyBuilder tree(50);
  for (std::uint32_t node = 1; node < 50; ++node) tree.add_arc(NodeId(node / 2), NodeId(node));
  EXPECT_EQ(nested_dissection(std::move(tree).build()).edges, 49u);
  TopologyBuilder ring(1000);
  for (std::uint32_t node = 0; node < 1000; ++node) ring.add_arc(NodeId(node), NodeId((node + 1) % 1000));
  const NodeOrder order = nested_dissection(std::move(ring).build());
  EXPECT_EQ(order.edges, 1997u);
  std::size_t depth = 0;  // a chain eliminated from one end would be 999 deep
  for (Rank at(0); !at.is_none(); at = order.parents[at]) ++depth;
  EXPECT_LT(depth, 40u);
}

TEST(NodeOrder, AGridIsCutWell) {
  // A cut of a 60 x 60 grid takes 60 nodes; eliminating row by row would add about 60 edges a node.
  const NodeOrder order = nested_dissection(grid(60, 60));
  EXPECT_LT(order.edges, 66'000u);
  EXPECT_GT(order.edges, 30'000u);
}

TEST(NodeOrder, CountingStopsAtTheLimit) {
  const Topology topology = random_multigraph(300, 3000, 2);
  const NodeOrder whole = nested_dissection(topology);
  const NodeOrder stopped = nested_dissection(topology, {.most_edges = whole.edges / 2});
  EXPECT_TRUE(stopped.exceeded);
  EXPECT_GT(stopped.edges, whole.edges / 2);
  EXPECT_LE(stopped.edges, whole.edges);
  EXPECT_EQ(stopped.hash, whole.hash);
  EXPECT_FALSE(nested_dissection(topology, {.most_edges = whole.edges}).exceeded);
}

TEST(NodeOrder, NothingAndOneNode) {
  EXPECT_TRUE(nested_dissection(Topology{}).nodes.empty());
  const NodeOrder one = nested_dissection(random_multigraph(1, 3, 1));
  EXPECT_EQ(one.nodes.size(), 1u);
  EXPECT_TRUE(one.parents[Rank(0)].is_none());
  EXPECT_TRUE(
      nested_dissection(grid(2, 2), {.terminals = NodeMask(4, {NodeId(0), NodeId(1), NodeId(2), NodeId(3)})})
          .nodes.empty());
}

TEST(NodeOrder, CanBeStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(nested_dissection(grid(20, 20), {}, {.stop = stop.get_token()}), Cancelled);
}

}  // namespace
}  // namespace landbridge
