// Which matrix has these sums and is nearest to that one?
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <Eigen/Core>

namespace landbridge {

struct MatrixCell {
  Eigen::Index row = 0;
  Eigen::Index column = 0;

  friend auto operator<=>(const MatrixCell&, const MatrixCell&) = default;
};

/// Cells that shall add up to `target`. Cells named twice count once.
struct CellSet {
  std::vector<MatrixCell> cells;
  double target = 0;
};

/// Sums to be met. A cell may be in any number of sets.
struct BalanceTargets {
  Eigen::VectorXd rows;
  Eigen::VectorXd columns;
  std::vector<CellSet> sets = {};
};

struct BalanceOptions {
  double tolerance = 1e-10;         ///< of the largest relative residual; above 0
  std::size_t most_rounds = 20000;  ///< then it ends, met or not
};

enum class BalanceFault {
  empty,            ///< a row, column or set with a target above 0 and no cell that may be above 0
  totals_differ,    ///< rows and the columns that they alone share add up to different totals
  too_little_room,  ///< rows whose columns take less than the rows give
  too_large,        ///< sets that ask for more than the rows, columns or set around them hold
  too_small,        ///< sets that leave to the cells beside them more than those can take
  not_met,          ///< no fault of the kinds above, but the sums were not met within the rounds
};

/// Why targets cannot be met: which of them, what they ask for together and what is possible.
struct BalanceFinding {
  BalanceFault fault;
  std::vector<Eigen::Index> rows = {};
  std::vector<Eigen::Index> columns = {};
  std::vector<std::size_t> sets = {};  ///< positions in `BalanceTargets::sets`
  double asked = 0;
  double possible = 0;
};

/// What rows, columns and sets are called in a message; "row 0", "column 0", "set 0" unless given.
struct BalanceNames {
  std::function<std::string(Eigen::Index)> row = {};
  std::function<std::string(Eigen::Index)> column = {};
  std::function<std::string(std::size_t)> set = {};
};

/// The finding as one sentence; of long lists the first names are told and how many follow.
std::string to_string(const BalanceFinding& finding, const BalanceNames& names = {});

/// |sum - target| / target; of a target of 0 the sum as a share of all that the rows ask for.
struct BalanceResiduals {
  Eigen::VectorXd rows;
  Eigen::VectorXd columns;
  std::vector<double> sets;
  double largest = 0;
};

BalanceResiduals residuals(const Eigen::MatrixXd& matrix, const BalanceTargets& targets);

struct Balanced {
  Eigen::MatrixXd matrix;
  bool met = false;        ///< all sums within the tolerance
  std::size_t rounds = 0;  ///< of scaling rows, columns and sets once each
  double largest_residual = 0;
  std::vector<BalanceFinding> findings;  ///< empty when met
};

/// Iterative proportional fitting: rows, columns and sets are scaled to their targets in turn, until all are
/// met. The limit is, of all matrices with these sums that are 0 where the seed is, the one nearest to the
/// seed in the sense of Kullback and Leibler: the sum of x log(x / seed) - x is least. Without sets it is
/// seed(i, j) a(i) b(j); a set multiplies its cells by one more factor. So cells outside of all sets keep the
/// odds ratios of the seed.
///
/// Zero seeds stay zero. Cells that the targets of rows and columns force to 0 are set to 0 before the first
/// round, since scaling would take endless rounds to get there. Targets that cannot be met for a reason among
/// `BalanceFault` are found before the first round; the matrix is then the seed. Targets that cannot be met
/// for another reason end with `not_met` after `most_rounds`, the matrix being what the last round gave. The
/// checks before the first round look at rows and columns together, and at sets one by one, nested in each
/// other, and side by side.
///
/// Complexity: O(cells + cells in sets) a round; the residual shrinks by a constant factor a round where no
/// cell tends to 0. The checks take one maximum flow and O(sets^2 x cells in sets). Determinism: sums are
/// added up in a fixed order by one thread. Errors: ContractError for shapes that do not fit, a cell outside
/// of the matrix, a seed or target that is negative or not finite; OptionError for a tolerance that is not
/// above 0.
///
/// Deming, Stephan 1940, 10.1214/aoms/1177731829; Sinkhorn, Knopp 1967, 10.2140/pjm.1967.21.343; Csiszar
/// 1975, 10.1214/aop/1176996454.
Balanced balance(const Eigen::MatrixXd& seed, const BalanceTargets& targets,
                 const BalanceOptions& options = {});

}  // namespace landbridge
