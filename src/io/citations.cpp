#include "landbridge/io/citations.hpp"

#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace landbridge {

namespace {

/// The parts of a list, without those that are empty.
std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (end > 0) parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

/// Four digits as a year; 0 where they are none.
int year_in(std::string_view four) {
  int year = 0;
  for (const char digit : four) {
    if (digit < '0' || digit > '9') return 0;
    year = 10 * year + (digit - '0');
  }
  return four.size() == 4 ? year : 0;
}

/// Of 2024, 2023-06, 2024-Q1 and 2013-2023: the first year and the last.
std::pair<int, int> years_of(std::string_view text) {
  if (text.size() < 4) return {0, 0};
  const int first = year_in(text.substr(0, 4));
  const int last = text.size() == 9 && text[4] == '-' ? year_in(text.substr(5)) : 0;
  return {first, std::max(first, last)};
}

/// `source`, and where a row has figures of several sources those that end in `_source`.
std::vector<std::size_t> source_columns(const Table& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.column_count(); ++i) {
    const std::string_view heading = table.heading(i).text;
    if (heading == "source" || heading.ends_with("_source")) columns.push_back(i);
  }
  return columns;
}

/// The first of the columns `year`, `quarter` and those that end in `_year`.
std::optional<std::size_t> year_column(const Table& table) {
  if (const auto year = table.find("year")) return year;
  if (const auto quarter = table.find("quarter")) return quarter;
  for (std::size_t i = 0; i < table.column_count(); ++i)
    if (table.heading(i).text.ends_with("_year")) return i;
  return std::nullopt;
}

/// Counts what one table cites; `cited` counts rows by source.
TableCitations count(const Table& table, std::string_view name, const std::vector<std::size_t>& columns,
                     std::map<std::string, std::size_t, std::less<>>& cited) {
  TableCitations counted;
  counted.table = std::string(name);
  counted.rows = table.row_count();
  const std::optional<std::size_t> dated = year_column(table);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::set<std::string_view> sources;
    for (const std::size_t column : columns)
      for (const std::string_view source : parts_of(table.cell(row, column).text)) sources.insert(source);
    if (!sources.empty()) ++counted.cited_rows;
    for (const std::string_view source : sources) ++cited[std::string(source)];
    if (!dated) continue;
    const auto [first, last] = years_of(table.cell(row, *dated).text);
    if (first == 0) continue;
    ++counted.dated_rows;
    if (counted.first_year == 0 || first < counted.first_year) counted.first_year = first;
    counted.last_year = std::max(counted.last_year, last);
  }
  for (const auto& [source, rows] : cited) counted.sources.push_back(source);
  std::stable_sort(counted.sources.begin(), counted.sources.end(),
                   [&](const std::string& a, const std::string& b) { return cited[a] > cited[b]; });
  return counted;
}

std::string text_of(const Table& table, std::size_t row, std::string_view column) {
  const auto found = table.find(column);
  return found ? std::string(table.cell(row, *found).text) : std::string();
}

}  // namespace

Citations load_citations(const std::string& folder) {
  Citations result;
  std::map<std::string, std::size_t, std::less<>> position;
  if (const std::optional<Table> table = load_table(folder, "sources"))
    for (std::size_t row = 0; row < table->row_count(); ++row) {
      CitedSource source{text_of(*table, row, "id"), text_of(*table, row, "title")};
      source.address = text_of(*table, row, "address");
      source.licence = text_of(*table, row, "licence");
      position.emplace(source.id, result.sources.size());
      result.sources.push_back(std::move(source));
    }
  for (const std::string_view file : dataset_tables()) {
    const std::string_view name = file.substr(0, file.find('.'));
    if (name == "sources") continue;
    const std::optional<Table> table = load_table(folder, name);
    if (!table) continue;
    const std::vector<std::size_t> columns = source_columns(*table);
    if (columns.empty()) continue;
    std::map<std::string, std::size_t, std::less<>> cited;
    result.tables.push_back(count(*table, name, columns, cited));
    for (const auto& [id, rows] : cited)
      if (const auto found = position.find(id); found != position.end()) {
        result.sources[found->second].tables.emplace_back(name);
        result.sources[found->second].rows += rows;
      }
  }
  for (CitedSource& source : result.sources) std::sort(source.tables.begin(), source.tables.end());
  return result;
}

}  // namespace landbridge
