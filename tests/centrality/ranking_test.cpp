#include "landbridge/centrality/ranking.hpp"

#include "landbridge/base/random.hpp"
#include "landbridge/graph/topology.hpp"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Scores = IdMap<NodeId, double>;

std::vector<std::pair<unsigned, unsigned>> ids_and_ranks(const Scores& scores) {
  std::vector<std::pair<unsigned, unsigned>> found;
  for (const auto& ranked : ranking(scores)) found.emplace_back(ranked.id.value(), ranked.rank);
  return found;
}
using Expected = std::vector<std::pair<unsigned, unsigned>>;

TEST(Ranking, PutsTheHighestFirstAndLeavesRanksOutAfterATie) {
  EXPECT_EQ(ids_and_ranks({1, 5, 3, 5, 0}), (Expected{{1, 1}, {3, 1}, {2, 3}, {0, 4}, {4, 5}}));
  EXPECT_EQ(ranking(Scores{2.5}), (std::vector<Ranked<NodeId>>{{NodeId(0), 2.5, 1}}));
  EXPECT_TRUE(ranking(Scores()).empty());
}

TEST(Ranking, RoundingDoesNotBreakTies) {
  const double third = 1.0 / 3;
  EXPECT_EQ(ids_and_ranks({third + third + third - 1e-12, 1, 1 + 1e-12}), (Expected{{0, 1}, {1, 1}, {2, 1}}));
  EXPECT_EQ(ids_and_ranks({1e6, 1e6 + 0.0009}), (Expected{{0, 1}, {1, 1}}))
      << "relative to the size of the score";
  EXPECT_EQ(ids_and_ranks({1e6, 1e6 + 0.0011}), (Expected{{1, 1}, {0, 2}}));
  EXPECT_EQ(ids_and_ranks({1e-20, 2e-20}), (Expected{{1, 1}, {0, 2}})) << "small scores differ too";
}

TEST(Ranking, TheFirstOfAGroupDecidesNotTheNeighbour) {
  const double step = 0.8e-9;
  EXPECT_EQ(ids_and_ranks({1 - 2 * step, 1 - step, 1}), (Expected{{1, 1}, {2, 1}, {0, 3}}));
  EXPECT_EQ(ids_and_ranks({1 - 3 * step, 1 - 2 * step, 1 - step, 1}),
            (Expected{{2, 1}, {3, 1}, {0, 3}, {1, 3}}));
}

TEST(Ranking, TakesZeroNegativeAndInfiniteScoresButNoNan) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(ids_and_ranks({0, -1, infinity, infinity, 1e300, -infinity, -0.0, -1 - 1e-12}),
            (Expected{{2, 1}, {3, 1}, {4, 3}, {0, 4}, {6, 4}, {1, 6}, {7, 6}, {5, 8}}));
  EXPECT_THROW(ranking(Scores{0, std::numeric_limits<double>::quiet_NaN()}), ContractError);
}

TEST(Ranking, LawsHoldOnRandomScores) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomStream random(seed, 1);
    Scores scores;
    for (int i = 0; i < 50; ++i)
      scores.push_back(static_cast<double>(random.below(20)) * (1 + 1e-12 * random.uniform()));
    const auto ranked = ranking(scores);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      std::size_t better = 0;
      for (const double score : scores) better += score > ranked[i].score + 0.5;
      ASSERT_EQ(ranked[i].rank, better + 1);
      ASSERT_EQ(ranked[i].score, scores[ranked[i].id]);
      if (i > 0 && ranked[i].rank == ranked[i - 1].rank) {
        ASSERT_LT(ranked[i - 1].id, ranked[i].id);
      }
    }
  }
}

}  // namespace
}  // namespace landbridge
