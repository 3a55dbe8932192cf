// What does a corridor do by itself, and what of the whole demand does it carry?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/io/corridor_ends.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/report/page_sections.hpp"

#include <span>
#include <string>
#include <vector>

namespace landbridge {

/// The corridor priced alone: as `classes` are, with all links closed that are not its own. Its ends are
/// regions of `ends`; without any, there are no journeys and nothing between them. Throws NameError for a
/// corridor that the network does not have, Cancelled.
PageCorridor page_corridor(const std::string& corridor, std::span<const PricedClass> classes,
                           const HubDemand& demand, const std::vector<CorridorEnd>& ends,
                           const Observations& observations, const Run& run);

}  // namespace landbridge
