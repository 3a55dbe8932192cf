#include "landbridge/base/quantity.hpp"

#include <concepts>
#include <type_traits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept multipliable = requires(A a, B b) {
  a* b;
};

static_assert(addable<Hours, Hours>);
static_assert(!addable<Hours, Kilometres> && !addable<Usd, Hours> && !addable<Hours, double>);
static_assert(!comparable<Hours, Kilometres> && !comparable<Hours, double>);
static_assert(!std::is_convertible_v<double, Hours> && !std::is_convertible_v<Hours, double>);
static_assert(std::same_as<decltype(Usd() / Usd()), double>);
static_assert(!multipliable<Hours, Hours>);

using UsdPerHour = Rate<Usd, Hours>;
using Speed = Rate<Kilometres, Hours>;
static_assert(!multipliable<UsdPerHour, Kilometres>);
static_assert(std::same_as<decltype(UsdPerHour() * Hours()), Usd>);

TEST(Quantity, AddsScalesAndComparesWithItsOwnKind) {
  Kilometres length(10);
  length += Kilometres(5);
  length -= Kilometres(3);
  EXPECT_EQ(length, Kilometres(12));
  EXPECT_EQ(length - Kilometres(2), Kilometres(10));
  EXPECT_EQ(length * 2, 2 * length);
  EXPECT_EQ((length / 4).value(), 3);
  EXPECT_EQ(length / Kilometres(6), 2);
  EXPECT_LT(Kilometres(1), length);
  EXPECT_EQ(Kilometres().value(), 0);
}

TEST(Quantity, SaysItsUnit) {
  EXPECT_EQ(Kilometres::unit, "km");
  EXPECT_EQ(Hours::unit, "h");
  EXPECT_EQ(Usd::unit, "USD");
  EXPECT_EQ(Teu::unit, "TEU");
  EXPECT_EQ(Tonnes::unit, "t");
  EXPECT_EQ(KgCo2::unit, "kg CO2e");
}

TEST(Rate, TurnsOneKindIntoTheOther) {
  const Speed speed(80);
  EXPECT_EQ(speed * Hours(2), Kilometres(160));
  EXPECT_EQ(Hours(2) * speed, Kilometres(160));
  EXPECT_EQ(Kilometres(40) / speed, Hours(0.5));
  EXPECT_EQ(UsdPerHour(3) * 2 * Hours(5), Usd(30));
  EXPECT_LT(Speed(50), speed);
}

}  // namespace
}  // namespace landbridge
