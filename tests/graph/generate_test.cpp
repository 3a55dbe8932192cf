#include "landbridge/graph/generate.hpp"

#include "landbridge/base/error.hpp"

#include <set>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

bool joins(const Topology& topology, unsigned tail, unsigned head) {
  for (const ArcId arc : topology.outgoing(NodeId(tail)))
    if (topology.head(arc) == NodeId(head)) return true;
  return false;
}

TEST(Generate, AGridJoinsNeighboursBothWays) {
  const Topology topology = grid(3, 4);
  EXPECT_EQ(topology.node_count(), 12u);
  EXPECT_EQ(topology.arc_count(), 2u * (3 * 3 + 4 * 2));
  for (const ArcId arc : topology.arcs()) {
    const auto [tail, head] = std::pair(topology.tail(arc).value(), topology.head(arc).value());
    EXPECT_TRUE(joins(topology, head, tail));
    const unsigned rows_apart = tail / 4 > head / 4 ? tail / 4 - head / 4 : head / 4 - tail / 4;
    const unsigned columns_apart = tail % 4 > head % 4 ? tail % 4 - head % 4 : head % 4 - tail % 4;
    EXPECT_EQ(rows_apart + columns_apart, 1u);
  }
  EXPECT_EQ(grid(1, 1).arc_count(), 0u);
  EXPECT_EQ(grid(0, 5).node_count(), 0u);
  EXPECT_EQ(grid(1, 5).arc_count(), 8u);
}

TEST(Generate, LayersAreJoinedCompletelyAndForwardOnly) {
  const Topology topology = layered(3, 4);
  EXPECT_EQ(topology.node_count(), 12u);
  EXPECT_EQ(topology.arc_count(), 27u);
  for (const ArcId arc : topology.arcs())
    EXPECT_EQ(topology.head(arc).value() / 3, topology.tail(arc).value() / 3 + 1);
  EXPECT_TRUE(joins(topology, 0, 3) && joins(topology, 0, 5) && joins(topology, 8, 9));
  EXPECT_EQ(layered(5, 1).arc_count(), 0u);
}

TEST(Generate, RandomMultigraphsDependOnTheirArgumentsAlone) {
  EXPECT_EQ(random_multigraph(10, 50, 3), random_multigraph(10, 50, 3));
  EXPECT_NE(random_multigraph(10, 50, 3), random_multigraph(10, 50, 4));
  const Topology shorter = random_multigraph(10, 20, 3);
  const Topology longer = random_multigraph(10, 50, 3);
  for (const ArcId arc : shorter.arcs())
    EXPECT_EQ(shorter.head(arc), longer.head(arc)) << "arcs have their own stream";
}

TEST(Generate, RandomMultigraphsHaveLoopsAndParallelArcs) {
  const Topology topology = random_multigraph(5, 200, 1);
  std::set<std::pair<NodeId, NodeId>> pairs;
  std::size_t loops = 0;
  for (const ArcId arc : topology.arcs()) {
    loops += topology.is_loop(arc);
    pairs.emplace(topology.tail(arc), topology.head(arc));
  }
  EXPECT_GT(loops, 0u);
  EXPECT_EQ(pairs.size(), 25u) << "200 draws reach all 25 ordered pairs";
}

TEST(Generate, ArcsNeedNodes) {
  EXPECT_THROW(random_multigraph(0, 1, 1), ContractError);
  EXPECT_EQ(random_multigraph(0, 0, 1).node_count(), 0u);
}

}  // namespace
}  // namespace landbridge
