#include "landbridge/report/write_rows.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/utf8.hpp"
#include "report/number_text.hpp"
#include "report/write_json.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>
#include <variant>

namespace landbridge {

namespace {

constexpr std::array<std::string_view, 5> format_names{"table", "csv", "json", "md", "geojson"};

std::string joined(const Value::List& list, std::string_view between) {
  std::string text;
  for (const std::string& item : list) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

// How the content of a cell is written, for machines (`exact`) or for people.
std::string cell_text(const Value& value, const Column& column, bool exact) {
  struct Visitor {
    const Column& column;
    bool exact;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool flag) const {
      return exact ? (flag ? "true" : "false") : (flag ? "yes" : "no");
    }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const {
      return exact ? detail::exact_text(number) : detail::rounded_text(number, column.decimals);
    }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Value::List& list) const { return joined(list, exact ? ";" : ", "); }
    std::string operator()(const Value::Records&) const { return {}; }
  };
  return std::visit(Visitor{column, exact}, value.content());
}

// ------------------------------------------------------------------------------------------------------ CSV

void append_csv(std::string& line, std::string_view cell, bool first) {
  if (!first) line += ',';
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

const Value::Records* records_of(const Row& row) {
  for (const Value& value : row.cells)
    if (const auto* records = std::get_if<Value::Records>(&value.content())) return records;
  return nullptr;
}

void append_csv_line(std::string& text, const Document& document, const Row& row, const Record* record) {
  bool first = true;
  for (std::size_t i = 0; i < document.columns.size(); ++i) {
    const Column& column = document.columns[i];
    if (column.kind != ColumnKind::records) {
      append_csv(text, cell_text(row.cells[i], column, true), std::exchange(first, false));
      continue;
    }
    for (std::size_t j = 0; j < column.columns.size(); ++j)
      append_csv(text, record == nullptr ? "" : cell_text((*record)[j], column.columns[j], true),
                 std::exchange(first, false));
  }
  text += '\n';
}

std::string write_csv(const Document& document) {
  std::string text;
  bool first = true;
  for (const Column& column : document.columns) {
    if (column.kind != ColumnKind::records) append_csv(text, column.name, std::exchange(first, false));
    for (const Column& inner : column.columns)
      append_csv(text, column.record_prefix + inner.name, std::exchange(first, false));
  }
  text += '\n';
  for (const Row& row : document.rows) {
    const Value::Records* records = records_of(row);
    if (records == nullptr || records->empty()) append_csv_line(text, document, row, nullptr);
    if (records == nullptr) continue;
    for (const Record& record : *records) append_csv_line(text, document, row, &record);
  }
  return text;
}

// ---------------------------------------------------------------------------------------- tables for people

std::string heading(const Column& column) {
  std::string text = column.name;
  if (!column.unit.empty()) {
    std::string suffix = "_";
    for (const char c : column.unit) suffix += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
  }
  std::replace(text.begin(), text.end(), '_', ' ');
  return column.unit.empty() ? text : text + " (" + column.unit + ")";
}

bool is_right_aligned(const Column& column) {
  return column.kind == ColumnKind::number || column.kind == ColumnKind::whole;
}

// The cells of a table for people, the heading first; hidden columns and records left out.
struct Grid {
  std::vector<const Column*> columns;
  std::vector<std::vector<std::string>> lines;

  explicit Grid(const std::vector<Column>& all) {
    for (const Column& column : all)
      if (column.in_table && column.kind != ColumnKind::records) columns.push_back(&column);
    lines.emplace_back();
    for (const Column* column : columns) lines.back().push_back(heading(*column));
  }
  void add(const std::vector<Column>& all, const std::vector<Value>& cells) {
    lines.emplace_back();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].in_table && all[i].kind != ColumnKind::records)
        lines.back().push_back(cell_text(cells[i], all[i], false));
  }
};

void append_aligned(std::string& text, const Grid& grid, bool color, std::string_view indent) {
  std::vector<std::size_t> widths(grid.columns.size(), 0);
  for (const auto& line : grid.lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], utf8_count(line[i]));
  for (std::size_t number = 0; number < grid.lines.size(); ++number) {
    const auto& line = grid.lines[number];
    std::string out(indent);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string space(widths[i] - utf8_count(line[i]), ' ');
      if (i != 0) out += "  ";
      out += is_right_aligned(*grid.columns[i]) ? space + line[i] : line[i] + space;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    text += number == 0 && color ? "\x1b[1m" + out + "\x1b[0m" : out;
    text += '\n';
  }
}

void append_markdown(std::string& text, const Grid& grid) {
  for (std::size_t number = 0; number < grid.lines.size(); ++number) {
    text += '|';
    for (const std::string& cell : grid.lines[number]) {
      text += ' ';
      for (const char c : cell) text += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
      text += " |";
    }
    text += '\n';
    if (number != 0) continue;
    text += '|';
    for (const Column* column : grid.columns) text += is_right_aligned(*column) ? "---:|" : "---|";
    text += '\n';
  }
}

// What the table of a row's records is called: the row's first column, as "rank 1".
std::string row_title(const Document& document, const Row& row) {
  return heading(document.columns[0]) + " " + cell_text(row.cells[0], document.columns[0], false);
}

template <class AppendGrid, class AppendTitle>
void append_people(std::string& text, const Document& document, AppendGrid append_grid,
                   AppendTitle append_title) {
  Grid grid(document.columns);
  for (const Row& row : document.rows) grid.add(document.columns, row.cells);
  if (!document.rows.empty()) append_grid(grid);
  for (std::size_t i = 0; i < document.columns.size(); ++i) {
    const Column& column = document.columns[i];
    if (column.kind != ColumnKind::records || !column.in_table) continue;
    for (const Row& row : document.rows) {
      const auto* records = std::get_if<Value::Records>(&row.cells[i].content());
      if (records == nullptr || records->empty()) continue;
      Grid inner(column.columns);
      for (const Record& record : *records) inner.add(column.columns, record);
      append_title(row_title(document, row));
      append_grid(inner);
    }
  }
  if (!document.rows.empty() && !document.summary.empty()) text += '\n';
}

std::string provenance_text(const Provenance& provenance) {
  std::string text = "landbridge " + provenance.version;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += ", " + std::string(name) + " " + value;
  };
  add("data", provenance.data);
  add("cost model", provenance.cost_model);
  add("scenario", joined(provenance.scenario, " + "));
  if (provenance.quantum)
    add("quantum", detail::exact_text(*provenance.quantum) +
                       (provenance.quantum_unit.empty() ? "" : " " + provenance.quantum_unit));
  if (provenance.seed) add("seed", std::to_string(*provenance.seed));
  add("engine", provenance.engine);
  add("order", provenance.order_hash);
  add("parallel links", provenance.parallel_links);
  add("scale", provenance.scale);
  return text;
}

// A person reads the beginning of a long list; the other formats hold all of it.
std::string summary_text(const Value& value) {
  constexpr std::size_t most = 10;
  const auto* list = std::get_if<Value::List>(&value.content());
  if (list == nullptr || list->size() <= most + 2) return cell_text(value, Column{}, false);
  const Value::List shown(list->begin(), list->begin() + most);
  return cell_text(Value(shown), Column{}, false) + " and " + std::to_string(list->size() - most) + " more";
}

std::string write_table(const Document& document, bool color) {
  std::string text;
  append_people(
      text, document, [&](const Grid& grid) { append_aligned(text, grid, color, ""); },
      [&](const std::string& title) { text += "\n" + title + "\n"; });
  for (const NamedValue& value : document.summary)
    if (!value.value.is_absent()) text += value.name + ": " + summary_text(value.value) + "\n";
  return text + provenance_text(document.provenance) + "\n";
}

std::string write_markdown(const Document& document) {
  std::string text;
  append_people(
      text, document, [&](const Grid& grid) { append_markdown(text, grid); },
      [&](const std::string& title) { text += "\n### " + title + "\n\n"; });
  for (const NamedValue& value : document.summary)
    if (!value.value.is_absent())
      text += "- " + value.name + ": " + cell_text(value.value, Column{}, false) + "\n";
  return text + "\n" + provenance_text(document.provenance) + "\n";
}

void check_records(const std::vector<Column>& columns, const std::vector<Value>& cells) {
  if (cells.size() != columns.size())
    throw ContractError("write_rows: a row has not one value for each column");
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (const auto* records = std::get_if<Value::Records>(&cells[i].content()))
      for (const Record& record : *records) check_records(columns[i].columns, record);
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) return std::nullopt;
  return static_cast<Format>(found - format_names.begin());
}

std::string write_rows(const Document& document, Format format, const WriteOptions& options) {
  for (const Row& row : document.rows) check_records(document.columns, row.cells);
  switch (format) {
    case Format::csv:
      return write_csv(document);
    case Format::json:
      return detail::write_json(document, options);
    case Format::md:
      return write_markdown(document);
    case Format::geojson:
      if (!document.has_points)
        throw OptionError("format", "geojson", "the rows of " + document.command + " have no coordinates");
      return detail::write_geojson(document, options);
    case Format::table:
      break;
  }
  return write_table(document, options.color);
}

}  // namespace landbridge
