#include "landbridge/io/dimacs.hpp"

#include "io/graph_text.hpp"

#include <cstdio>

#include <gtest/gtest.h>
#include <zlib.h>

namespace landbridge {
namespace {

using test::Arcs;
using test::Strings;

constexpr std::string_view small = "c a comment\nc\np sp 3 3\na 1 2 803\na 2 1 803\nc between\na 3 3 0\n";

Strings faults(std::string_view text) {
  return test::findings_of(read_dimacs, text);
}

TEST(Dimacs, NumbersFromOne) {
  const GraphFile graph = read_dimacs(TextSource::memory("g", small));
  EXPECT_EQ(graph.first_number, 1u);
  EXPECT_EQ(graph.number(NodeId(2)), 3u);
  EXPECT_EQ(test::arcs_of(graph), (Arcs{{0, 1, 803}, {1, 0, 803}, {2, 2, 0}}));
}

TEST(Dimacs, AnyLineMayBeIndented) {
  EXPECT_EQ(test::arcs_of(read_dimacs(TextSource::memory("g", " c so\n\tp sp 2 1\n  a 1 2 7\n"))),
            (Arcs{{0, 1, 7}}));
}

TEST(Dimacs, ReadsCompressedFiles) {
  const std::string path = testing::TempDir() + "landbridge_dimacs.gr.gz";
  gzFile out = gzopen(path.c_str(), "wb");
  gzputs(out, std::string(small).c_str());
  gzclose(out);
  EXPECT_EQ(test::arcs_of(read_dimacs(TextSource::file(path))),
            test::arcs_of(read_dimacs(TextSource::memory("g", small))));
  std::remove(path.c_str());
}

TEST(Dimacs, SaysEveryFaultAtItsPlace) {
  EXPECT_EQ(faults("p sp 2 4\na 0 1 5\na 1 3 5\na 1 2\ne 1 2 3\na 1 2 -1\np sp 2 3\n"),
            (Strings{"g:2:3: error: node \"0\" is out of range: the file promises 1 to 2",
                     "g:3:5: error: node \"3\" is out of range: the file promises 1 to 2",
                     "g:4:6: error: a line of an arc reads a TAIL HEAD WEIGHT: \"a 1 2\"",
                     "g:5:1: error: a line begins with c, p or a, not with \"e\"",
                     "g:6:7: error: weight: \"-1\" is negative",
                     "g:7:1: error: a second problem line: \"p sp 2 3\""}));
  EXPECT_EQ(faults("a 1 2 3\n"), Strings{"g:1:1: error: an arc before the problem line p sp NODES ARCS"});
  EXPECT_EQ(faults("c only\n"), Strings{"g:1: error: there is no problem line p sp NODES ARCS"});
  EXPECT_EQ(faults("p max 2 3\na 1 2 x\n"),
            (Strings{"g:1:1: error: the problem line reads p sp NODES ARCS: \"p max 2 3\"",
                     "g:2:7: error: weight: \"x\" is not a number"}));
  EXPECT_EQ(faults(""), Strings{"g: error: the file is empty"});
  EXPECT_EQ(faults("p sp 3 3\na 1 2 803\na 2 1"),
            (Strings{"g:3:6: error: a line of an arc reads a TAIL HEAD WEIGHT: \"a 2 1\"",
                     "g:1:8: error: the file promises 3 arcs and holds 2; is it truncated?"}));
  EXPECT_EQ(faults("p sp \xff 3\na 1 2 3\n"), Strings{"g:1:6: error: not UTF-8: \"\\xff\""});
}

}  // namespace
}  // namespace landbridge
