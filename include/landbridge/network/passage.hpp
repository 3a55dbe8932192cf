// What is a strait or canal called?
#pragma once

#include <string>
#include <string_view>

namespace landbridge {

/// A passage in words.
struct PassageLabel {
  std::string name;  ///< Strait of Malacca
  std::string kind;  ///< strait, canal, cape, sea route; passage where it is not known
};

/// The name of what links call `slug` in `passes` (malacca); the slug itself where it is not known.
PassageLabel passage_label(std::string_view slug);

}  // namespace landbridge
