// Which cells of a matrix may be above 0, and what are rows, columns and sets in terms of them?
#pragma once

#include "landbridge/partners/balancing.hpp"

#include <cstddef>
#include <vector>

namespace landbridge::detail {

struct Entry {
  std::size_t row = 0;
  std::size_t column = 0;
  double value = 0;  ///< 0: must be 0, by the seed or by a target
};

/// The cells with a positive seed, row by row, and the targets on them.
struct BalanceCells {
  std::vector<Entry> entries;
  std::vector<double> rows, columns;           ///< targets
  std::vector<std::vector<std::size_t>> sets;  ///< positions in `entries`, ascending, each once
  std::vector<double> set_targets;
  double total = 0;  ///< of the rows

  /// Checks shapes and values; cells of rows, columns and sets with a target of 0 become 0.
  BalanceCells(const Eigen::MatrixXd& seed, const BalanceTargets& targets);
};

/// What keeps the targets from being met. Where nothing does, cells that rows and columns force to 0 become
/// 0.
std::vector<BalanceFinding> find_faults(BalanceCells& cells, double tolerance);

}  // namespace landbridge::detail
