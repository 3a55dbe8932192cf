// Is it text? Bytes checked against UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace landbridge {

/// Length in bytes, 1 to 4, of the code point that begins at `text[at]`; 0 when no well-formed one does:
/// overlong forms, surrogates, code points above U+10FFFF and cut sequences are not well-formed (Unicode 15,
/// table 3-7).
constexpr std::size_t utf8_length(std::string_view text, std::size_t at) noexcept;

/// Position of the first byte that begins no well-formed code point; npos when the whole of `text` is UTF-8.
/// Complexity O(size); plain ASCII goes eight bytes at a time.
inline std::size_t first_non_utf8(std::string_view text) noexcept;

/// Number of code points of well-formed text.
constexpr std::size_t utf8_count(std::string_view text) noexcept;

// ----------------------------------------------------------------------------------------------
// implementation

constexpr std::size_t utf8_length(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (at >= text.size()) return 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return within(1, 0x80, 0xbf) ? 2 : 0;
  if (lead < 0xf0) {
    const unsigned low = lead == 0xe0 ? 0xa0 : 0x80;
    const unsigned high = lead == 0xed ? 0x9f : 0xbf;
    return within(1, low, high) && within(2, 0x80, 0xbf) ? 3 : 0;
  }
  const unsigned low = lead == 0xf0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xf4 ? 0x8f : 0xbf;
  return within(1, low, high) && within(2, 0x80, 0xbf) && within(3, 0x80, 0xbf) ? 4 : 0;
}

inline std::size_t first_non_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t block = 0;
    while (at + sizeof block <= text.size()) {
      std::memcpy(&block, text.data() + at, sizeof block);
      if ((block & 0x8080808080808080u) != 0) break;
      at += sizeof block;
    }
    if (at == text.size()) break;
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

constexpr std::size_t utf8_count(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace landbridge
