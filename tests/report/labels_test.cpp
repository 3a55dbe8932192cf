#include "report/labels.hpp"

#include "landbridge/base/random.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Box frame{0, 0, 1000, 600};

double distance(PlanePoint p, const Box& box) {
  return std::hypot(p.x - std::clamp(p.x, box.left, box.right), p.y - std::clamp(p.y, box.top, box.bottom));
}

void expect_readable(const std::vector<LabelWish>& wishes, const std::vector<PlacedLabel>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EXPECT_TRUE(frame.contains(labels[i].box));
    for (std::size_t j = i + 1; j < labels.size(); ++j)
      EXPECT_FALSE(labels[i].box.overlaps(labels[j].box)) << i << ' ' << j;
    for (const auto& wish : wishes) EXPECT_GE(distance(wish.at, labels[i].box), wish.radius - 1e-9);
  }
}

TEST(Labels, OneNameStandsAtTheRightOfItsCircle) {
  const auto labels = place_labels({{{500, 300}, 10, 60, 14}}, {}, frame);
  ASSERT_EQ(labels.size(), 1u);
  EXPECT_GE(labels[0].box.left, 510);
  EXPECT_LE(labels[0].box.left, 516);
  EXPECT_FALSE(labels[0].leader);
}

TEST(Labels, StandsAtTheLeftWhereTheFrameEnds) {
  const auto labels = place_labels({{{980, 300}, 10, 60, 14}}, {}, frame);
  ASSERT_EQ(labels.size(), 1u);
  EXPECT_LE(labels[0].box.right, 970);
}

TEST(Labels, AvoidsAThickLine) {
  const auto labels = place_labels({{{500, 300}, 10, 60, 14}}, {{{{500, 300}, {900, 300}}, 9}}, frame);
  ASSERT_EQ(labels.size(), 1u);
  EXPECT_FALSE((labels[0].box.overlaps({515, 298, 900, 302})));
}

TEST(Labels, ACrowdGetsLeaders) {
  std::vector<LabelWish> wishes;
  for (int i = 0; i < 9; ++i) wishes.push_back({{500.0 + 12 * (i % 3), 300.0 + 12 * (i / 3)}, 8, 90, 14});
  const auto labels = place_labels(wishes, {}, frame);
  EXPECT_EQ(labels.size(), wishes.size());
  expect_readable(wishes, labels);
  bool leader = false;
  for (const auto& label : labels) leader |= label.leader;
  EXPECT_TRUE(leader);
}

TEST(Labels, NeverCoverEachOtherOrACircle) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    RandomStream random(seed, 0);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 40; ++i)
      wishes.push_back({{1000 * random.uniform(), 600 * random.uniform()},
                        2 + 14 * random.uniform(),
                        30 + 100 * random.uniform(),
                        14});
    const auto labels = place_labels(wishes, {}, frame, {{0, 500, 200, 600}});
    EXPECT_GE(labels.size(), 30u);
    expect_readable(wishes, labels);
    for (const auto& label : labels) EXPECT_FALSE((label.box.overlaps({0, 500, 200, 600})));
  }
}

TEST(Labels, WidthsGrowWithTheText) {
  EXPECT_EQ(text_width("", 12), 0);
  EXPECT_LT(text_width("ill", 12), text_width("mmm", 12));
  EXPECT_DOUBLE_EQ(text_width("Xi'an", 24), 2 * text_width("Xi'an", 12));
  EXPECT_DOUBLE_EQ(text_width("\u00dc", 10), text_width("U", 10));
}

}  // namespace
}  // namespace landbridge
