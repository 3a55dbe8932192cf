// Which day is it?
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace landbridge {

/// A day of the Gregorian calendar, without time zone; ordered.
using Date = std::chrono::year_month_day;

/// `2024-07-01`; nothing for any other form and for days that do not exist (2023-02-29).
std::optional<Date> parse_date(std::string_view text);

/// `2024-07-01`.
std::string text(Date date);

}  // namespace landbridge
