// What is the sum of many costs, exactly? A 128-bit total, rounded once when it is read.
#pragma once

#include "landbridge/paths/cost.hpp"

#include <cstdint>

namespace landbridge::detail {

/// Up to 2^64 finite costs without overflow; the order of adding does not matter.
class CostSum {
 public:
  void add(Cost cost) noexcept { add(static_cast<std::uint64_t>(cost.quanta()), 0); }
  void add(const CostSum& other) noexcept { add(other.low_, other.high_); }
  bool is_zero() const noexcept { return low_ == 0 && high_ == 0; }
  /// Exact up to 2^53, above it within one unit in the last place.
  double value() const noexcept { return static_cast<double>(high_) * 0x1p64 + static_cast<double>(low_); }

 private:
  void add(std::uint64_t low, std::uint64_t high) noexcept {
    low_ += low;
    high_ += high + (low_ < low ? 1 : 0);
  }

  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

}  // namespace landbridge::detail
