#include "cli/data/listing.hpp"

#include "cli/pricing.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace landbridge::cli {

namespace {

constexpr std::array<std::string_view, 9> long_texts{
    "note", "source", "basis", "description", "address", "licence", "definition", "scope", "method"};

bool is_long(std::string_view name) {
  return std::ranges::find(long_texts, name) != long_texts.end() || name.ends_with("_basis") ||
         name.ends_with("_source");
}

Column column_of(const TableSchema& schema, std::string_view name) {
  Column column{.name = std::string(name), .in_table = !is_long(name)};
  for (const std::string_view unit : {"km", "h", "mm"})
    if (name.ends_with(fmt::format("_{}", unit))) column.unit = unit;
  const ColumnSchema* known = schema.find(name);
  if (known == nullptr) return column;
  if (known->is_list)
    column.kind = ColumnKind::list;
  else if (known->type == CellType::number)
    column.kind = ColumnKind::number;
  else if (known->type == CellType::whole)
    column.kind = ColumnKind::whole;
  return column;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, fault] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Value value_of(const Column& column, std::string_view text) {
  if (text.empty()) return {};
  if (column.kind == ColumnKind::list) {
    Value::List parts;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      parts.emplace_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return parts;
  }
  const std::optional<double> number = number_of(text);
  if (column.kind == ColumnKind::number && number) return *number;
  if (column.kind == ColumnKind::whole && number) return static_cast<std::int64_t>(*number);
  return text;
}

/// Where rows of a table lie.
class Points {
 public:
  Points(const Table& table, const Network& network)
      : table_(table),
        network_(network),
        ends_{table.find("lat"), table.find("lon"), table.find("from"), table.find("to")} {}

  std::vector<GeoPoint> of(std::size_t row) const {
    if (ends_.latitude && ends_.longitude) {
      const std::optional<double> latitude = number_of(table_.cell(row, *ends_.latitude).text);
      const std::optional<double> longitude = number_of(table_.cell(row, *ends_.longitude).text);
      if (latitude && longitude) return {{.longitude = *longitude, .latitude = *latitude}};
    }
    if (!ends_.from || !ends_.to) return {};
    const PlaceId from = network_.find_place(table_.cell(row, *ends_.from).text);
    const PlaceId to = network_.find_place(table_.cell(row, *ends_.to).text);
    if (from.is_none() || to.is_none()) return {};
    return {point(network_[from].position), point(network_[to].position)};
  }

 private:
  struct Ends {
    std::optional<std::size_t> latitude, longitude, from, to;
  };
  const Table& table_;
  const Network& network_;
  Ends ends_;
};

bool holds(const Value& value, const std::string& wanted) {
  if (const auto* list = std::get_if<Value::List>(&value.content()))
    return std::ranges::find(*list, wanted) != list->end();
  if (const auto* text = std::get_if<std::string>(&value.content())) return *text == wanted;
  const std::optional<double> number = number_of(wanted);
  if (const auto* real = std::get_if<double>(&value.content())) return number && *number == *real;
  if (const auto* whole = std::get_if<std::int64_t>(&value.content()))
    return number && *number == static_cast<double>(*whole);
  if (const auto* flag = std::get_if<bool>(&value.content())) return wanted == (*flag ? "yes" : "no");
  return wanted.empty();
}

}  // namespace

void list_table(const TableSchema& schema, const Table& table, const Network& network, Document& document) {
  const Points points(table, network);
  for (std::size_t i = 0; i < table.column_count(); ++i)
    document.columns.push_back(column_of(schema, table.heading(i).text));
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Row& shown = document.rows.emplace_back();
    for (std::size_t i = 0; i < table.column_count(); ++i)
      shown.cells.push_back(value_of(document.columns[i], table.cell(row, i).text));
    shown.points = points.of(row);
    document.has_points = document.has_points || !shown.points.empty();
  }
  for (std::size_t i = 0; i < document.columns.size(); ++i)
    if (std::ranges::all_of(document.rows, [&](const Row& row) { return row.cells[i].is_absent(); }))
      document.columns[i].in_table = false;
}

void list_columns(const Inputs&, Document& document) {
  document.columns = {{.name = "table"},  {.name = "column"},
                      {.name = "holds"},  {.name = "list", .kind = ColumnKind::flag},
                      {.name = "needed"}, {.name = "range_or_words"}};
  for (const TableSchema& table : dataset_schema())
    for (const ColumnSchema& column : table.columns) {
      const bool is_number = column.type == CellType::number || column.type == CellType::whole;
      std::string range(column.words);
      if (is_number && column.low > std::numeric_limits<double>::lowest())
        range = fmt::format("from {}", column.low);
      if (is_number && column.high < std::numeric_limits<double>::max())
        range += fmt::format(" to {}", column.high);
      document.rows.push_back({{table.name, column.name, meaning(column.type), column.is_list,
                                column.need == Need::every    ? "every row"
                                : column.need == Need::column ? "column"
                                                              : "no",
                                range.empty() ? Value() : Value(range)}});
    }
}

void keep_rows(const std::vector<std::string>& conditions, Document& document) {
  for (const std::string& condition : conditions) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string::npos)
      throw UsageError(fmt::format("--where {}: not of the form column=value", condition));
    const std::string name = condition.substr(0, equals), wanted = condition.substr(equals + 1);
    const auto column = std::ranges::find(document.columns, name, &Column::name);
    if (column == document.columns.end()) {
      std::string all;
      for (const Column& known : document.columns) all += (all.empty() ? "" : ", ") + known.name;
      throw UsageError(fmt::format("--where {}: no such column; there are {}", condition, all));
    }
    const auto i = static_cast<std::size_t>(column - document.columns.begin());
    std::erase_if(document.rows, [&](const Row& row) { return !holds(row.cells[i], wanted); });
  }
}

}  // namespace landbridge::cli
