#include "landbridge/io/dataset_schema.hpp"

#include "io/dataset_schema_columns.hpp"

#include <algorithm>
#include <vector>

namespace landbridge {

std::string_view meaning(CellType type) noexcept {
  switch (type) {
    case CellType::text:
      return "text";
    case CellType::id:
      return "an id (lower case letters, digits, hyphens, underscores)";
    case CellType::number:
      return "a number";
    case CellType::whole:
      return "a whole number";
    case CellType::year:
      return "a year: 2023, 2023-06, 2022-S1, 2024-Q1 or 2013-2023";
    case CellType::date:
      return "a date such as 2024-07-01";
    case CellType::quarter:
      return "a quarter such as 2024-Q1";
    case CellType::months:
      return "a span of months such as 07-11";
    case CellType::choice:
      return "one of some words";
    case CellType::departure:
      return "a departure such as tue 18:00";
    case CellType::country:
      return "a country: ISO 3166-1 alpha-3, in capitals";
    case CellType::new_place:
      return "a place's key: rail, port, river, airport, border or waypoint, a colon, and an id";
    case CellType::setting:
      return "set:FIELD or close:SET";
    case CellType::source:
      return "an id of sources.csv";
    case CellType::place:
      return "a place of places.csv, such as rail:xian";
    case CellType::hub:
      return "a hub of places.csv, such as xian";
    case CellType::province:
      return "an id of provinces.csv";
    case CellType::corridor:
      return "an id of corridors.csv";
    case CellType::service:
      return "an id of services.csv";
    case CellType::platform:
      return "an id of platforms.csv";
    case CellType::region:
      return "a region such as province:gansu or country:POL";
    case CellType::subject:
      return "a country's code, an id, or something given as kind:id";
    case CellType::stage:
      return "a place or a hub of places.csv";
  }
  return "";
}

const ColumnSchema* TableSchema::find(std::string_view column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnSchema& known) { return known.name == column; });
  return found == columns.end() ? nullptr : &*found;
}

std::span<const TableSchema> dataset_schema() noexcept {
  static const std::vector<TableSchema> all = [] {
    std::vector<TableSchema> tables(detail::network_tables.begin(), detail::network_tables.end());
    tables.insert(tables.end(), detail::figure_tables.begin(), detail::figure_tables.end());
    return tables;
  }();
  return all;
}

const TableSchema* find_table_schema(std::string_view name) {
  const std::span<const TableSchema> all = dataset_schema();
  const auto found = std::find_if(all.begin(), all.end(), [&](const TableSchema& table) {
    return table.name == name || table.file == name;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace landbridge
