// `landbridge graph` by both engines: the same rows, on random files with everything that makes engines
// differ.
#include "landbridge/base/random.hpp"
#include "support/command_line.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

struct DrawnArc {
  std::uint64_t tail, head;
  std::string weight;
};

// Nodes 0 .. count - 1, joined within their part only; loops, parallel arcs, free arcs, ties.
struct DrawnGraph {
  std::uint64_t nodes = 0;
  std::vector<DrawnArc> arcs;
};

DrawnGraph draw(std::uint64_t seed, bool decimals) {
  RandomStream random(seed, 0x66696c6573);  // "files"
  DrawnGraph graph;
  graph.nodes = 20 + random.below(60);
  const std::uint64_t parts = 1 + random.below(3);
  const std::uint64_t dearest = random.chance(0.5) ? 3 : 1000;
  const double free = random.chance(0.5) ? 0.15 : 0;
  const auto weight = [&] {
    if (random.chance(free)) return std::string("0");
    std::string text = std::to_string(1 + random.below(dearest));
    if (decimals) text += random.chance(0.5) ? ".25" : ".5";
    return text;
  };
  const auto add = [&](std::uint64_t tail, std::uint64_t head) {
    graph.arcs.push_back({tail, head, weight()});
  };
  for (std::uint64_t node = parts; node < graph.nodes; ++node) {
    const std::uint64_t before = node % parts + parts * random.below(node / parts);
    add(before, node);
    if (random.chance(0.8)) add(node, before);  // else a one-way street
  }
  for (std::uint64_t arc = 0; arc < graph.nodes; ++arc) {
    const std::uint64_t tail = random.below(graph.nodes);
    const std::uint64_t head =
        std::min(tail % parts + parts * random.below(graph.nodes / parts), graph.nodes - 1);
    if (head % parts == tail % parts) add(tail, head);
  }
  for (int copies = 0; copies < 5; ++copies)
    graph.arcs.push_back(graph.arcs[random.below(graph.arcs.size())]);
  return graph;
}

// The file's name tells its format.
std::string name_of(std::uint64_t seed) {
  constexpr const char* names[] = {"g.txt", "g.gr", "g.tntp"};
  return names[seed % 3];
}

std::string text_of(const DrawnGraph& graph, const std::string& name) {
  std::ostringstream text;
  const std::size_t arcs = graph.arcs.size();
  if (name == "g.gr") {
    text << "p sp " << graph.nodes << ' ' << arcs << '\n';
    for (const DrawnArc& arc : graph.arcs)
      text << "a " << arc.tail + 1 << ' ' << arc.head + 1 << ' ' << arc.weight << '\n';
  } else if (name == "g.tntp") {
    text << "<NUMBER OF NODES> " << graph.nodes << "\n<FIRST THRU NODE> " << graph.nodes / 5 + 1
         << "\n<NUMBER OF LINKS> " << arcs
         << "\n<END OF METADATA>\n~ init_node term_node length free_flow_time ;\n";
    for (const DrawnArc& arc : graph.arcs)
      text << arc.tail + 1 << ' ' << arc.head + 1 << " 7 " << arc.weight << " ;\n";
  } else {
    text << graph.nodes << ' ' << arcs << '\n';
    for (const DrawnArc& arc : graph.arcs) text << arc.tail << ' ' << arc.head << ' ' << arc.weight << '\n';
  }
  return text.str();
}

// What the graph lets the command line ask.
Strings flags_of(std::uint64_t seed, const std::string& name, const std::string& analysis) {
  RandomStream random(seed, 0x666c616773);  // "flags"
  Strings flags;
  if (random.chance(0.5)) flags.push_back("--undirected");
  if (random.chance(0.5)) flags.insert(flags.end(), {"--parallel", "collapse"});
  if (name == "g.tntp" && random.chance(0.6)) flags.push_back("--first-thru");
  if (analysis == "matrix") return flags;
  if (random.chance(0.3)) flags.insert(flags.end(), {"--sources", "9", "--seed", std::to_string(seed)});
  if ((analysis == "closeness" || analysis == "harmonic") && random.chance(0.5))
    flags.insert(flags.end(), {"--direction", "inward"});
  return flags;
}

// All numbers of the rows and the summary, in order; nothing where one is absent.
std::vector<std::optional<double>> numbers(const std::string& json) {
  std::vector<std::optional<double>> result;
  for (std::size_t at = json.find("\"summary\""); (at = json.find(':', at)) != std::string::npos;) {
    const char* const value = json.c_str() + ++at;
    if (std::string_view(value).starts_with("null"))
      result.emplace_back();
    else if (*value == '-' || std::isdigit(static_cast<unsigned char>(*value)) != 0)
      result.emplace_back(std::strtod(value, nullptr));
  }
  return result;
}

::testing::AssertionResult same_numbers(const std::string& found, const std::string& expected) {
  const auto a = numbers(found), b = numbers(expected);
  if (a.size() != b.size() || a.size() < 10)
    return ::testing::AssertionFailure() << a.size() << " numbers, " << b.size();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].has_value() != b[i].has_value() || (a[i] && std::abs(*a[i] - *b[i]) > 1e-12 * std::abs(*b[i])))
      return ::testing::AssertionFailure()
             << "number " << i << ": " << a[i].value_or(-1) << " is not " << b[i].value_or(-1) << "\n"
             << found << expected;
  return ::testing::AssertionSuccess();
}

class GraphEngines : public testing::Test {
 protected:
  std::string answer(const std::string& analysis, const std::string& name, const std::string& engine,
                     const Strings& flags) const {
    Strings arguments{"graph", analysis, name, "--engine", engine, "--no-timings", "--format", "json"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const Outcome outcome = run(arguments, folder_.path());
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.out;
  }
  static ::testing::AssertionResult names(const std::string& json, const std::string& engine) {
    const std::string field = "\"engine\":\"" + engine + "\"";
    const std::size_t provenance = json.find(field), summary = json.find("\"summary\"");
    if (provenance > summary || json.find(field, summary) == std::string::npos)
      return ::testing::AssertionFailure() << json;
    return ::testing::AssertionSuccess();
  }

  TestFolder folder_;
};

TEST_F(GraphEngines, GiveTheSameRows) {
  for (std::uint64_t seed = 0; seed < 45; ++seed) {
    const std::string name = name_of(seed);
    const DrawnGraph graph = draw(seed, seed % 2 == 0);
    folder_.write(name, text_of(graph, name));
    RandomStream random(seed, 0x656e6473);  // "ends"
    const std::uint64_t first = name == "g.txt" ? 0 : 1;
    std::string ends[2];
    for (std::string& text : ends)
      for (int i = 0; i < 12; ++i) text += std::to_string(first + random.below(graph.nodes)) + "\n";
    folder_.write("from", ends[0]);
    folder_.write("to", ends[1]);
    for (const std::string analysis : {"betweenness", "arc-betweenness", "closeness", "harmonic", "matrix"}) {
      Strings flags = flags_of(seed, name, analysis);
      if (analysis == "matrix") flags.insert(flags.end(), {"--from", "from", "--to", "to"});
      const std::string searched = answer(analysis, name, "search", flags);
      const std::string swept = answer(analysis, name, "hierarchy", flags);
      ASSERT_TRUE(names(searched, "search"));
      ASSERT_TRUE(names(swept, "hierarchy"));
      ASSERT_TRUE(same_numbers(swept, searched)) << "graph " << seed << ", " << analysis;
      if (analysis == "matrix") {  // costs are exact
        ASSERT_EQ(swept.substr(swept.find("\"rows\"")), searched.substr(searched.find("\"rows\"")));
      }
    }
  }
}

TEST_F(GraphEngines, TheNumberOfThreadsChangesNoByte) {
  folder_.write("g.txt", text_of(draw(7, true), "g.txt"));
  for (const std::string analysis : {"betweenness", "arc-betweenness", "closeness", "harmonic"}) {
    const std::string one = answer(analysis, "g.txt", "hierarchy", {"--threads", "1"});
    for (const std::string threads : {"2", "3", "7"})
      EXPECT_EQ(answer(analysis, "g.txt", "hierarchy", {"--threads", threads}), one);
  }
}

// A grid is swept where there are enough sources to pay for that, and the answer says so.
TEST_F(GraphEngines, AutoTakesTheFasterAndSaysWhy) {
  constexpr int side = 20;
  std::string text = "400 1520\n";
  const auto both = [&](int a, int b) {
    text += std::to_string(a) + " " + std::to_string(b) + " 1\n" + std::to_string(b) + " " +
            std::to_string(a) + " 1\n";
  };
  for (int node = 0; node < side * side; ++node) {
    if (node % side + 1 < side) both(node, node + 1);
    if (node + side < side * side) both(node, node + side);
  }
  folder_.write("g.txt", text);
  const std::string all = answer("betweenness", "g.txt", "auto", {});
  EXPECT_TRUE(names(all, "hierarchy"));
  EXPECT_NE(all.find("\"engine_reason\":\"faster for this graph and number of sources\""), std::string::npos);
  EXPECT_EQ(all.find("\"order_hash\":null"), std::string::npos);
  EXPECT_TRUE(same_numbers(all, answer("betweenness", "g.txt", "search", {})));
  const std::string few = answer("betweenness", "g.txt", "auto", {"--sources", "5"});
  EXPECT_TRUE(names(few, "search"));
  EXPECT_NE(few.find("\"engine_reason\":\"too few sources to pay for a hierarchy\""), std::string::npos);
  EXPECT_NE(few.find("\"order_hash\":null"), std::string::npos);
}

TEST_F(GraphEngines, AnswerForGraphsWithoutNodes) {
  folder_.write("g.txt", "0 0\n");
  for (const std::string engine : {"auto", "hierarchy", "search"})
    for (const std::string analysis : {"betweenness", "arc-betweenness", "closeness", "harmonic"})
      EXPECT_NE(answer(analysis, "g.txt", engine, {}).find("\"rows\": [\n]"), std::string::npos);
}

}  // namespace
}  // namespace landbridge::test
