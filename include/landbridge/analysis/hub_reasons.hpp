// Why does a hub handle what it handles?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced_staircase.hpp"

#include <span>
#include <vector>

namespace landbridge {

/// What cargo comes by or goes by, apart from the service that runs it.
struct Carriage {
  Mode mode = Mode::rail;
  Gauge gauge = {};
  ShipClass ship = ShipClass::none;
  friend constexpr auto operator<=>(const Carriage&, const Carriage&) noexcept = default;
};

/// Cargo that comes by one and goes by the other, in either direction; the lesser one first. The same twice:
/// from one train or service to another.
struct ReasonExchange {
  Carriage one, other;
  double amount = 0;
};

struct ReasonLink {
  LinkId link;
  double amount = 0;
};

/// Amounts in the unit of the demand, counted by visit of cargo that neither begins nor ends there, largest
/// first, ties by id.
struct HubReason {
  HubId hub;
  std::vector<RegionId> regions;            ///< ends of the demand, provinces and countries, that are divided over it
  double handled = 0;                       ///< all visits that are counted here
  std::vector<ReasonExchange> exchanges;    ///< between which carriages cargo changes
  std::vector<ReasonLink> links;            ///< by which it comes or goes; each visit at both
  std::vector<ReasonLink> cleared_borders;  ///< after which it is cleared without changing
};

/// Follows the cheapest route of each pair and class and looks at what becomes of it at each of the hubs.
/// Ways between the terminals of a hub are inside it: what comes by train and goes by ship changes from train
/// to ship, whatever brings it to the quay. Of routes that tie it is the one that `route` gives, so amounts
/// may differ from the shares of `rank_hubs`, which divide ties. In the order of `hubs`. Complexity: one
/// search for each origin and class, and the lengths of all routes. The same bits for any number of threads.
/// Throws Cancelled.
std::vector<HubReason> hub_reasons(std::span<const PricedClass> classes, const HubDemand& demand,
                                   const std::vector<HubId>& hubs, const Run& run = {});

}  // namespace landbridge
