#include "landbridge/report/projection.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Projection, AgreesWithThePublishedFigureOfProj) {
  // PROJ's own test of +proj=natearth +a=6400000 at 2 E 1 N.
  const PlanePoint p = NaturalEarth(0)({2, 1});
  EXPECT_NEAR(p.x * 6400000, 194507.265257889288, 1e-6);
  EXPECT_NEAR(p.y * 6400000, 112508.737358294515, 1e-6);
}

TEST(Projection, FollowsTheTableItWasFittedTo) {
  // Patterson's table: length of the parallel and its distance from the equator, as fractions of the largest.
  // The polynomial rounds the corners at the poles on purpose, so the table is followed up to 80 degrees.
  constexpr struct {
    double lat, length, distance;
  } table[] = {{0, 1, 0},
               {10, 0.9953, 0.1240},
               {20, 0.9811, 0.2480},
               {30, 0.9570, 0.3720},
               {40, 0.9222, 0.4958},
               {50, 0.8763, 0.6176},
               {60, 0.8196, 0.7346},
               {70, 0.7525, 0.8435},
               {80, 0.6754, 0.9394}};
  const NaturalEarth project(70);
  const double longest = project({250, 0}).x, highest = project({70, 90}).y;
  for (const auto& row : table) {
    EXPECT_NEAR(project({250, row.lat}).x / longest, row.length, 0.001) << row.lat;
    EXPECT_NEAR(project({70, row.lat}).y / highest, row.distance, 0.001) << row.lat;
    EXPECT_NEAR(project({70, -row.lat}).y / highest, -row.distance, 0.001) << row.lat;
  }
  EXPECT_EQ(project({70, 33}).x, 0);
}

TEST(Projection, WrapsLongitudesAroundACentre) {
  EXPECT_EQ(wrapped(190, 0), -170);
  EXPECT_EQ(wrapped(180, 0), -180);
  EXPECT_EQ(wrapped(-120, 70), 240);
  EXPECT_EQ(wrapped(-110, 70), -110);
  EXPECT_EQ(wrapped(725, 0), 5);
}

TEST(Projection, GreatCircleRunsOnAcrossThe180thMeridian) {
  const auto line = great_circle({140, 35}, {-120, 34}, 1);
  ASSERT_GT(line.size(), 50u);
  for (std::size_t i = 1; i < line.size(); ++i) {
    EXPECT_LT(std::abs(line[i].longitude - line[i - 1].longitude), 5);
    EXPECT_LE(angle_between(line[i - 1], line[i]), 1.0 + 1e-9);
  }
  EXPECT_DOUBLE_EQ(line.back().longitude, 240);
  EXPECT_GT(line[line.size() / 2].latitude, 45);  // the great circle bends towards the pole
}

TEST(Projection, GreatCircleOfOnePointIsThatPoint) {
  const auto line = great_circle({10, 20}, {10, 20});
  EXPECT_EQ(line, (std::vector<GeoPoint>{{10, 20}, {10, 20}}));
}

TEST(Projection, MeasuresAngles) {
  EXPECT_NEAR(angle_between({0, 0}, {90, 0}), 90, 1e-12);
  EXPECT_NEAR(angle_between({0, 0}, {180, 0}), 180, 1e-12);
  EXPECT_NEAR(angle_between({10, 50}, {10, 51}), 1, 1e-12);
}

}  // namespace
}  // namespace landbridge
