// How much of the demand uses some of these links, how much uses nothing else, and how much crosses a border by them?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace landbridge {

/// Whether a move along a link, by that vehicle, is one of those asked about.
using HaulTest = std::function<bool(LinkId, const Vehicle&)>;

/// Amounts in the unit of the demand. Ways between the terminals of one hub are inside it and count neither
/// way.
struct DemandUse {
  double total = 0;   ///< asked for
  double served = 0;  ///< with a route
  double some = 0;    ///< its route uses one of the links or more
  double only = 0;    ///< its route uses these links alone; at least one

  /// Of what is served; 0 where nothing is.
  double some_share() const { return served > 0 ? some / served : 0; }
  double only_share() const { return served > 0 ? only / served : 0; }
};

/// Cheapest routes of each class of cargo, ties shared equally, as `rank_links`. Complexity: one search for
/// each origin and class. The same bits for any number of threads. Throws Cancelled.
DemandUse demand_use(std::span<const PricedClass> classes, const HubDemand& demand, const HaulTest& asked,
                     const Run& run = {});

/// Whether a place is within the country asked about. A waypoint at sea is neither within nor beyond.
using PlaceTest = std::function<bool(PlaceId)>;

/// The amount whose route leaves the places of `home`, or comes into them, by the links asked about. Over land: the link over the
/// border is one of them. By sea: the ship's first link is one, and so is the last haul that brought the cargo to its port (coming
/// in: the ship's last link and the first haul away from the port). Roads between terminals of a city or its surroundings are
/// passed over, ships that hand over to each other are one; cargo that begins or ends at the port has no such haul and does not
/// count. A route counts once. Of routes that tie it is the one that `route` gives. Complexity: one search for each origin and
/// class, and the lengths of all routes. The same bits for any number of threads. Throws Cancelled.
double demand_crossing(std::span<const PricedClass> classes, const HubDemand& demand, const PlaceTest& home,
                       const HaulTest& asked, const Run& run = {});

/// Links that belong to the corridor, and whatever runs as a service of it. Throws NameError for a corridor
/// that there is not.
HaulTest on_corridor(const Network& network, std::string_view corridor);

/// Railways, roads and ferries: no ship, no barge, no aeroplane.
bool by_land(Mode mode) noexcept;
HaulTest over_land(const Network& network);

/// The pairs between hubs of one set and hubs of the other, both directions; a region stands for the hubs
/// that it has an access to. What has no hub, or stays within one, is no pair and not in it.
HubDemand demand_between(const Network& network, const HubDemand& demand, const std::vector<Endpoint>& one,
                         const std::vector<Endpoint>& other);

/// The amount of the pairs for which the pricing has a route.
double served_amount(const Priced& priced, const HubDemand& demand, const Run& run = {});

}  // namespace landbridge
