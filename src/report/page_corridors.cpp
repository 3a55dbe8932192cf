#include "report/page_corridors.hpp"

#include "landbridge/analysis/demand_use.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/parallel.hpp"
#include "report/page_checks.hpp"
#include "report/page_journeys.hpp"
#include "report/page_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace landbridge {

namespace {

std::vector<PricedClass> priced_alone(std::span<const PricedClass> classes, const LinkMask& outside) {
  std::vector<PricedClass> alone;
  for (const PricedClass& each : classes) {
    PriceOptions options = each.priced.options;
    options.closed |= outside;
    alone.push_back({each.name, each.share, price(each.priced.staircase, each.priced.model, options)});
  }
  return alone;
}

struct Ends {
  std::vector<Endpoint> origins, destinations;
};

Ends ends_of(const Network& network, const Corridor& corridor, const std::vector<CorridorEnd>& all) {
  Ends ends;
  for (const CorridorEnd& end : all) {
    if (end.corridor != corridor.id) continue;
    const RegionId region = network.find_region(end.region);
    if (region.is_none()) continue;
    (end.is_origin ? ends.origins : ends.destinations).push_back({.region = region, .key = end.region});
  }
  return ends;
}

std::string names_of(const Network& network, const std::vector<Endpoint>& endpoints) {
  std::vector<std::string> names;
  for (const Endpoint& endpoint : endpoints) names.push_back(endpoint_name(network, endpoint));
  return in_words(names);
}

/// Of the first class: each origin to each destination on the corridor alone, beside the best way of all.
std::vector<PageJourney> journeys(const PricedClass& alone, const PricedClass& all, const Ends& ends,
                                  const Run& run) {
  const Network& network = alone.priced.network();
  std::vector<PageJourney> result(ends.origins.size() * ends.destinations.size());
  for_each_item(
      result.size(), run, [] { return 0; },
      [&](int, std::size_t i) {
        const Endpoint& from = ends.origins[i / ends.destinations.size()];
        const Endpoint& to = ends.destinations[i % ends.destinations.size()];
        const RouteAnswer answer = route(alone.priced, from, to);
        result[i] = journey_of(network, from, to, alone.name, alone.priced.model.value_of_time, answer);
        if (!answer.route) return;
        const RouteAnswer best = route(all.priced, from, to);
        if (best.route && best.route->cost.quanta() > 0)
          result[i].dearer = static_cast<double>(answer.route->cost.quanta()) /
                                 static_cast<double>(best.route->cost.quanta()) -
                             1;
      });
  return result;
}

void tell_links(const std::vector<PricedClass>& alone, PageCorridor& page) {
  const Priced& priced = alone.front().priced;
  const Network& network = priced.network();
  std::set<Mode> modes;
  for (const LinkId id : network.links().ids()) {
    if (network[id].is_exchange() || !is_open(network, id, priced.options)) continue;
    ++page.links;
    modes.insert(network[id].mode);
  }
  std::vector<std::string> words;
  for (const Mode mode : modes) words.emplace_back(name(mode));
  page.modes = in_words(words);
}

std::vector<PagePublished> newest_of(std::vector<PagePublished> figures) {
  std::string year;
  for (const PagePublished& one : figures) year = std::max(year, one.year);
  std::erase_if(figures, [&](const PagePublished& one) { return one.year != year; });
  return figures;
}

}  // namespace

PageCorridor page_corridor(const std::string& corridor, std::span<const PricedClass> classes,
                           const HubDemand& demand, const std::vector<CorridorEnd>& all_ends,
                           const Observations& observations, const Run& run) {
  const Network& network = classes.front().priced.network();
  const std::vector<PricedClass> alone = priced_alone(classes, links_outside(network, {corridor}));
  const Corridor* const found = network.find_corridor(corridor);
  PageCorridor page;
  page.id = found != nullptr ? found->id : corridor;
  page.name = found != nullptr ? found->name : corridor;
  page.unit = demand.unit;
  tell_links(alone, page);
  page.published = newest_of(page_published(observations, "corridor:" + page.id, "teu"));

  const HaulTest on_it = on_corridor(network, corridor);
  const DemandUse use = demand_use(classes, demand, on_it, run);
  const PlaceTest home = [&](PlaceId place) { return !network[place].province.empty(); };
  page.demand = use.total, page.served = use.served, page.carried = use.some, page.carried_alone = use.only;
  page.carried_through = demand_crossing(classes, demand, home, on_it, run);
  page.servable = served_amount(alone.front().priced, demand, run);

  const Ends ends = found != nullptr ? ends_of(network, *found, all_ends) : Ends();
  const bool has_ends = !ends.origins.empty() && !ends.destinations.empty();
  const HubDemand between =
      has_ends ? demand_between(network, demand, ends.origins, ends.destinations) : HubDemand();
  // Whatever has a way at all over the corridor would fill it with detours that nobody takes.
  const HubDemand& asked = has_ends ? between : demand;
  page.hubs = page_hubs(network, rank_hubs(alone, asked, {}, run));
  page.sections = page_links(network, rank_links(alone, asked, run));
  page.passages = page_passages(network, rank_passages(alone, asked, run));

  if (!has_ends) return page;
  page.origins = names_of(network, ends.origins), page.destinations = names_of(network, ends.destinations);
  page.ends_demand = between.total();
  page.ends_servable = served_amount(alone.front().priced, between, run);
  page.ends_carried = demand_crossing(classes, between, home, on_it, run);
  page.journeys = journeys(alone.front(), classes.front(), ends, run);
  return page;
}

}  // namespace landbridge
