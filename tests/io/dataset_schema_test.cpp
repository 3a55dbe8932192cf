#include "landbridge/io/dataset_schema.hpp"

#include "landbridge/network/handling.hpp"
#include "landbridge/network/link.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(DatasetSchema, TablesAndColumnsHaveNamesOfTheirOwn) {
  std::set<std::string_view> tables;
  for (const TableSchema& table : dataset_schema()) {
    EXPECT_TRUE(tables.insert(table.name).second) << table.name;
    EXPECT_EQ(table.file, std::string(table.name) + ".csv");
    EXPECT_FALSE(table.what.empty()) << table.name;
    std::set<std::string_view> columns;
    for (const ColumnSchema& column : table.columns)
      EXPECT_TRUE(columns.insert(column.name).second) << table.name << ' ' << column.name;
  }
}

TEST(DatasetSchema, ColumnsSayWhatTheyNeed) {
  for (const TableSchema& table : dataset_schema())
    for (const ColumnSchema& column : table.columns) {
      EXPECT_EQ(column.type == CellType::choice, !column.words.empty()) << table.name << ' ' << column.name;
      EXPECT_LE(column.low, column.high) << table.name << ' ' << column.name;
    }
}

TEST(DatasetSchema, EveryTypeHasAMeaning) {
  for (int type = 0; type <= static_cast<int>(CellType::stage); ++type)
    EXPECT_FALSE(meaning(static_cast<CellType>(type)).empty()) << type;
}

TEST(DatasetSchema, KeysAreColumns) {
  for (const TableSchema& table : dataset_schema()) {
    std::string key(table.key);
    for (std::size_t end = 0; !key.empty(); key.erase(0, end + 1)) {
      end = std::min(key.find(';'), key.size());
      EXPECT_NE(table.find(key.substr(0, end)), nullptr) << table.name << ' ' << key;
      if (end == key.size()) break;
    }
  }
}

TEST(DatasetSchema, OnlyPlacesAndLinksMustBeThere) {
  std::set<std::string_view> required;
  for (const TableSchema& table : dataset_schema())
    if (table.is_required) required.insert(table.name);
  EXPECT_EQ(required, (std::set<std::string_view>{"places", "links"}));
}

template <class Values>
std::string names_of(const Values& values) {
  std::string joined;
  for (const auto value : values)
    if (!name(value).empty()) joined += (joined.empty() ? "" : ";") + std::string(name(value));
  return joined;
}

TEST(DatasetSchema, ChoicesAreWhatTheNetworkKnows) {
  const auto words = [](std::string_view table, std::string_view column) {
    return find_table_schema(table)->find(column)->words;
  };
  EXPECT_EQ(words("links", "mode"), names_of(all_modes));
  EXPECT_EQ(words("links", "purpose"),
            names_of(std::array{LinkPurpose::line, LinkPurpose::exchange, LinkPurpose::hinterland}));
  EXPECT_EQ(words("links", "status"),
            names_of(std::array{LinkStatus::active, LinkStatus::seasonal, LinkStatus::under_construction,
                                LinkStatus::planned}));
  EXPECT_EQ(words("links", "lane"),
            names_of(std::array{SeaLane::europe, SeaLane::pacific, SeaLane::atlantic, SeaLane::africa,
                                SeaLane::oceania, SeaLane::latin_america}));
  EXPECT_EQ(words("handling", "kind"), names_of(all_handling_kinds));
}

TEST(DatasetSchema, TablesAreFoundByNameOrFile) {
  ASSERT_NE(find_table_schema("trade"), nullptr);
  EXPECT_EQ(find_table_schema("trade"), find_table_schema("trade.csv"));
  EXPECT_EQ(find_table_schema("moons"), nullptr);
  EXPECT_EQ(find_table_schema("places")->find("id")->type, CellType::new_place);
  EXPECT_EQ(find_table_schema("places")->find("moon"), nullptr);
}

}  // namespace
}  // namespace landbridge
