#include "paths/separator.hpp"

#include "landbridge/graph/generate.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace landbridge::detail {
namespace {

SimpleGraph simple(const Topology& topology) {
  SimpleGraph graph;
  for (const NodeId node : topology.nodes()) {
    std::set<std::uint32_t> row;
    for (const ArcId arc : topology.outgoing(node)) row.insert(topology.head(arc).value());
    for (const ArcId arc : topology.incoming(node)) row.insert(topology.tail(arc).value());
    row.erase(node.value());
    graph.neighbours.insert(graph.neighbours.end(), row.begin(), row.end());
    graph.first.push_back(static_cast<std::uint32_t>(graph.neighbours.size()));
  }
  return graph;
}

TEST(Separator, Parts) {
  for (std::uint64_t key = 1; key < 40; ++key) {
    const SimpleGraph graph = simple(random_multigraph(20 + 30 * key, 60 * key, key));
    const std::vector<Side> sides = find_separator(graph, key);
    ASSERT_EQ(sides.size(), graph.size());
    for (std::uint32_t node = 0; node < graph.size(); ++node)
      for (const std::uint32_t other : graph.row(node))
        ASSERT_TRUE(sides[node] == sides[other] || sides[node] == Side::separator ||
                    sides[other] == Side::separator);
    ASSERT_EQ(sides, find_separator(graph, key));
  }
}

TEST(Separator, IsSmallAndBalancedOnAGrid) {
  const std::vector<Side> sides = find_separator(simple(grid(40, 40)), 1);
  const auto count = [&](Side side) { return std::ranges::count(sides, side); };
  EXPECT_LE(count(Side::separator), 48);
  EXPECT_GE(count(Side::separator), 35);  // no forty-by-forty grid is cut so evenly by less
  EXPECT_LE(count(Side::left), 960);
  EXPECT_LE(count(Side::right), 960);
}

TEST(Separator, OfWhatCannotBeCut) {
  EXPECT_TRUE(find_separator(SimpleGraph{}, 1).empty());
  SimpleGraph complete;
  for (std::uint32_t node = 0; node < 130; ++node) {
    for (std::uint32_t other = 0; other < 130; ++other)
      if (other != node) complete.neighbours.push_back(other);
    complete.first.push_back(static_cast<std::uint32_t>(complete.neighbours.size()));
  }
  const std::vector<Side> sides = find_separator(complete, 1);
  EXPECT_TRUE(std::ranges::count(sides, Side::left) == 0 || std::ranges::count(sides, Side::right) == 0);
}

}  // namespace
}  // namespace landbridge::detail
