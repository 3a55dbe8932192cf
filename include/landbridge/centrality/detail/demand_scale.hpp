// In which unit is demand added up, so that amounts near the ends of the doubles neither overflow nor vanish?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <algorithm>
#include <cmath>

namespace landbridge::detail {

/// A power of two that brings the largest amount to about 1. Multiplying by it rounds nothing.
class DemandScale {
 public:
  explicit DemandScale(const PairDemand& demand)
      : factor_(demand.largest() > 0 ? std::ldexp(1.0, -bounded_exponent(demand.largest())) : 1) {}

  double scaled(double amount) const noexcept { return amount * factor_; }
  /// Back in the unit of the demand. LimitError past the range of doubles.
  double unscaled(double sum) const {
    const double amount = sum / factor_;
    if (!std::isfinite(amount)) throw LimitError("the demand adds up to more than a double holds");
    return amount;
  }

 private:
  // Both 2^1022 and its inverse are normal numbers.
  static int bounded_exponent(double value) { return std::clamp(std::ilogb(value), -1022, 1022); }

  double factor_;
};

}  // namespace landbridge::detail
