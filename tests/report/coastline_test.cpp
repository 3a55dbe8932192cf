#include "landbridge/report/coastline.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

/// Even-odd along the parallel, the obvious way.
bool on_land(const Coastline& land, GeoPoint p) {
  bool inside = false;
  for (const auto& ring : land.rings)
    for (const double turn : {-360.0, 0.0, 360.0})
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.latitude > p.latitude) == (b.latitude > p.latitude)) continue;
        if (p.longitude + turn <
            a.longitude + (b.longitude - a.longitude) * (p.latitude - a.latitude) / (b.latitude - a.latitude))
          inside = !inside;
      }
  return inside;
}

TEST(Coastline, KnowsLandFromWater) {
  const Coastline land = coastline();
  for (const GeoPoint p : {GeoPoint{106.5, 29.6},
                           {37.6, 55.8},
                           {10, 51},
                           {101.5, 3.5},
                           {-172, 66},
                           {178, 68},
                           {-100, 40},
                           {134, -25},
                           {23.7, 38.3}})
    EXPECT_TRUE(on_land(land, p)) << p.longitude << ' ' << p.latitude;
  for (const GeoPoint p : {GeoPoint{51, 42},
                           {34, 43},
                           {28.2, 40.7},
                           {60, 10},
                           {-170, 50},
                           {112, 12},
                           {11.3, 56.6},
                           {38, 22},
                           {100, 4.5}})
    EXPECT_FALSE(on_land(land, p)) << p.longitude << ' ' << p.latitude;
}

TEST(Coastline, IsMadeOfProperRingsThatDoNotJump) {
  const Coastline land = coastline();
  ASSERT_GT(land.rings.size(), 100u);
  for (const auto& ring : land.rings) {
    ASSERT_GE(ring.size(), 3u);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
      EXPECT_LT(std::abs(a.longitude - b.longitude), 30);
      EXPECT_LE(std::abs(a.latitude), 90);
      EXPECT_FALSE(a == b);
    }
  }
}

}  // namespace
}  // namespace landbridge
