// `landbridge graph` on small graphs whose answers can be worked out by hand.
#include "support/command_line.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

std::string graph(const std::string& analysis, const std::string& content, Strings flags = {},
                  const std::string& name = "g.txt") {
  const TestFolder folder;
  folder.write(name, content);
  Strings arguments{"graph", analysis, name, "--no-timings"};
  bool format = false;
  for (const std::string& flag : flags) format = format || flag == "--format";
  if (!format) flags.insert(flags.end(), {"--format", "csv"});
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  const Outcome outcome = run(arguments, folder.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

// A path 0 - 1 - 2 with a parallel arc 1 -> 2 of the same weight, and 3 apart.
const std::string path = "4 5\n0 1 2\n1 0 2\n1 2 3\n1 2 3\n2 1 4\n";

TEST(GraphCommand, BetweennessOfNodesAndArcs) {
  EXPECT_EQ(graph("betweenness", path), "node,score\n0,0\n1,2\n2,0\n3,0\n");
  EXPECT_EQ(graph("arc-betweenness", path),
            "arc,tail,head,score\n0,0,1,2\n1,1,0,2\n2,1,2,1\n3,1,2,1\n4,2,1,2\n");
  EXPECT_EQ(graph("betweenness", path, {"--scale", "fraction"}),
            "node,score\n0,0\n1,0.3333333333333333\n2,0\n3,0\n");
}

TEST(GraphCommand, UndirectedMatchesOppositesAndCountsEachPairOnce) {
  // Edges: 0-1 (2), 1-2 (3: the first arc with its dearer opposite), 1-2 (3: the arc left over).
  EXPECT_EQ(graph("betweenness", path, {"--undirected"}), "node,score\n0,0\n1,1\n2,0\n3,0\n");
  EXPECT_EQ(graph("arc-betweenness", path, {"--undirected"}),
            "arc,tail,head,score\n0,0,1,2\n2,1,2,1\n3,1,2,1\n");
  EXPECT_EQ(graph("arc-betweenness", path, {"--undirected", "--parallel", "collapse"}),
            "arc,tail,head,score\n0,0,1,2\n2,1,2,1\n3,1,2,1\n");
  const std::string summary = graph("betweenness", path, {"--undirected", "--format", "json"});
  EXPECT_NE(summary.find("\"nodes\":4,\"arcs\":5,\"edges\":3,\"engine\":\"search\",\"engine_reason\":\"too few sources"), std::string::npos)
      << summary;
  EXPECT_NE(summary.find("\"pairs_connected\":3.0,\"pairs_not_connected\":3.0"), std::string::npos)
      << summary;
}

TEST(GraphCommand, UndirectedKeepsTheCheaperWeightAndALoopIsOneEdge) {
  // Directed, 1 -> 0 costs 9 and 2 -> 1 -> 0 is dearer than 2 -> 0; undirected the way over 1 is cheaper.
  const std::string text = "3 6\n0 1 1\n1 0 9\n1 2 1\n2 1 1\n2 0 5\n1 1 1\n";
  EXPECT_EQ(graph("betweenness", text), "node,score\n0,0\n1,1\n2,1\n");
  EXPECT_EQ(graph("betweenness", text, {"--undirected"}), "node,score\n0,0\n1,1\n2,0\n");
  EXPECT_EQ(graph("arc-betweenness", text, {"--undirected"}),
            "arc,tail,head,score\n0,0,1,2\n2,1,2,2\n4,2,0,0\n5,1,1,0\n");
}

TEST(GraphCommand, ClosenessAndHarmonicPerUnitOfWeight) {
  // Distances 0 -> 1: 0.5, 0 -> 2: 1.5, 1 -> 2: 1; the quantum is 0.5 all the same.
  const std::string text = "3 2\n0 1 0.5\n1 2 1.0\n";
  const Strings half{"--quantum", "0.5"};
  EXPECT_EQ(graph("closeness", text, half), "node,score\n0,1\n1,0.5\n2,0\n");
  EXPECT_EQ(graph("closeness", text), "node,score\n0,1\n1,0.5\n2,0\n");
  EXPECT_EQ(graph("closeness", text, {"--quantum", "0.5", "--direction", "inward"}), "node,score\n0,0\n1,1\n2,0.8\n");
  EXPECT_EQ(graph("harmonic", "3 2\n0 1 2\n1 2 2\n"), "node,score\n0,0.75\n1,0.5\n2,0\n");
  EXPECT_EQ(graph("harmonic", "3 2\n0 1 2\n1 2 2\n", {"--scale", "fraction"}),
            "node,score\n0,0.375\n1,0.25\n2,0\n");
  EXPECT_EQ(graph("harmonic", "3 2\n0 1 2\n1 2 2\n", {"--undirected"}), "node,score\n0,0.75\n1,1\n2,0.75\n");
}

TEST(GraphCommand, ClosenessOfSampledNodesIsTheirOwn) {
  const std::string all = graph("harmonic", path);
  const std::string some = graph("harmonic", path, {"--sources", "2"});
  EXPECT_EQ(std::count(some.begin(), some.end(), '\n'), 3);
  for (std::size_t at = some.find('\n') + 1; at < some.size(); at = some.find('\n', at) + 1)
    EXPECT_NE(all.find("\n" + some.substr(at, some.find('\n', at) + 1 - at)), std::string::npos);
}

TEST(GraphCommand, WeightsMayBeLeftAside) {
  const std::string text = "3 3\n0 1 1\n1 2 1\n0 2 5\n";
  EXPECT_EQ(graph("betweenness", text), "node,score\n0,0\n1,1\n2,0\n");
  EXPECT_EQ(graph("betweenness", text, {"--weight", "none"}), "node,score\n0,0\n1,0\n2,0\n");
}

TEST(GraphCommand, AQuantumMayMakeTies) {
  const std::string text = "4 4\n0 1 1.01\n1 3 1\n0 2 1\n2 3 1\n";
  EXPECT_EQ(graph("betweenness", text), "node,score\n0,0\n1,0\n2,1\n3,0\n");
  EXPECT_EQ(graph("betweenness", text, {"--quantum", "0.1"}), "node,score\n0,0\n1,0.5\n2,0.5\n3,0\n");
}

TEST(GraphCommand, SampledSourcesAddUpToTheWhole) {
  const std::string one = graph("betweenness", path, {"--sources", "2", "--seed", "5", "--format", "json"});
  EXPECT_EQ(graph("betweenness", path, {"--sources", "2", "--seed", "5", "--format", "json"}), one);
  EXPECT_NE(one.find("\"seed\":5"), std::string::npos);
  EXPECT_NE(one.find("\"sources\":2"), std::string::npos);
  EXPECT_EQ(graph("betweenness", path, {"--sources", "4"}), graph("betweenness", path));
  EXPECT_EQ(graph("betweenness", path, {"--sources", "9"}), graph("betweenness", path));
}

TEST(GraphCommand, TheFirstThruRuleClosesTheWayThroughZones) {
  const std::string text =
      "<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 4\n<END OF METADATA>\n"
      "~ init_node term_node free_flow_time ;\n1 2 1 ;\n2 4 1 ;\n1 3 5 ;\n3 4 5 ;\n";
  EXPECT_EQ(graph("betweenness", text, {}, "g.tntp"), "node,score\n1,0\n2,1\n3,0\n4,0\n");
  EXPECT_EQ(graph("betweenness", text, {"--first-thru"}, "g.tntp"), "node,score\n1,0\n2,0\n3,1\n4,0\n");
}

TEST(GraphCommand, ComponentsBridgesAndArticulationPoints) {
  const std::string text = "p sp 5 6\na 1 2 1\na 2 1 1\na 2 3 1\na 3 2 1\na 2 3 1\na 4 1 1\n";
  EXPECT_EQ(graph("components", text, {}, "g.gr"), "node,component\n1,1\n2,1\n3,1\n4,1\n5,2\n");
  EXPECT_EQ(graph("components", text, {"--kind", "strong"}, "g.gr"),
            "node,component\n1,1\n2,1\n3,1\n4,2\n5,3\n");
  EXPECT_EQ(graph("bridges", text, {}, "g.gr"), "arc,tail,head\n1,1,2\n6,4,1\n");
  EXPECT_EQ(graph("bridges", text, {"--undirected"}, "g.gr"), "arc,tail,head\n1,1,2\n6,4,1\n");
  EXPECT_EQ(graph("bridges", text, {"--undirected", "--parallel", "collapse"}, "g.gr"),
            "arc,tail,head\n1,1,2\n6,4,1\n3,2,3\n");
  EXPECT_EQ(graph("articulation", text, {}, "g.gr"), "node\n1\n2\n");
}

std::string matrix(const std::string& content, const std::string& from, const std::string& to,
                   Strings flags = {}, const std::string& name = "g.txt") {
  const TestFolder folder;
  folder.write("from", from);
  folder.write("to", to);
  flags.insert(flags.end(), {"--from", folder.path() + "/from", "--to", folder.path() + "/to"});
  return graph("matrix", content, flags, name);
}

// From 0 over 1 to 2 costs 2 + 3, back 4 + 2; 3 is apart. A node may be named twice and costs nothing to itself.
TEST(GraphCommand, MatrixOfTheNodesThatFilesName) {
  const std::string rows =
      "from,to,cost\n2,0,6\n2,2,0\n2,3,\n0,0,0\n0,2,5\n0,3,\n2,0,6\n2,2,0\n2,3,\n";
  for (const std::string engine : {"auto", "hierarchy", "search"})
    EXPECT_EQ(matrix(path, "2\n0\n\n2\n", " 0\r\n2\n3", {"--engine", engine}), rows) << engine;
  EXPECT_EQ(matrix(path, "0\n", "2\n2\n", {"--undirected"}), "from,to,cost\n0,2,5\n0,2,5\n");
  const std::string json = matrix(path, "0\n", "2\n3\n", {"--format", "json"});
  EXPECT_NE(json.find("{\"from\":0,\"to\":2,\"cost\":5},\n{\"from\":0,\"to\":3,\"cost\":null}"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find("\"from\":1,\"to\":2,\"unreachable\":1"), std::string::npos) << json;
}

TEST(GraphCommand, MatrixIsInTheUnitOfTheWeights) {
  EXPECT_EQ(matrix("p sp 3 2\na 1 2 0.07\na 2 3 0.1\n", "1\n", "3\n2\n", {}, "g.gr"),
            "from,to,cost\n1,3,0.17\n1,2,0.07\n");
  EXPECT_EQ(matrix("p sp 3 2\na 1 2 7\na 2 3 10\n", "1\n", "3\n", {"--quantum", "5"}, "g.gr"),
            "from,to,cost\n1,3,15\n");
  // Past 2^53 whole numbers are still exact.
  EXPECT_EQ(matrix("2 1\n0 1 9007199254740993\n", "0\n", "1\n"), "from,to,cost\n0,1,9007199254740993\n");
}

TEST(GraphCommand, MatrixKeepsTheFirstThruRule) {
  const std::string text =
      "<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 4\n<END OF METADATA>\n"
      "~ init_node term_node free_flow_time ;\n1 2 1 ;\n2 4 1 ;\n1 3 5 ;\n3 4 5 ;\n";
  for (const std::string engine : {"hierarchy", "search"}) {
    EXPECT_EQ(matrix(text, "1\n", "4\n", {"--engine", engine}, "g.tntp"), "from,to,cost\n1,4,2\n");
    EXPECT_EQ(matrix(text, "1\n2\n", "4\n", {"--engine", engine, "--first-thru"}, "g.tntp"),
              "from,to,cost\n1,4,10\n2,4,1\n");
  }
}

TEST(GraphCommand, PublishedGraphs) {
  const char* folder = std::getenv("LANDBRIDGE_BENCH_DATA");
  if (folder == nullptr) GTEST_SKIP() << "LANDBRIDGE_BENCH_DATA is not set: no folder of public graphs";
  const std::string anaheim = std::string(folder) + "/Anaheim_net.tntp";
  for (const std::string analysis : {"bridges", "articulation"}) {
    const Outcome outcome =
        run({"graph", analysis, anaheim, "--undirected", "--parallel", "collapse", "--format", "csv"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 22) << analysis;
  }
  const Outcome sioux = run({"graph", "betweenness", std::string(folder) + "/SiouxFalls_net.tntp", "--format",
                             "csv", "--no-timings"});
  EXPECT_NE(sioux.out.find("\n6,93\n"), std::string::npos) << sioux.out;
  EXPECT_NE(sioux.out.find("\n16,90\n"), std::string::npos) << sioux.out;
}

}  // namespace
}  // namespace landbridge::test
