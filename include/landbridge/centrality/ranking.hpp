// Who comes first? Scores turned into ranks, with ties that rounding cannot break.
#pragma once

#include "landbridge/base/contract.hpp"
#include "landbridge/base/id_map.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace landbridge {

template <class IdType>
struct Ranked {
  IdType id;
  double score = 0;
  std::uint32_t rank = 0;  ///< from 1; one more than the number of those ranked before the group

  friend bool operator==(const Ranked&, const Ranked&) = default;
};

/// Scores closer than this to the first of their group, relative to it, are a tie.
inline constexpr double ranking_tolerance = 1e-9;

/// All ids, the highest score first.
///
/// Ties: a group begins with the highest score s not yet ranked and takes every score within
/// `ranking_tolerance` x |s| below it. A group shares one rank (1, 2, 2, 4, ...) and is ordered by id. The
/// first of a group decides, not the neighbour, so a long chain of small steps is not one group. Scores are
/// sums of doubles, right to about 1e-12 relative: without the rule, rounding alone would order exact ties.
///
/// Range: any score but NaN (ContractError); an infinite score ties with its equal only.
/// Complexity: O(n log n). Deterministic.
template <class IdType>
std::vector<Ranked<IdType>> ranking(const IdMap<IdType, double>& scores);

// ----------------------------------------------------------------------------------------------
// implementation

template <class IdType>
std::vector<Ranked<IdType>> ranking(const IdMap<IdType, double>& scores) {
  std::vector<Ranked<IdType>> ranked;
  ranked.reserve(scores.size());
  for (const IdType id : scores.ids()) {
    expects(!std::isnan(scores[id]), "a score to be ranked is a number");
    ranked.push_back({id, scores[id], 0});
  }
  std::ranges::stable_sort(ranked, std::ranges::greater(), &Ranked<IdType>::score);
  const auto tied = [](double first, double score) {
    return score == first || (std::isfinite(first) && first - score <= ranking_tolerance * std::abs(first));
  };
  for (auto group = ranked.begin(); group != ranked.end();) {
    auto end = group;
    while (end != ranked.end() && tied(group->score, end->score)) ++end;
    const auto rank = static_cast<std::uint32_t>(group - ranked.begin() + 1);
    std::for_each(group, end, [&](auto& member) { member.rank = rank; });
    std::ranges::sort(group, end, {}, &Ranked<IdType>::id);
    group = end;
  }
  return ranked;
}

}  // namespace landbridge
