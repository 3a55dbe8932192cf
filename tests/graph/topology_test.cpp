#include "landbridge/graph/topology.hpp"

#include "landbridge/graph/generate.hpp"
#include "landbridge/graph/topology_builder.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::vector<ArcId> list(std::span<const ArcId> arcs) {
  return {arcs.begin(), arcs.end()};
}

TEST(Topology, IsEmptyByDefault) {
  const Topology topology;
  EXPECT_EQ(topology.node_count(), 0u);
  EXPECT_EQ(topology.arc_count(), 0u);
  EXPECT_TRUE(topology.nodes().empty());
  EXPECT_EQ(topology, TopologyBuilder().build());
}

TEST(Topology, KeepsLoopsAndParallelArcsAsThemselves) {
  TopologyBuilder builder(3);
  const ArcId first = builder.add_arc(NodeId(0), NodeId(1));
  const ArcId loop = builder.add_arc(NodeId(1), NodeId(1));
  const ArcId second = builder.add_arc(NodeId(0), NodeId(1));
  const ArcId back = builder.add_arc(NodeId(1), NodeId(0));
  const Topology topology = std::move(builder).build();
  EXPECT_EQ(topology.node_count(), 3u);
  EXPECT_EQ(list(topology.outgoing(NodeId(0))), (std::vector{first, second}));
  EXPECT_EQ(list(topology.incoming(NodeId(1))), (std::vector{first, loop, second}));
  EXPECT_EQ(list(topology.outgoing(NodeId(1))), (std::vector{loop, back}));
  EXPECT_TRUE(topology.outgoing(NodeId(2)).empty());
  EXPECT_TRUE(topology.incoming(NodeId(2)).empty());
  EXPECT_TRUE(topology.is_loop(loop));
  EXPECT_FALSE(topology.is_loop(back));
}

TEST(Topology, RowsHoldEveryArcOnceByAscendingId) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Topology topology = random_multigraph(1 + seed % 9, seed * 3, seed);
    std::size_t leaving = 0, entering = 0;
    for (const NodeId node : topology.nodes()) {
      const auto out = topology.outgoing(node);
      const auto in = topology.incoming(node);
      EXPECT_TRUE(std::ranges::is_sorted(out) && std::ranges::is_sorted(in));
      EXPECT_TRUE(std::ranges::all_of(out, [&](ArcId arc) { return topology.tail(arc) == node; }));
      EXPECT_TRUE(std::ranges::all_of(in, [&](ArcId arc) { return topology.head(arc) == node; }));
      leaving += out.size();
      entering += in.size();
    }
    EXPECT_EQ(leaving, topology.arc_count());
    EXPECT_EQ(entering, topology.arc_count());
  }
}

TEST(Topology, ReversingTurnsEveryArcAndTwiceIsTheSame) {
  const Topology topology = random_multigraph(7, 30, 1);
  const Topology turned = reversed(topology);
  ASSERT_EQ(turned.arc_count(), topology.arc_count());
  for (const ArcId arc : topology.arcs()) {
    EXPECT_EQ(turned.tail(arc), topology.head(arc));
    EXPECT_EQ(turned.head(arc), topology.tail(arc));
  }
  EXPECT_NE(turned, topology);
  EXPECT_EQ(reversed(turned), topology);
}

TEST(Topology, EqualityLooksAtNodesArcsAndTheirOrder) {
  const auto make = [](std::size_t nodes, std::vector<std::pair<unsigned, unsigned>> arcs) {
    TopologyBuilder builder(nodes);
    for (auto [tail, head] : arcs) builder.add_arc(NodeId(tail), NodeId(head));
    return std::move(builder).build();
  };
  EXPECT_EQ(make(2, {{0, 1}, {1, 0}}), make(2, {{0, 1}, {1, 0}}));
  EXPECT_NE(make(2, {{0, 1}, {1, 0}}), make(2, {{1, 0}, {0, 1}}));
  EXPECT_NE(make(2, {{0, 1}}), make(3, {{0, 1}}));
  EXPECT_NE(make(2, {{0, 1}}), make(2, {{0, 1}, {0, 1}}));
}

}  // namespace
}  // namespace landbridge
