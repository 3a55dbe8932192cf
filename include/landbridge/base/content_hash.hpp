// Which bytes were read? A short name for them that changes when they do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landbridge {

/// FNV-1a of 64 bits over all bytes added, in order, however they are cut into parts
/// (Fowler, Noll, Vo; draft-eastlake-fnv). Tells data apart in provenance; not for cryptography.
class ContentHash {
 public:
  void add(std::string_view bytes) noexcept {
    for (const char byte : bytes) hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  }
  std::uint64_t value() const noexcept { return hash_; }
  /// 16 hexadecimal digits.
  std::string text() const {
    std::string digits(16, '0');
    for (unsigned i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[hash_ >> (60 - 4 * i) & 15];
    return digits;
  }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace landbridge
