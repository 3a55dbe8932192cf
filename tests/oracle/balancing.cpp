#include "oracle/balancing.hpp"

#include <cmath>
#include <utility>

namespace oracle {

namespace {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

// Gauss with the largest pivot; directions without one (sums that follow from others) are left where they
// are.
Vector solve(Matrix a, Vector b) {
  const std::size_t n = b.size();
  double largest = 0;
  for (const Vector& row : a)
    for (const double x : row) largest = std::fmax(largest, std::fabs(x));
  std::vector<std::size_t> pivot_of(n, n);
  std::size_t row = 0;
  for (std::size_t column = 0; column < n && row < n; ++column) {
    std::size_t best = row;
    for (std::size_t i = row; i < n; ++i)
      if (std::fabs(a[i][column]) > std::fabs(a[best][column])) best = i;
    if (std::fabs(a[best][column]) < 1e-11 * largest) continue;
    std::swap(a[row], a[best]);
    std::swap(b[row], b[best]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == row) continue;
      const double factor = a[i][column] / a[row][column];
      for (std::size_t j = column; j < n; ++j) a[i][j] -= factor * a[row][j];
      b[i] -= factor * b[row];
    }
    pivot_of[column] = row++;
  }
  Vector x(n, 0);
  for (std::size_t column = 0; column < n; ++column)
    if (pivot_of[column] < n) x[column] = b[pivot_of[column]] / a[pivot_of[column]][column];
  return x;
}

struct State {
  Vector cells;
  Vector missing;   // target - sum
  double dual = 0;  // to be made least
};

State at(const Vector& seed, const std::vector<Sum>& sums, const Vector& multipliers) {
  State state{seed, {}, 0};
  Vector power(seed.size(), 0);
  for (std::size_t k = 0; k < sums.size(); ++k)
    for (const std::size_t c : sums[k].cells) power[c] += multipliers[k];
  for (std::size_t c = 0; c < seed.size(); ++c) state.dual += state.cells[c] = seed[c] * std::exp(power[c]);
  for (std::size_t k = 0; k < sums.size(); ++k) {
    double sum = 0;
    for (const std::size_t c : sums[k].cells) sum += state.cells[c];
    state.missing.push_back(sums[k].target - sum);
    state.dual -= multipliers[k] * sums[k].target;
  }
  return state;
}

}  // namespace

std::vector<double> balanced(const std::vector<double>& seed, const std::vector<Sum>& sums) {
  Vector multipliers(sums.size(), 0);
  State state = at(seed, sums, multipliers);
  for (int step = 0; step < 200; ++step) {
    Matrix curvature(sums.size(), Vector(sums.size(), 0));
    std::vector<std::vector<std::size_t>> sums_of(seed.size());
    for (std::size_t k = 0; k < sums.size(); ++k)
      for (const std::size_t c : sums[k].cells) sums_of[c].push_back(k);
    for (std::size_t c = 0; c < seed.size(); ++c)
      for (const std::size_t k : sums_of[c])
        for (const std::size_t l : sums_of[c]) curvature[k][l] += state.cells[c];
    const Vector direction = solve(curvature, state.missing);
    double length = 1, slope = 0;
    for (std::size_t k = 0; k < sums.size(); ++k) slope += direction[k] * state.missing[k];
    if (slope <= 0) break;
    for (int halved = 0; halved < 60; ++halved, length /= 2) {
      Vector next = multipliers;
      for (std::size_t k = 0; k < sums.size(); ++k) next[k] += length * direction[k];
      State there = at(seed, sums, next);
      if (!(there.dual <= state.dual - 1e-4 * length * slope + 1e-13 * std::fabs(state.dual))) continue;
      multipliers = std::move(next);
      state = std::move(there);
      break;
    }
  }
  return state.cells;
}

}  // namespace oracle
