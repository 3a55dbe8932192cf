// How are the network and its prices told on the report's page?
#pragma once

#include "landbridge/analysis/links.hpp"
#include "landbridge/network/conditions.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/report/corridor_page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

GeoPoint on_earth(const Position& position);

/// Name of a country or territory by its ISO 3166-1 alpha-3 code, as the data give it; the code where they do
/// not.
std::string country_name(const Network& network, std::string_view code);

/// "rail, river port": the kinds of a hub's places.
std::string terminals_in_words(const Network& network, HubId hub);

/// Every field of the cost model, in the order of its table. What the conditions set bears their basis and sources, what neither
/// they nor the default explain was set for this report.
std::vector<PageAssumption> assumptions_of(const CostModel& model, const Conditions* conditions = nullptr);

/// How many figures of the network and of the model are published, derived, estimated, and what the model
/// leaves out.
std::vector<PageFact> basis_of(const Network& network, const CostModel& model,
                               const PriceOptions& options = {}, const Conditions* conditions = nullptr);

/// A passage by name and kind: "Suez Canal", "canal"; a border crossing by its two places.
PagePassage passage_in_words(const Network& network, const PassageShare& passage);

/// The links in use (a share above 0), largest share first, equal ones by key. Links in a row that meet at a
/// waypoint where no other link in use ends are one section, named by its ends.
std::vector<PageLink> sections_of(const Network& network, const IdMap<LinkId, double>& shares);

}  // namespace landbridge
