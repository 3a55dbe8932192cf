#include "landbridge/network/place.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Place, KindsNameTheFirstHalfOfAKey) {
  EXPECT_EQ(name(PlaceKind::rail), "rail");
  EXPECT_EQ(name(PlaceKind::port), "port");
  EXPECT_EQ(name(PlaceKind::river), "river");
  EXPECT_EQ(name(PlaceKind::border), "border");
  EXPECT_EQ(name(PlaceKind::waypoint), "waypoint");
}

}  // namespace
}  // namespace landbridge
