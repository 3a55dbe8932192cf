// What is the middle of a few figures?
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace landbridge::detail {

/// The mean of the two middle ones where their number is even; nothing of nothing. Never below the least.
template <class Figure>
std::optional<Figure> median(std::vector<Figure> figures) {
  if (figures.empty()) return std::nullopt;
  std::sort(figures.begin(), figures.end());
  const std::size_t middle = figures.size() / 2;
  if (figures.size() % 2 == 1) return figures[middle];
  return (figures[middle - 1] + figures[middle]) / 2;
}

}  // namespace landbridge::detail
