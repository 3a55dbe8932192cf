// What do sources say about crossing a border or changing trains?
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/network/link.hpp"

#include <optional>
#include <string>

namespace landbridge {

/// What sources say about one border, in one direction. Charged where the link arrives.
struct BorderRecord {
  LinkId link = {};
  Direction direction = Direction::forward;
  std::optional<Hours> time = {};  ///< whole crossing, the change of gauge included where the gauges differ
  std::optional<Usd> clearance_money = {};
  std::optional<Usd> gauge_change_money = {};
  std::string time_basis = {};
  std::string time_source = {};
  std::string money_basis = {};
  std::string money_source = {};
};

/// A published figure about a stop, a transfer or a change of gauge at a place, as its source gives it.
struct TransferFact {
  PlaceId place = {};
  std::string from = {};  ///< mode or gauge: rail, road, gauge_1435
  std::string to = {};
  std::optional<Hours> time = {};
  std::optional<Usd> money = {};
  std::string basis = {};
  std::string source = {};
};

}  // namespace landbridge
