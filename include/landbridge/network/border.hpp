// What do sources say about crossing a border?
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
  std::optional<Gauge> from_gauge = {};  ///< of the trains that arrive there, and of those that go on
  std::optional<Gauge> to_gauge = {};
  std::optional<double> capacity = {};
  std::string capacity_unit = {};
  std::string time_basis = {};
  std::string time_year = {};
  std::string time_source = {};
  std::string money_basis = {};
  std::string money_year = {};
  std::string money_source = {};
};

}  // namespace landbridge
