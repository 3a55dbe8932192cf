#include "landbridge/graph/path.hpp"

#include "landbridge/graph/topology_builder.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Arcs: 0: 0 -> 1, 1: 0 -> 1, 2: 1 -> 2, 3: 2 -> 0, 4: 2 -> 2.
Topology triangle() {
  TopologyBuilder builder(3);
  for (auto [tail, head] : {std::pair{0u, 1u}, {0u, 1u}, {1u, 2u}, {2u, 0u}, {2u, 2u}})
    builder.add_arc(NodeId(tail), NodeId(head));
  return std::move(builder).build();
}

TEST(Path, WithoutArcsStaysAtItsSource) {
  const Path path{NodeId(2), {}};
  EXPECT_EQ(target(triangle(), path), NodeId(2));
  EXPECT_EQ(nodes(triangle(), path), std::vector{NodeId(2)});
  EXPECT_TRUE(is_connected(triangle(), path));
  EXPECT_TRUE(is_simple(triangle(), path));
}

TEST(Path, VisitsOneNodeMoreThanItHasArcs) {
  const Path path{NodeId(0), {ArcId(1), ArcId(2)}};
  EXPECT_EQ(nodes(triangle(), path), (std::vector{NodeId(0), NodeId(1), NodeId(2)}));
  EXPECT_EQ(target(triangle(), path), NodeId(2));
  EXPECT_TRUE(is_connected(triangle(), path));
  EXPECT_TRUE(is_simple(triangle(), path));
}

TEST(Path, ParallelArcsMakeDifferentPaths) {
  EXPECT_NE((Path{NodeId(0), {ArcId(0), ArcId(2)}}), (Path{NodeId(0), {ArcId(1), ArcId(2)}}));
  EXPECT_NE((Path{NodeId(0), {}}), (Path{NodeId(1), {}}));
}

TEST(Path, KnowsABrokenChain) {
  EXPECT_FALSE(is_connected(triangle(), Path{NodeId(0), {ArcId(2)}})) << "begins elsewhere";
  EXPECT_FALSE(is_connected(triangle(), Path{NodeId(0), {ArcId(0), ArcId(3)}})) << "jumps";
}

TEST(Path, KnowsACycleAndALoop) {
  const Path cycle{NodeId(0), {ArcId(0), ArcId(2), ArcId(3)}};
  EXPECT_TRUE(is_connected(triangle(), cycle));
  EXPECT_FALSE(is_simple(triangle(), cycle));
  EXPECT_FALSE(is_simple(triangle(), Path{NodeId(2), {ArcId(4)}}));
}

}  // namespace
}  // namespace landbridge
