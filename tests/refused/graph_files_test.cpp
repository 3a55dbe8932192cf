// What `landbridge graph` refuses, and what it must not mind.
#include "support/command_line.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

// Runs an analysis on a file that must be refused; the lines on standard error, without the folder's name.
Strings refused(const std::string& name, const std::string& content, Strings flags = {}) {
  const TestFolder folder;
  folder.write(name, content);
  Strings arguments{"graph", "components", name, "--format", "json", "--output", "answer.json"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  const Outcome outcome = run(arguments, folder.path());
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(folder.files(), Strings{name}) << "something was written";
  return outcome.error_lines();
}

std::string answer(const std::string& name, const std::string& content, Strings flags = {}) {
  const TestFolder folder;
  folder.write(name, content);
  Strings arguments{"graph", "betweenness", name, "--format", "csv"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  const Outcome outcome = run(arguments, folder.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

const std::string tntp_start =
    "<NUMBER OF NODES> 3\n<NUMBER OF LINKS> 2\n<END OF "
    "METADATA>\n~\tinit_node\tterm_node\tlength\tfree_flow_time\t;\n";

TEST(RefusedGraphs, TwoFaultsAreTwoLines) {
  EXPECT_EQ(refused("g.txt", "3 3\n0 1 -2\n1 2 NaN\n2 0 1\n"),
            (Strings{"g.txt:2:5: error: weight: \"-2\" is negative",
                     "g.txt:3:5: error: weight: \"NaN\" is not a finite number"}));
  EXPECT_EQ(refused("g.gr", "p sp 3 2\na 1 2 inf\na 0 1 3\n"),
            (Strings{"g.gr:2:7: error: weight: \"inf\" is not a finite number",
                     "g.gr:3:3: error: node \"0\" is out of range: the file promises 1 to 3"}));
  EXPECT_EQ(refused("g.tntp", tntp_start + "1 2 5 -1 ;\n2 9 5 1 ;\n"),
            (Strings{"g.tntp:5:7: error: free_flow_time: \"-1\" is negative",
                     "g.tntp:6:3: error: node \"9\" is out of range: the file promises 1 to 3"}));
}

TEST(RefusedGraphs, MissingColumnTruncatedEmptyAndNotText) {
  EXPECT_EQ(refused("g.tntp", tntp_start + "1 2 5 1 ;\n2 3 5 1 ;\n", {"--weight", "toll"}),
            Strings{"g.tntp:4:1: error: column \"toll\" is missing; there are init_node, term_node, length, "
                    "free_flow_time"});
  EXPECT_EQ(refused("g.tntp", tntp_start + "1 2 5 1 ;\n2 3 5"),
            Strings{"g.tntp:6:1: error: the row has 3 values, the heading 4"});
  EXPECT_EQ(refused("g.txt", ""), Strings{"g.txt: error: the file is empty"});
  EXPECT_EQ(
      refused("g.txt", "2 2\n0 1 \xff\n1 0 x\n"),
      (Strings{"g.txt:2:5: error: not UTF-8: \"\\xff\"", "g.txt:3:5: error: weight: \"x\" is not a number"}));
  EXPECT_EQ(refused("g.txt", std::string("\xff\xfe"
                                         "2\0 \0",
                                         6))
                .at(0),
            "g.txt:1:1: error: not UTF-8: \"\\xff\"");
}

TEST(RefusedGraphs, NodesOfAMatrixThatAreNone) {
  const TestFolder folder;
  folder.write("g.txt", "3 1\n0 1 1\n");
  folder.write("bad.txt", "3 1\n0 1 -1\n");
  folder.write("from", "0\n x\n3\n1 2\n99999999999999999999\n-1\n");
  folder.write("to", "\n");
  const auto refused = [&](const std::string& name) {
    const Outcome outcome =
        run({"graph", "matrix", name, "--from", "from", "--to", "to", "--output", "answer"}, folder.path());
    EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
    EXPECT_EQ(folder.files().front(), "bad.txt") << "something was written";
    return outcome.error_lines();
  };
  EXPECT_EQ(refused("g.txt"),
            (Strings{"from:2:2: error: \"x\" is not a node number",
                     "from:4:3: error: a line holds one node number: \"1 2\"",
                     "from:5:1: error: node \"99999999999999999999\" is out of range",
                     "from:6:1: error: \"-1\" is not a node number", "to: error: the file names no node",
                     "from:3:1: error: node 3 is out of range: the graph has 0 to 2"}));
  // What is wrong with the graph is told beside it.
  EXPECT_EQ(refused("bad.txt").size(), 6u);
  EXPECT_EQ(refused("bad.txt").front(), "bad.txt:2:5: error: weight: \"-1\" is negative");
}

TEST(RefusedGraphs, AMatrixOfTooManyPairsIsALimit) {
  const TestFolder folder;
  folder.write("g.txt", "3 1\n0 1 1\n");
  std::string nodes;
  for (int i = 0; i < 5000; ++i) nodes += "1\n";
  folder.write("nodes", nodes);
  const Outcome outcome =
      run({"graph", "matrix", "g.txt", "--from", "nodes", "--to", "nodes"}, folder.path());
  EXPECT_EQ(outcome.exit_code, 4) << outcome.err;
  EXPECT_EQ(outcome.err,
            "landbridge: error: a matrix of 5000 x 5000 pairs is more than 20000000 rows; ask for a part at "
            "a time\n");
}

TEST(RefusedGraphs, AFileThatIsNotThere) {
  const Outcome outcome = run({"graph", "components", "/no/such/file"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "/no/such/file: error: cannot be opened: No such file or directory\n");
}

TEST(RefusedGraphs, ManyFaultsAreToldUpToAThousand) {
  std::string text = "2 5000\n";
  for (int i = 0; i < 5000; ++i) text += "0 1 x\n";
  const Strings lines = refused("g.txt", text);
  ASSERT_EQ(lines.size(), 1001u);
  EXPECT_EQ(lines.back(), "g.txt: error: and 4000 more findings that are not listed");
}

TEST(RefusedGraphs, ALineOf200MegabytesCostsLittleMemory) {
  const TestFolder folder;
  const std::string path = folder.path() + "/long.txt";
  {
    std::ofstream out(path, std::ios::binary);
    out << "2 2\n0 1 ";
    const std::string block(1 << 20, '7');
    for (int i = 0; i < 200; ++i) out << block;
    out << "\n1 0 x\n";
  }
  for (const std::string format : {"edges", "dimacs", "tntp"}) {
    const Outcome outcome = run({"graph", "components", path, "--input", format});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_LT(outcome.peak_mb, most_mb) << format;
    if (format != "edges") continue;
    EXPECT_EQ(outcome.error_lines(),
              (Strings{path + ":2:1048577: error: the line has 209715204 bytes, more than 1048576",
                       path + ":3:5: error: weight: \"x\" is not a number"}));
  }
}

TEST(RefusedGraphs, APromiseOfTheHeadingIsNotAllocated) {
  const TestFolder folder;
  const std::string path = folder.write("g.txt", "4294967294 4294967294\n0 1 1\n");
  const Outcome outcome = run({"graph", "betweenness", path});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_LT(outcome.peak_mb, most_mb);
}

TEST(RefusedGraphs, WhatWouldOverflowIsALimit) {
  const TestFolder folder;
  const std::string wide = folder.write("wide.txt", "2 2\n0 1 9000000000\n1 0 0.000000000001\n");
  const Outcome outcome = run({"graph", "components", wide, "--output", folder.path() + "/answer"});
  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_EQ(outcome.err, wide +
                             ":2:5: error: weight: \"9000000000\" is more than 2^63 - 2 quanta of 1e-12; "
                             "choose a larger quantum\n");
  EXPECT_EQ(folder.files(), Strings{"wide.txt"});
  EXPECT_EQ(run({"graph", "components", wide, "--quantum", "0.01"}).exit_code, 0);
  // Each weight fits, their sum does not.
  const std::string sum = folder.write("sum.txt", "3 2\n0 1 9000000000000000000\n1 2 9000000000000000000\n");
  EXPECT_EQ(run({"graph", "betweenness", sum}).exit_code, 4);
}

TEST(AcceptedGraphs, CrlfByteOrderMarkAndLoopsChangeNothing) {
  const std::string plain = "4 5\n0 1 1\n1 2 1\n2 3 1\n1 1 0\n3 0 9\n";
  std::string dressed = "\xef\xbb\xbf";
  for (const char c : plain) dressed += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::string expected = answer("g.txt", plain);
  EXPECT_EQ(expected, "node,score\n0,3\n1,3\n2,3\n3,3\n");
  EXPECT_EQ(answer("g.txt", dressed), expected);
  EXPECT_EQ(answer("g.txt", "4 4\n0 1 1\n1 2 1\n2 3 1\n3 0 9\n"), expected);
}

TEST(AcceptedGraphs, WithoutNodesTheAnswerIsEmptyAndSaysWhy) {
  const TestFolder folder;
  const std::vector<std::pair<std::string, std::string>> headings{
      {"betweenness", "node,score\n"},    {"arc-betweenness", "arc,tail,head,score\n"},
      {"closeness", "node,score\n"},      {"harmonic", "node,score\n"},
      {"components", "node,component\n"}, {"bridges", "arc,tail,head\n"},
      {"articulation", "node\n"}};
  folder.write("none.txt", "0 0\n");
  for (const auto& [analysis, heading] : headings) {
    const Outcome outcome = run({"graph", analysis, "none.txt", "--format", "csv"}, folder.path());
    EXPECT_EQ(outcome.exit_code, 0) << analysis << outcome.err;
    EXPECT_EQ(outcome.out, heading) << analysis;
  }
  const std::string path = folder.write("g.txt", "0 0\n");
  const Outcome outcome = run({"graph", "betweenness", path, "--format", "json"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("\"reason\":\"the graph has no nodes\""), std::string::npos);
  EXPECT_NE(outcome.out.find("\"rows\": [\n]"), std::string::npos);
}

}  // namespace
}  // namespace landbridge::test
