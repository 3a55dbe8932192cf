// Which tables lie beside the page?
#pragma once

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/io/citations.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/corridor_page.hpp"

#include <string>

namespace landbridge::detail {

/// Each as CSV, whole where the page shows the top; made from the very rows that the page is made from.
std::string hubs_csv(const Network& network, const HubRanking& ranking);
std::string links_csv(const Network& network, const LinkRanking& ranking);
std::string passages_csv(const Network& network, const PassageRanking& ranking);
std::string assumptions_csv(const CorridorPage& page);
std::string corridors_csv(const CorridorPage& page);
std::string corridor_hubs_csv(const CorridorPage& page);
std::string journeys_csv(const CorridorPage& page);
std::string checks_csv(const CorridorPage& page);
std::string unserved_csv(const CorridorPage& page);
std::string sources_csv(const Citations& citations);

}  // namespace landbridge::detail
