#include "report/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace landbridge::detail {

std::string exact_text(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return std::string(buffer.data(), end);
}

std::string rounded_text(double value, int decimals) {
  if (!std::isfinite(value)) return {};
  if (decimals >= 0) return fmt::format("{:.{}f}", value, decimals);
  if (value != 0 && (std::abs(value) < 1e-4 || std::abs(value) >= 1e15)) return fmt::format("{:.6g}", value);
  std::string text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace landbridge::detail
