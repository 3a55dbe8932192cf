#include "landbridge/partners/balancing.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"
#include "oracle/balancing.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

VectorXd vector(std::initializer_list<double> values) {
  VectorXd result(static_cast<Index>(values.size()));
  Index at = 0;
  for (const double value : values) result[at++] = value;
  return result;
}

MatrixXd matrix(std::initializer_list<std::initializer_list<double>> rows) {
  MatrixXd result(static_cast<Index>(rows.size()), static_cast<Index>(rows.begin()->size()));
  Index row = 0;
  for (const auto& values : rows) {
    Index column = 0;
    for (const double value : values) result(row, column++) = value;
    ++row;
  }
  return result;
}

/// A seed, and targets that some matrix with the same zeros meets.
struct Problem {
  MatrixXd seed;
  BalanceTargets targets;
  std::set<std::pair<Index, Index>> in_a_set;
};

Problem random_problem(std::uint64_t seed, bool with_sets) {
  RandomStream random(seed, 0x62616c);
  const auto below = [&](int bound) {
    return static_cast<Index>(random.below(static_cast<std::uint64_t>(bound)));
  };
  const Index rows = 1 + below(7), columns = 1 + below(9);
  const double zeros = random.chance(0.5) ? 0.3 * random.uniform() : 0;
  Problem problem{MatrixXd::Zero(rows, columns), {}, {}};
  MatrixXd solution = MatrixXd::Zero(rows, columns);
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column) {
      if (random.chance(zeros)) continue;
      problem.seed(row, column) = std::ldexp(0.5 + random.uniform(), static_cast<int>(below(12)));
      solution(row, column) = 0.1 + random.uniform();
    }
  problem.targets.rows = solution.rowwise().sum();
  problem.targets.columns = solution.colwise().sum().transpose();
  for (Index sets = with_sets ? 1 + below(4) : 0; sets > 0; --sets) {
    CellSet set;
    for (Index cells = 1 + below(4); cells > 0; --cells) {
      const MatrixCell cell{below(static_cast<int>(rows)), below(static_cast<int>(columns))};
      if (solution(cell.row, cell.column) == 0 || problem.in_a_set.contains({cell.row, cell.column}))
        continue;
      set.cells.push_back(cell);
      set.target += solution(cell.row, cell.column);
      problem.in_a_set.emplace(cell.row, cell.column);
    }
    if (!set.cells.empty()) problem.targets.sets.push_back(std::move(set));
  }
  // One set around others, and one that runs across them.
  if (with_sets && random.chance(0.5)) {
    CellSet set;
    for (Index column = 0; column < columns; column += 2)
      for (Index row = 0; row < rows; row += 2)
        if (solution(row, column) > 0) {
          set.cells.push_back({row, column});
          set.target += solution(row, column);
          problem.in_a_set.emplace(row, column);
        }
    if (!set.cells.empty()) problem.targets.sets.push_back(std::move(set));
  }
  return problem;
}

std::vector<double> by_newton(const Problem& problem) {
  const Index rows = problem.seed.rows(), columns = problem.seed.cols();
  std::vector<double> seed;
  std::vector<oracle::Sum> sums;
  const auto at = [&](Index row, Index column) { return static_cast<std::size_t>(row * columns + column); };
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column) seed.push_back(problem.seed(row, column));
  for (Index row = 0; row < rows; ++row) {
    sums.push_back({{}, problem.targets.rows[row]});
    for (Index column = 0; column < columns; ++column) sums.back().cells.push_back(at(row, column));
  }
  for (Index column = 0; column < columns; ++column) {
    sums.push_back({{}, problem.targets.columns[column]});
    for (Index row = 0; row < rows; ++row) sums.back().cells.push_back(at(row, column));
  }
  for (const CellSet& set : problem.targets.sets) {
    sums.push_back({{}, set.target});
    for (const MatrixCell& cell : set.cells) sums.back().cells.push_back(at(cell.row, cell.column));
  }
  return oracle::balanced(seed, sums);
}

TEST(Balancing, ByHand) {
  // Rows 30 and 10, columns 20 and 20. x = (a, 30 - a; 20 - a, a - 10), and the odds ratio of the seed is 4:
  // a (a - 10) = 4 (30 - a)(20 - a), so 3 a^2 - 190 a + 2400 = 0 and a = (190 - sqrt(7300)) / 6.
  const Balanced found = balance(matrix({{2, 1}, {1, 2}}), {vector({30, 10}), vector({20, 20})});
  const double a = (190 - std::sqrt(7300)) / 6;
  ASSERT_TRUE(found.met);
  EXPECT_NEAR(found.matrix(0, 0), a, 1e-8);
  EXPECT_NEAR(found.matrix(0, 1), 30 - a, 1e-8);
  EXPECT_NEAR(found.matrix(1, 0), 20 - a, 1e-8);
  EXPECT_NEAR(found.matrix(1, 1), a - 10, 1e-8);
  EXPECT_GT(found.rounds, 1u);
}

TEST(Balancing, WhatIsBalancedStays) {
  const MatrixXd seed = matrix({{1, 2}, {3, 4}});
  const Balanced found = balance(seed, {vector({3, 7}), vector({4, 6})});
  EXPECT_EQ(found.rounds, 0u);
  EXPECT_EQ(found.matrix, seed);
}

TEST(Balancing, AgreesWithNewtonOnRandomMatrices) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Problem problem = random_problem(seed, seed % 2 == 1);
    const Balanced found = balance(problem.seed, problem.targets);
    ASSERT_TRUE(found.met) << seed << ": " << to_string(found.findings.at(0));
    EXPECT_TRUE(found.findings.empty());
    EXPECT_LE(found.largest_residual, 1e-10);
    EXPECT_LE(residuals(found.matrix, problem.targets).largest, 1e-10 + 1e-14);
    const std::vector<double> expected = by_newton(problem);
    const double total = problem.targets.rows.sum();
    for (Index row = 0; row < problem.seed.rows(); ++row)
      for (Index column = 0; column < problem.seed.cols(); ++column) {
        const double value = found.matrix(row, column);
        EXPECT_NEAR(value, expected[static_cast<std::size_t>(row * problem.seed.cols() + column)],
                    2e-7 * total)
            << seed;
        EXPECT_EQ(value == 0, problem.seed(row, column) == 0) << seed;
      }
  }
}

TEST(Balancing, CellsOutsideOfSetsKeepTheOddsRatiosOfTheSeed) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1000; seed < 1100; ++seed) {
    const Problem problem = random_problem(seed, true);
    const MatrixXd found = balance(problem.seed, problem.targets).matrix;
    const auto free = [&](Index i, Index j) {
      return problem.seed(i, j) > 0 && !problem.in_a_set.contains({i, j});
    };
    for (Index i = 0; i < found.rows(); ++i)
      for (Index k = 0; k < i; ++k)
        for (Index j = 0; j < found.cols(); ++j)
          for (Index l = 0; l < j; ++l) {
            if (!free(i, j) || !free(i, l) || !free(k, j) || !free(k, l)) continue;
            const auto odds = [&](const MatrixXd& m) { return m(i, j) / m(i, l) * m(k, l) / m(k, j); };
            EXPECT_NEAR(odds(found) / odds(problem.seed), 1, 1e-9) << seed;
            ++compared;
          }
  }
  EXPECT_GT(compared, 1000u);
}

TEST(Balancing, TranspositionAndScale) {
  for (std::uint64_t seed = 2000; seed < 2060; ++seed) {
    const Problem problem = random_problem(seed, true);
    const MatrixXd found = balance(problem.seed, problem.targets).matrix;
    BalanceTargets turned{problem.targets.columns, problem.targets.rows, problem.targets.sets};
    for (CellSet& set : turned.sets)
      for (MatrixCell& cell : set.cells) std::swap(cell.row, cell.column);
    const double total = problem.targets.rows.sum();
    const MatrixXd transposed = balance(problem.seed.transpose(), turned).matrix.transpose();
    EXPECT_LE((transposed - found).cwiseAbs().maxCoeff(), 1e-7 * total) << seed;
    // A row, a column, or all of the seed times a factor: what the rows and columns are made of anyway.
    MatrixXd scaled = 1024 * problem.seed;
    scaled.row(0) *= 7;
    scaled.col(scaled.cols() - 1) *= 0.2;
    EXPECT_LE((balance(scaled, problem.targets).matrix - found).cwiseAbs().maxCoeff(), 1e-7 * total) << seed;
    // All targets times a power of two: the same times that, to the bit.
    BalanceTargets larger{4 * problem.targets.rows, 4 * problem.targets.columns, problem.targets.sets};
    for (CellSet& set : larger.sets) set.target *= 4;
    EXPECT_EQ(balance(4 * problem.seed, larger).matrix, MatrixXd(4 * found)) << seed;
  }
}

TEST(Balancing, CellsThatTargetsForceToZeroCostNoRounds) {
  // The second row takes all of the first column, so (0, 0) is 0 however large its seed.
  const Balanced found = balance(matrix({{5, 1}, {1, 0}}), {vector({1, 1}), vector({1, 1})});
  ASSERT_TRUE(found.met);
  EXPECT_EQ(found.matrix, matrix({{0, 1}, {1, 0}}));
  EXPECT_LE(found.rounds, 2u);
  // A set that takes all of its row.
  const Balanced full =
      balance(MatrixXd::Ones(2, 3), {vector({4, 2}), vector({3, 2, 1}), {{{{0, 0}, {0, 1}}, 4}}});
  ASSERT_TRUE(full.met);
  EXPECT_EQ(full.matrix(0, 2), 0);
  EXPECT_NEAR(full.matrix(1, 2), 1, 1e-9);
  EXPECT_LE(full.rounds, 60u);
}

TEST(Balancing, TargetsOfZero) {
  const Balanced found = balance(MatrixXd::Ones(2, 3), {vector({4, 0}), vector({3, 1, 0})});
  ASSERT_TRUE(found.met);
  EXPECT_EQ(found.matrix, matrix({{3, 1, 0}, {0, 0, 0}}));
  EXPECT_TRUE(balance(MatrixXd::Ones(2, 2), {vector({0, 0}), vector({0, 0})}).met);
  EXPECT_TRUE(balance(MatrixXd(0, 0), {VectorXd(0), VectorXd(0)}).met);
  const Balanced without = balance(MatrixXd::Ones(2, 2), {vector({1, 1}), vector({1, 1}), {{{{0, 0}}, 0}}});
  ASSERT_TRUE(without.met);
  EXPECT_EQ(without.matrix, matrix({{0, 1}, {1, 0}}));
}

/// The one finding of targets that cannot be met, found without a round.
BalanceFinding fault(const MatrixXd& seed, const BalanceTargets& targets) {
  const Balanced found = balance(seed, targets);
  EXPECT_FALSE(found.met);
  EXPECT_EQ(found.rounds, 0u);
  EXPECT_GT(found.largest_residual, 0);
  EXPECT_EQ(found.findings.size(), 1u);
  return found.findings.at(0);
}

TEST(Balancing, WhyTargetsCannotBeMet) {
  const MatrixXd ones = MatrixXd::Ones(2, 2);
  BalanceFinding found = fault(ones, {vector({1, 2}), vector({2, 2})});
  EXPECT_EQ(found.fault, BalanceFault::totals_differ);
  EXPECT_EQ(to_string(found), "row 0, row 1 add up to 3, but column 0, column 1 to 4");
  // Each block for itself, though the totals of all agree.
  const Balanced blocks = balance(matrix({{1, 0}, {0, 1}}), {vector({1, 2}), vector({2, 1})});
  ASSERT_EQ(blocks.findings.size(), 2u);
  EXPECT_EQ(to_string(blocks.findings[0]), "row 0 add up to 1, but column 0 to 2");

  found = fault(matrix({{0, 0}, {1, 1}}), {vector({1, 2}), vector({1, 2})});
  EXPECT_EQ(found.fault, BalanceFault::empty);
  EXPECT_EQ(to_string(found), "row 0 shall be 1, but no cell of it may be above 0");

  // Rows 0 and 1 have but column 0 between them.
  found = fault(matrix({{1, 0}, {1, 0}, {1, 1}}), {vector({2, 2, 2}), vector({3, 3})});
  EXPECT_EQ(found.fault, BalanceFault::too_little_room);
  EXPECT_EQ(to_string(found),
            "row 0, row 1 shall be 4 together, but column 0, the only columns open to them, take 3");

  found = fault(ones, {vector({1, 2}), vector({1, 2}), {{{{0, 1}}, 1.5}}});
  EXPECT_EQ(found.fault, BalanceFault::too_large);
  EXPECT_EQ(to_string(found), "set 0 shall be 1.5, but its rows and columns hold at most 1");

  found = fault(ones, {vector({1, 2}), vector({1, 2}), {{{{1, 1}}, 0.5}}});
  EXPECT_EQ(found.fault, BalanceFault::too_small);
  EXPECT_EQ(to_string(found), "set 0 shall be 0.5, but at least 1 has nowhere else to go");

  // Each fits, both do not.
  const MatrixXd wide = MatrixXd::Ones(2, 4);
  const VectorXd quarters = vector({2, 2, 2, 2});
  found = fault(wide, {vector({4, 4}), quarters, {{{{0, 0}, {0, 1}}, 3}, {{{0, 2}}, 1.5}}});
  EXPECT_EQ(to_string(found), "set 0, set 1 shall be 4.5 together, but row 0 4");
  found = fault(wide, {vector({4, 4}), quarters, {{{{0, 0}}, 1.5}, {{{0, 0}, {0, 1}}, 1}}});
  EXPECT_EQ(to_string(found), "set 0 within set 1 shall be 1.5 together, but it is 1");
  found = fault(wide, {vector({4, 4}), quarters, {{{{0, 0}, {0, 1}}, 2}, {{{0, 2}, {0, 3}}, 1}}});
  EXPECT_EQ(to_string(found), "set 0, set 1 are all of row 0 and shall be 3 together, not 4");
  // Names of the caller's.
  EXPECT_EQ(to_string(found, {.row = [](Index) { return std::string("Yunnan"); },
                              .set = [](std::size_t i) { return i == 0 ? "north" : "south"; }}),
            "north, south are all of Yunnan and shall be 3 together, not 4");
}

TEST(Balancing, WhatNoCheckSeesEndsAllTheSame) {
  // Three sets that overlap in pairs: each pair of cells shall hold 1.4 of a row of 2, so all three 2.1.
  const Balanced found =
      balance(MatrixXd::Ones(2, 3),
              {vector({2, 4}),
               vector({2, 2, 2}),
               {{{{0, 0}, {0, 1}}, 1.4}, {{{0, 1}, {0, 2}}, 1.4}, {{{0, 2}, {0, 0}}, 1.4}}},
              {.most_rounds = 500});
  EXPECT_FALSE(found.met);
  EXPECT_EQ(found.rounds, 500u);
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].fault, BalanceFault::not_met);
  EXPECT_EQ(found.findings[0].sets, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(found.findings[0].rows, (std::vector<Index>{0}));
  EXPECT_EQ(found.largest_residual, found.findings[0].possible);
}

TEST(Balancing, RandomTargetsAreMetOrExplained) {
  std::map<BalanceFault, int> count;
  for (std::uint64_t seed = 3000; seed < 3300; ++seed) {
    Problem problem = random_problem(seed, true);
    RandomStream random(seed, 1);
    // Another target of a set, up to twice the row: often impossible.
    for (CellSet& set : problem.targets.sets) set.target *= 2 * random.uniform();
    const Balanced found = balance(problem.seed, problem.targets, {.most_rounds = 3000});
    EXPECT_EQ(found.met, found.findings.empty()) << seed;
    EXPECT_TRUE(found.matrix.allFinite());
    EXPECT_GE(found.matrix.minCoeff(), 0);
    for (const BalanceFinding& finding : found.findings) {
      ++count[finding.fault];
      EXPECT_NE(to_string(finding), "");
    }
  }
  EXPECT_GT(count[BalanceFault::too_large], 10);
  EXPECT_GT(count[BalanceFault::too_small], 10);
}

TEST(Balancing, BrokenInput) {
  const MatrixXd ones = MatrixXd::Ones(2, 2);
  const VectorXd two = vector({1, 1});
  EXPECT_THROW(balance(-ones, {two, two}), ContractError);
  EXPECT_THROW(balance(ones * std::numeric_limits<double>::quiet_NaN(), {two, two}), ContractError);
  EXPECT_THROW(balance(ones, {vector({1, -1}), two}), ContractError);
  EXPECT_THROW(balance(ones, {vector({1}), two}), ContractError);
  EXPECT_THROW(balance(ones, {two, two, {{{{2, 0}}, 1}}}), ContractError);
  EXPECT_THROW(balance(ones, {two, two, {{{{0, 0}}, -1}}}), ContractError);
  EXPECT_THROW(balance(ones, {two, two}, {.tolerance = 0}), OptionError);
}

}  // namespace
}  // namespace landbridge
