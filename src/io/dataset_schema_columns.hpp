// How is a column of the schema written down?
#pragma once

#include "landbridge/io/dataset_schema.hpp"

#include <string_view>

namespace landbridge::detail {

using enum CellType;

constexpr ColumnSchema col(std::string_view name, CellType type = text) {
  return {.name = name, .type = type};
}
constexpr ColumnSchema list(std::string_view name, CellType type) {
  return {.name = name, .type = type, .is_list = true};
}
constexpr ColumnSchema choice_of(std::string_view name, std::string_view words) {
  return {.name = name, .type = choice, .words = words};
}
constexpr ColumnSchema number_in(std::string_view name, double low, double high) {
  return {.name = name, .type = number, .low = low, .high = high};
}
/// A number of 0 or more.
constexpr ColumnSchema amount(std::string_view name) {
  return number_in(name, 0, std::numeric_limits<double>::max());
}
constexpr ColumnSchema whole_in(std::string_view name, double low, double high) {
  return {.name = name, .type = whole, .low = low, .high = high};
}
/// The column must be there and every cell be filled.
constexpr ColumnSchema every(ColumnSchema column) {
  column.need = Need::every;
  return column;
}
/// The column must be there.
constexpr ColumnSchema needed(ColumnSchema column) {
  column.need = Need::column;
  return column;
}

constexpr std::string_view modes = "rail;road;ferry;sea;river;air";
constexpr ColumnSchema sources = list("source", source);
constexpr ColumnSchema note = col("note");
constexpr ColumnSchema basis = col("basis");
constexpr ColumnSchema year_of = col("year", year);
/// How the row's year is known: see docs/data/README.md.
constexpr ColumnSchema year_basis = choice_of("year_basis", "stated;vintage;published;judged;read");
constexpr ColumnSchema latitude = every(number_in("lat", -90, 90));
constexpr ColumnSchema longitude = every(number_in("lon", -180, 180));
constexpr ColumnSchema gauges = {
    .name = "gauges_mm", .type = whole, .is_list = true, .low = 500, .high = 2000};

/// The tables of which the network is made, and the others.
extern const std::span<const TableSchema> network_tables;
extern const std::span<const TableSchema> figure_tables;

}  // namespace landbridge::detail
