// How do rankings become rows of the page?
#pragma once

#include "landbridge/analysis/flows.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/io/citations.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/page_sections.hpp"

#include <vector>

namespace landbridge {

/// Hubs that handle or are passed by any of the demand, in the order of the ranking.
std::vector<PageHub> page_hubs(const Network& network, const HubRanking& ranking);
std::vector<PageLink> page_links(const Network& network, const LinkRanking& ranking);
std::vector<PagePassage> page_passages(const Network& network, const PassageRanking& ranking);

/// Demand without a hub, without a route, or within one hub; each pair without a route is counted at that of
/// its two ends at which more is not served. Largest first of each reason.
std::vector<PageUnserved> page_unserved(const Network& network, const HubDemand& demand,
                                        const std::vector<HubPair>& unserved);

/// One row for each table, the titles of the `named` sources cited most.
std::vector<PageSourceGroup> page_sources(const Citations& citations, std::size_t named = 2);

}  // namespace landbridge
