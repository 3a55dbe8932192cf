#include "landbridge/io/edge_list.hpp"

#include "io/graph_text.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using test::Arcs;
using test::Strings;

GraphFile read(std::string_view text, const GraphFileOptions& options = {}) {
  return read_edge_list(TextSource::memory("g", text), options);
}
Strings faults(std::string_view text) {
  return test::findings_of(read_edge_list, text);
}

TEST(EdgeList, KeepsLoopsAndParallelArcsInFileOrder) {
  const GraphFile graph = read("4 5\n0 1 3\n0 1 3\n2 2 1\n\n1\t0 0\n 3 0 7 \n");
  EXPECT_EQ(graph.topology.node_count(), 4u);
  EXPECT_EQ(test::arcs_of(graph), (Arcs{{0, 1, 3}, {0, 1, 3}, {2, 2, 1}, {1, 0, 0}, {3, 0, 7}}));
  EXPECT_EQ(graph.quantum, (Quantum{1, "weight"}));
  EXPECT_EQ(graph.first_number, 0u);
  EXPECT_EQ(graph.free_arcs, 1u);
}

TEST(EdgeList, QuantumIsThatOfTheLongestDecimals) {
  const GraphFile graph = read("2 3\n0 1 1.50\n1 0 0.125\n0 0 2\n");
  EXPECT_EQ(graph.quantum.size, 0.001);
  EXPECT_EQ(test::arcs_of(graph), (Arcs{{0, 1, 1500}, {1, 0, 125}, {0, 0, 2000}}));
  const GraphFile coarse = read("2 3\n0 1 1.50\n1 0 0.125\n0 0 2\n", {.quantum = "0.5"});
  EXPECT_EQ(test::arcs_of(coarse), (Arcs{{0, 1, 3}, {1, 0, 1}, {0, 0, 4}}));
  EXPECT_EQ(coarse.raised_arcs, 1u);
}

TEST(EdgeList, WithoutWeightsEveryArcIsOne) {
  const GraphFile graph = read("2 2\n0 1\n1 0 5.5\n", {.weight = "none"});
  EXPECT_EQ(test::arcs_of(graph), (Arcs{{0, 1, 1}, {1, 0, 1}}));
}

TEST(EdgeList, CrlfAndByteOrderMarkChangeNothing) {
  EXPECT_EQ(test::arcs_of(read("\xef\xbb\xbf"
                               "2 1\r\n0 1 5\r\n")),
            (Arcs{{0, 1, 5}}));
}

TEST(EdgeList, SaysWhichBytesItRead) {
  EXPECT_EQ(read("2 0\n").content_hash.size(), 16u);
  EXPECT_NE(read("2 0\n").content_hash, read("2 0").content_hash);
}

TEST(EdgeList, AGraphMayBeEmpty) {
  EXPECT_EQ(read("0 0\n").topology.node_count(), 0u);
  EXPECT_EQ(read("3 0").topology.node_count(), 3u);
}

TEST(EdgeList, SaysEveryFaultAtItsPlace) {
  EXPECT_EQ(faults("3 9\n0 1 -5\n0 1 nan\n0 1 Infinity\n0 1 5km\n0 3 1\n-1 0 1\n0 1\n0 1 2 3\n0 1.5 2\n"),
            (Strings{"g:2:5: error: weight: \"-5\" is negative",
                     "g:3:5: error: weight: \"nan\" is not a finite number",
                     "g:4:5: error: weight: \"Infinity\" is not a finite number",
                     "g:5:5: error: weight: \"5km\" is not a number",
                     "g:6:3: error: node \"3\" is out of range: the file promises 0 to 2",
                     "g:7:1: error: \"-1\" is not a node number",
                     "g:8:4: error: a line of an arc holds tail, head and weight: \"0 1\"",
                     "g:9:7: error: a line of an arc holds tail, head and weight: \"0 1 2 3\"",
                     "g:10:3: error: \"1.5\" is not a node number"}));
}

TEST(EdgeList, ChecksWhatTheHeadingPromises) {
  EXPECT_EQ(faults("2 3\n0 1 1\n1 0 1\n"),
            Strings{"g:1:3: error: the file promises 3 arcs and holds 2; is it truncated?"});
  EXPECT_EQ(faults("2 1\n0 1 1\n1 0 1\n"), Strings{"g:1:3: error: the file promises 1 arcs and holds 2"});
  EXPECT_EQ(faults("4294967294 1\n0 1 1\n"), Strings{"g:1:1: error: the file promises 4294967294 nodes for 1 "
                                                     "arcs; so many nodes without arcs are not believed"});
  EXPECT_EQ(faults("4294967295 99999999999999999999\n"),
            (Strings{"g:1:1: error: number of nodes: \"4294967295\" is above 4294967294",
                     "g:1:12: error: number of arcs: \"99999999999999999999\" is above 4294967294"}));
  EXPECT_EQ(faults("2 4294967294\n0 1 1\n"),
            Strings{"g:1:3: error: the file promises 4294967294 arcs and holds 1; is it truncated?"});
}

TEST(EdgeList, RefusesWhatIsNoEdgeList) {
  EXPECT_EQ(faults(""), Strings{"g: error: the file is empty"});
  EXPECT_EQ(faults("\n\n"), Strings{"g:1:1: error: the first line, number of nodes and arcs, is missing"});
  EXPECT_EQ(faults("0 1 5\n"),
            Strings{"g:1:1: error: the first line holds two numbers, of nodes and arcs: \"0 1 5\""});
  EXPECT_EQ(faults("2 2\n0 \xff 5\n1 0 x\n"),
            (Strings{"g:2:3: error: not UTF-8: \"\\xff\"", "g:3:5: error: weight: \"x\" is not a number"}));
}

TEST(EdgeList, RefusesWhatWouldOverflowAndWhatIsNoQuantum) {
  const auto limit = [](const std::string& text) {
    try {
      read(text);
    } catch (const LimitError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_EQ(limit("2 1\n0 1 1e19\n"),
            "g:2:5: error: weight: \"1e19\" is more than 2^63 - 2 quanta of 1; choose a larger quantum");
  EXPECT_EQ(
      limit("2 2\n1 0 0.000000000001\n\n0 1  9000000000\n"),
      "g:4:6: error: weight: \"9000000000\" is more than 2^63 - 2 quanta of 1e-12; choose a larger quantum");
  EXPECT_EQ(limit("2 2\n0 1 1\n0 1 1e-400\n"),
            "g:3:5: error: weight: \"1e-400\" has 400 decimals; choose a quantum");
  EXPECT_NO_THROW(read("2 1\n0 1 1e19\n", {.quantum = "10"}));
  for (const char* quantum : {"0", "-1", "nan", "1e-400", "1e-301", "2e300", "1e400", "one"})
    EXPECT_THROW(read("2 0\n", {.quantum = quantum}), OptionError) << quantum;
  EXPECT_THROW(read("2 0\n", {.weight = "length"}), OptionError);
}

}  // namespace
}  // namespace landbridge
