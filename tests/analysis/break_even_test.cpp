#include "landbridge/analysis/break_even.hpp"

#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

BreakEven between(const Network& network, const char* from, const char* to, const PriceOptions& options = {},
                  const BreakEvenOptions& how = {}) {
  return break_even(std::make_shared<const Staircase>(network), CostModel(), options,
                    resolve_endpoint(network, from), resolve_endpoint(network, to), how);
}

TEST(BreakEven, IsWhereMoneySavedEqualsTimeLost) {
  const Network network = testing::small_network();
  const BreakEven found = between(network, "west", "east");
  ASSERT_TRUE(found.value_of_time);
  ASSERT_TRUE(found.land && found.water);
  EXPECT_EQ(found.land->modes, std::vector{Mode::rail});
  EXPECT_EQ(found.water->modes.size(), 1u);
  EXPECT_EQ(found.water->modes.front(), Mode::sea);
  const double by_hand = (found.land->total.money - found.water->total.money).value() /
                         (found.water->total.time - found.land->total.time).value();
  EXPECT_NEAR(found.value_of_time->value(), by_hand, 0.002);
}

TEST(BreakEven, LandAlwaysOrNever) {
  const Network network = testing::small_network();
  const BreakEven always = between(network, "west", "gate");
  ASSERT_TRUE(always.value_of_time);
  EXPECT_EQ(*always.value_of_time, TimeValue(0));
  EXPECT_TRUE(always.land);
  LinkMask closed(network.links().size());
  closed.set(network.find_link("rail:gate~post"));
  const BreakEven never = between(network, "west", "east", {.closed = closed});
  EXPECT_FALSE(never.value_of_time);
  EXPECT_FALSE(never.land);
  EXPECT_TRUE(never.water);
  const BreakEven too_low = between(network, "west", "east", {}, {.highest = TimeValue(1e-6)});
  EXPECT_FALSE(too_low.value_of_time);
  EXPECT_TRUE(too_low.land && too_low.water);
}

TEST(BreakEven, RefusesBadOptions) {
  const Network network = testing::small_network();
  EXPECT_THROW(between(network, "west", "east", {}, {.highest = TimeValue(0)}), OptionError);
  EXPECT_THROW(between(network, "west", "east", {}, {.tolerance = TimeValue(-1)}), OptionError);
}

}  // namespace
}  // namespace landbridge
