#include "landbridge/io/table_reader.hpp"

#include "landbridge/base/error.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Strings = std::vector<std::string>;

Strings texts(const Findings& findings) {
  Strings lines;
  for (const Finding& finding : findings.list()) lines.push_back(to_string(finding));
  return lines;
}

TEST(TableReader, TypedCells) {
  Findings findings;
  const Table table = read_table(
      TextSource::memory("t.csv", "name,distance_km,tracks,kind,via\nx,1.5e2,2,rail,a;b\ny,,,sea,\n"),
      findings);
  const TableReader reader(table, findings, {"name", "distance_km", "tracks", "kind"}, {"via", "note"});
  ASSERT_EQ(reader.size(), 2u);
  const RowView first = reader[0];
  EXPECT_EQ(first.text("name"), "x");
  EXPECT_EQ(first.number("distance_km"), 150);
  EXPECT_EQ(first.whole("tracks"), 2);
  EXPECT_EQ(first.choice("kind", {"sea", "rail"}), 1u);
  EXPECT_EQ(first.list("via"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(first.optional_text("note"), "");
  EXPECT_EQ(reader[1].optional_number("distance_km"), std::nullopt);
  EXPECT_EQ(reader[1].optional_whole("tracks"), std::nullopt);
  EXPECT_TRUE(reader[1].list("via").empty());
  EXPECT_FALSE(reader[1].has("via"));
  EXPECT_EQ(reader[1].line(), 3u);
  EXPECT_TRUE(findings.empty());
  EXPECT_THROW(first.text("undeclared"), ContractError);
}

TEST(TableReader, FaultsOfNumbers) {
  const auto fault = [](std::string cell) {
    Findings findings;
    const std::string text = "id,length_km\nx,\"" + cell + "\"\n";
    const Table table = read_table(TextSource::memory("t.csv", text), findings);
    const TableReader reader(table, findings, {"length_km"});
    EXPECT_EQ(reader[0].number("length_km"), 0);
    const Strings lines = texts(findings);
    EXPECT_EQ(lines.size(), 1u) << cell;
    return lines.empty() ? std::string() : lines[0];
  };
  EXPECT_EQ(fault("-5"), "t.csv:2:3: error: length_km: \"-5\" is out of range: it must be at least 0");
  EXPECT_EQ(fault("NaN"), "t.csv:2:3: error: length_km: \"NaN\" is not a finite number");
  EXPECT_EQ(fault("-nan"), "t.csv:2:3: error: length_km: \"-nan\" is not a finite number");
  EXPECT_EQ(fault("inf"), "t.csv:2:3: error: length_km: \"inf\" is not a finite number");
  EXPECT_EQ(fault("-Infinity"), "t.csv:2:3: error: length_km: \"-Infinity\" is not a finite number");
  EXPECT_EQ(fault("1e999"), "t.csv:2:3: error: length_km: \"1e999\" is not a finite number");
  EXPECT_EQ(fault("226 km"),
            "t.csv:2:3: error: length_km: \"226 km\" carries a unit: write 226 and let the column's name say "
            "the unit");
  EXPECT_EQ(fault("12kg"),
            "t.csv:2:3: error: length_km: \"12kg\" carries a unit: write 12 and let the column's name say "
            "the unit");
  EXPECT_EQ(fault("1,234"),
            "t.csv:2:3: error: length_km: \"1,234\" is not a number: the decimal sign is a point, and "
            "thousands are not separated");
  EXPECT_EQ(fault("abc"), "t.csv:2:3: error: length_km: \"abc\" is not a number");
  EXPECT_EQ(fault(" 5"), "t.csv:2:3: error: length_km: \" 5\" is not a number");
  EXPECT_EQ(fault("5 "), "t.csv:2:3: error: length_km: spaces after the number: \"5 \"");
  EXPECT_EQ(fault("1-2"), "t.csv:2:3: error: length_km: \"1-2\" is not a number");
  EXPECT_EQ(fault(""), "t.csv:2:3: error: length_km is empty");
}

TEST(TableReader, RangesOfNumbers) {
  Findings findings;
  const Table table =
      read_table(TextSource::memory("t.csv", "v\n0\n-3\n1.5\n-0\n99999999999999999999\n"), findings);
  const TableReader reader(table, findings, {"v"});
  EXPECT_EQ(reader[1].number("v", NumberRange::any()), -3);
  EXPECT_FALSE(std::signbit(reader[3].number("v")));
  EXPECT_TRUE(findings.empty());
  reader[0].number("v", NumberRange::positive());
  reader[1].number("v", NumberRange::between(-2, 2));
  reader[2].whole("v");
  reader[4].whole("v");
  reader[0].choice("v", {"rail", "sea"});
  EXPECT_EQ(texts(findings),
            (Strings{"t.csv:2:1: error: v: \"0\" is out of range: it must be above 0",
                     "t.csv:3:1: error: v: \"-3\" is out of range: it must be at least -2 and at most 2",
                     "t.csv:4:1: error: v: \"1.5\" is not a whole number",
                     "t.csv:6:1: error: v: \"99999999999999999999\" is out of range: it must be at least 0 "
                     "and at most 9223372036854775807",
                     "t.csv:2:1: error: v: \"0\" is none of: rail, sea"}));
}

TEST(TableReader, MissingColumnsAndWrongUnitsAreOneFindingEach) {
  Findings findings;
  const Table table =
      read_table(TextSource::memory("t.csv", "from,distance_mi,time\na,1,2\nb,3,4\n"), findings);
  const TableReader reader(table, findings, {"from", "to", "distance_km"}, {"time_h", "note"});
  for (std::size_t row = 0; row < reader.size(); ++row) {
    EXPECT_EQ(reader[row].text("to"), "");
    EXPECT_EQ(reader[row].number("distance_km"), 0);
  }
  EXPECT_EQ(texts(findings),
            (Strings{"t.csv:1:1: error: column \"to\" is missing",
                     "t.csv:1:6: error: wrong unit: column distance_km is missing, and \"distance_mi\" is "
                     "the same figure in another unit; give it as distance_km",
                     "t.csv:1:18: error: wrong unit: column time_h is missing, and \"time\" does not say its "
                     "unit; give it as time_h"}));
}

}  // namespace
}  // namespace landbridge
