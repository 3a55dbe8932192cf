// In which unit is a figure? In the one its type says: kilometres, hours, dollars, TEU do not mix.
#pragma once

#include <compare>
#include <string_view>

namespace landbridge {

/// A figure of one dimension, in that dimension's one unit. Adds, subtracts and compares with its own kind
/// only; the ratio of two is a plain number. Holds a double: not a cost (costs are exact integers).
template <class Dim>
class Quantity {
 public:
  using dimension = Dim;
  static constexpr std::string_view unit = Dim::unit;

  constexpr Quantity() noexcept = default;
  constexpr explicit Quantity(double value) noexcept : value_(value) {}
  constexpr double value() const noexcept { return value_; }

  constexpr Quantity& operator+=(Quantity other) noexcept { return value_ += other.value_, *this; }
  constexpr Quantity& operator-=(Quantity other) noexcept { return value_ -= other.value_, *this; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept {
    return Quantity(a.value_ + b.value_);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept {
    return Quantity(a.value_ - b.value_);
  }
  friend constexpr Quantity operator*(Quantity a, double factor) noexcept {
    return Quantity(a.value_ * factor);
  }
  friend constexpr Quantity operator*(double factor, Quantity a) noexcept {
    return Quantity(factor * a.value_);
  }
  friend constexpr Quantity operator/(Quantity a, double divisor) noexcept {
    return Quantity(a.value_ / divisor);
  }
  friend constexpr double operator/(Quantity a, Quantity b) noexcept { return a.value_ / b.value_; }
  friend constexpr auto operator<=>(Quantity, Quantity) noexcept = default;

 private:
  double value_ = 0;
};

/// So much of `Num` for one unit of `Den`: `Rate<Usd, TeuKilometres>` is a tariff.
template <class Num, class Den>
class Rate {
 public:
  constexpr Rate() noexcept = default;
  constexpr explicit Rate(double value) noexcept : value_(value) {}
  constexpr double value() const noexcept { return value_; }

  friend constexpr Num operator*(Rate rate, Den amount) noexcept { return Num(rate.value_ * amount.value()); }
  friend constexpr Num operator*(Den amount, Rate rate) noexcept { return rate * amount; }
  /// How much of `Den` gives that much of `Num`: kilometres / (kilometres per hour) = hours.
  friend constexpr Den operator/(Num amount, Rate rate) noexcept { return Den(amount.value() / rate.value_); }
  friend constexpr Rate operator*(Rate rate, double factor) noexcept { return Rate(rate.value_ * factor); }
  friend constexpr auto operator<=>(Rate, Rate) noexcept = default;

 private:
  double value_ = 0;
};

namespace dimension {
struct Length {
  static constexpr std::string_view unit = "km";
};
struct Time {
  static constexpr std::string_view unit = "h";
};
struct Money {
  static constexpr std::string_view unit = "USD";
};
struct Containers {
  static constexpr std::string_view unit = "TEU";
};
struct Mass {
  static constexpr std::string_view unit = "t";
};
struct Emission {
  static constexpr std::string_view unit = "kg CO2e";
};
}  // namespace dimension

using Kilometres = Quantity<dimension::Length>;
using Hours = Quantity<dimension::Time>;
using Usd = Quantity<dimension::Money>;
using Teu = Quantity<dimension::Containers>;
using Tonnes = Quantity<dimension::Mass>;
using KgCo2 = Quantity<dimension::Emission>;

}  // namespace landbridge
