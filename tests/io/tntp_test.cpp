#include "landbridge/io/tntp.hpp"

#include "io/graph_text.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using test::Arcs;
using test::Strings;

const std::string tags =
    "<NUMBER OF ZONES> 2\t\t\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 2\n<NUMBER OF LINKS> 2\n";
const std::string heading = "<END OF METADATA>\t\n\n\n~\tinit_node\tterm_node\tlength\tfree_flow_time\t;\n";
const std::string rows = "\t1\t2\t10\t1.5\t;\n\t2\t3\t20\t0\t;\n";

GraphFile read(const std::string& text, const GraphFileOptions& options = {}) {
  return read_tntp(TextSource::memory("g", text), options);
}
Strings faults(const std::string& text, const GraphFileOptions& options = {}) {
  return test::findings_of(read_tntp, text, options);
}

TEST(Tntp, TakesWeightsByColumnName) {
  const GraphFile graph = read(tags + heading + rows);
  EXPECT_EQ(test::arcs_of(graph), (Arcs{{0, 1, 15}, {1, 2, 0}}));
  EXPECT_EQ(graph.quantum, (Quantum{0.1, "free_flow_time"}));
  EXPECT_EQ(graph.first_number, 1u);
  EXPECT_EQ(graph.free_arcs, 1u);
  EXPECT_EQ(test::arcs_of(read(tags + heading + rows, {.weight = "length"})), (Arcs{{0, 1, 10}, {1, 2, 20}}));
  EXPECT_EQ(test::arcs_of(read(tags + heading + rows, {.weight = "none"})), (Arcs{{0, 1, 1}, {1, 2, 1}}));
}

TEST(Tntp, NodesBelowTheFirstThroughNodeAreTerminals) {
  const GraphFile graph = read(tags + heading + rows);
  EXPECT_TRUE(graph.terminals[NodeId(0)]);
  EXPECT_FALSE(graph.terminals[NodeId(1)]);
}

TEST(Tntp, HeadingsWithSpacesAndCapitalsNameTheSameColumns) {
  const std::string text =
      tags + "<END OF METADATA>\n~ \tInit node \tTerm node \tLength \tFree Flow Time\t;\n" + rows;
  EXPECT_EQ(test::arcs_of(read(text)), (Arcs{{0, 1, 15}, {1, 2, 0}}));
}

TEST(Tntp, CrlfAndByteOrderMarkChangeNothing) {
  std::string text = "\xef\xbb\xbf";
  for (const char c : tags + heading + rows) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(test::arcs_of(read(text)), (Arcs{{0, 1, 15}, {1, 2, 0}}));
}

TEST(Tntp, SaysEveryFaultAtItsPlace) {
  EXPECT_EQ(faults(tags + heading + "\t1\t4\t10\t1.5\t;\n\t2\t3\t20\t-1\t;\n"),
            (Strings{"g:9:4: error: node \"4\" is out of range: the file promises 1 to 3",
                     "g:10:9: error: free_flow_time: \"-1\" is negative"}));
  EXPECT_EQ(faults(tags + heading + "\t1\t2\t10\t1.5\n\t2\t3\t20\t;\n"),
            (Strings{"g:9:1: error: the row does not end by a semicolon",
                     "g:10:1: error: the row has 3 values, the heading 4"}));
  EXPECT_EQ(faults(tags + heading + "\t1\t2\t10\t1.5\t;\n"),
            Strings{"g:4:19: error: the file promises 2 arcs and holds 1; is it truncated?"});
  EXPECT_EQ(faults(tags + heading + rows, {.weight = "toll"}),
            Strings{"g:8:1: error: column \"toll\" is missing; there are init_node, term_node, length, "
                    "free_flow_time"});
}

TEST(Tntp, RefusesWhatIsNoTntp) {
  EXPECT_EQ(faults(""), Strings{"g: error: the file is empty"});
  EXPECT_EQ(faults(tags), Strings{"g:4: error: the file ends before its rows: it is truncated"});
  EXPECT_EQ(faults("<NUMBER OF NODES> x\n<NUMBER OF NODES> 2\n" + heading + rows),
            (Strings{"g:2:1: error: tag <NUMBER OF NODES> stands in the file twice",
                     "g:1:19: error: NUMBER OF NODES: \"x\" is not a whole number of at least 0",
                     "g:3:1: error: tag <NUMBER OF LINKS> is missing"}));
  EXPECT_EQ(faults(tags + "<END OF METADATA>\n" + rows),
            Strings{"g:6:2: error: the heading line, which begins with ~ and names the columns, is missing"});
  EXPECT_EQ(faults("0 1 2\n"),
            Strings{"g:1:1: error: a line before <END OF METADATA> holds a tag <NAME> value: \"0 1 2\""});
  EXPECT_EQ(faults("<NUMBER OF NODES> 3\n<FIRST THRU NODE> 9\n<NUMBER OF LINKS> 2\n" + heading + rows),
            Strings{"g:2:19: error: FIRST THRU NODE: \"9\" is above the number of nodes 3"});
}

}  // namespace
}  // namespace landbridge
