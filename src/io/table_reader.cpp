#include "landbridge/io/table_reader.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fast_float/fast_float.h>

namespace landbridge {

namespace {

constexpr std::array<std::string_view, 44> unit_suffixes{
    "km",    "m",    "mi",  "nm",      "nmi",   "ft",  "yd",  "mm",   "cm",      "inch",  "h",
    "hours", "hour", "min", "minutes", "s",     "sec", "d",   "days", "day",     "weeks", "usd",
    "eur",   "cny",  "rub", "kzt",     "bn",    "mn",  "kg",  "t",    "lb",      "g",     "teu",
    "feu",   "kmh",  "mph", "kn",      "knots", "deg", "rad", "pct",  "percent", "co2",   "tonnes"};

bool is_unit(std::string_view word) {
  return std::find(unit_suffixes.begin(), unit_suffixes.end(), word) != unit_suffixes.end();
}

struct NameParts {
  std::string_view stem;
  std::string_view unit;
};

// "distance_km" -> distance, km; a name without a unit is all stem.
NameParts split_unit(std::string_view name) {
  const std::size_t at = name.rfind('_');
  if (at == std::string_view::npos || !is_unit(name.substr(at + 1))) return {name, {}};
  return {name.substr(0, at), name.substr(at + 1)};
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return std::string(buffer.data(), end);
}

std::string range_text(NumberRange range) {
  const bool low = range.low > std::numeric_limits<double>::lowest();
  const bool high = range.high < std::numeric_limits<double>::max();
  if (low && high)
    return (range.low_open ? "above " : "at least ") + number_text(range.low) + " and at most " +
           number_text(range.high);
  if (low) return (range.low_open ? "above " : "at least ") + number_text(range.low);
  return "at most " + number_text(range.high);
}

bool is_letter_or_sign(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '%' || byte == '$' ||
         byte >= 0x80;
}

// Why `text`, of which the first `parsed` bytes are a number, is none.
std::string not_a_number(std::string_view text, std::size_t parsed, std::string_view column) {
  std::string_view rest = text.substr(parsed);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::string where = std::string(column) + ": ";
  if (parsed != 0 && rest.empty()) return where + "spaces after the number: " + quoted(text);
  if (parsed != 0 && is_letter_or_sign(rest.front()))
    return where + quoted(text) + " carries a unit: write " + std::string(text.substr(0, parsed)) +
           " and let the column's name say the unit";
  if (parsed != 0 && rest.front() == ',')
    return where + quoted(text) +
           " is not a number: the decimal sign is a point, and thousands are not separated";
  return where + quoted(text) + " is not a number";
}

}  // namespace

TableReader::TableReader(const Table& table, Findings& findings,
                         std::initializer_list<std::string_view> required,
                         std::initializer_list<std::string_view> optional)
    : TableReader(table, findings, std::span(required.begin(), required.size()),
                  std::span(optional.begin(), optional.size())) {}

TableReader::TableReader(const Table& table, Findings& findings, std::span<const std::string_view> required,
                         std::span<const std::string_view> optional)
    : table_(table), findings_(findings) {
  for (const std::string_view name : required) add_column(name, true);
  for (const std::string_view name : optional) add_column(name, false);
}

void TableReader::add_column(std::string_view name, bool required) {
  const auto found = table_.find(name);
  columns_.emplace_back(name, found.value_or(absent));
  if (found || table_.column_count() == 0) return;  // no heading: said already
  const NameParts wanted = split_unit(name);
  for (std::size_t i = 0; i < table_.column_count(); ++i) {
    const Table::Cell cell = table_.heading(i);
    const NameParts other = split_unit(cell.text);
    if (wanted.unit.empty() || other.stem != wanted.stem) continue;
    findings_.error(
        table_.name(), cell.line, cell.column,
        "wrong unit: column " + std::string(name) + " is missing, and " + quoted(cell.text) +
            (other.unit.empty() ? " does not say its unit" : " is the same figure in another unit") +
            "; give it as " + std::string(name));
    return;
  }
  if (!required) return;
  findings_.error(table_.name(), table_.heading(0).line, 1, "column " + quoted(name) + " is missing");
}

std::size_t TableReader::position(std::string_view column) const {
  for (const auto& [name, position] : columns_)
    if (name == column) return position;
  throw ContractError("TableReader: column " + std::string(column) + " was not declared");
}

std::optional<Table::Cell> RowView::find(std::string_view column) const {
  const std::size_t position = reader_->position(column);
  if (position == TableReader::absent) return std::nullopt;
  return reader_->table_.cell(row_, position);
}

bool RowView::has(std::string_view column) const {
  const auto cell = find(column);
  return cell && !cell->text.empty();
}

std::size_t RowView::line() const {
  return reader_->table_.cell(row_, 0).line;
}

Table::Cell RowView::cell(std::string_view column) const {
  const auto found = find(column);
  return found ? *found : reader_->table_.cell(row_, 0);
}

void RowView::error(std::string_view column, std::string message) const {
  const Table::Cell where = cell(column);
  reader_->findings_.error(reader_->table_.name(), where.line, where.column, std::move(message));
}

void RowView::warning(std::string_view column, std::string message) const {
  const Table::Cell where = cell(column);
  reader_->findings_.warning(reader_->table_.name(), where.line, where.column, std::move(message));
}

std::string_view RowView::text(std::string_view column) const {
  const auto cell = find(column);
  if (!cell) return {};
  if (cell->text.empty()) error(column, std::string(column) + " is empty");
  return cell->text;
}

std::string_view RowView::optional_text(std::string_view column) const {
  const auto cell = find(column);
  return cell ? cell->text : std::string_view();
}

double RowView::parse(const Table::Cell& cell, std::string_view column, NumberRange range) const {
  const std::string_view text = cell.text;
  double value = 0;
  const auto [end, status] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  const auto parsed = status == std::errc::invalid_argument ? 0 : static_cast<std::size_t>(end - text.data());
  if (parsed != text.size() || text.empty()) {
    error(column, not_a_number(text, parsed, column));
    return 0;
  }
  if (!std::isfinite(value)) {
    error(column, std::string(column) + ": " + quoted(text) + " is not a finite number");
    return 0;
  }
  if (value < range.low || value > range.high || (range.low_open && value == range.low)) {
    error(column,
          std::string(column) + ": " + quoted(text) + " is out of range: it must be " + range_text(range));
    return 0;
  }
  return value == 0 ? 0 : value;  // no negative zero
}

double RowView::number(std::string_view column, NumberRange range) const {
  const auto cell = find(column);
  if (!cell) return 0;
  if (cell->text.empty()) {
    error(column, std::string(column) + " is empty");
    return 0;
  }
  return parse(*cell, column, range);
}

std::optional<double> RowView::optional_number(std::string_view column, NumberRange range) const {
  const auto cell = find(column);
  if (!cell || cell->text.empty()) return std::nullopt;
  return parse(*cell, column, range);
}

std::int64_t RowView::parse_whole(const Table::Cell& cell, std::string_view column, std::int64_t low,
                                  std::int64_t high) const {
  const std::string_view text = cell.text;
  std::int64_t value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto parsed = static_cast<std::size_t>(end - text.data());
  if (status == std::errc::invalid_argument || parsed != text.size()) {
    error(column, parsed != 0 && text[parsed] == '.'
                      ? std::string(column) + ": " + quoted(text) + " is not a whole number"
                      : not_a_number(text, parsed, column));
    return low;
  }
  if (status == std::errc::result_out_of_range || value < low || value > high) {
    error(column, std::string(column) + ": " + quoted(text) + " is out of range: it must be at least " +
                      std::to_string(low) + " and at most " + std::to_string(high));
    return low;
  }
  return value;
}

std::int64_t RowView::whole(std::string_view column, std::int64_t low, std::int64_t high) const {
  const auto cell = find(column);
  if (!cell) return low;
  if (cell->text.empty()) {
    error(column, std::string(column) + " is empty");
    return low;
  }
  return parse_whole(*cell, column, low, high);
}

std::optional<std::int64_t> RowView::optional_whole(std::string_view column, std::int64_t low,
                                                    std::int64_t high) const {
  const auto cell = find(column);
  if (!cell || cell->text.empty()) return std::nullopt;
  return parse_whole(*cell, column, low, high);
}

std::vector<std::string_view> RowView::list(std::string_view column, char separator) const {
  std::vector<std::string_view> parts;
  const std::string_view text = optional_text(column);
  if (text.empty()) return parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end == begin)
      error(column, std::string(column) + ": an empty part in the list " + quoted(text));
    else
      parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::size_t RowView::choice(std::string_view column, std::initializer_list<std::string_view> words) const {
  const auto cell = find(column);
  if (!cell) return 0;
  const auto found = std::find(words.begin(), words.end(), cell->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string allowed;
  for (const std::string_view word : words) allowed += (allowed.empty() ? "" : ", ") + std::string(word);
  error(column, std::string(column) + ": " + quoted(cell->text) + " is none of: " + allowed);
  return 0;
}

}  // namespace landbridge
