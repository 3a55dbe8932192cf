#include "landbridge/connectivity/bridges.hpp"

#include "landbridge/graph/generate.hpp"
#include "laws/random_graphs.hpp"
#include "oracle/connectivity.hpp"

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Ends = std::vector<std::pair<unsigned, unsigned>>;

Topology make(std::size_t nodes, const Ends& arcs) {
  TopologyBuilder builder(nodes);
  for (auto [tail, head] : arcs) builder.add_arc(NodeId(tail), NodeId(head));
  return std::move(builder).build();
}

Ends ends(const std::vector<Bridge>& bridges) {
  Ends ends;
  for (const Bridge& bridge : bridges) ends.emplace_back(bridge.low.value(), bridge.high.value());
  return ends;
}

// The example of docs/methods/bridges-and-articulation.md.
TEST(Bridges, BridgesAndArticulationHandWorkedExample) {
  // A triangle 0 1 2 of single arcs, an edge 2 - 3 of two opposite arcs, two parallel arcs 3 -> 4, an arc 5
  // -> 4, a loop.
  const Topology topology = make(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {3, 4}, {3, 4}, {5, 4}, {5, 5}});
  EXPECT_EQ(bridges(topology), (std::vector<Bridge>{{NodeId(2), NodeId(3), ArcId(3), ArcId(4)},
                                                    {NodeId(4), NodeId(5), ArcId::none(), ArcId(7)}}));
  EXPECT_EQ(articulation_points(topology), (std::vector{NodeId(2), NodeId(3), NodeId(4)}));
}

TEST(Bridges, AnArcAndItsOppositeAreOneEdgeAndAThirdArcMakesTwo) {
  EXPECT_EQ(ends(bridges(make(2, {{0, 1}}))), (Ends{{0, 1}}));
  EXPECT_EQ(ends(bridges(make(2, {{0, 1}, {1, 0}}))), (Ends{{0, 1}}));
  EXPECT_EQ(ends(bridges(make(2, {{0, 1}, {1, 0}, {1, 0}}))), Ends{});
  EXPECT_EQ(ends(bridges(make(2, {{0, 1}, {0, 1}}))), Ends{});
  EXPECT_EQ(ends(bridges(make(2, {{0, 1}, {0, 1}, {1, 0}, {1, 0}}))), Ends{});
}

TEST(Bridges, LoopsAreNeverBridgesNorMakeArticulationPoints) {
  const Topology topology = make(2, {{0, 0}, {1, 1}, {1, 1}});
  EXPECT_TRUE(bridges(topology).empty());
  EXPECT_TRUE(articulation_points(topology).empty());
}

TEST(Bridges, ParallelEdgesDoNotSaveAnArticulationPoint) {
  const Topology topology = make(3, {{0, 1}, {0, 1}, {1, 2}, {1, 2}});
  EXPECT_TRUE(bridges(topology).empty());
  EXPECT_EQ(articulation_points(topology), std::vector{NodeId(1)});
}

TEST(Bridges, ClosedArcsAreAbsent) {
  const Topology topology = make(3, {{0, 1}, {1, 2}, {2, 0}, {2, 0}});
  EXPECT_TRUE(bridges(topology).empty());
  const BridgesOptions options{.closed = ArcMask(4, {ArcId(2)})};
  EXPECT_TRUE(bridges(topology, options).empty());
  const BridgesOptions both{.closed = ArcMask(4, {ArcId(2), ArcId(3)})};
  EXPECT_EQ(ends(bridges(topology, both)), (Ends{{0, 1}, {1, 2}}));
  EXPECT_EQ(articulation_points(topology, both), std::vector{NodeId(1)});
}

TEST(Bridges, OfAGraphWithoutArcsThereAreNone) {
  EXPECT_TRUE(bridges(Topology()).empty());
  EXPECT_TRUE(articulation_points(make(3, {})).empty());
}

TEST(Bridges, LongChainsNeedNoRecursion) {
  const std::size_t nodes = laws::scaled(400'000);
  const Topology chain = grid(1, nodes);
  EXPECT_EQ(bridges(chain).size(), nodes - 1);
  EXPECT_EQ(articulation_points(chain).size(), nodes - 2);
}

TEST(Bridges, EqualRemovalOneByOneOnRandomMultigraphs) {
  std::size_t found_bridges = 0, found_points = 0;
  for (std::uint64_t seed = 0; seed < laws::scaled(1000); ++seed) {
    const oracle::Graph graph = laws::random_graph(seed);
    const Topology topology = laws::topology_of(graph);
    const BridgesOptions options{.closed = laws::closed_arcs_of(graph)};
    std::set<std::pair<int, int>> found;
    for (const Bridge& bridge : bridges(topology, options)) {
      found.emplace(bridge.low.value(), bridge.high.value());
      ASSERT_LT(bridge.low, bridge.high);
      ASSERT_FALSE(bridge.forward.is_none() && bridge.backward.is_none());
      for (const auto& [arc, tail, head] : {std::tuple(bridge.forward, bridge.low, bridge.high),
                                            std::tuple(bridge.backward, bridge.high, bridge.low)}) {
        if (arc.is_none()) continue;
        ASSERT_FALSE(options.closed[arc]);
        ASSERT_TRUE(topology.tail(arc) == tail && topology.head(arc) == head) << seed;
      }
    }
    ASSERT_EQ(found, oracle::bridges(graph)) << seed;
    std::set<int> points;
    for (const NodeId node : articulation_points(topology, options))
      points.insert(static_cast<int>(node.value()));
    ASSERT_EQ(points, oracle::articulation_points(graph)) << seed;
    ASSERT_EQ(ends(bridges(reversed(topology), options)), ends(bridges(topology, options)))
        << "direction plays no part";
    found_bridges += found.size();
    found_points += points.size();
  }
  EXPECT_GT(found_bridges, 100u);
  EXPECT_GT(found_points, 100u);
}

// The arcs of a TNTP network file, without its attributes.
Topology read_tntp(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::string line;
  std::size_t nodes = 0;
  while (std::getline(in, line) && line.find("<END OF METADATA>") == std::string::npos)
    if (const std::string key = "<NUMBER OF NODES>"; line.starts_with(key))
      nodes = std::stoul(line.substr(key.size()));
  TopologyBuilder builder(nodes);
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    unsigned tail = 0, head = 0;
    if (fields >> tail >> head) builder.add_arc(NodeId(tail - 1), NodeId(head - 1));
  }
  return std::move(builder).build();
}

TEST(Bridges, AnaheimHasTwentyOneOfEach) {
  const char* const folder = std::getenv("LANDBRIDGE_BENCH_DATA");
  if (folder == nullptr) GTEST_SKIP() << "LANDBRIDGE_BENCH_DATA is not set: no road networks to look at";
  const Topology anaheim = read_tntp(folder + std::string("/Anaheim_net.tntp"));
  ASSERT_EQ(anaheim.arc_count(), 914u);
  EXPECT_EQ(bridges(anaheim).size(), 21u);
  EXPECT_EQ(articulation_points(anaheim).size(), 21u);
}

}  // namespace
}  // namespace landbridge
