// Which bytes were read? A short name for them that changes when they do.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace landbridge {

/// XXH3 of 64 bits over all bytes added, in order, however they are cut into parts (xxHash, seed 0; the same
/// on every machine). Tells data apart in provenance; not for cryptography.
class ContentHash {
 public:
  ContentHash();
  ContentHash(ContentHash&&) noexcept;
  ContentHash& operator=(ContentHash&&) noexcept;
  ~ContentHash();

  void add(std::string_view bytes) noexcept;
  std::uint64_t value() const noexcept;
  /// 16 hexadecimal digits.
  std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace landbridge
