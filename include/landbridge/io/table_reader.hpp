// What do a table's cells say? Typed, in range, in the unit asked for; what is not becomes a finding at its
// cell.
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/io/table.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landbridge {

/// The values a number may take; NaN and infinity never are.
struct NumberRange {
  double low = 0;
  double high = std::numeric_limits<double>::max();
  bool low_open = false;  ///< low itself is out of range

  static constexpr NumberRange non_negative() noexcept { return {}; }
  static constexpr NumberRange positive() noexcept { return {0, std::numeric_limits<double>::max(), true}; }
  static constexpr NumberRange any() noexcept {
    return {std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max(), false};
  }
  static constexpr NumberRange between(double low, double high) noexcept { return {low, high, false}; }
};

class RowView;

/// Typed access to a table. What is wrong is added to the findings and a neutral value is returned (empty
/// text, 0, nothing), so that reading goes on and finds the rest: check `findings.throw_if_errors()` when all
/// is read.
///
/// A required column that is missing is one finding at the heading, not one a row. Where the table has the
/// same figure in another unit (`distance_mi` for `distance_km`), the finding says so; an optional column
/// likewise.
class TableReader {
 public:
  /// `table` and `findings` must outlive the reader. Columns that are named in neither list are not looked
  /// at; asking for one throws ContractError.
  TableReader(const Table& table, Findings& findings, std::initializer_list<std::string_view> required,
              std::initializer_list<std::string_view> optional = {});
  TableReader(const Table& table, Findings& findings, std::span<const std::string_view> required,
              std::span<const std::string_view> optional);

  std::size_t size() const noexcept { return table_.row_count(); }
  RowView operator[](std::size_t row) const;
  const Table& table() const noexcept { return table_; }
  Findings& findings() const noexcept { return findings_; }

 private:
  friend class RowView;
  static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();
  void add_column(std::string_view name, bool required);
  std::size_t position(std::string_view column) const;

  const Table& table_;
  Findings& findings_;
  std::vector<std::pair<std::string, std::size_t>> columns_;
};

/// One row of a TableReader; which cell is meant is said by the column's name.
class RowView {
 public:
  /// Text that must not be empty.
  std::string_view text(std::string_view column) const;
  /// Text that may be empty, or whose column may be missing.
  std::string_view optional_text(std::string_view column) const;

  /// A number in plain or scientific notation with a decimal point, in range. Findings: empty, not a number,
  /// NaN, infinity, out of range, written with its unit ("226 km": the unit belongs in the column's name).
  double number(std::string_view column, NumberRange range = {}) const;
  /// Nothing when the cell is empty or the column is missing.
  std::optional<double> optional_number(std::string_view column, NumberRange range = {}) const;
  /// A whole number in range.
  std::int64_t whole(std::string_view column, std::int64_t low = 0,
                     std::int64_t high = std::numeric_limits<std::int64_t>::max()) const;
  std::optional<std::int64_t> optional_whole(
      std::string_view column, std::int64_t low = 0,
      std::int64_t high = std::numeric_limits<std::int64_t>::max()) const;
  /// The parts of a list such as `a;b;c`; none when the cell is empty. An empty part is a finding.
  std::vector<std::string_view> list(std::string_view column, char separator = ';') const;
  /// Position in `words` of the cell's text; a finding that lists the words (and 0) when it is none of them.
  std::size_t choice(std::string_view column, std::initializer_list<std::string_view> words) const;

  bool has(std::string_view column) const;
  std::size_t line() const;
  /// Position and text of a cell, for findings of the caller's own; the row's first cell when the column is
  /// missing.
  Table::Cell cell(std::string_view column) const;
  /// Adds a finding at that cell. `message` should hold the offending value (`quoted`).
  void error(std::string_view column, std::string message) const;
  void warning(std::string_view column, std::string message) const;

 private:
  friend class TableReader;
  RowView(const TableReader& reader, std::size_t row) : reader_(&reader), row_(row) {}
  std::optional<Table::Cell> find(std::string_view column) const;
  double parse(const Table::Cell& cell, std::string_view column, NumberRange range) const;
  std::int64_t parse_whole(const Table::Cell& cell, std::string_view column, std::int64_t low,
                           std::int64_t high) const;

  const TableReader* reader_;
  std::size_t row_;
};

inline RowView TableReader::operator[](std::size_t row) const {
  return RowView(*this, row);
}

}  // namespace landbridge
