// Where do the trains that cross a country's border begin and end, judging by the cargo on them?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"

#include <span>
#include <string_view>

namespace landbridge {

struct TrainEnds {
  IdMap<HubId, double> amount;  ///< cargo of trains that begin or end at the hub and cross the border, both directions together
  double crossing = 0;          ///< all cargo that crosses the border by rail
  double served = 0;            ///< demand with a route
};

/// Of each route that crosses a border of the country by rail, the hub within the country where cargo boards the train
/// that goes across, or where it leaves the train that has come across. A change of gauge or a stop for clearance is no
/// change of trains; a road between terminals of one hub, or a ship, is. A route that crosses twice counts twice. Borders to
/// customs territories of the same country (China: Hong Kong, Macao) are none.
///
/// Cheapest routes of each class; of routes that tie the one that `route` gives. Complexity: one search for each origin and
/// class, and the lengths of all routes. Determinism: the same bits for any number of threads. Throws Cancelled.
TrainEnds train_ends(std::span<const PricedClass> classes, const HubDemand& demand, std::string_view country,
                     const Run& run = {});

}  // namespace landbridge
