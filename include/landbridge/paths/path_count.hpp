// How many paths? A count that does not overflow where doubles do.
#pragma once

#include <cmath>
#include <cstdint>

namespace landbridge {

/// A number >= 0 as mantissa x 2^exponent, mantissa 0 or in [0.5, 1): past the range of doubles (grids and
/// layered graphs have more than 1e308 shortest paths). Sums and products of whole numbers are exact up to
/// 2^53, beyond that each operation rounds once to 53 bits.
class PathCount {
 public:
  constexpr PathCount() noexcept = default;
  explicit PathCount(double value) noexcept { *this = normalised(value, 0); }

  double mantissa() const noexcept { return mantissa_; }
  std::int32_t exponent() const noexcept { return exponent_; }
  /// The nearest double; infinity past the range.
  double value() const noexcept { return std::ldexp(mantissa_, exponent_); }
  /// False when the count may have been rounded: from 2^53 on, where 2^53 + 1 already reads as 2^53.
  bool is_exact() const noexcept { return exponent_ <= 53; }
  bool is_zero() const noexcept { return mantissa_ == 0; }
  /// log10 of the count; -infinity for 0.
  double log10() const noexcept { return std::log10(mantissa_) + exponent_ * 0.30102999566398120; }

  friend PathCount operator+(PathCount a, PathCount b) noexcept {
    if (a.is_zero()) return b;
    if (b.is_zero()) return a;
    if (a.exponent_ < b.exponent_) return b + a;
    return normalised(a.mantissa_ + std::ldexp(b.mantissa_, b.exponent_ - a.exponent_), a.exponent_);
  }
  PathCount& operator+=(PathCount other) noexcept { return *this = *this + other; }
  friend PathCount operator*(PathCount a, PathCount b) noexcept {
    return normalised(a.mantissa_ * b.mantissa_, a.exponent_ + b.exponent_);
  }
  friend PathCount operator/(PathCount a, PathCount b) noexcept {
    return normalised(a.mantissa_ / b.mantissa_, a.exponent_ - b.exponent_);
  }
  friend bool operator==(PathCount, PathCount) noexcept = default;

 private:
  static PathCount normalised(double mantissa, std::int32_t exponent) noexcept {
    PathCount count;
    int shift = 0;
    count.mantissa_ = std::frexp(mantissa, &shift);
    count.exponent_ = count.mantissa_ == 0 ? 0 : exponent + shift;
    return count;
  }

  double mantissa_ = 0;
  std::int32_t exponent_ = 0;
};

}  // namespace landbridge
