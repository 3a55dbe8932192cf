#include "io/dataset_tables.hpp"

#include "io/cell_forms.hpp"
#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace landbridge::detail {

namespace {

struct Column {
  const ColumnSchema* schema;
  std::size_t position;
};

std::vector<Column> known_columns(const CheckedTable& table) {
  std::vector<Column> known;
  for (const ColumnSchema& column : table.schema->columns)
    if (const auto position = table.table.find(column.name)) known.push_back({&column, *position});
  return known;
}

/// Calls `visit` with each part of a list, also with empty ones.
template <class Visit>
void for_each_part(std::string_view text, bool is_list, Visit visit) {
  if (!is_list) return visit(text);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

bool is_number(const ColumnSchema& column, std::string_view text) {
  double value = 0;
  const auto [end, fault] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() && value >= column.low &&
         value <= column.high &&
         (column.type == CellType::number ||
          (value == std::floor(value) && text.find_first_of(".eE") == text.npos));
}

/// The city that a row of places is in: its own name where none is told, none for a waypoint.
std::string_view hub_of(const CheckedTable& places, std::size_t row) {
  const std::optional<std::size_t> id = places.table.find("id"), hub = places.table.find("hub");
  const std::string_view key = id ? places.table.cell(row, *id).text : std::string_view();
  const std::string_view told = hub ? places.table.cell(row, *hub).text : std::string_view();
  if (!told.empty() || key.starts_with("waypoint:")) return told;
  return key.substr(std::min(key.size(), key.find(':') + 1));
}

/// What does one row say? Findings are added where it says nothing sensible.
class RowCheck {
 public:
  RowCheck(const CheckedTable& table, const KeySets& keys, Findings& findings)
      : table_(table), keys_(keys), findings_(findings), columns_(known_columns(table)) {}

  bool is_sound(std::size_t row) const {
    bool sound = true;
    for (const Column& column : columns_) sound &= is_sound(row, column);
    if (table_.schema->in_network) advise(row);
    return sound;
  }

 private:
  /// What no answer depends on, and every reader of it asks for: where a fact comes from and how it is known.
  void advise(std::size_t row) const {
    for (const Column& column : columns_) {
      const Table::Cell cell = table_.table.cell(row, column.position);
      if (column.schema->name == "source" && cell.text.empty())
        findings_.warning(table_.table.name(), cell.line, cell.column, "no source is stated");
      if (column.schema->name == "basis" && !is_basis(cell.text))
        findings_.warning(table_.table.name(), cell.line, cell.column,
                          fmt::format("basis {} does not begin with sourced, measured, derived, estimated or "
                                      "judgement",
                                      quoted(cell.text)));
    }
  }

  static bool is_basis(std::string_view text) {
    for (const std::string_view word : {"sourced", "measured", "derived", "estimated", "judgement"})
      if (text.starts_with(word)) return true;
    return text.empty();
  }

  bool is_sound(std::size_t row, const Column& column) const {
    const Table::Cell cell = table_.table.cell(row, column.position);
    const ColumnSchema& schema = *column.schema;
    if (cell.text.empty()) {
      if (schema.need != Need::every) return true;
      return refuse(cell, fmt::format("{} is empty", schema.name));
    }
    bool sound = true;
    for_each_part(cell.text, schema.is_list, [&](std::string_view part) {
      if (part.empty())
        sound = refuse(cell, fmt::format("{}: an empty part in the list {}", schema.name, quoted(cell.text)));
      else if (schema.type == CellType::number || schema.type == CellType::whole)
        sound &= is_number(schema, part) || refuse_number(row, schema, cell, part);
      else if (schema.type != CellType::text)
        sound &= is_as_told(schema, cell, part);
    });
    return sound;
  }

  bool is_as_told(const ColumnSchema& schema, const Table::Cell& cell, std::string_view part) const {
    const Verdict verdict = keys_.judge(schema, part);
    if (!verdict.fault.empty()) refuse(cell, fmt::format("{}: {}", schema.name, verdict.fault));
    return verdict.is_sound;
  }

  bool refuse_number(std::size_t row, const ColumnSchema& schema, const Table::Cell& cell,
                     std::string_view part) const {
    if (schema.is_list)
      return refuse(cell, fmt::format("{}: {} is not a whole number between {} and {}", schema.name,
                                      quoted(part), schema.low, schema.high));
    if (schema.type == CellType::whole)
      (*table_.rows)[row].whole(schema.name, static_cast<std::int64_t>(schema.low),
                                static_cast<std::int64_t>(schema.high));
    else
      (*table_.rows)[row].number(schema.name, NumberRange::between(schema.low, schema.high));
    return false;
  }

  bool refuse(const Table::Cell& cell, std::string message) const {
    findings_.error(table_.table.name(), cell.line, cell.column, std::move(message));
    return false;
  }

  const CheckedTable& table_;
  const KeySets& keys_;
  Findings& findings_;
  std::vector<Column> columns_;
};

}  // namespace

DatasetTables::DatasetTables(const TableSource& source, Findings& findings, Scope scope)
    : findings_(findings) {
  for (const TableSchema& schema : dataset_schema())
    if (scope == Scope::everything || schema.in_network) read(source, schema);
  for (const auto& table : tables_) index(*table);
  for (const auto& table : tables_) check(*table);
}

const CheckedTable* DatasetTables::find(std::string_view name) const {
  for (const auto& table : tables_)
    if (table->schema->name == name) return table.get();
  return nullptr;
}

void DatasetTables::read(const TableSource& source, const TableSchema& schema) {
  const std::optional<TextSource> text = source(schema.file);
  if (!text) return;
  const std::size_t before = findings_.error_count();
  auto table = std::make_unique<CheckedTable>(CheckedTable{&schema, read_table(*text, findings_), nullptr});
  std::vector<std::string_view> required, optional;
  for (const ColumnSchema& column : schema.columns)
    (column.need == Need::optional ? optional : required).push_back(column.name);
  table->rows =
      std::make_unique<TableReader>(table->table, findings_, std::span<const std::string_view>(required),
                                    std::span<const std::string_view>(optional));
  table->is_complete = findings_.error_count() == before;
  look_for_unknown_columns(*table);
  tables_.push_back(std::move(table));
}

void DatasetTables::look_for_unknown_columns(const CheckedTable& table) {
  std::vector<std::string_view> known;
  for (const ColumnSchema& column : table.schema->columns) known.push_back(column.name);
  for (std::size_t i = 0; i < table.table.column_count(); ++i) {
    const Table::Cell cell = table.table.heading(i);
    if (table.schema->find(cell.text) != nullptr) continue;
    const std::vector<Finding> told = findings_.list();
    const bool is_told = std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
      return finding.file == table.table.name() && finding.line == cell.line && finding.column == cell.column;
    });
    if (is_told) continue;
    const std::vector<std::string_view> nearest = most_similar(cell.text, known, 1);
    findings_.warning(table.table.name(), cell.line, cell.column,
                      fmt::format("column {} is unknown and not read; the nearest that is known is {}",
                                  quoted(cell.text), quoted(nearest.empty() ? "" : nearest.front())));
  }
}

void DatasetTables::index(const CheckedTable& table) {
  static constexpr std::pair<std::string_view, CellType> referred[] = {
      {"sources", CellType::source},    {"places", CellType::place},       {"provinces", CellType::province},
      {"partners", CellType::country},  {"corridors", CellType::corridor}, {"services", CellType::service},
      {"platforms", CellType::platform}};
  const auto begin = [&](CellType type) -> KeySet& {
    KeySet& set = keys_[type];
    set.is_there = true;
    set.is_complete = table.is_complete;
    set.file = table.schema->file;
    return set;
  };
  for (const auto& [name, type] : referred) {
    if (table.schema->name != name) continue;
    KeySet& set = begin(type);
    const std::optional<std::size_t> column = table.table.find(table.schema->key);
    for (std::size_t row = 0; column && row < table.table.row_count(); ++row) {
      const std::string_view key = table.table.cell(row, *column).text;
      // What a malformed key was meant to be is not known.
      if (!keys_.judge(*table.schema->find(table.schema->key), key).is_sound) set.is_complete = false;
      set.insert(key);
    }
  }
  if (table.schema->name != "places") return;
  KeySet& hubs = begin(CellType::hub);
  hubs.is_complete = keys_[CellType::place].is_complete;
  for (std::size_t row = 0; row < table.table.row_count(); ++row) {
    const std::string_view hub = hub_of(table, row);
    if (hub.empty()) continue;
    hubs.insert(hub);
    hubs.is_complete = hubs.is_complete && is_id(hub);
  }
}

void DatasetTables::check(CheckedTable& table) {
  const RowCheck rows(table, keys_, findings_);
  table.is_sound.assign(table.table.row_count(), false);
  for (const ColumnSchema& column : table.schema->columns)
    if (column.need != Need::optional && !table.table.find(column.name)) return;
  for (std::size_t row = 0; row < table.table.row_count(); ++row) table.is_sound[row] = rows.is_sound(row);
  check_keys(table);
}

void DatasetTables::check_keys(CheckedTable& table) {
  std::vector<std::size_t> positions;
  bool all_there = !table.schema->key.empty();
  for_each_part(table.schema->key, true, [&](std::string_view name) {
    const auto position = table.table.find(name);
    all_there = all_there && position;
    if (all_there) positions.push_back(*position);
  });
  if (!all_there) return;
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t row = 0; row < table.table.row_count(); ++row) {
    std::string key;
    bool is_empty = false;
    for (const std::size_t position : positions) {
      const std::string_view part = table.table.cell(row, position).text;
      is_empty = is_empty || part.empty();
      key.append(key.empty() ? "" : " ").append(part);
    }
    const Table::Cell cell = table.table.cell(row, positions.front());
    if (is_empty) continue;
    const auto [first, fresh] = seen.try_emplace(std::move(key), cell.line);
    if (!fresh) {
      table.is_sound[row] = false;
      findings_.error(
          table.table.name(), cell.line, cell.column,
          fmt::format("{} is given twice, first in line {}", quoted(first->first), first->second));
      continue;
    }
    if (positions.size() != 1) continue;
    if (table.schema->name == "places") keys_[CellType::hub].mark(hub_of(table, row), table.is_sound[row]);
    for (const CellType type : {CellType::source, CellType::place, CellType::province, CellType::country,
                                CellType::corridor, CellType::service, CellType::platform})
      if (keys_[type].file == table.schema->file) keys_[type].mark(cell.text, table.is_sound[row]);
  }
}

}  // namespace landbridge::detail
