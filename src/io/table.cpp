#include "landbridge/io/table.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace landbridge {

std::optional<std::size_t> Table::find(std::string_view column) const {
  for (std::size_t i = 0; i < column_count_; ++i)
    if (heading(i).text == column) return i;
  return std::nullopt;
}

// Cuts lines into cells. A quoted cell may run over several lines; if its quote is never closed, the lines
// after the first are read again as rows of their own, so that one fault does not hide the others.
class TableParser {
 public:
  TableParser(const TextSource& source, Findings& findings, const TableOptions& options)
      : findings_(findings), options_(options), reader_(source, findings, options.longest_line) {
    table_.name_ = source.name();
    if (source.in_memory()) table_.text_.reserve(source.text().size());
  }

  Table parse() && {
    Text line;
    bool any = false;
    while (next(line)) {
      any = true;
      if (line.sound && line.view().empty()) continue;
      if (!line.sound || !parse_row(line)) {
        // Without a heading nothing can be said about the rows.
        if (table_.column_count_ == 0) return std::move(table_);
        continue;
      }
      if (table_.column_count_ == 0) {
        take_heading();
        if (findings_.has_errors() && table_.column_count_ == 0) return std::move(table_);
      } else {
        take_row(line.number);
      }
    }
    if (table_.column_count_ == 0 && !reader_.failed())
      findings_.error(table_.name_, any ? 1 : 0, 0, any ? "there is no heading row" : "the file is empty");
    return std::move(table_);
  }

 private:
  using Position = Table::Position;
  struct Text {
    std::string_view borrowed;
    std::string owned;
    bool is_owned = false;
    std::size_t number = 0;
    bool sound = false;
    std::string_view view() const { return is_owned ? std::string_view(owned) : borrowed; }
  };

  bool next(Text& line) {
    if (!again_.empty()) {
      line = std::move(again_.front());
      again_.pop_front();
      return true;
    }
    Line read;
    if (!reader_.next(read)) return false;
    line = {read.text, {}, false, read.number, read.sound};
    return true;
  }

  bool refuse(std::size_t line, std::size_t column, std::string message) {
    findings_.error(table_.name_, line, column, std::move(message));
    return false;
  }

  // Fills cells_; their text is appended to the table's and taken back when the row is refused.
  bool parse_row(Text& line) {
    cells_.clear();
    const std::size_t mark = table_.text_.size();
    const bool good =
        line.view().find('"') == std::string_view::npos ? parse_plain(line) : parse_quoted(line);
    if (!good) table_.text_.resize(mark);
    row_mark_ = mark;
    return good;
  }

  void add_cell(std::string_view text, std::size_t line, std::size_t column) {
    cells_.push_back({table_.text_.size(), text.size(), line, column});
    table_.text_.append(text);
  }

  bool parse_plain(const Text& line) {
    const std::string_view text = line.view();
    for (std::size_t begin = 0;;) {
      const std::size_t end = std::min(text.find(options_.separator, begin), text.size());
      add_cell(text.substr(begin, end - begin), line.number, begin + 1);
      if (end == text.size()) return true;
      begin = end + 1;
    }
  }

  bool parse_quoted(Text& line) {
    std::deque<Text> followers;
    if (!line.is_owned) {
      line.owned = std::string(line.borrowed);  // reading on would overwrite it
      line.is_owned = true;
    }
    std::string_view text = line.owned;
    std::size_t number = line.number;
    std::size_t at = 0;
    std::size_t row_bytes = text.size();
    for (;;) {
      const std::size_t begin = at;
      if (at == text.size() || text[at] != '"') {
        const std::size_t end = std::min(text.find(options_.separator, at), text.size());
        const std::string_view cell = text.substr(at, end - at);
        if (const std::size_t quote = cell.find('"'); quote != std::string_view::npos)
          return refuse(number, at + quote + 1,
                        "a quote within a cell that does not begin with one: " + quoted(cell));
        add_cell(cell, number, begin + 1);
        at = end;
      } else {
        Position cell{table_.text_.size(), 0, number, begin + 1};
        ++at;
        for (;;) {
          const std::size_t quote = text.find('"', at);
          table_.text_.append(text.substr(at, quote == std::string_view::npos ? quote : quote - at));
          if (quote != std::string_view::npos) {
            at = quote + 1;
            if (at == text.size() || text[at] != '"') break;
            table_.text_ += '"';
            ++at;
            continue;
          }
          Text follower;
          const bool more = next(follower);
          if (more) row_bytes += follower.view().size() + 1;
          if (!more || !follower.sound || row_bytes > options_.longest_line) {
            if (more) followers.push_back(own(std::move(follower)));
            for (auto it = followers.rbegin(); it != followers.rend(); ++it)
              again_.push_front(std::move(*it));
            return refuse(
                cell.line, cell.column,
                !more ? "the quote that opens here is never closed: the file is truncated"
                      : "the quote that opens here is not closed before a line that cannot be read or " +
                            std::to_string(options_.longest_line) + " bytes");
          }
          followers.push_back(own(std::move(follower)));
          text = followers.back().owned;
          number = followers.back().number;
          at = 0;
          table_.text_ += '\n';
        }
        cell.length = table_.text_.size() - cell.offset;
        cells_.push_back(cell);
        if (at != text.size() && text[at] != options_.separator)
          return refuse(number, at + 1, "text after a closing quote: " + quoted(text.substr(at)));
      }
      if (at == text.size()) return true;
      ++at;
    }
  }

  static Text own(Text line) {
    if (!line.is_owned) line.owned = std::string(line.borrowed);
    line.is_owned = true;
    return line;
  }

  void take_heading() {
    std::vector<std::string_view> names;
    bool good = true;
    for (const Position& cell : cells_) {
      const std::string_view name = std::string_view(table_.text_).substr(cell.offset, cell.length);
      if (name.empty()) good = refuse(cell.line, cell.column, "a column without a name");
      if (!name.empty() && std::find(names.begin(), names.end(), name) != names.end())
        good = refuse(cell.line, cell.column, "column " + quoted(name) + " stands in the heading twice");
      names.push_back(name);
    }
    if (!good) return;
    table_.column_count_ = cells_.size();
    table_.places_ = cells_;
  }

  void take_row(std::size_t line) {
    const std::size_t expected = table_.column_count_;
    if (cells_.size() == expected) {
      table_.places_.insert(table_.places_.end(), cells_.begin(), cells_.end());
      return;
    }
    const bool few = cells_.size() < expected;
    const Position& where = few ? cells_.back() : cells_[expected];
    refuse(few ? line : where.line, where.column,
           "the row has " + std::to_string(cells_.size()) +
               (few ? " cells, fewer than the " : " cells, more than the ") + std::to_string(expected) +
               " of the heading" + (few ? "; is the file truncated?" : ""));
    table_.text_.resize(row_mark_);
  }

  Findings& findings_;
  TableOptions options_;
  LineReader reader_;
  Table table_;
  std::vector<Position> cells_;
  std::size_t row_mark_ = 0;
  std::deque<Text> again_;
};

Table read_table(const TextSource& source, Findings& findings, const TableOptions& options) {
  return TableParser(source, findings, options).parse();
}

}  // namespace landbridge
