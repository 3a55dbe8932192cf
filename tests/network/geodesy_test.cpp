#include "landbridge/network/geodesy.hpp"

#include "landbridge/base/error.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Geodesy, KnownLengths) {
  // One degree along the equator is a / 180 x pi = 111.319491 km on WGS84.
  EXPECT_EQ(geodesic_length({0, 0}, {0, 1}).value(), 111.319);
  // From pole to pole: 20003.931 km, half the meridian.
  EXPECT_EQ(geodesic_length({90, 0}, {-90, 0}).value(), 20003.931);
  EXPECT_EQ(geodesic_length({12, 34}, {12, 34}).value(), 0);
}

TEST(Geodesy, RoundedToOneMetreAndSymmetric) {
  const Position chongqing{29.56278, 106.55278}, duisburg{51.43247, 6.76516};
  const double length = geodesic_length(chongqing, duisburg).value();
  EXPECT_EQ(std::round(length * 1000) / 1000, length);
  EXPECT_EQ(geodesic_length(duisburg, chongqing).value(), length);
}

TEST(Geodesy, AcrossTheAntimeridian) {
  EXPECT_EQ(geodesic_length({0, 179.5}, {0, -179.5}).value(), 111.319);
}

TEST(Geodesy, LatitudesOffTheGlobeAreTheCallersFault) {
  EXPECT_THROW(geodesic_length({91, 0}, {0, 0}), ContractError);
}

}  // namespace
}  // namespace landbridge
