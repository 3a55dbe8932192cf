#include "report/sheet.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Sheet, CutsASquareByALine) {
  const Line square{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
  const Line half = cut(square, [](PlanePoint p) { return 1 - p.x; });
  EXPECT_EQ(half, (Line{{0, 0}, {1, 0}, {1, 2}, {0, 2}}));
  EXPECT_TRUE(cut(square, [](PlanePoint p) { return -1 - p.x; }).empty());
  EXPECT_EQ(cut(square, [](PlanePoint) { return 1.0; }), square);
}

TEST(Sheet, RoundsCornersAndKeepsEnds) {
  const GeoLine line{{0, 0}, {10, 0}, {10, 10}};
  const GeoLine round = rounded(line);
  EXPECT_EQ(round.front(), line.front());
  EXPECT_EQ(round.back(), line.back());
  EXPECT_EQ(std::find(round.begin(), round.end(), line[1]), round.end());
  for (std::size_t i = 1; i < round.size(); ++i) {
    EXPECT_GE(round[i].longitude, round[i - 1].longitude - 1e-9);
    EXPECT_GE(round[i].latitude, round[i - 1].latitude - 1e-9);
    EXPECT_LE(round[i].longitude, 10 + 1e-9);
  }
}

TEST(Sheet, LeavesAStraightLineAndAShortOneAlone) {
  const GeoLine straight{{0, 0}, {5, 0}, {10, 0}};
  EXPECT_EQ(rounded(straight), straight);
  const GeoLine two{{0, 0}, {1, 1}};
  EXPECT_EQ(rounded(two), two);
}

TEST(Sheet, RoundsCornersThatFollowEachOtherClosely) {
  const GeoLine stairs{{0, 0}, {0.5, 0}, {0.5, 0.5}, {1, 0.5}, {1, 1}, {1, 1}};
  const GeoLine round = rounded(stairs);
  EXPECT_EQ(round.back(), stairs.back());
  for (std::size_t i = 1; i < round.size(); ++i) EXPECT_LT(angle_between(round[i - 1], round[i]), 0.6);
}

TEST(Sheet, CutsALineOverTheEdgeInTwo) {
  const auto parts = on_sheet({{-115, 20}, {-100, 22}}, 70);
  ASSERT_EQ(parts.size(), 2u);
  for (const auto& part : parts)
    for (const auto& p : part) EXPECT_LE(std::abs(p.longitude - 70), 180);
  EXPECT_EQ(on_sheet({{100, 20}, {190, 22}}, 70).size(), 1u);
}

TEST(Sheet, ThinsWhatCannotBeSeen) {
  const Line line{{0, 0}, {1, 0.1}, {2, 0}, {3, 5}, {4, 0}};
  EXPECT_EQ(thinned(line, 0.3), (Line{{0, 0}, {2, 0}, {3, 5}, {4, 0}}));
  EXPECT_EQ(thinned(line, 0.01), line);
  EXPECT_EQ(thinned({{0, 0}, {0, 0}}, 1), (Line{{0, 0}, {0, 0}}));
}

}  // namespace
}  // namespace landbridge
