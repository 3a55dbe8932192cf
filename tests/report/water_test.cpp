#include "report/water.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const WaterMap& water() {
  static const WaterMap map(coastline());
  return map;
}

/// How many points of the line, closely sampled, lie on land away from both ends.
int on_land(const std::vector<GeoPoint>& line) {
  int count = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    for (int step = 0; step < 50; ++step) {
      const double t = step / 50.0;
      const GeoPoint p{line[i - 1].longitude + t * (line[i].longitude - line[i - 1].longitude),
                       line[i - 1].latitude + t * (line[i].latitude - line[i - 1].latitude)};
      count +=
          water().is_land(p) && angle_between(p, line.front()) > 0.6 && angle_between(p, line.back()) > 0.6;
    }
  return count;
}

TEST(Water, CellsKnowLand) {
  EXPECT_TRUE(water().is_land({106.5, 29.6}));
  EXPECT_TRUE(water().is_land({-172, 66}));
  EXPECT_FALSE(water().is_land({51, 42}));  // the Caspian Sea is a ring within a ring
  EXPECT_FALSE(water().is_land({60, 10}));
  EXPECT_FALSE(water().is_land({180, 0}));
}

TEST(Water, GoesRoundIndia) {
  const auto line = water().lane({72.8, 18.9}, {80.3, 13.1});  // Mumbai to Chennai
  EXPECT_EQ(line.front(), (GeoPoint{72.8, 18.9}));
  EXPECT_EQ(line.back(), (GeoPoint{80.3, 13.1}));
  EXPECT_LT(std::min_element(line.begin(), line.end(), [](auto a, auto b) { return a.latitude < b.latitude; })
                ->latitude,
            9);
  EXPECT_EQ(on_land(line), 0);
}

TEST(Water, StaysOnTheGreatCircleOverOpenWater) {
  const GeoPoint colombo{79.8, 6.5}, salalah{54.5, 16};
  EXPECT_EQ(water().lane(colombo, salalah), great_circle(colombo, salalah));
}

TEST(Water, CrossesThe180thMeridianTheShorterWay) {
  const auto line = water().lane({139.8, 35.3}, {-118.3, 33.7});
  EXPECT_GT(line.back().longitude, 180);
  for (std::size_t i = 1; i < line.size(); ++i)
    EXPECT_LT(std::abs(line[i].longitude - line[i - 1].longitude), 40);
}

TEST(Water, PassesACanalThatIsNoWater) {
  const auto line = water().lane({32.3, 31.8}, {34.5, 27});  // Port Said to the Red Sea
  EXPECT_LT(line.size(), 40u);
  for (const auto& p : line) EXPECT_GT(p.latitude, 26);
}

}  // namespace
}  // namespace landbridge
