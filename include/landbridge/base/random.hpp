// Where do random numbers come from? From streams keyed by the item they belong to, never by a thread.
#pragma once

#include <bit>
#include <cstdint>

namespace landbridge {

/// A stream of random numbers that depends on nothing but (seed, purpose, item): the same on every machine
/// and for every order of evaluation. SplitMix64 (Steele, Lea, Flood 2014, 10.1145/2660193.2660195) over a
/// mixed key. Period 2^64 per stream. Not for cryptography.
class RandomStream {
 public:
  using result_type = std::uint64_t;

  constexpr RandomStream(std::uint64_t seed, std::uint64_t purpose, std::uint64_t item = 0) noexcept
      : state_(mix(mix(mix(seed + golden) ^ (purpose + golden)) ^ (item + golden))) {}

  static constexpr result_type min() noexcept { return 0; }
  static constexpr result_type max() noexcept { return ~result_type{0}; }

  constexpr result_type operator()() noexcept { return mix(state_ += golden); }

  /// Uniform in 0 .. bound - 1, without bias; bound > 0.
  constexpr std::uint64_t below(std::uint64_t bound) noexcept {
    const std::uint64_t threshold = (0 - bound) % bound;  // 2^64 mod bound
    for (;;) {
      const std::uint64_t draw = (*this)();
      if (draw >= threshold) return draw % bound;
    }
  }

  /// Uniform in [0, 1), a multiple of 2^-53.
  constexpr double uniform() noexcept { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

  constexpr bool chance(double probability) noexcept { return uniform() < probability; }

 private:
  static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15u;
  static constexpr std::uint64_t mix(std::uint64_t z) noexcept {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

}  // namespace landbridge
