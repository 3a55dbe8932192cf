#include "landbridge/base/fields.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {

namespace {

enum class Colour { red, green };
struct Inner {
  int a = 0;
  int b = 0;
};
struct Everything {
  int number = 1;
  double figure = 2;
  bool flag = false;
  Colour colour = Colour::red;
  std::string text;
  std::vector<double> list;
  std::map<std::string, int> table;
  std::function<void(const int&)> call;
  std::optional<std::string> maybe;
  Inner inner;
};
struct Empty {};
struct One {
  std::string text;
};
struct Forgotten {
  int listed = 0;
  std::vector<int> not_listed;
};

struct CountedOutside {
  int listed = 0;
  std::vector<int> counted;
};

static_assert(member_count<Everything> == 10);
static_assert(member_count<Empty> == 0);
static_assert(member_count<One> == 1);
static_assert(member_count<Inner> == 2);

}  // namespace

template <>
struct FieldTable<Everything> {
  static constexpr auto rows = std::tuple{
      Field{"number", &Everything::number, "", FieldRange{0, 9}, "a whole number"},
      Field{"figure", &Everything::figure, "km", FieldRange{}, "a length"},
      Field{"flag", &Everything::flag, "", FieldRange{}, "yes or no"},
      Field{"colour", &Everything::colour, "", FieldRange{}, "one of the colours"},
      Field{"text", &Everything::text, "", FieldRange{}, "a name"},
      Field{"list", &Everything::list, "h", FieldRange{}, "times"},
      Field{"table", &Everything::table, "", FieldRange{}, "counts by name"},
      Field{"call", &Everything::call, "", FieldRange{}, "called with each"},
      Field{"maybe", &Everything::maybe, "", FieldRange{}, "may be absent"},
      Field{"inner", &Everything::inner, "", FieldRange{}, "a struct of its own"},
  };
};
template <>
struct FieldTable<Forgotten> {
  static constexpr auto rows =
      std::tuple{Field{"listed", &Forgotten::listed, "", FieldRange{}, "the only row"}};
};
template <>
struct FieldTable<CountedOutside> {
  static constexpr std::size_t others = 1;
  static constexpr auto rows =
      std::tuple{Field{"listed", &CountedOutside::listed, "", FieldRange{}, "the only row"}};
};
static_assert(table_is_complete<CountedOutside>);
static_assert(table_is_complete<Everything>);
static_assert(!table_is_complete<Forgotten>);

namespace {

TEST(Fields, AreVisitedInTheOrderOfTheTable) {
  std::string names;
  std::string units;
  for_each_field<Everything>([&](const auto& row) {
    names += std::string(row.name) + ' ';
    units += row.unit;
  });
  EXPECT_EQ(names, "number figure flag colour text list table call maybe inner ");
  EXPECT_EQ(units, "kmh");
}

TEST(Fields, LeadToTheMembers) {
  Everything everything;
  for_each_field<Everything>([&](const auto& row) {
    if constexpr (std::is_same_v<decltype(row.member), int Everything::*>) everything.*row.member = 8;
  });
  EXPECT_EQ(everything.number, 8);
  constexpr auto& number = std::get<0>(FieldTable<Everything>::rows);
  EXPECT_EQ(number.range.low, 0);
  EXPECT_EQ(number.range.high, 9);
  EXPECT_EQ(std::get<1>(FieldTable<Everything>::rows).range.low, -std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace landbridge
