#include "landbridge/network/link.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Link, DirectionSwapsItsEnds) {
  Link link;
  link.from = PlaceId(3);
  link.to = PlaceId(7);
  EXPECT_EQ(link.tail(Direction::forward), PlaceId(3));
  EXPECT_EQ(link.head(Direction::forward), PlaceId(7));
  EXPECT_EQ(link.tail(Direction::backward), PlaceId(7));
  EXPECT_EQ(link.head(Direction::backward), PlaceId(3));
}

TEST(Link, ModesAreASet) {
  Modes modes{Mode::rail, Mode::sea};
  EXPECT_TRUE(modes[Mode::rail]);
  EXPECT_FALSE(modes[Mode::road]);
  EXPECT_TRUE(Modes().empty());
  for (const Mode mode : all_modes) EXPECT_TRUE(Modes::all()[mode]) << name(mode);
}

TEST(Link, StatusesHaveNames) {
  EXPECT_EQ(name(LinkStatus::active), "active");
  EXPECT_EQ(name(LinkStatus::under_construction), "under_construction");
}

}  // namespace
}  // namespace landbridge
