// What keeps sums from being met, and which cells they force to 0.
#include "partners/balancing_cells.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>

namespace landbridge {

namespace detail {

namespace {

using Indices = std::vector<Eigen::Index>;
using Findings = std::vector<BalanceFinding>;

Eigen::Index index(std::size_t i) {
  return static_cast<Eigen::Index>(i);
}

bool exceeds(double a, double b, double tolerance) {
  return a - b > tolerance * std::max(a, b);
}

void find_empty(const BalanceCells& cells, Findings& findings) {
  std::vector<bool> row_has(cells.rows.size()), column_has(cells.columns.size());
  for (const Entry& entry : cells.entries)
    if (entry.value > 0) row_has[entry.row] = column_has[entry.column] = true;
  for (std::size_t i = 0; i < row_has.size(); ++i)
    if (cells.rows[i] > 0 && !row_has[i])
      findings.push_back({.fault = BalanceFault::empty, .rows = {index(i)}, .asked = cells.rows[i]});
  for (std::size_t i = 0; i < column_has.size(); ++i)
    if (cells.columns[i] > 0 && !column_has[i])
      findings.push_back({.fault = BalanceFault::empty, .columns = {index(i)}, .asked = cells.columns[i]});
  for (std::size_t i = 0; i < cells.sets.size(); ++i)
    if (cells.set_targets[i] > 0 &&
        std::ranges::none_of(cells.sets[i], [&](std::size_t at) { return cells.entries[at].value > 0; }))
      findings.push_back({.fault = BalanceFault::empty, .sets = {i}, .asked = cells.set_targets[i]});
}

/// Rows and columns that positive cells join must add up to the same.
void find_different_totals(const BalanceCells& cells, double tolerance, Findings& findings) {
  const std::size_t rows = cells.rows.size(), all = rows + cells.columns.size();
  std::vector<std::vector<std::size_t>> joined(all);
  for (const Entry& entry : cells.entries) {
    if (entry.value == 0) continue;
    joined[entry.row].push_back(rows + entry.column);
    joined[rows + entry.column].push_back(entry.row);
  }
  std::vector<bool> seen(all);
  for (std::size_t first = 0; first < all; ++first) {
    if (seen[first]) continue;
    seen[first] = true;
    std::vector<std::size_t> component{first};
    for (std::size_t at = 0; at < component.size(); ++at)
      for (const std::size_t next : joined[component[at]])
        if (!seen[next]) seen[next] = true, component.push_back(next);
    std::ranges::sort(component);
    BalanceFinding finding{.fault = BalanceFault::totals_differ};
    for (const std::size_t at : component) {
      if (at < rows)
        finding.rows.push_back(index(at)), finding.asked += cells.rows[at];
      else
        finding.columns.push_back(index(at - rows)), finding.possible += cells.columns[at - rows];
    }
    if (exceeds(std::max(finding.asked, finding.possible), std::min(finding.asked, finding.possible),
                tolerance))
      findings.push_back(std::move(finding));
  }
}

/// Rows and columns as a flow from one to the other, in whole units so that it is exact.
class RowColumnFlow {
 public:
  explicit RowColumnFlow(const BalanceCells& cells)
      : cells_(cells),
        rows_(cells.rows.size()),
        all_(rows_ + cells.columns.size()),
        graph_(all_ + 2),
        source_(all_),
        sink_(all_ + 1) {
    for (std::size_t i = 0; i < rows_; ++i) wanted_ += add(source_, i, units(cells.rows[i]));
    for (std::size_t i = rows_; i < all_; ++i) add(i, sink_, units(cells.columns[i - rows_]));
    for (const Entry& entry : cells.entries)
      if (entry.value > 0) add(entry.row, rows_ + entry.column, most), edges_.push_back(last_);
    flow_ = boost::push_relabel_max_flow(graph_, source_, sink_);
  }

  /// What rounding to units may add up to.
  std::int64_t slack() const { return static_cast<std::int64_t>(all_); }
  bool fits() const { return wanted_ - flow_ <= slack(); }

  /// Rows that do not get rid of all they have, with the columns open to them.
  BalanceFinding blocked() const {
    const auto residual = get(boost::edge_residual_capacity, graph_);
    std::vector<bool> reached(all_ + 2);
    std::vector<std::size_t> queue{source_};
    reached[source_] = true;
    for (std::size_t at = 0; at < queue.size(); ++at)
      for (const auto& edge : boost::make_iterator_range(out_edges(queue[at], graph_)))
        if (residual[edge] > 0 && !reached[target(edge, graph_)])
          reached[target(edge, graph_)] = true, queue.push_back(target(edge, graph_));
    BalanceFinding finding{.fault = BalanceFault::too_little_room};
    for (std::size_t i = 0; i < all_; ++i) {
      if (!reached[i]) continue;
      if (i < rows_)
        finding.rows.push_back(index(i)), finding.asked += cells_.rows[i];
      else
        finding.columns.push_back(index(i - rows_)), finding.possible += cells_.columns[i - rows_];
    }
    return finding;
  }

  /// Calls `visit(entry)` for positive cells that are 0 whenever the sums of rows and columns are met: those
  /// that lie on no ring along which the flow could be changed.
  template <class Visit>
  void for_each_forced_zero(Visit visit) const {
    // A target so small that rounding hides it would look as if forced.
    const double least = static_cast<double>(2 * slack() * slack());
    for (const auto* targets : {&cells_.rows, &cells_.columns})
      for (const double target : *targets)
        if (target > 0 && static_cast<double>(units(target)) < least) return;
    const auto capacity = get(boost::edge_capacity, graph_);
    const auto residual = get(boost::edge_residual_capacity, graph_);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> changes(all_);
    std::vector<bool> used;
    for (const Edge& edge : edges_) {
      used.push_back(capacity[edge] - residual[edge] > slack());
      add_edge(boost::source(edge, graph_), target(edge, graph_), changes);
      if (used.back()) add_edge(target(edge, graph_), boost::source(edge, graph_), changes);
    }
    std::vector<std::size_t> ring(all_);
    strong_components(changes,
                      boost::make_iterator_property_map(ring.begin(), get(boost::vertex_index, changes)));
    std::size_t positive = 0;
    for (std::size_t i = 0; i < cells_.entries.size(); ++i) {
      if (cells_.entries[i].value == 0) continue;
      const Edge& edge = edges_[positive];
      if (!used[positive++] && ring[boost::source(edge, graph_)] != ring[target(edge, graph_)]) visit(i);
    }
  }

 private:
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  using Edge = Traits::edge_descriptor;
  using Properties = boost::property<boost::edge_capacity_t, std::int64_t,
                                     boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                                     boost::property<boost::edge_reverse_t, Edge>>>;
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Properties>;

  static constexpr double units_in_total = 0x1.0p50;
  static constexpr std::int64_t most = std::int64_t{1} << 52;

  std::int64_t units(double target) const { return std::llround(target / cells_.total * units_in_total); }

  std::int64_t add(std::size_t from, std::size_t to, std::int64_t capacity) {
    last_ = add_edge(from, to, graph_).first;
    const Edge back = add_edge(to, from, graph_).first;
    put(boost::edge_capacity, graph_, last_, capacity);
    put(boost::edge_capacity, graph_, back, std::int64_t{0});
    put(boost::edge_reverse, graph_, last_, back);
    put(boost::edge_reverse, graph_, back, last_);
    return capacity;
  }

  const BalanceCells& cells_;
  std::size_t rows_, all_;
  Graph graph_;
  std::size_t source_, sink_;
  std::int64_t wanted_ = 0, flow_ = 0;
  std::vector<Edge> edges_;  // of the positive cells, in their order
  Edge last_{};
};

/// The most and the least that a set can hold, going by its rows, or by its columns.
struct Room {
  double least = 0;
  double most = 0;
};

template <class LineOf, class AcrossOf>
Room room(const BalanceCells& cells, const std::vector<bool>& in_set, const std::vector<double>& lines,
          const std::vector<double>& across, LineOf line_of, AcrossOf across_of) {
  std::vector<double> inside(lines.size()), beside(lines.size());
  for (std::size_t i = 0; i < cells.entries.size(); ++i)
    if (cells.entries[i].value > 0)
      (in_set[i] ? inside : beside)[line_of(cells.entries[i])] += across[across_of(cells.entries[i])];
  Room result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    result.most += std::min(lines[i], inside[i]);
    result.least += std::max(0.0, lines[i] - beside[i]);
  }
  return result;
}

/// Rows, columns or a set around other sets.
struct Container {
  Indices rows = {}, columns = {};
  std::vector<std::size_t> sets = {};
  double target = 0;
  std::vector<bool> holds = {};  ///< by cell

  std::tuple<Indices, Indices, std::vector<std::size_t>> key() const { return {rows, columns, sets}; }
};

class SetFaults {
 public:
  SetFaults(BalanceCells& cells, double tolerance, Findings& findings)
      : cells_(cells), tolerance_(tolerance), findings_(findings) {
    for (const std::vector<std::size_t>& set : cells.sets) {
      in_.emplace_back(cells.entries.size());
      for (const std::size_t at : set)
        if (cells.entries[at].value > 0) in_.back()[at] = true;
    }
  }

  void find() {
    for (std::size_t i = 0; i < cells_.sets.size(); ++i) find_room(i);
    if (!findings_.empty()) return;
    std::set<decltype(Container().key())> seen;
    for (std::size_t i = 0; i < cells_.sets.size(); ++i)
      for (const Container& container :
           {rows_around(i), columns_around(i), Container{{}, {}, {i}, cells_.set_targets[i], in_[i]}})
        if (container.target > 0 && seen.insert(container.key()).second) fill(container);
  }

 private:
  void find_room(std::size_t set) {
    const auto row_of = [](const Entry& entry) { return entry.row; };
    const auto column_of = [](const Entry& entry) { return entry.column; };
    const Room by_rows = room(cells_, in_[set], cells_.rows, cells_.columns, row_of, column_of);
    const Room by_columns = room(cells_, in_[set], cells_.columns, cells_.rows, column_of, row_of);
    const double asked = cells_.set_targets[set];
    const double most = std::min(by_rows.most, by_columns.most),
                 least = std::max(by_rows.least, by_columns.least);
    // What rounding leaves of a difference is no least amount.
    if (exceeds(asked, most, tolerance_))
      findings_.push_back(
          {.fault = BalanceFault::too_large, .sets = {set}, .asked = asked, .possible = most});
    else if (exceeds(least, asked, tolerance_) && least - asked > tolerance_ * cells_.total)
      findings_.push_back(
          {.fault = BalanceFault::too_small, .sets = {set}, .asked = asked, .possible = least});
  }

  Container rows_around(std::size_t set) const {
    std::set<std::size_t> rows;
    for (const std::size_t at : cells_.sets[set]) rows.insert(cells_.entries[at].row);
    Container container;
    for (const std::size_t row : rows)
      container.rows.push_back(index(row)), container.target += cells_.rows[row];
    for (const Entry& entry : cells_.entries)
      container.holds.push_back(entry.value > 0 && rows.contains(entry.row));
    return container;
  }

  Container columns_around(std::size_t set) const {
    std::set<std::size_t> columns;
    for (const std::size_t at : cells_.sets[set]) columns.insert(cells_.entries[at].column);
    Container container;
    for (const std::size_t column : columns)
      container.columns.push_back(index(column)), container.target += cells_.columns[column];
    for (const Entry& entry : cells_.entries)
      container.holds.push_back(entry.value > 0 && columns.contains(entry.column));
    return container;
  }

  bool within(std::size_t set, const std::vector<bool>& holds) const {
    return std::ranges::all_of(cells_.sets[set], [&](std::size_t at) { return !in_[set][at] || holds[at]; });
  }

  /// Sets within the container that share no cell, the largest first.
  void fill(const Container& container) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < cells_.sets.size(); ++i)
      if (cells_.set_targets[i] > 0 && container.sets != std::vector{i} && within(i, container.holds))
        order.push_back(i);
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return cells_.set_targets[i]; });
    std::vector<bool> taken(cells_.entries.size());
    BalanceFinding finding{.fault = BalanceFault::too_large,
                           .rows = container.rows,
                           .columns = container.columns,
                           .sets = {},
                           .possible = container.target};
    for (const std::size_t set : order) {
      if (std::ranges::any_of(cells_.sets[set], [&](std::size_t at) { return in_[set][at] && taken[at]; }))
        continue;
      for (const std::size_t at : cells_.sets[set])
        if (in_[set][at]) taken[at] = true;
      finding.sets.push_back(set);
      finding.asked += cells_.set_targets[set];
    }
    if (finding.sets.empty()) return;
    const bool covers = container.holds == taken;
    finding.sets.insert(finding.sets.end(), container.sets.begin(), container.sets.end());
    if (exceeds(finding.asked, container.target, tolerance_))
      findings_.push_back(std::move(finding));
    else if (covers && exceeds(container.target, finding.asked, tolerance_))
      finding.fault = BalanceFault::too_small, findings_.push_back(std::move(finding));
    else if (!covers && !exceeds(container.target, finding.asked, tolerance_))
      for (std::size_t at = 0; at < taken.size(); ++at)
        if (container.holds[at] && !taken[at]) cells_.entries[at].value = 0;
  }

  BalanceCells& cells_;
  double tolerance_;
  Findings& findings_;
  std::vector<std::vector<bool>> in_;  // by set and cell
};

}  // namespace

std::vector<BalanceFinding> find_faults(BalanceCells& cells, double tolerance) {
  Findings findings;
  find_empty(cells, findings);
  if (findings.empty()) find_different_totals(cells, tolerance, findings);
  if (!findings.empty() || cells.total == 0) return findings;
  const RowColumnFlow flow(cells);
  if (!flow.fits()) return {flow.blocked()};
  std::vector<std::size_t> zeros;
  flow.for_each_forced_zero([&](std::size_t entry) { zeros.push_back(entry); });
  for (const std::size_t entry : zeros) cells.entries[entry].value = 0;
  SetFaults(cells, tolerance, findings).find();
  if (findings.empty()) find_empty(cells, findings);
  return findings;
}

}  // namespace detail

namespace {

template <class Index>
std::string list(const std::vector<Index>& items, const std::function<std::string(Index)>& name,
                 const char* kind) {
  constexpr std::size_t told = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(items.size(), told); ++i)
    text += (text.empty() ? "" : ", ") + (name ? name(items[i]) : fmt::format("{} {}", kind, items[i]));
  if (items.size() > told) text += fmt::format(" and {} more", items.size() - told);
  return text;
}

}  // namespace

std::string to_string(const BalanceFinding& finding, const BalanceNames& names) {
  const std::string rows = list(finding.rows, names.row, "row");
  const std::string columns = list(finding.columns, names.column, "column");
  const std::string sets = list(finding.sets, names.set, "set");
  const double asked = finding.asked, possible = finding.possible;
  switch (finding.fault) {
    case BalanceFault::empty:
      return fmt::format("{}{}{} shall be {:.6g}, but no cell of it may be above 0", rows, columns, sets,
                         asked);
    case BalanceFault::totals_differ:
      return fmt::format("{} add up to {:.12g}, but {} to {:.12g}", rows.empty() ? "no rows" : rows, asked,
                         columns.empty() ? "no columns" : columns, possible);
    case BalanceFault::too_little_room:
      return fmt::format("{} shall be {:.6g} together, but {}, the only columns open to them, take {:.6g}",
                         rows, asked, columns.empty() ? "none" : columns, possible);
    case BalanceFault::too_large:
      if (finding.sets.size() == 1 && rows.empty() && columns.empty())
        return fmt::format("{} shall be {:.6g}, but its rows and columns hold at most {:.6g}", sets, asked,
                           possible);
      if (rows.empty() && columns.empty()) break;
      return fmt::format("{} shall be {:.6g} together, but {}{} {:.6g}", sets, asked, rows, columns,
                         possible);
    case BalanceFault::too_small:
      if (finding.sets.size() == 1 && rows.empty() && columns.empty())
        return fmt::format("{} shall be {:.6g}, but at least {:.6g} has nowhere else to go", sets, asked,
                           possible);
      if (rows.empty() && columns.empty()) break;
      return fmt::format("{} are all of {}{} and shall be {:.6g} together, not {:.6g}", sets, rows, columns,
                         asked, possible);
    case BalanceFault::not_met:
      return fmt::format(
          "sums are met to {:.2g} only, not to {:.2g}; what gets in each other's way: {}{}{}{}{}", possible,
          asked, sets, !sets.empty() && !rows.empty() ? ", " : "", rows,
          (!sets.empty() || !rows.empty()) && !columns.empty() ? ", " : "", columns);
  }
  // Sets within the last one named.
  const std::vector<std::size_t> inner(finding.sets.begin(), finding.sets.end() - 1);
  return fmt::format("{} within {} shall be {:.6g} together, but it is {:.6g}", list(inner, names.set, "set"),
                     names.set ? names.set(finding.sets.back()) : fmt::format("set {}", finding.sets.back()),
                     asked, possible);
}

}  // namespace landbridge
