#include "landbridge/base/version.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Version, IsTheOneOfTheHeader) {
  const auto number = [](int part) { return std::to_string(part); };
  EXPECT_EQ(version(), number(LANDBRIDGE_VERSION_MAJOR) + "." + number(LANDBRIDGE_VERSION_MINOR) + "." +
                           number(LANDBRIDGE_VERSION_PATCH));
}

// Contraction to fused multiply-add changes the last digits: (1 + e)^2 - 1 - 2 e is e^2 only when it is
// fused.
TEST(Version, ProductsAreRoundedBeforeTheyAreAdded) {
  volatile double a = 1 + 0x1p-30;
  const double square = a * a - (1 + 0x1p-29);
  EXPECT_EQ(square, 0);
}

}  // namespace
}  // namespace landbridge
