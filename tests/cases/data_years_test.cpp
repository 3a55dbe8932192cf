// Every figure of the default data has a year, and where the source prints none the row says how it is known.
#include "landbridge/io/dataset.hpp"
#include "landbridge/io/dataset_schema.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using namespace std::literals;
using Column = std::pair<std::string_view, std::string_view>;

/// Where the year of a figure stands, if not in `year`.
std::string_view year_column(std::string_view table, std::string_view figure) {
  static const std::map<Column, std::string_view> elsewhere = {
      {{"borders", "time_h"}, "time_year"},
      {{"borders", "clearance_usd_per_teu"}, "money_year"},
      {{"borders", "gauge_change_usd_per_teu"}, "money_year"},
      {{"borders", "capacity"}, "capacity_year"},
      {{"connectivity", "value"}, "quarter"},
      {{"hubs", "population"}, "population_year"},
      {{"links", "capacity"}, "capacity_year"},
  };
  const auto found = elsewhere.find({table, figure});
  return found == elsewhere.end() ? "year"sv : found->second;
}

/// Numbers that are no figures of a year: tracks are of a gauge, and a coastline is one drawing of one
/// source.
bool is_figure(std::string_view table, const ColumnSchema& column) {
  if (column.type != CellType::number && column.type != CellType::whole) return false;
  return !column.name.ends_with("gauge_mm") && !column.name.ends_with("gauges_mm") && table != "coastline";
}

TEST(DataYears, EveryFigureHasAYear) {
  std::size_t figures = 0;
  std::set<std::string_view> tables;
  for (const TableSchema& schema : dataset_schema()) {
    const std::optional<Table> table = load_table({}, schema.name);
    ASSERT_TRUE(table) << schema.file;
    for (const ColumnSchema& column : schema.columns) {
      const auto figure = table->find(column.name);
      if (!figure || !is_figure(schema.name, column)) continue;
      const std::string_view name = year_column(schema.name, column.name);
      const auto year = table->find(name);
      for (std::size_t row = 0; row < table->row_count(); ++row) {
        const Table::Cell cell = table->cell(row, *figure);
        if (cell.text.empty()) continue;
        ++figures;
        tables.insert(schema.name);
        EXPECT_TRUE(year && !table->cell(row, *year).text.empty())
            << schema.file << ':' << cell.line << ": " << column.name << " without " << name;
      }
    }
  }
  EXPECT_GT(figures, 15'000u);
  EXPECT_GE(tables.size(), 20u);
}

TEST(DataYears, ARowSaysHowItsYearIsKnown) {
  std::map<std::string, std::size_t> words;
  for (const TableSchema& schema : dataset_schema()) {
    const std::optional<Table> table = load_table({}, schema.name);
    if (!schema.find("year_basis")) continue;
    const auto basis = table->find("year_basis");
    const auto year = table->find(schema.name == "hubs" ? "population_year" : "year");
    ASSERT_TRUE(basis && year) << schema.file;
    for (std::size_t row = 0; row < table->row_count(); ++row) {
      const Table::Cell word = table->cell(row, *basis);
      EXPECT_EQ(word.text.empty(), table->cell(row, *year).text.empty()) << schema.file << ':' << word.line;
      ++words[std::string(word.text)];
    }
  }
  for (const std::string word : {"stated", "vintage", "published", "judged", "read"})
    EXPECT_GT(words[word], 0u) << word;
}

/// A year that the source does not print is one that sources.csv gives a reason for.
TEST(DataYears, AVintageHasAReason) {
  const Table sources = load_table({}, "sources").value();
  const auto text = [](const Table& table, std::size_t row, std::string_view column) {
    return table.cell(row, table.find(column).value()).text;
  };
  std::map<std::string, std::string, std::less<>> reasons;  // by source and year
  for (std::size_t row = 0; row < sources.row_count(); ++row) {
    EXPECT_EQ(text(sources, row, "year").empty(), text(sources, row, "year_seen").empty())
        << text(sources, row, "id");
    if (!text(sources, row, "year").empty()) {
      std::string key(text(sources, row, "id"));
      key.append(" ").append(text(sources, row, "year_basis")).append(" ").append(text(sources, row, "year"));
      reasons.emplace(std::move(key), text(sources, row, "year_seen"));
    }
  }
  std::size_t checked = 0;
  for (const std::string_view name :
       {"places", "distances", "transit_times", "parameters", "prices", "handling_observed"}) {
    const Table table = load_table({}, name).value();
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      const std::string_view basis = text(table, row, "year_basis");
      if (basis == "stated" || basis == "judged") continue;
      ++checked;
      bool reasoned = false;
      std::string_view cited = text(table, row, "source");
      while (!cited.empty()) {
        const std::string_view one = cited.substr(0, cited.find(';'));
        cited.remove_prefix(std::min(cited.size(), one.size() + 1));
        std::string key(one);
        key.append(" ").append(basis).append(" ").append(text(table, row, "year"));
        reasoned = reasoned || reasons.contains(key);
      }
      EXPECT_TRUE(reasoned) << name << ':' << row + 2 << ": no source of " << text(table, row, "year");
    }
  }
  EXPECT_GT(checked, 500u);
}

}  // namespace
}  // namespace landbridge
