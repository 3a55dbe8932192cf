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
  EXPECT_EQ(name(LinkStatus::seasonal), "seasonal");
  EXPECT_EQ(name(LinkStatus::under_construction), "under_construction");
  EXPECT_EQ(name(LinkStatus::planned), "planned");
}

TEST(Link, ModesPurposesAndLanesHaveNames) {
  EXPECT_EQ(name(Mode::air), "air");
  EXPECT_EQ(name(LinkPurpose::line), "line");
  EXPECT_EQ(name(LinkPurpose::exchange), "exchange");
  EXPECT_EQ(name(LinkPurpose::hinterland), "hinterland");
  EXPECT_EQ(name(SeaLane::none), "");
  EXPECT_EQ(name(SeaLane::europe), "europe");
  EXPECT_EQ(name(SeaLane::latin_america), "latin-america");
}

TEST(Link, ValidityIncludesBothEnds) {
  const auto day = [](int year) {
    return Date{std::chrono::year(year), std::chrono::May, std::chrono::day(9)};
  };
  const Validity validity{day(2020), day(2022)};
  EXPECT_FALSE(validity.holds(day(2019)));
  EXPECT_TRUE(validity.holds(day(2020)));
  EXPECT_TRUE(validity.holds(day(2022)));
  EXPECT_FALSE(validity.holds(day(2023)));
  EXPECT_TRUE(Validity{}.holds(day(1)));
  EXPECT_TRUE((Validity{.from = day(2020)}.holds(day(2030))));
}

}  // namespace
}  // namespace landbridge
