// How far do two rankings of the same things agree?
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace landbridge {

struct RankCorrelation {
  std::size_t n = 0;                ///< things compared
  std::optional<double> spearman = {};  ///< rho, -1 .. 1
  std::optional<double> kendall = {};   ///< tau-b, -1 .. 1
};

/// Spearman's rho and Kendall's tau-b of two scores of the same things: `a[i]` and `b[i]` belong to thing i.
///
/// rho is Pearson's correlation of the average ranks. tau-b is (concordant - discordant pairs) divided by the
/// geometric mean of the numbers of pairs that a and that b do not tie. Both are 1 for the same order, -1 for
/// the reverse, and do not change under a rising function of a score. Ties as in centrality/ranking.hpp:
/// scores within 1e-9 of the first of their group are the same.
///
/// Empty where it is not defined: fewer than two things, or all tied in a or in b. Spearman's is a sum of
/// doubles in the order given; Kendall's counts are exact to 2^53. Complexity: O(n log n). Errors: ContractError for
/// lengths that differ and for NaN. References: Spearman 1904, 10.2307/1412159; Kendall 1945,
/// 10.1093/biomet/33.3.239; Knight 1966, 10.1080/01621459.1966.10480879.
RankCorrelation rank_correlation(std::span<const double> a, std::span<const double> b);

/// 1 for the highest; what ties shares the mean of its places (1, 2.5, 2.5, 4). Ties as above.
std::vector<double> average_ranks(std::span<const double> scores);

}  // namespace landbridge
