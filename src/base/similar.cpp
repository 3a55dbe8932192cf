#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace landbridge {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

std::vector<std::string_view> most_similar(std::string_view text,
                                           std::span<const std::string_view> candidates, std::size_t most) {
  using Ranked = std::tuple<bool, std::size_t, std::string_view>;
  std::vector<Ranked> ranked;
  for (const std::string_view candidate : candidates)
    ranked.emplace_back(!candidate.starts_with(text), edit_distance(text, candidate), candidate);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string_view> nearest;
  for (const auto& [rest, distance, candidate] : ranked) {
    if (nearest.size() == most) break;
    if (nearest.empty() || nearest.back() != candidate) nearest.push_back(candidate);
  }
  return nearest;
}

}  // namespace landbridge
