// Which exact number does a decimal text say, and how many quanta is it?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace landbridge {

/// A number as it is written, `12.50` or `-3e-4`: digits that point into the text, never a double, so nothing
/// is rounded on the way in. The text must outlive it.
struct Decimal {
  bool negative = false;
  std::string_view whole;     ///< digits before the point
  std::string_view fraction;  ///< digits after it
  std::int64_t exponent = 0;  ///< of ten

  bool is_zero() const noexcept;
  /// Decimals that the number needs, zeros at its end not counted: 0 for a whole number, 1 for 12.50.
  std::int64_t decimals() const noexcept;
};

/// Digits with an optional sign, decimal point and exponent, and nothing else: no spaces, no NaN, no
/// infinity, no hexadecimal. Exponents are clamped to +-10^6, far outside what can be a cost.
std::optional<Decimal> parse_decimal(std::string_view text) noexcept;

/// A figure as a whole number of quanta.
struct Quanta {
  std::int64_t count = 0;
  bool raised = false;  ///< a positive value below half a quantum, raised to one

  friend bool operator==(const Quanta&, const Quanta&) = default;
};

/// How many whole quanta `value` is: rounded to the nearest, halves away from zero, but never from a positive
/// value to 0. Nothing when the answer exceeds 2^63 - 2. Exact for any number of digits. `value` and
/// `quantum` must not be negative, `quantum` not zero and of at most 18 digits without the zeros at its ends
/// (`usable_quantum`); else ContractError. Complexity O(digits + exponents).
std::optional<Quanta> quanta(const Decimal& value, const Decimal& quantum);

/// Whether it can be the size of a quantum: positive and of at most 18 digits.
bool usable_quantum(const Decimal& value) noexcept;

}  // namespace landbridge
