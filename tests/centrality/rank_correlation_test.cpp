#include "landbridge/centrality/rank_correlation.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Scores = std::vector<double>;

/// By the definition, pair by pair.
std::optional<double> slow_tau(const Scores& a, const Scores& b) {
  double concordant = 0, discordant = 0, a_differs = 0, b_differs = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double way = (a[i] - a[j]) * (b[i] - b[j]);
      concordant += way > 0;
      discordant += way < 0;
      a_differs += a[i] != a[j];
      b_differs += b[i] != b[j];
    }
  if (a_differs == 0 || b_differs == 0) return std::nullopt;
  return (concordant - discordant) / std::sqrt(a_differs * b_differs);
}

/// 1 + those before + half of those beside: no sorting.
Scores slow_ranks(const Scores& scores) {
  Scores ranks;
  for (const double mine : scores) {
    double rank = 0.5;
    for (const double other : scores) rank += other > mine ? 1 : other == mine ? 0.5 : 0;
    ranks.push_back(rank);
  }
  return ranks;
}

std::optional<double> slow_rho(const Scores& a, const Scores& b) {
  const Scores x = slow_ranks(a), y = slow_ranks(b);
  const auto n = static_cast<double>(x.size());
  double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    sx += x[i], sy += y[i], xx += x[i] * x[i], yy += y[i] * y[i], xy += x[i] * y[i];
  const double of_x = n * xx - sx * sx, of_y = n * yy - sy * sy;
  if (of_x == 0 || of_y == 0) return std::nullopt;
  return (n * xy - sx * sy) / std::sqrt(of_x * of_y);
}

TEST(RankCorrelation, IsOneForTheSameOrderAndMinusOneForTheReverse) {
  const RankCorrelation same = rank_correlation(Scores{1, 2, 30, 400}, Scores{0.1, 0.2, 0.3, 9});
  EXPECT_EQ(same.n, 4u);
  EXPECT_DOUBLE_EQ(*same.spearman, 1);
  EXPECT_DOUBLE_EQ(*same.kendall, 1);
  const RankCorrelation reverse = rank_correlation(Scores{1, 2, 3}, Scores{3, 2, 1});
  EXPECT_DOUBLE_EQ(*reverse.spearman, -1);
  EXPECT_DOUBLE_EQ(*reverse.kendall, -1);
}

/// docs/methods/rank-correlation.md.
TEST(RankCorrelation, TheWorkedExample) {
  // Trains 3,849, 2,285, 2,059, 2,052 against shares of 0.30, 0.10, 0.20, 0.10.
  const Scores trains{3849, 2285, 2059, 2052}, shares{0.30, 0.10, 0.20, 0.10};
  EXPECT_EQ(average_ranks(shares), (Scores{1, 3.5, 2, 3.5}));
  const RankCorrelation found = rank_correlation(trains, shares);
  // Of six pairs four are in order, one is not, one is tied in the shares.
  EXPECT_DOUBLE_EQ(*found.kendall, 3 / std::sqrt(6.0 * 5.0));
  EXPECT_DOUBLE_EQ(*found.spearman, 3 / std::sqrt(5.0 * 4.5));
}

TEST(RankCorrelation, IsNotDefinedWhereNothingIsOrdered) {
  EXPECT_FALSE(rank_correlation(Scores{}, Scores{}).spearman);
  EXPECT_FALSE(rank_correlation(Scores{1}, Scores{1}).kendall);
  const RankCorrelation flat = rank_correlation(Scores{1, 2, 3}, Scores{7, 7, 7});
  EXPECT_EQ(flat.n, 3u);
  EXPECT_FALSE(flat.spearman);
  EXPECT_FALSE(flat.kendall);
  EXPECT_THROW(rank_correlation(Scores{1, 2}, Scores{1}), ContractError);
  EXPECT_THROW(rank_correlation(Scores{1, std::nan("")}, Scores{1, 2}), ContractError);
}

TEST(RankCorrelation, RoundingBreaksNoTies) {
  const double third = 1.0 / 3;
  EXPECT_EQ(average_ranks(Scores{1, third + third + third - 1e-12, 0}), (Scores{1.5, 1.5, 3}));
}

TEST(RankCorrelation, RandomScoresAsByTheDefinition) {
  RandomStream random(20240701, 1);
  std::size_t undefined = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::size_t n = 2 + random.below(30), values = 1 + random.below(round % 2 == 0 ? 5 : 1000);
    Scores a, b;
    for (std::size_t i = 0; i < n; ++i) {
      a.push_back(static_cast<double>(random.below(values)));
      b.push_back(static_cast<double>(random.below(values)) - 3);
    }
    const RankCorrelation found = rank_correlation(a, b);
    const std::optional<double> tau = slow_tau(a, b), rho = slow_rho(a, b);
    ASSERT_EQ(found.kendall.has_value(), tau.has_value());
    ASSERT_EQ(found.spearman.has_value(), rho.has_value());
    undefined += !tau;
    if (!tau) continue;
    EXPECT_NEAR(*found.kendall, *tau, 1e-12);
    EXPECT_NEAR(*found.spearman, *rho, 1e-12);
    // Symmetric, and turned round by turning one round.
    const RankCorrelation mirrored = rank_correlation(b, a);
    EXPECT_DOUBLE_EQ(*mirrored.kendall, *found.kendall);
    EXPECT_DOUBLE_EQ(*mirrored.spearman, *found.spearman);
    Scores turned = a;
    for (double& score : turned) score = -score;
    EXPECT_NEAR(*rank_correlation(turned, b).kendall, -*found.kendall, 1e-12);
    EXPECT_NEAR(*rank_correlation(turned, b).spearman, -*found.spearman, 1e-12);
  }
  EXPECT_GT(undefined, 0u);
}

}  // namespace
}  // namespace landbridge
