#include "landbridge/partners/balancing.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/error.hpp"
#include "partners/balancing_cells.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace detail {

namespace {

void check_value(double value, const char* what) {
  expects(std::isfinite(value) && value >= 0, what);
}

std::vector<double> checked(const Eigen::VectorXd& targets) {
  for (const double target : targets) check_value(target, "a target is finite and not negative");
  return {targets.begin(), targets.end()};
}

}  // namespace

BalanceCells::BalanceCells(const Eigen::MatrixXd& seed, const BalanceTargets& targets)
    : rows(checked(targets.rows)), columns(checked(targets.columns)) {
  expects(seed.rows() == targets.rows.size() && seed.cols() == targets.columns.size(),
          "there is a target for each row and each column");
  for (const double row : rows) total += row;
  expects(std::isfinite(total), "the targets add up to a finite number");
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> position(static_cast<std::size_t>(seed.size()), none);
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const double value = seed(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
      check_value(value, "a seed is finite and not negative");
      if (value == 0) continue;
      position[row * columns.size() + column] = entries.size();
      entries.push_back({row, column, rows[row] > 0 && columns[column] > 0 ? value : 0});
    }
  for (const CellSet& set : targets.sets) {
    check_value(set.target, "a target is finite and not negative");
    std::vector<std::size_t> at;
    for (const auto& [row, column] : set.cells) {
      expects(row >= 0 && row < seed.rows() && column >= 0 && column < seed.cols(),
              "a set holds cells of the matrix");
      const std::size_t entry =
          position[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)];
      if (entry != none) at.push_back(entry);
    }
    std::ranges::sort(at);
    at.erase(std::unique(at.begin(), at.end()), at.end());
    if (set.target == 0)
      for (const std::size_t entry : at) entries[entry].value = 0;
    sets.push_back(std::move(at));
    set_targets.push_back(set.target);
  }
}

}  // namespace detail

namespace {

using detail::BalanceCells;
using detail::Entry;

double relative(double sum, double target, double total) {
  if (target > 0) return std::abs(sum - target) / target;
  return total > 0 ? sum / total : sum;
}

/// Scales what `group_of` puts together to its target.
template <class GroupOf>
void scale(std::vector<Entry>& entries, const std::vector<double>& targets, std::vector<double>& sums,
           GroupOf group_of) {
  sums.assign(targets.size(), 0);
  for (const Entry& entry : entries) sums[group_of(entry)] += entry.value;
  std::vector<double> factors(targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) factors[i] = sums[i] > 0 ? targets[i] / sums[i] : 1;
  for (Entry& entry : entries) entry.value *= factors[group_of(entry)];
}

double sum_of(const std::vector<Entry>& entries, const std::vector<std::size_t>& set) {
  double sum = 0;
  for (const std::size_t at : set) sum += entries[at].value;
  return sum;
}

/// Sums as they were found, each just before it was scaled.
struct RoundSums {
  std::vector<double> rows, columns, sets;
};

void scale_all(BalanceCells& cells, RoundSums& sums) {
  scale(cells.entries, cells.rows, sums.rows, [](const Entry& entry) { return entry.row; });
  scale(cells.entries, cells.columns, sums.columns, [](const Entry& entry) { return entry.column; });
  sums.sets.clear();
  for (std::size_t i = 0; i < cells.sets.size(); ++i) {
    const double sum = sums.sets.emplace_back(sum_of(cells.entries, cells.sets[i]));
    const double factor = sum > 0 ? cells.set_targets[i] / sum : 1;
    for (const std::size_t at : cells.sets[i]) cells.entries[at].value *= factor;
  }
}

double largest_residual(const BalanceCells& cells, RoundSums& sums) {
  sums.rows.assign(cells.rows.size(), 0);
  sums.columns.assign(cells.columns.size(), 0);
  for (const Entry& entry : cells.entries)
    sums.rows[entry.row] += entry.value, sums.columns[entry.column] += entry.value;
  double largest = 0;
  for (std::size_t i = 0; i < cells.rows.size(); ++i)
    largest = std::max(largest, relative(sums.rows[i], cells.rows[i], cells.total));
  for (std::size_t i = 0; i < cells.columns.size(); ++i)
    largest = std::max(largest, relative(sums.columns[i], cells.columns[i], cells.total));
  for (std::size_t i = 0; i < cells.sets.size(); ++i)
    largest =
        std::max(largest, relative(sum_of(cells.entries, cells.sets[i]), cells.set_targets[i], cells.total));
  return largest;
}

/// Sums that a further round would still have to mend: those that get in each other's way.
BalanceFinding not_met(BalanceCells cells, double residual, double tolerance) {
  RoundSums sums;
  scale_all(cells, sums);
  BalanceFinding finding{.fault = BalanceFault::not_met, .asked = tolerance, .possible = residual};
  const auto list = [&](const std::vector<double>& found, const std::vector<double>& targets, auto& missed) {
    for (std::size_t i = 0; i < targets.size(); ++i)
      if (relative(found[i], targets[i], cells.total) > tolerance)
        missed.push_back(static_cast<std::ranges::range_value_t<decltype(missed)>>(i));
  };
  list(sums.rows, cells.rows, finding.rows);
  list(sums.columns, cells.columns, finding.columns);
  list(sums.sets, cells.set_targets, finding.sets);
  return finding;
}

}  // namespace

BalanceResiduals residuals(const Eigen::MatrixXd& matrix, const BalanceTargets& targets) {
  expects(matrix.rows() == targets.rows.size() && matrix.cols() == targets.columns.size(),
          "there is a target for each row and each column");
  double total = 0;
  for (const double row : targets.rows) total += row;
  BalanceResiduals result{Eigen::VectorXd::Zero(matrix.rows()), Eigen::VectorXd::Zero(matrix.cols()), {}};
  for (Eigen::Index row = 0; row < matrix.rows(); ++row)
    for (Eigen::Index column = 0; column < matrix.cols(); ++column)
      result.rows[row] += matrix(row, column), result.columns[column] += matrix(row, column);
  for (Eigen::Index i = 0; i < matrix.rows(); ++i)
    result.largest =
        std::max(result.largest, result.rows[i] = relative(result.rows[i], targets.rows[i], total));
  for (Eigen::Index i = 0; i < matrix.cols(); ++i)
    result.largest =
        std::max(result.largest, result.columns[i] = relative(result.columns[i], targets.columns[i], total));
  for (const CellSet& set : targets.sets) {
    std::vector<MatrixCell> cells = set.cells;
    std::ranges::sort(cells);
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    double sum = 0;
    for (const MatrixCell& cell : cells) sum += matrix(cell.row, cell.column);
    result.sets.push_back(relative(sum, set.target, total));
    result.largest = std::max(result.largest, result.sets.back());
  }
  return result;
}

Balanced balance(const Eigen::MatrixXd& seed, const BalanceTargets& targets, const BalanceOptions& options) {
  if (!(options.tolerance > 0))
    throw OptionError("tolerance", fmt::format("{}", options.tolerance), "above 0");
  BalanceCells cells(seed, targets);
  Balanced result;
  result.findings = detail::find_faults(cells, options.tolerance);
  if (!result.findings.empty()) {
    result.matrix = seed;
    result.largest_residual = residuals(seed, targets).largest;
    return result;
  }
  RoundSums sums;
  result.largest_residual = largest_residual(cells, sums);
  while (result.largest_residual > options.tolerance && result.rounds < options.most_rounds) {
    scale_all(cells, sums);
    ++result.rounds;
    result.largest_residual = largest_residual(cells, sums);
  }
  result.matrix = Eigen::MatrixXd::Zero(seed.rows(), seed.cols());
  for (const Entry& entry : cells.entries)
    result.matrix(static_cast<Eigen::Index>(entry.row), static_cast<Eigen::Index>(entry.column)) =
        entry.value;
  result.met = result.largest_residual <= options.tolerance;
  if (!result.met)
    result.findings.push_back(not_met(std::move(cells), result.largest_residual, options.tolerance));
  return result;
}

}  // namespace landbridge
