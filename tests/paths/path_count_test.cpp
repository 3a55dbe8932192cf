#include "landbridge/paths/path_count.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(PathCount, AddsAndMultipliesExactlyUpTo53Bits) {
  const PathCount sum = PathCount(0x1p52) + PathCount(0x1p52 - 1);
  EXPECT_EQ(sum.value(), 0x1p53 - 1);
  EXPECT_TRUE(sum.is_exact());
  EXPECT_FALSE((sum + PathCount(1)).is_exact());
  EXPECT_EQ((PathCount(3) * PathCount(5)).value(), 15);
  EXPECT_EQ((PathCount(0) + PathCount(7)).value(), 7);
  EXPECT_TRUE((PathCount(0) * PathCount(7)).is_zero());
}

TEST(PathCount, GoesOnWhereDoublesEnd) {
  PathCount count(1);
  for (int i = 0; i < 2000; ++i) count = count * PathCount(10);
  EXPECT_TRUE(std::isinf(count.value()));
  EXPECT_NEAR(count.log10(), 2000, 1e-9);
  for (int i = 0; i < 2000; ++i) count = count / PathCount(10);
  EXPECT_NEAR(count.value(), 1, 1e-12);
}

TEST(PathCount, ATermTooSmallToMatterLeavesTheSumAlone) {
  PathCount large(1);
  for (int i = 0; i < 400; ++i) large = large * PathCount(10);
  EXPECT_EQ(large + PathCount(1), large);
  EXPECT_EQ(PathCount(1) + large, large);
}

}  // namespace
}  // namespace landbridge
