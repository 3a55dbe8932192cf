// How is a route told on the page?
#pragma once

#include "landbridge/analysis/routes.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/report/page_sections.hpp"
#include "report/flagships.hpp"

#include <string>
#include <vector>

namespace landbridge {

/// "train", "truck", "deep-sea ship", "feeder", "barge", "ferry", "aeroplane".
std::string_view vehicle_word(Mode mode, ShipClass ship) noexcept;

/// Name of a hub, a place's hub, a province or a country.
std::string endpoint_name(const Network& network, const Endpoint& endpoint);

/// The route's figures; of none, why there is none. Legs of one vehicle that follow each other are one, ways
/// within a hub are left out.
PageJourney journey_of(const Network& network, const Endpoint& from, const Endpoint& to,
                       std::string cargo_class, TimeValue value_of_time, const RouteAnswer& answer);

std::vector<PageFlagship> page_flagships(const Network& network,
                                         const std::vector<detail::Flagship>& flagships);

}  // namespace landbridge
