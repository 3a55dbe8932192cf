#include "landbridge/report/page_sections.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(PageSections, AmountsAreReadAsWords) {
  EXPECT_EQ(amount_in_words(0, "TEU/yr"), "0 TEU a year");
  EXPECT_EQ(amount_in_words(42.4, "TEU/yr"), "42 TEU a year");
  EXPECT_EQ(amount_in_words(1234.5, "TEU/yr"), "1,230 TEU a year");
  EXPECT_EQ(amount_in_words(812345, "TEU/yr"), "812,000 TEU a year");
  EXPECT_EQ(amount_in_words(999600, "TEU/yr"), "1 million TEU a year");
  EXPECT_EQ(amount_in_words(12345678, "TEU/yr"), "12.3 million TEU a year");
  EXPECT_EQ(amount_in_words(2.5e9, "t"), "2.5 billion t");
  EXPECT_EQ(amount_in_words(7, ""), "7");
}

TEST(PageSections, ListsAreReadAsWords) {
  EXPECT_EQ(in_words({}), "");
  EXPECT_EQ(in_words({"a"}), "a");
  EXPECT_EQ(in_words({"a", "b"}), "a and b");
  EXPECT_EQ(in_words({"a", "b", "c"}), "a, b and c");
}

TEST(PageSections, SumsAreThoseOfTheirParts) {
  PageHub hub;
  hub.own = 0.25, hub.exchanged = 0.125, hub.cleared = 0.5;
  EXPECT_EQ(hub.others(), 0.625);
  EXPECT_EQ(hub.handled(), 0.875);
  const PageCost cost{Usd(1), Usd(2), Usd(3), Usd(4), Usd(5)};
  EXPECT_EQ(cost.total(), Usd(15));
  EXPECT_TRUE(PageChecks{}.empty());
}

}  // namespace
}  // namespace landbridge
