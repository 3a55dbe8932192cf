#include "landbridge/base/random.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

static_assert(std::uniform_random_bit_generator<RandomStream>);

// The published algorithm, written out once more: what the stream must be on every machine.
class PlainSplitMix {
 public:
  explicit PlainSplitMix(std::uint64_t state) : state_(state) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    return mix(state_);
  }
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

TEST(RandomStream, IsSplitMixOverTheMixedKey) {
  // The first outputs of SplitMix64 from state 0, as published with its reference implementation.
  PlainSplitMix reference(0);
  EXPECT_EQ(reference.next(), 0xe220a8397b1dcdafu);
  EXPECT_EQ(reference.next(), 0x6e789e6aa1b965f4u);
  const std::uint64_t golden = 0x9e3779b97f4a7c15u;
  const std::uint64_t seed = 11, purpose = 22, item = 33;
  std::uint64_t key = PlainSplitMix::mix(seed + golden);
  key = PlainSplitMix::mix(key ^ (purpose + golden));
  key = PlainSplitMix::mix(key ^ (item + golden));
  PlainSplitMix expected(key);
  RandomStream stream(seed, purpose, item);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(stream(), expected.next());
}

TEST(RandomStream, DependsOnSeedPurposeAndItem) {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (std::uint64_t purpose = 0; purpose < 10; ++purpose)
      for (std::uint64_t item = 0; item < 10; ++item) firsts.insert(RandomStream(seed, purpose, item)());
  EXPECT_EQ(firsts.size(), 1000u);
}

TEST(RandomStream, BelowStaysBelowAndIsEven) {
  RandomStream stream(1, 2);
  std::array<int, 7> seen{};
  constexpr int draws = 70'000;
  for (int i = 0; i < draws; ++i) {
    const auto draw = stream.below(7);
    ASSERT_LT(draw, 7u);
    ++seen[draw];
  }
  double chi_squared = 0;
  for (const int count : seen) chi_squared += std::pow(count - draws / 7.0, 2) / (draws / 7.0);
  EXPECT_LT(chi_squared, 22.46);  // 6 degrees of freedom, 0.1 %; the draws are fixed, so this never flickers
  for (int i = 0; i < 100; ++i) EXPECT_EQ(stream.below(1), 0u);
}

TEST(RandomStream, BelowIsUnbiasedForBoundsNearTheTop) {
  RandomStream stream(3, 4);
  const std::uint64_t bound = (std::uint64_t{1} << 63) + 1;  // a bare remainder would halve the upper part
  int upper = 0;
  for (int i = 0; i < 10'000; ++i) upper += stream.below(bound) >= bound / 2;
  EXPECT_NEAR(upper, 5000, 200);
}

TEST(RandomStream, UniformLiesInTheHalfOpenUnitInterval) {
  RandomStream stream(5, 6);
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double draw = stream.uniform();
    ASSERT_GE(draw, 0);
    ASSERT_LT(draw, 1);
    EXPECT_EQ(std::ldexp(draw, 53), std::floor(std::ldexp(draw, 53)));
    sum += draw;
  }
  EXPECT_NEAR(sum / 10'000, 0.5, 0.01);
}

TEST(RandomStream, ChanceTakesItsProbability) {
  RandomStream stream(7, 8);
  int hits = 0;
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_FALSE(stream.chance(0));
    EXPECT_TRUE(stream.chance(1));
    hits += stream.chance(0.25);
  }
  EXPECT_NEAR(hits, 2500, 150);
}

}  // namespace
}  // namespace landbridge
