#include "io/arc_list.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/topology_builder.hpp"
#include "landbridge/io/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <fast_float/fast_float.h>

namespace landbridge::detail {

namespace {

constexpr std::uint64_t most_ids = std::numeric_limits<std::uint32_t>::max() - 1;
// Nodes without arcs are legal, but a heading must not be able to ask for gigabytes that the file does not
// fill.
constexpr std::uint64_t most_nodes_unseen = std::uint64_t{1} << 24;
constexpr std::uint64_t most_nodes_per_arc = 64;
// A quantum from 1e-300 to 1e300, and one over it, is a normal double.
constexpr std::int64_t most_decimals = 300;
constexpr double largest_quantum = 1e300;

double to_double(std::string_view text) {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  fast_float::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_word_for_no_number(std::string_view text) {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, status] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  return status == std::errc() && end == text.data() + text.size();
}

}  // namespace

void split(std::string_view line, std::vector<Token>& tokens) {
  tokens.clear();
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  for (std::size_t at = 0; at < line.size();) {
    if (is_space(line[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < line.size() && !is_space(line[at])) ++at;
    tokens.push_back({line.substr(begin, at - begin), begin + 1});
  }
}

ArcList::ArcList(const TextSource& source, const GraphFileOptions& options, std::string default_weight,
                 std::uint64_t first_number)
    : options_(options),
      weight_(options.weight.empty() ? std::move(default_weight) : options.weight),
      first_number_(first_number),
      lines_(source, findings_, options.longest_line) {
  if (options.quantum.empty()) return;
  const auto quantum = parse_decimal(options.quantum);
  const double size = to_double(options.quantum);
  if (!quantum || !usable_quantum(*quantum) || !(size >= 1 / largest_quantum) || !(size <= largest_quantum))
    throw OptionError("quantum", options.quantum,
                      "a positive decimal number of at most 18 digits, from 1e-300 to 1e300");
}

bool ArcList::next(Line& line) {
  while (lines_.next(line)) {
    if (line.sound) return true;
    ++unsound_lines_;
  }
  return false;
}

void ArcList::error(std::size_t line, std::size_t column, std::string message) {
  findings_.error(lines_.name(), line, column, std::move(message));
}

std::optional<std::uint64_t> ArcList::count(std::size_t line, const Token& token, std::string_view of_what) {
  std::uint64_t value = 0;
  const auto [end, status] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
  const bool whole = end == token.text.data() + token.text.size() && status != std::errc::invalid_argument;
  if (whole && status == std::errc() && value <= most_ids) return value;
  error(line, token.column,
        std::string(of_what) + ": " + quoted(token.text) +
            (whole ? " is above " + std::to_string(most_ids)
                   : std::string(" is not a whole number of at least 0")));
  return std::nullopt;
}

void ArcList::promise_nodes(std::uint64_t count, std::size_t line, std::size_t column) {
  nodes_ = {count, line, column};
}

void ArcList::promise_arcs(std::uint64_t count, std::size_t line, std::size_t column) {
  arcs_ = {count, line, column};
}

std::optional<NodeId> ArcList::node(std::size_t line, const Token& token) {
  std::uint64_t value = 0;
  const auto [end, status] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
  const bool whole = end == token.text.data() + token.text.size() && status != std::errc::invalid_argument;
  if (!whole) {
    error(line, token.column, quoted(token.text) + " is not a node number");
    return std::nullopt;
  }
  if (!nodes_) return NodeId(0);  // how many there are is unknown, and a finding already
  if (status == std::errc() && value >= first_number_ && value - first_number_ < nodes_->count)
    return NodeId::at(static_cast<std::size_t>(value - first_number_));
  error(line, token.column,
        "node " + quoted(token.text) + " is out of range: the file promises " +
            (nodes_->count == 0 ? "none"
                                : std::to_string(first_number_) + " to " +
                                      std::to_string(first_number_ + nodes_->count - 1)));
  return std::nullopt;
}

bool ArcList::check_weight(std::size_t line, const Token& token) {
  const auto value = parse_decimal(token.text);
  if (!value) {
    error(line, token.column,
          weight_ + ": " + quoted(token.text) +
              (is_word_for_no_number(token.text) ? " is not a finite number" : " is not a number"));
    return false;
  }
  if (value->negative && !value->is_zero()) {
    error(line, token.column, weight_ + ": " + quoted(token.text) + " is negative");
    return false;
  }
  decimals_ = std::max(decimals_, value->decimals());
  return true;
}

void ArcList::add(std::size_t line, const Token& tail, const Token& head, const Token& weight) {
  ++rows_;
  const auto from = node(line, tail);
  const auto to = node(line, head);
  const bool good = !is_weighted() || check_weight(line, weight);
  if (!from || !to || !good || findings_.has_errors()) return;
  ends_.emplace_back(*from, *to);
  if (!is_weighted()) return;
  weight_text_.append(weight.text);
  figures_.push_back({weight_text_.size(), line, weight.column});
}

void ArcList::set_costs(GraphFile& graph) const {
  graph.quantum.unit = weight_;
  if (!is_weighted()) {
    graph.costs.assign(ends_.size(), Cost(1));
    return;
  }
  const bool is_finest = options_.quantum.empty() && decimals_ > 0;
  const std::string text = !options_.quantum.empty() ? options_.quantum
                           : is_finest               ? "1e-" + std::to_string(decimals_)
                                                     : "1";
  const Decimal quantum = parse_decimal(text).value();
  graph.quantum.size = to_double(text);
  graph.costs.reserve(ends_.size());
  std::size_t begin = 0;
  for (const Figure& figure : figures_) {
    const std::string_view written = std::string_view(weight_text_).substr(begin, figure.end - begin);
    begin = figure.end;
    const auto refuse = [&](std::string message) {
      throw LimitError(Finding{lines_.name(), figure.line, figure.column, Severity::error,
                               weight_ + ": " + quoted(written) + std::move(message)});
    };
    Decimal value = parse_decimal(written).value();
    value.negative = false;  // only of a zero
    if (is_finest && decimals_ > most_decimals) {
      if (value.decimals() == decimals_)
        refuse(" has " + std::to_string(decimals_) + " decimals; choose a quantum");
      continue;  // on to the figure that has so many
    }
    const auto cost = quanta(value, quantum);
    if (!cost) refuse(" is more than 2^63 - 2 quanta of " + text + "; choose a larger quantum");
    graph.costs.push_back(Cost(cost->count));
    if (cost->count == 0) ++graph.free_arcs;
    if (cost->raised) ++graph.raised_arcs;
  }
}

GraphFile ArcList::finish() && {
  if (lines_.line_number() == 0 && !lines_.failed()) error(0, 0, "the file is empty");
  if (arcs_ && (rows_ > arcs_->count || rows_ + unsound_lines_ < arcs_->count))
    error(arcs_->line, arcs_->column,
          "the file promises " + std::to_string(arcs_->count) + " arcs and holds " + std::to_string(rows_) +
              (rows_ < arcs_->count ? "; is it truncated?" : ""));
  if (nodes_ && nodes_->count > most_nodes_unseen && nodes_->count / most_nodes_per_arc > rows_)
    error(nodes_->line, nodes_->column,
          "the file promises " + std::to_string(nodes_->count) + " nodes for " + std::to_string(rows_) +
              " arcs; so many nodes without arcs are not believed");
  findings_.throw_if_errors();
  GraphFile graph;
  graph.first_number = first_number_;
  graph.content_hash = lines_.content_hash().text();
  set_costs(graph);
  TopologyBuilder builder(static_cast<std::size_t>(nodes_.value().count));
  builder.reserve_arcs(ends_.size());
  for (const auto& [tail, head] : ends_) builder.add_arc(tail, head);
  graph.topology = std::move(builder).build();
  return graph;
}

}  // namespace landbridge::detail
