#include "landbridge/io/decimal.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::optional<Quanta> in_quanta(std::string_view value, std::string_view quantum) {
  return quanta(parse_decimal(value).value(), parse_decimal(quantum).value());
}

std::int64_t count(std::string_view value, std::string_view quantum) {
  return in_quanta(value, quantum).value().count;
}

TEST(Decimal, ReadsWhatIsANumber) {
  for (const std::string_view text :
       {"0", "12", "-3", "+3", "1.5", ".5", "5.", "1e3", "1E-3", "0.00000000000000000000E+00"})
    EXPECT_TRUE(parse_decimal(text)) << text;
  for (const std::string_view text :
       {"", "-", ".", "e3", "1e", "1e+", "1 ", " 1", "1,5", "nan", "inf", "0x10", "1.2.3", "--1", "1e1.5"})
    EXPECT_FALSE(parse_decimal(text)) << text;
  EXPECT_TRUE(parse_decimal("-0.00")->is_zero());
  EXPECT_TRUE(parse_decimal("-3")->negative);
}

TEST(Decimal, CountsTheDecimalsItNeeds) {
  const auto decimals = [](std::string_view text) { return parse_decimal(text)->decimals(); };
  EXPECT_EQ(decimals("12"), 0);
  EXPECT_EQ(decimals("12.50"), 1);
  EXPECT_EQ(decimals("1.08333333333330000000"), 13);
  EXPECT_EQ(decimals("1e-9"), 9);
  EXPECT_EQ(decimals("1.5e1"), 0);
  EXPECT_EQ(decimals("0.000"), 0);
  EXPECT_EQ(decimals("100e-2"), 0);
}

TEST(Decimal, RoundsHalvesAwayFromZeroAndNeverToZero) {
  EXPECT_EQ(count("6", "1"), 6);
  EXPECT_EQ(count("0.10", "0.01"), 10);
  EXPECT_EQ(count("1.090458488", "1e-9"), 1090458488);
  EXPECT_EQ(count("2.5", "1"), 3);
  EXPECT_EQ(count("2.4999999999999999999999999999", "1"), 2);
  EXPECT_EQ(count("1.5", "3"), 1);
  EXPECT_EQ(count("1.49", "3"), 1);
  EXPECT_EQ(count("4.5", "3"), 2);
  EXPECT_EQ(count("4.4999", "3"), 1);
  EXPECT_EQ(count("100", "0.25"), 400);
  EXPECT_EQ(count("15", "10"), 2);
  EXPECT_EQ(count("14", "10"), 1);
  EXPECT_EQ(in_quanta("0", "1"), (Quanta{0, false}));
  EXPECT_EQ(in_quanta("0.001", "1"), (Quanta{1, true}));
  EXPECT_EQ(in_quanta("0.5", "1"), (Quanta{1, false}));
  EXPECT_EQ(in_quanta("1e-300000", "1"), (Quanta{1, true}));
}

TEST(Decimal, IsExactUpToTheBoundAndNothingBeyond) {
  EXPECT_EQ(count("9223372036854775806", "1"), 9223372036854775806);
  EXPECT_EQ(in_quanta("9223372036854775807", "1"), std::nullopt);
  EXPECT_EQ(in_quanta("9223372036854775806.5", "1"), std::nullopt);
  EXPECT_EQ(count("9223372036854775806.4", "1"), 9223372036854775806);
  EXPECT_EQ(count("0.0000009223372036854775806", "1e-25"), 9223372036854775806);
  EXPECT_EQ(in_quanta("1e19", "1"), std::nullopt);
  EXPECT_EQ(count("1e19", "1e18"), 10);
  EXPECT_EQ(in_quanta("1e999999", "1e-999999"), std::nullopt);
}

TEST(Decimal, AgreesWithLongDivisionOnRandomFigures) {
  RandomStream random(7, 1);
  for (int i = 0; i < 20000; ++i) {
    // value / quantum with both as whole numbers over 10^6: the nearest integer by 64-bit arithmetic.
    const std::uint64_t value = random.below(1'000'000'000'000);
    const std::uint64_t quantum = 1 + random.below(10'000'000);
    const auto text = [](std::uint64_t millionths) {
      std::string digits = std::to_string(millionths % 1'000'000);
      digits.insert(0, 6 - digits.size(), '0');
      return std::to_string(millionths / 1'000'000) + "." + digits;
    };
    const std::uint64_t rounded = (2 * value + quantum) / (2 * quantum);
    const auto expected = static_cast<std::int64_t>(value != 0 && rounded == 0 ? 1 : rounded);
    ASSERT_EQ(count(text(value), text(quantum)), expected) << text(value) << " / " << text(quantum);
  }
}

TEST(Decimal, RefusesAQuantumThatCannotBeOne) {
  const auto usable = [](std::string_view text) { return usable_quantum(parse_decimal(text).value()); };
  EXPECT_TRUE(usable("1e-9"));
  EXPECT_FALSE(usable("0.00"));
  EXPECT_FALSE(usable("-1"));
  EXPECT_FALSE(usable("1.2345678901234567890123"));
  EXPECT_THROW(in_quanta("1", "0"), ContractError);
  EXPECT_THROW(in_quanta("-1", "1"), ContractError);
}

}  // namespace
}  // namespace landbridge
