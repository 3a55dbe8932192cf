// What do the cells of a data set look like, and what do they mean?
#pragma once

#include "landbridge/network/network_builder.hpp"

#include <optional>
#include <string_view>

namespace landbridge::detail {

/// Lower case letters, digits, hyphens and underscores, at least one.
bool is_id(std::string_view text);
/// A code of ISO 3166-1 alpha-3, or one of those that it leaves to its users (AAA to AAZ, QMA to QZZ, XAA to
/// XZZ, ZZA to ZZZ).
bool is_country(std::string_view text);
/// 2023, 2023-06, 2022-S1, 2024-Q1, 2013-2023.
bool is_year(std::string_view text);
/// 07-11; also over the turn of the year, 11-03.
bool are_months(std::string_view text);
/// 2024-Q1.
std::optional<Quarter> parse_quarter(std::string_view text);
/// tue 18:00.
std::optional<Departure> parse_departure(std::string_view text);
/// The first half of a place's key.
std::optional<PlaceKind> parse_place_kind(std::string_view text);

}  // namespace landbridge::detail
