#include "landbridge/network/place.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Place, KindsNameTheFirstHalfOfAKey) {
  EXPECT_EQ(name(PlaceKind::rail), "rail");
  EXPECT_EQ(name(PlaceKind::port), "port");
  EXPECT_EQ(name(PlaceKind::river), "river");
  EXPECT_EQ(name(PlaceKind::airport), "airport");
  EXPECT_EQ(name(PlaceKind::border), "border");
  EXPECT_EQ(name(PlaceKind::waypoint), "waypoint");
}

TEST(Place, ShipClassesHaveNames) {
  EXPECT_EQ(name(ShipClass::none), "");
  EXPECT_EQ(name(ShipClass::feeder), "feeder");
  EXPECT_EQ(name(ShipClass::deep_sea), "deep_sea");
}

}  // namespace
}  // namespace landbridge
