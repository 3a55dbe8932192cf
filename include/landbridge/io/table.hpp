// Which rows does a CSV table hold? Read strictly, with every fault found at its line and column.
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/io/lines.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

struct TableOptions {
  char separator = ',';
  std::size_t longest_line = LineReader::default_longest_line;  ///< bytes, for a line and for a whole row
};

/// A table of text cells under a heading row. Owns its text; every row has as many cells as the heading.
/// Lines and columns count from 1; a column is the byte of the line at which the cell begins.
class Table {
 public:
  struct Cell {
    std::string_view text;  ///< quotes removed; valid as long as the table
    std::size_t line = 0;
    std::size_t column = 0;
  };

  const std::string& name() const noexcept { return name_; }
  std::size_t row_count() const noexcept {
    return column_count() == 0 ? 0 : places_.size() / column_count() - 1;
  }
  std::size_t column_count() const noexcept { return column_count_; }
  Cell heading(std::size_t column) const { return at(column); }
  Cell cell(std::size_t row, std::size_t column) const { return at((row + 1) * column_count_ + column); }
  /// Position of the column of that name.
  std::optional<std::size_t> find(std::string_view column) const;

 private:
  friend class TableParser;
  struct Position {
    std::size_t offset;
    std::size_t length;
    std::size_t line;
    std::size_t column;
  };
  Cell at(std::size_t i) const {
    const Position& p = places_[i];
    return {std::string_view(text_).substr(p.offset, p.length), p.line, p.column};
  }

  std::string name_;
  std::size_t column_count_ = 0;
  std::string text_;
  std::vector<Position> places_;  // the heading first
};

/// Reads a CSV table (RFC 4180): a heading row, then rows of as many cells; cells in double quotes may hold
/// separators, line ends and doubled quotes. UTF-8 with or without byte order mark; lines end by LF or CRLF;
/// empty lines are passed over.
///
/// Findings, all of them: what LineReader finds; no heading; an empty or repeated column name; a row with too
/// few or too many cells; a quote within an unquoted cell, text after a closing quote, a quote that is never
/// closed (the file is truncated). Rows with a finding are left out, the others are returned. Memory: the
/// cells and one row; a source without cells (one endless line) costs no more than `longest_line`.
Table read_table(const TextSource& source, Findings& findings, const TableOptions& options = {});

}  // namespace landbridge
