// Published graphs against figures known to be exact. They are not part of the project: LANDBRIDGE_BENCH_DATA
// names the folder that holds them, and without it these tests skip.
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/io/dimacs.hpp"
#include "landbridge/io/tntp.hpp"
#include "landbridge/paths/shortest.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

class PublicGraphs : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("LANDBRIDGE_BENCH_DATA");
    if (folder == nullptr) GTEST_SKIP() << "LANDBRIDGE_BENCH_DATA is not set: no folder of public graphs";
    folder_ = folder;
  }

  GraphFile tntp(const std::string& name, const std::string& quantum = "") const {
    const std::string path = folder_ + "/" + name + "_net.tntp";
    if (!std::filesystem::exists(path)) throw std::runtime_error(path + " is missing");
    return read_tntp(TextSource::file(path), {.quantum = quantum});
  }

  std::string folder_;
};

void expect_scores(const GraphFile& graph, const Betweenness& result,
                   const std::map<unsigned, double>& expected, double sum, double tolerance) {
  for (const auto& [number, score] : expected)
    EXPECT_NEAR(result.nodes[NodeId(number - 1)], score, tolerance * score) << "node " << number;
  EXPECT_NEAR(std::accumulate(result.nodes.begin(), result.nodes.end(), 0.0), sum, tolerance * sum);
  for (const NodeId node : graph.topology.nodes()) EXPECT_GE(result.nodes[node], 0);
}

TEST_F(PublicGraphs, SiouxFalls) {
  const GraphFile graph = tntp("SiouxFalls");
  EXPECT_EQ(graph.quantum.size, 1);
  const CostGraph prepared(graph.topology, graph.costs);
  const Betweenness result = betweenness(prepared);
  expect_scores(graph, result,
                {{6, 93},
                 {8, 91},
                 {16, 90},
                 {5, 68},
                 {15, 68},
                 {18, 66},
                 {4, 63.333333333333333},
                 {3, 58},
                 {12, 56.666666666666667},
                 {24, 55.333333333333333}},
                1226.6666666666667, 1e-12);
  const std::map<std::pair<unsigned, unsigned>, double> arcs{
      {{8, 6}, 54}, {{6, 8}, 54}, {{4, 5}, 41}, {{5, 4}, 41}, {{17, 16}, 40}};
  for (const ArcId arc : graph.topology.arcs()) {
    const auto found =
        arcs.find({graph.number(graph.topology.tail(arc)), graph.number(graph.topology.head(arc))});
    if (found != arcs.end()) {
      EXPECT_NEAR(result.arcs[arc], found->second, 1e-12 * found->second);
    }
  }
  std::int64_t total = 0;
  for (const NodeId source : graph.topology.nodes())
    for (const Cost cost : shortest_paths(prepared, source).costs) total += cost.quanta();
  EXPECT_EQ(total, 6254);
}

TEST_F(PublicGraphs, Anaheim) {
  const GraphFile graph = tntp("Anaheim", "1e-9");
  expect_scores(graph, betweenness(CostGraph(graph.topology, graph.costs)),
                {{308, 34841}, {337, 34625}, {29, 32351}, {361, 27543}, {33, 27117}}, 2503143.503030, 1e-12);
}

TEST_F(PublicGraphs, Barcelona) {
  const GraphFile graph = tntp("Barcelona", "1e-6");
  expect_scores(graph, betweenness(CostGraph(graph.topology, graph.costs)),
                {{673, 173576.5666666667}, {762, 137646.5}, {763, 135420.5}, {535, 133281.25}, {630, 125711}},
                16276008.833333, 1e-12);
}

TEST_F(PublicGraphs, ChicagoSketchRunsWithItsFreeLinks) {
  const GraphFile graph = tntp("ChicagoSketch");
  EXPECT_EQ(graph.free_arcs, 774u);
  const Betweenness result = betweenness(CostGraph(graph.topology, graph.costs));
  EXPECT_EQ(result.unserved, 0);
  for (const NodeId node : graph.topology.nodes()) EXPECT_GE(result.nodes[node], 0);
}

TEST_F(PublicGraphs, NewYorkIsReadFromItsCompressedFile) {
  const GraphFile graph = read_dimacs(TextSource::file(folder_ + "/USA-road-d.NY.gr.gz"));
  EXPECT_EQ(graph.topology.node_count(), 264346u);
  EXPECT_EQ(graph.topology.arc_count(), 733846u);
  EXPECT_EQ(graph.costs[ArcId(0)], Cost(803));
}

}  // namespace
}  // namespace landbridge
