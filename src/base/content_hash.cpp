#include "landbridge/base/content_hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace landbridge {

struct ContentHash::State {
  XXH3_state_t xxh3;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
  XXH3_64bits_reset(&state_->xxh3);
}
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
ContentHash::~ContentHash() = default;

void ContentHash::add(std::string_view bytes) noexcept {
  XXH3_64bits_update(&state_->xxh3, bytes.data(), bytes.size());
}

std::uint64_t ContentHash::value() const noexcept {
  return XXH3_64bits_digest(&state_->xxh3);
}

std::string ContentHash::text() const {
  const std::uint64_t hash = value();
  std::string digits(16, '0');
  for (unsigned i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
  return digits;
}

}  // namespace landbridge
