// Which names look like the one that is unknown?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace landbridge {

/// Fewest insertions, deletions and replacements of bytes that turn one text into the other (Levenshtein
/// 1966). Complexity O(|a| |b|).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most `most` of the candidates, nearest first: those that begin with the text, then by edit distance,
/// then by name.
std::vector<std::string_view> most_similar(std::string_view text,
                                           std::span<const std::string_view> candidates, std::size_t most);

}  // namespace landbridge
