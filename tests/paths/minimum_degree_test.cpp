#include "paths/minimum_degree.hpp"

#include <numeric>

#include <gtest/gtest.h>

namespace landbridge::detail {
namespace {

SimpleGraph from_rows(const std::vector<std::vector<std::uint32_t>>& rows) {
  SimpleGraph graph;
  for (const auto& row : rows) {
    graph.neighbours.insert(graph.neighbours.end(), row.begin(), row.end());
    graph.first.push_back(static_cast<std::uint32_t>(graph.neighbours.size()));
  }
  return graph;
}

TEST(MinimumDegree, ThinsOutTreesAndChainsAndLeavesTheRest) {
  // A complete graph of 0 1 2 3; 4 hangs on 0, 5 and 6 are a chain from 1 to 2.
  const Thinned thinned =
      thin_out(from_rows({{1, 2, 3, 4}, {0, 2, 3, 5}, {0, 1, 3, 6}, {0, 1, 2}, {0}, {1, 6}, {2, 5}}));
  EXPECT_EQ(thinned.eliminated, (std::vector<std::uint32_t>{4, 5, 6}));
  EXPECT_EQ(thinned.kept, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  EXPECT_EQ(thinned.core.first, (std::vector<std::uint32_t>{0, 3, 6, 9, 12}));
  const Thinned chain = thin_out(from_rows({{1}, {0, 2}, {1, 3}, {2}}));
  EXPECT_EQ(chain.eliminated.size(), 4u);
  EXPECT_EQ(chain.core.size(), 0u);
}

TEST(MinimumDegree, CountsNeighboursOutside) {
  // In the path 0 - 1 - 2 the middle has two neighbours; 0 has three more outside the part.
  const SimpleGraph graph = from_rows({{1, 3, 4, 5}, {0, 2}, {1}, {0}, {0}, {0}});
  std::vector<std::uint32_t> local(6, ~0u);
  std::vector<std::uint32_t> order;
  order_by_degree(graph, std::vector<std::uint32_t>{0, 1, 2}, local, order);
  EXPECT_EQ(order, (std::vector<std::uint32_t>{2, 1, 0}));
  EXPECT_EQ(local, std::vector<std::uint32_t>(6, ~0u));
}

}  // namespace
}  // namespace landbridge::detail
