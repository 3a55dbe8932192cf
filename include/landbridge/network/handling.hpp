// What do sources say about calls, terminals and waiting at a place or in a country?
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/network/place.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace landbridge {

enum class HandlingKind {
  ship_call,           ///< hours that a container ship is in port
  container_terminal,  ///< a container through a seaport
  river_terminal,
  rail_terminal,
  road_terminal,
  air_terminal,
  gauge_change,  ///< where no border is crossed
  ferry_wait,
};
inline constexpr HandlingKind all_handling_kinds[] = {
    HandlingKind::ship_call,     HandlingKind::container_terminal, HandlingKind::river_terminal,
    HandlingKind::rail_terminal, HandlingKind::road_terminal,      HandlingKind::air_terminal,
    HandlingKind::gauge_change,  HandlingKind::ferry_wait};

/// "ship_call", ...
std::string_view name(HandlingKind kind) noexcept;

/// One published figure. It holds for a place or for all places of a country.
struct HandlingFact {
  PlaceId place = {};
  std::string country = {};  ///< when `place` is none
  HandlingKind kind = HandlingKind::ship_call;
  std::optional<Hours> time = {};
  std::optional<Usd> money = {};
  std::string basis = {};
  std::string year = {};
  std::string source = {};
};

}  // namespace landbridge
