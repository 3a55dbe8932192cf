#include "landbridge/paths/hierarchy.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/random_graphs.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Hierarchy, IsTheCompletion) {
  std::uint64_t triangles = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const test::RandomGraph graph = test::random_graph(seed);
    const Hierarchy hierarchy(graph.topology,
                              nested_dissection(graph.topology, {.terminals = graph.terminals}));
    ASSERT_EQ(hierarchy.edge_count(), hierarchy.order().edges);
    std::set<std::pair<Rank, Rank>> expected;
    for (const ArcId arc : graph.topology.arcs()) {
      const Rank a = hierarchy.rank(graph.topology.tail(arc));
      const Rank b = hierarchy.rank(graph.topology.head(arc));
      const auto [edge, up] = hierarchy.position(arc);
      if (a.is_none() || b.is_none() || a == b) {
        ASSERT_TRUE(edge.is_none());
        continue;
      }
      expected.emplace(std::min(a, b), std::max(a, b));
      ASSERT_EQ(std::pair(hierarchy.lower(edge), hierarchy.upper(edge)),
                std::pair(std::min(a, b), std::max(a, b)));
      ASSERT_EQ(up, a < b);
      ASSERT_EQ(hierarchy.edge_between(b, a), edge);
    }
    for (const Rank rank : hierarchy.ranks())  // eliminate, slowly
      for (const Rank middle : hierarchy.ranks())
        for (const Rank highest : hierarchy.ranks())
          if (rank < middle && middle < highest && expected.contains({rank, middle}) &&
              expected.contains({rank, highest}))
            expected.emplace(middle, highest);
    std::set<std::pair<Rank, Rank>> found;
    EdgeId next(0);
    for (const Rank rank : hierarchy.ranks()) {
      for (const EdgeId edge : hierarchy.edges_up(rank)) {
        ASSERT_EQ(edge, next);
        next = EdgeId(next.value() + 1);
        ASSERT_EQ(hierarchy.lower(edge), rank);
        found.emplace(rank, hierarchy.upper(edge));
        ASSERT_EQ(hierarchy.edge_between(rank, hierarchy.upper(edge)), edge);
      }
      for (const EdgeId edge : hierarchy.edges_down(rank)) ASSERT_EQ(hierarchy.upper(edge), rank);
      ASSERT_TRUE(std::ranges::is_sorted(hierarchy.edges_down(rank)));
      if (!hierarchy.edges_up(rank).empty()) {
        ASSERT_EQ(hierarchy.parent(rank), hierarchy.upper(hierarchy.edges_up(rank)[0]));
      } else {
        ASSERT_TRUE(hierarchy.parent(rank).is_none());
      }
    }
    ASSERT_EQ(found, expected);

    // Triangles from their lowest rank and from the edge they lie under are the same ones.
    std::set<std::tuple<EdgeId, EdgeId, EdgeId>> above, below;
    for (const Rank rank : hierarchy.ranks())
      hierarchy.for_each_triangle(rank, [&](EdgeId low, EdgeId high, EdgeId opposite) {
        ASSERT_EQ(hierarchy.lower(low), rank);
        ASSERT_EQ(hierarchy.lower(high), rank);
        ASSERT_EQ(hierarchy.upper(low), hierarchy.lower(opposite));
        ASSERT_EQ(hierarchy.upper(high), hierarchy.upper(opposite));
        above.emplace(low, high, opposite);
      });
    for (std::size_t edge = 0; edge < hierarchy.edge_count(); ++edge)
      hierarchy.for_each_triangle_below(
          EdgeId::at(edge), [&](EdgeId low, EdgeId high) { below.emplace(low, high, EdgeId::at(edge)); });
    ASSERT_EQ(above, below);
    ASSERT_EQ(above.size(), hierarchy.order().triangles);
    triangles += above.size();
  }
  EXPECT_GT(triangles, 10'000u);
}

TEST(Hierarchy, RefusesWhatIsTooLarge) {
  const Topology topology = random_multigraph(300, 3000, 2);
  NodeOrder order = nested_dissection(topology, {.most_edges = 100});
  EXPECT_THROW(Hierarchy(topology, std::move(order)), LimitError);
  const Topology other = grid(3, 3);
  EXPECT_THROW(Hierarchy(other, nested_dissection(topology)), ContractError);
}

}  // namespace
}  // namespace landbridge
