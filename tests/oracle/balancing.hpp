// Balanced matrices by another way: the dual of the nearest-matrix problem, solved by Newton's method.
#pragma once

#include <cstddef>
#include <vector>

namespace oracle {

// Cells (row * columns + column) that shall add up to a target.
struct Sum {
  std::vector<std::size_t> cells;
  double target = 0;
};

// seed(c) * exp(sum of the multipliers of the sums that hold c), with multipliers so that all sums are met.
// Rows and columns are sums like any other. The targets can be met with all positive cells above 0.
std::vector<double> balanced(const std::vector<double>& seed, const std::vector<Sum>& sums);

}  // namespace oracle
