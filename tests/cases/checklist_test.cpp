// Does the built-in data set hold what the checklist says that a complete one must?
#include "landbridge/io/dataset.hpp"
#include "landbridge/io/table_reader.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t entries = 188;
constexpr double most_absent = 0.15;

/// Which column of a table a key names. Tables of figures are keyed by several, see `figure_columns`.
const std::map<std::string, std::string, std::less<>> key_columns{{"places", "id"},
                                                                  {"hubs", "id"},
                                                                  {"provinces", "id"},
                                                                  {"partners", "iso3"},
                                                                  {"corridors", "id"},
                                                                  {"platforms", "id"},
                                                                  {"agreements", "id"},
                                                                  {"memberships", "bloc"},
                                                                  {"services", "id"},
                                                                  {"capacities", "subject"},
                                                                  {"conditions", "condition"},
                                                                  {"sister_cities", "region"},
                                                                  {"crossings", "crossing"}};
/// In the order of the key's parts; the last, the year, may be left out where any will do.
const std::map<std::string, Strings, std::less<>> figure_columns{
    {"measures", {"subject", "measure", "year"}},
    {"throughput", {"subject", "measure", "year"}},
    {"trade", {"reporter", "partner", "flow", "year"}}};

/// In which tables that is to be found.
const std::map<std::string, std::set<std::string>, std::less<>> tables_of_kind{
    {"province", {"provinces"}},       {"partner", {"partners"}},
    {"partner bloc", {"memberships"}}, {"corridor", {"corridors"}},
    {"agreement", {"agreements"}},     {"platform", {"platforms"}},
    {"expo", {"platforms"}},           {"forum", {"platforms"}},
    {"border zone", {"platforms"}},    {"demonstration zone", {"platforms"}},
    {"city", {"places", "hubs"}},      {"port", {"places"}},
    {"rail hub", {"places"}},          {"region", {"provinces", "throughput", "platforms"}}};
const std::map<std::string, std::set<std::string>, std::less<>> tables_of_find{
    {"place", {"places", "hubs"}},
    {"province", {"provinces"}},
    {"partner", {"partners"}},
    {"membership", {"memberships"}},
    {"corridor", {"corridors"}},
    {"agreement", {"agreements"}},
    {"platform", {"platforms"}},
    {"measure", {"measures"}},
    {"throughput", {"throughput"}},
    {"trade", {"trade"}},
    {"scenario", {"conditions"}},
    {"relation", {"sister_cities", "provinces", "corridors", "platforms", "crossings", "agreements"}}};
/// What may lack a row, where the page on what is not modelled says why.
const std::set<std::string, std::less<>> may_be_absent{"initiative", "mechanism", "metric", "political event",
                                                       "event"};

const Table& table(const std::string& name) {
  static std::map<std::string, Table> read;
  const auto found = read.find(name);
  if (found != read.end()) return found->second;
  return read.emplace(name, load_table({}, name).value()).first->second;
}

std::string_view cell(const Table& table, std::size_t row, std::string_view column) {
  return table.cell(row, table.find(column).value()).text;
}

/// `hub:xian/trade-partners/2023` from the right into as many parts as there are columns, the first whole.
Strings split_from_right(std::string text, std::size_t parts) {
  Strings result;
  for (std::size_t slash; result.size() + 1 < parts && (slash = text.rfind('/')) != std::string::npos;
       text.resize(slash))
    result.insert(result.begin(), text.substr(slash + 1));
  result.insert(result.begin(), text);
  return result;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A figure counts where it has a value, a year and a source.
bool holds_figure(const std::string& name, const Strings& columns, const std::string& rest) {
  Strings parts = split_from_right(rest, columns.size());
  if (parts.size() == columns.size() && !is_year(parts.back())) return false;
  if (parts.size() + 1 < columns.size()) return false;
  Findings findings;
  const TableReader reader(table(name), findings, {"value", "year", "source"});
  for (std::size_t row = 0; row < reader.size(); ++row) {
    bool same = true;
    for (std::size_t i = 0; i < parts.size(); ++i) same &= cell(reader.table(), row, columns[i]) == parts[i];
    if (!same || !is_year(reader[row].text("year"))) continue;
    reader[row].number("value", NumberRange::any());
    return !reader[row].text("source").empty() && findings.empty();
  }
  return false;
}

bool holds_row(const std::string& name, std::string_view column, std::string_view wanted) {
  const Table& rows = table(name);
  for (std::size_t row = 0; row < rows.row_count(); ++row)
    if (!wanted.empty() && cell(rows, row, column) == wanted)
      return !rows.find("source") || !cell(rows, row, "source").empty();
  return false;
}

std::string table_of(const std::string& key) {
  return key.substr(0, key.find(':'));
}

/// Whether `table:id`, `provinces:region/x` or `table:subject/measure/year` names a row with its source.
bool is_found(const std::string& key) {
  const std::size_t colon = key.find(':');
  if (colon == std::string::npos) return false;
  const std::string name = key.substr(0, colon), rest = key.substr(colon + 1);
  if (const auto figure = figure_columns.find(name); figure != figure_columns.end())
    return holds_figure(name, figure->second, rest);
  if (name == "provinces" && rest.starts_with("region/")) return holds_row(name, "region", rest.substr(7));
  const auto column = key_columns.find(name);
  return column != key_columns.end() && holds_row(name, column->second, rest);
}

struct Entry {
  std::string entry, kind, found_as, key, note;
};

const std::vector<Entry>& checklist() {
  static const std::vector<Entry> all = [] {
    Findings findings;
    const Table read =
        read_table(TextSource::memory("checklist.csv", embedded_table("checklist.csv")), findings);
    const TableReader reader(read, findings, {"entry", "kind", "found_as", "key", "note"});
    std::vector<Entry> result;
    for (std::size_t i = 0; i < reader.size(); ++i) {
      const auto text = [&](std::string_view column) { return std::string(reader[i].optional_text(column)); };
      result.push_back({text("entry"), text("kind"), text("found_as"), text("key"), text("note")});
    }
    EXPECT_TRUE(findings.empty());
    return result;
  }();
  return all;
}

/// Entry and reason of each row of the page on what is not modelled.
std::map<std::string, std::string> reasons(const std::string& page) {
  std::map<std::string, std::string> result;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t middle = line.find(" | ");
    if (!line.starts_with("| ") || !line.ends_with(" |") || middle == std::string::npos) continue;
    result[line.substr(2, middle - 2)] = line.substr(middle + 3, line.size() - middle - 5);
  }
  result.erase("entry");  // the heading
  return result;
}

TEST(Checklist, HasAllItsEntriesAndNoneIsEmpty) {
  EXPECT_EQ(checklist().size(), entries);
  for (const Entry& each : checklist()) {
    EXPECT_FALSE(each.entry.empty() || each.kind.empty() || each.found_as.empty());
    EXPECT_EQ(each.key.empty(), each.found_as == "not_modelled") << each.entry;
  }
}

TEST(Checklist, EveryKeyNamesARowOfTheTableThatItsKindAsksFor) {
  for (const Entry& each : checklist()) {
    if (each.found_as == "not_modelled") continue;
    EXPECT_TRUE(is_found(each.key)) << each.entry << ": " << each.key;
    const auto find = tables_of_find.find(each.found_as);
    ASSERT_NE(find, tables_of_find.end()) << each.found_as;
    EXPECT_TRUE(find->second.contains(table_of(each.key))) << each.entry << ": " << each.key;
    if (const auto kind = tables_of_kind.find(each.kind); kind != tables_of_kind.end()) {
      EXPECT_TRUE(kind->second.contains(table_of(each.key))) << each.entry << ": " << each.key;
    }
  }
}

TEST(Checklist, FiguresAreNamedWithTheirYear) {
  std::size_t figures = 0;
  for (const Entry& each : checklist()) {
    if (!figure_columns.contains(table_of(each.key))) continue;
    ++figures;
    EXPECT_TRUE(is_year(each.key.substr(each.key.rfind('/') + 1))) << each.key;
  }
  EXPECT_GT(figures, 10u);
}

/// `with its age measures:china/initiative-age/2023, see there` names a row too.
TEST(Checklist, KeysWithinNotesNameRows) {
  std::size_t keys = 0;
  for (const Entry& each : checklist()) {
    std::istringstream words(each.note);
    for (std::string word; words >> word;) {
      while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.pop_back();
      const std::size_t colon = word.find(':');
      if (colon == std::string::npos || colon + 1 == word.size()) continue;
      ++keys;
      EXPECT_TRUE(is_found(word)) << each.entry << ": " << word;
    }
  }
  EXPECT_GT(keys, 5u);
}

TEST(Checklist, LittleIsAbsentAndNothingThatMoves) {
  std::size_t absent = 0;
  for (const Entry& each : checklist()) {
    if (each.found_as != "not_modelled") continue;
    ++absent;
    EXPECT_TRUE(may_be_absent.contains(each.kind)) << each.entry << " is a " << each.kind;
    EXPECT_FALSE(tables_of_kind.contains(each.kind)) << each.entry;
  }
  EXPECT_LE(static_cast<double>(absent), most_absent * entries);
}

TEST(Checklist, WhatIsAbsentStandsOnItsPageWithAReason) {
  std::ifstream in(LANDBRIDGE_DOCS "/data/not-modelled.md", std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(in), {});
  const std::map<std::string, std::string> told = reasons(page);
  std::set<std::string> absent, on_page;
  for (const Entry& each : checklist())
    if (each.found_as == "not_modelled") absent.insert(each.entry);
  for (const auto& [entry, reason] : told) {
    on_page.insert(entry);
    EXPECT_GE(reason.size(), 10u) << entry;
  }
  EXPECT_EQ(on_page, absent);
  EXPECT_NE(page.find(std::to_string(absent.size()) + " of the " + std::to_string(entries) + " entries"),
            std::string::npos);
}

TEST(Checklist, ABrokenKeyIsNotFound) {
  for (const char* good :
       {"places:rail:xian", "hubs:xian", "provinces:region/east", "measures:hub:xian/trade-partners/2023",
        "trade:china/country:RUS/total/2021", "conditions:2022"})
    EXPECT_TRUE(is_found(good)) << good;
  for (const char* broken :
       {"", "xian", "places:", "places:xian", "places:rail:atlantis", "moons:xian", "hubs:rail:xian",
        "provinces:region/north-pole", "provinces:region/", "corridors:cere-west", "partners:XYZ",
        "memberships:asea", "measures:hub:xian/trade-partners/1999", "measures:hub:xian/trade-partner/2023",
        "measures:hub:xian", "trade:china/country:RUS/totals/2021", "trade:china/country:RUS/total/21",
        "throughput:river:chongqing/teu/"})
    EXPECT_FALSE(is_found(broken)) << broken;
}

}  // namespace
}  // namespace landbridge
