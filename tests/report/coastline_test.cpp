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
        if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
        if (p.lon + turn < a.lon + (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat)) inside = !inside;
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
    EXPECT_TRUE(on_land(land, p)) << p.lon << ' ' << p.lat;
  for (const GeoPoint p : {GeoPoint{51, 42},
                           {34, 43},
                           {28.2, 40.7},
                           {60, 10},
                           {-170, 50},
                           {112, 12},
                           {11.3, 56.6},
                           {38, 22},
                           {100, 4.5}})
    EXPECT_FALSE(on_land(land, p)) << p.lon << ' ' << p.lat;
}

TEST(Coastline, IsMadeOfProperRingsThatDoNotJump) {
  const Coastline land = coastline();
  ASSERT_GT(land.rings.size(), 100u);
  for (const auto& ring : land.rings) {
    ASSERT_GE(ring.size(), 3u);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
      EXPECT_LT(std::abs(a.lon - b.lon), 30);
      EXPECT_LE(std::abs(a.lat), 90);
      EXPECT_FALSE(a == b);
    }
  }
}

}  // namespace
}  // namespace landbridge
