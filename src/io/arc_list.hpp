// What the readers of graph files share: numbers out of tokens, arcs as they are met, costs at the end.
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/io/graph_file.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge::detail {

/// One token of a line; `column` counts from 1.
struct Token {
  std::string_view text;
  std::size_t column = 0;
};

/// Splits at spaces and tabs; `tokens` is emptied first.
void split(std::string_view line, std::vector<Token>& tokens);

/// Collects arcs and findings while a file is read, and turns the weights into costs when all are known.
class ArcList {
 public:
  /// Throws OptionError for a quantum that cannot be one.
  ArcList(const TextSource& source, const GraphFileOptions& options, std::string default_weight,
          std::uint64_t first_number);

  /// The next sound line. What is not sound is a finding already, and may have been an arc.
  bool next(Line& line);
  std::size_t line_number() const noexcept { return lines_.line_number(); }
  std::size_t unsound_lines() const noexcept { return unsound_lines_; }
  bool has_findings() const noexcept { return !findings_.empty(); }
  const std::string& weight() const noexcept { return weight_; }
  bool is_weighted() const noexcept { return weight_ != "none"; }
  bool has_node_count() const noexcept { return nodes_.has_value(); }

  void error(std::size_t line, std::size_t column, std::string message);
  /// A number that the file gives of something; a finding when it is none or above 2^32 - 2.
  std::optional<std::uint64_t> count(std::size_t line, const Token& token, std::string_view of_what);
  /// What the file promises, and where.
  void promise_nodes(std::uint64_t count, std::size_t line, std::size_t column);
  void promise_arcs(std::uint64_t count, std::size_t line, std::size_t column);
  /// One row. `weight` is not looked at when weights are not wanted.
  void add(std::size_t line, const Token& tail, const Token& head, const Token& weight);
  /// A row that is no arc because of a finding counts towards what the file promises.
  void add_faulty() { ++rows_; }

  /// Checks the counts, throws all findings as a DataError, and builds.
  GraphFile finish() &&;

 private:
  struct Promise {
    std::uint64_t count = 0;
    std::size_t line = 0;
    std::size_t column = 0;
  };
  std::optional<NodeId> node(std::size_t line, const Token& token);
  bool check_weight(std::size_t line, const Token& token);
  void set_costs(GraphFile& graph) const;

  GraphFileOptions options_;
  std::string weight_;
  std::uint64_t first_number_;
  Findings findings_;
  LineReader lines_;
  std::optional<Promise> nodes_;
  std::optional<Promise> arcs_;
  std::size_t rows_ = 0;
  std::size_t unsound_lines_ = 0;
  std::vector<std::pair<NodeId, NodeId>> ends_;
  struct Figure {
    std::size_t end;  // in weight_text_
    std::size_t line;
    std::size_t column;
  };
  std::string weight_text_;  // all weights, one after another
  std::vector<Figure> figures_;
  std::int64_t decimals_ = 0;
};

}  // namespace landbridge::detail
