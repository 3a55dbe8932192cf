// Copies of the built-in tables with one cell, or one line, spoilt.
#pragma once

#include "support/command_line.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace landbridge::test {

using Strings = std::vector<std::string>;

/// A cell, and where it begins: the tables hold no line ends within cells.
struct Cell {
  std::string text;
  std::size_t column;
};

inline std::vector<Cell> cells_of(const std::string& line) {
  std::vector<Cell> cells{{"", 1}};
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells.back().text += line[++i];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      cells.push_back({"", i + 2});
    else
      cells.back().text += line[i];
  }
  return cells;
}

inline std::string line_of(const std::vector<Cell>& cells) {
  std::string line;
  for (const Cell& cell : cells) {
    if (!line.empty() || &cell != cells.data()) line += ',';
    if (cell.text.find_first_of(",\"") == std::string::npos) {
      line += cell.text;
      continue;
    }
    line += '"';
    for (const char c : cell.text) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line;
}

/// A copy of the built-in tables, to be spoilt.
class DataSet {
 public:
  DataSet() { run({"data", "export", "--out", path()}); }
  std::string path() const { return folder_.path() + "/tables"; }
  std::string read(const std::string& table) const { return folder_.read("tables/" + table); }
  void write(const std::string& table, const std::string& text) const {
    folder_.write("tables/" + table, text);
  }

  Strings lines(const std::string& table) const {
    Strings all;
    std::istringstream in(read(table));
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }
  void write_lines(const std::string& table, const Strings& lines) const {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    write(table, text);
  }

  static std::size_t column(const std::string& heading, const std::string& name) {
    const std::vector<Cell> cells = cells_of(heading);
    const auto found = std::ranges::find(cells, name, &Cell::text);
    if (found == cells.end()) throw std::runtime_error("no column " + name);
    return static_cast<std::size_t>(found - cells.begin());
  }

  /// The line of the first row in which all these columns hold these texts.
  std::size_t find(const std::string& table, const std::map<std::string, std::string>& wanted) const {
    const Strings all = lines(table);
    for (std::size_t i = 1; i < all.size(); ++i) {
      const std::vector<Cell> cells = cells_of(all[i]);
      if (std::ranges::all_of(wanted, [&](const auto& want) {
            return cells[column(all[0], want.first)].text == want.second;
          }))
        return i + 1;
    }
    throw std::runtime_error("no such row in " + table);
  }

  /// Writes another text into a cell; says where it stands, as findings do.
  std::string spoil(const std::string& table, std::size_t line, const std::string& name,
                    const std::string& text) const {
    return spoil(table, line, name, text, name);
  }
  /// For a fault that is told at another column of the row.
  std::string spoil(const std::string& table, std::size_t line, const std::string& name,
                    const std::string& text, const std::string& told_at) const {
    Strings all = lines(table);
    const std::size_t spoilt = column(all[0], name), told = column(all[0], told_at);
    std::vector<Cell> cells = cells_of(all[line - 1]);
    cells[spoilt].text = text;
    all[line - 1] = line_of(cells);
    write_lines(table, all);
    return table + ":" + std::to_string(line) + ":" + std::to_string(cells_of(all[line - 1])[told].column);
  }
  /// Adds a row once more.
  std::string repeat(const std::string& table, std::size_t line, const std::string& told_at) const {
    Strings all = lines(table);
    all.push_back(all[line - 1]);
    write_lines(table, all);
    return table + ":" + std::to_string(all.size()) + ":" +
           std::to_string(cells_of(all.back())[column(all[0], told_at)].column);
  }

  /// The rows of `check` that are errors, as table:line:column; its exit code goes with them.
  Strings errors(int* exit_code = nullptr) const {
    const Outcome outcome = run({"check", ".", "--format", "csv"}, path());
    Strings found;
    std::istringstream in(outcome.out);
    for (std::string line; std::getline(in, line);) {
      const std::vector<Cell> cells = cells_of(line);
      if (cells.size() < 5 || cells[3].text != "error") continue;
      std::string place = cells[0].text.substr(cells[0].text.starts_with("./") ? 2 : 0);
      for (const std::size_t i : {std::size_t{1}, std::size_t{2}})
        if (!cells[i].text.empty()) place += ":" + cells[i].text;
      found.push_back(place);
    }
    if (exit_code != nullptr) *exit_code = outcome.exit_code;
    return found;
  }

 private:
  TestFolder folder_;
};

}  // namespace landbridge::test
