#include "landbridge/io/decimal.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace landbridge {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t most_quanta = std::numeric_limits<std::int64_t>::max() - 1;
constexpr std::int64_t most_exponent = 1'000'000;

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

std::size_t leading_digits(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

// The digits of a Decimal as one row; position 0 has the weight 10^exponent(0).
class Digits {
 public:
  explicit Digits(const Decimal& value) noexcept : value_(value) {
    end_ = value.whole.size() + value.fraction.size();
    while (end_ != 0 && at(end_ - 1) == 0) --end_;
    while (begin_ != end_ && at(begin_) == 0) ++begin_;
  }
  bool empty() const noexcept { return begin_ == end_; }
  std::size_t size() const noexcept { return end_ - begin_; }
  std::uint64_t operator[](std::size_t i) const noexcept { return at(begin_ + i); }
  // Exponent of ten of the last digit.
  std::int64_t scale() const noexcept {
    return static_cast<std::int64_t>(value_.whole.size()) - static_cast<std::int64_t>(end_) + value_.exponent;
  }

 private:
  std::uint64_t at(std::size_t i) const noexcept {
    const char c = i < value_.whole.size() ? value_.whole[i] : value_.fraction[i - value_.whole.size()];
    return static_cast<std::uint64_t>(c - '0');
  }
  const Decimal& value_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

bool Decimal::is_zero() const noexcept {
  return Digits(*this).empty();
}

std::int64_t Decimal::decimals() const noexcept {
  const Digits digits(*this);
  return digits.empty() ? 0 : std::max<std::int64_t>(0, -digits.scale());
}

std::optional<Decimal> parse_decimal(std::string_view text) noexcept {
  Decimal value;
  if (text.starts_with('-') || text.starts_with('+')) {
    value.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  value.whole = text.substr(0, leading_digits(text));
  text.remove_prefix(value.whole.size());
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    value.fraction = text.substr(0, leading_digits(text));
    text.remove_prefix(value.fraction.size());
  }
  if (value.whole.empty() && value.fraction.empty()) return std::nullopt;
  if (text.empty()) return value;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || leading_digits(text) != text.size()) return std::nullopt;
  for (const char c : text) value.exponent = std::min(most_exponent, value.exponent * 10 + (c - '0'));
  if (negative) value.exponent = -value.exponent;
  return value;
}

bool usable_quantum(const Decimal& value) noexcept {
  const Digits digits(value);
  return !value.negative && !digits.empty() && digits.size() <= 18;
}

std::optional<Quanta> quanta(const Decimal& value, const Decimal& quantum) {
  expects(usable_quantum(quantum), "a quantum is positive and has at most 18 digits");
  const Digits digits(value);
  if (digits.empty()) return Quanta{};
  expects(!value.negative, "a figure that becomes a cost is not negative");
  const Digits quantum_digits(quantum);
  std::uint64_t divisor = 0;
  for (std::size_t i = 0; i < quantum_digits.size(); ++i) divisor = divisor * 10 + quantum_digits[i];

  // value / quantum = digits x 10^shift / divisor, by long division: the digits that stand before the point
  // give quotient and remainder, those after it (fraction) only decide which way a remainder is rounded.
  const std::int64_t shift = digits.scale() - quantum_digits.scale();
  const std::int64_t length = static_cast<std::int64_t>(digits.size()) + shift;
  Wide quotient = 0;
  std::uint64_t remainder = 0;
  for (std::int64_t i = 0; i < length; ++i) {
    const std::uint64_t digit =
        i < static_cast<std::int64_t>(digits.size()) ? digits[static_cast<std::size_t>(i)] : 0;
    const Wide next = static_cast<Wide>(remainder) * 10 + digit;
    quotient = quotient * 10 + next / divisor;
    remainder = static_cast<std::uint64_t>(next % divisor);
    if (quotient > static_cast<Wide>(most_quanta)) return std::nullopt;
  }
  // The fraction is 0.f1f2..., and (remainder + fraction) / divisor is compared with a half.
  const bool fraction_is_half = length >= 0 && length < static_cast<std::int64_t>(digits.size()) &&
                                digits[static_cast<std::size_t>(length)] >= 5;
  const bool up = 2 * remainder >= divisor || (2 * remainder + 1 == divisor && fraction_is_half);
  const auto rounded = static_cast<std::uint64_t>(quotient) + (up ? 1 : 0);
  if (rounded > static_cast<std::uint64_t>(most_quanta)) return std::nullopt;
  if (rounded == 0) return Quanta{1, true};
  return Quanta{static_cast<std::int64_t>(rounded), false};
}

}  // namespace landbridge
