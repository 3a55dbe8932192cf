#include "landbridge/centrality/rank_correlation.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/ranking.hpp"
#include "landbridge/graph/topology.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace landbridge {

namespace {

std::uint64_t pairs(std::uint64_t n) {
  return n * (n - (n > 0)) / 2;
}

/// Pearson's correlation; the ranks of n things have the mean (n + 1) / 2 whatever ties.
std::optional<double> pearson_of_ranks(std::span<const double> a, std::span<const double> b) {
  const double mean = (static_cast<double>(a.size()) + 1) / 2;
  double both = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean) * (b[i] - mean);
    of_a += (a[i] - mean) * (a[i] - mean);
    of_b += (b[i] - mean) * (b[i] - mean);
  }
  if (of_a == 0 || of_b == 0) return std::nullopt;
  return std::clamp(both / (std::sqrt(of_a) * std::sqrt(of_b)), -1.0, 1.0);
}

/// Pairs within runs of equal neighbours.
template <class Range, class Equal>
std::uint64_t tied_pairs(const Range& sorted, Equal equal) {
  std::uint64_t tied = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && equal(sorted[begin], sorted[end])) ++end;
    tied += pairs(end - begin);
    begin = end;
  }
  return tied;
}

/// Sorts the values and counts the pairs that stood the wrong way round; equal ones are none.
std::uint64_t sort_counting_swaps(std::vector<double>& values, std::vector<double>& spare, std::size_t begin,
                                  std::size_t end) {
  if (end - begin < 2) return 0;
  const std::size_t middle = begin + (end - begin) / 2;
  std::uint64_t swaps =
      sort_counting_swaps(values, spare, begin, middle) + sort_counting_swaps(values, spare, middle, end);
  std::size_t left = begin, right = middle;
  for (std::size_t at = begin; at < end; ++at) {
    if (right == end || (left < middle && values[left] <= values[right])) {
      spare[at] = values[left++];
    } else {
      spare[at] = values[right++];
      swaps += middle - left;
    }
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(begin),
            spare.begin() + static_cast<std::ptrdiff_t>(end),
            values.begin() + static_cast<std::ptrdiff_t>(begin));
  return swaps;
}

std::optional<double> tau_b(std::span<const double> a, std::span<const double> b) {
  std::vector<std::size_t> order(a.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(a[i], b[i]); });
  const std::uint64_t tied_a = tied_pairs(order, [&](std::size_t i, std::size_t j) { return a[i] == a[j]; });
  const std::uint64_t tied_both =
      tied_pairs(order, [&](std::size_t i, std::size_t j) { return a[i] == a[j] && b[i] == b[j]; });
  std::vector<double> values, spare(a.size());
  for (const std::size_t i : order) values.push_back(b[i]);
  const std::uint64_t discordant = sort_counting_swaps(values, spare, 0, values.size());
  const std::uint64_t tied_b = tied_pairs(values, std::equal_to());
  const std::uint64_t all = pairs(a.size());
  if (all == tied_a || all == tied_b) return std::nullopt;
  const double concordant = static_cast<double>(all - tied_a - tied_b + tied_both - discordant);
  return (concordant - static_cast<double>(discordant)) /
         (std::sqrt(static_cast<double>(all - tied_a)) * std::sqrt(static_cast<double>(all - tied_b)));
}

}  // namespace

std::vector<double> average_ranks(std::span<const double> scores) {
  IdMap<NodeId, double> by_thing(scores.size());
  for (const NodeId id : by_thing.ids()) by_thing[id] = scores[id.index()];
  const std::vector<Ranked<NodeId>> ranked = ranking(by_thing);
  std::vector<double> ranks(scores.size());
  for (std::size_t begin = 0; begin < ranked.size();) {
    std::size_t end = begin;
    while (end < ranked.size() && ranked[end].rank == ranked[begin].rank) ++end;
    // Places begin + 1 .. end.
    for (std::size_t i = begin; i < end; ++i)
      ranks[ranked[i].id.index()] = static_cast<double>(begin + 1 + end) / 2;
    begin = end;
  }
  return ranks;
}

RankCorrelation rank_correlation(std::span<const double> a, std::span<const double> b) {
  expects(a.size() == b.size(), "both scores are of the same things");
  RankCorrelation result{.n = a.size()};
  if (a.size() < 2) return result;
  const std::vector<double> of_a = average_ranks(a), of_b = average_ranks(b);
  result.spearman = pearson_of_ranks(of_a, of_b);
  result.kendall = tau_b(of_a, of_b);
  return result;
}

}  // namespace landbridge
