#include "landbridge/partners/balancing.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/error.hpp"
#include "partners/balancing_cells.hpp"

#include <algorithm>
#include <cmath>

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
void scale(std::vector<Entry>& entries, const std::vector<double>& targets, std::vector<double>& factors,
           GroupOf group_of) {
  factors.assign(targets.size(), 0);
  for (const Entry& entry : entries) factors[group_of(entry)] += entry.value;
  for (std::size_t i = 0; i < targets.size(); ++i) factors[i] = factors[i] > 0 ? targets[i] / factors[i] : 1;
  for (Entry& entry : entries) entry.value *= factors[group_of(entry)];
}

double sum_of(const std::vector<Entry>& entries, const std::vector<std::size_t>& set) {
  double sum = 0;
  for (const std::size_t at : set) sum += entries[at].value;
  return sum;
}

void scale_all(BalanceCells& cells, std::vector<double>& factors) {
  scale(cells.entries, cells.rows, factors, [](const Entry& entry) { return entry.row; });
  scale(cells.entries, cells.columns, factors, [](const Entry& entry) { return entry.column; });
  for (std::size_t i = 0; i < cells.sets.size(); ++i) {
    const double sum = sum_of(cells.entries, cells.sets[i]);
    const double factor = sum > 0 ? cells.set_targets[i] / sum : 1;
    for (const std::size_t at : cells.sets[i]) cells.entries[at].value *= factor;
  }
}

double largest_residual(const BalanceCells& cells, std::vector<double>& row_sums,
                        std::vector<double>& column_sums) {
  row_sums.assign(cells.rows.size(), 0);
  column_sums.assign(cells.columns.size(), 0);
  for (const Entry& entry : cells.entries)
    row_sums[entry.row] += entry.value, column_sums[entry.column] += entry.value;
  double largest = 0;
  for (std::size_t i = 0; i < row_sums.size(); ++i)
    largest = std::max(largest, relative(row_sums[i], cells.rows[i], cells.total));
  for (std::size_t i = 0; i < column_sums.size(); ++i)
    largest = std::max(largest, relative(column_sums[i], cells.columns[i], cells.total));
  for (std::size_t i = 0; i < cells.sets.size(); ++i)
    largest = std::max(largest, relative(sum_of(cells.entries, cells.sets[i]), cells.set_targets[i], cells.total));
  return largest;
}

BalanceFinding not_met(const BalanceResiduals& found, double tolerance) {
  BalanceFinding finding{.fault = BalanceFault::not_met, .asked = tolerance, .possible = found.largest};
  for (Eigen::Index i = 0; i < found.rows.size(); ++i)
    if (found.rows[i] > tolerance) finding.rows.push_back(i);
  for (Eigen::Index i = 0; i < found.columns.size(); ++i)
    if (found.columns[i] > tolerance) finding.columns.push_back(i);
  for (std::size_t i = 0; i < found.sets.size(); ++i)
    if (found.sets[i] > tolerance) finding.sets.push_back(i);
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
    result.largest = std::max(result.largest, result.rows[i] = relative(result.rows[i], targets.rows[i], total));
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
  std::vector<double> one, other;
  result.largest_residual = largest_residual(cells, one, other);
  while (result.largest_residual > options.tolerance && result.rounds < options.most_rounds) {
    scale_all(cells, one);
    ++result.rounds;
    result.largest_residual = largest_residual(cells, one, other);
  }
  result.matrix = Eigen::MatrixXd::Zero(seed.rows(), seed.cols());
  for (const Entry& entry : cells.entries)
    result.matrix(static_cast<Eigen::Index>(entry.row), static_cast<Eigen::Index>(entry.column)) = entry.value;
  result.met = result.largest_residual <= options.tolerance;
  if (!result.met) result.findings.push_back(not_met(residuals(result.matrix, targets), options.tolerance));
  return result;
}

}  // namespace landbridge
