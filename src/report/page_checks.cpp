#include "report/page_checks.hpp"

#include "landbridge/analysis/demand_use.hpp"
#include "report/page_journeys.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

bool newer(const PublishedTransit& a, const PublishedTransit& b) {
  return a.year.value_or(0) > b.year.value_or(0);
}

}  // namespace

std::vector<PageTransit> page_transits(const Network& network,
                                       const std::vector<detail::TransitComparison>& comparisons,
                                       std::size_t count) {
  struct Group {
    const detail::TransitComparison* newest = nullptr;
    std::size_t figures = 0;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Group> groups;
  for (const detail::TransitComparison& one : comparisons) {
    if (!one.modelled) continue;
    const PublishedTransit& row = *one.published;
    const auto from = detail::endpoint_or_none(network, row.from),
               to = detail::endpoint_or_none(network, row.to);
    if (!from || !to || !from->region.is_none() || !to->region.is_none()) continue;
    Group& group = groups[{row.from, row.to, row.mode}];
    ++group.figures;
    if (group.newest == nullptr || newer(row, *group.newest->published)) group.newest = &one;
  }
  std::vector<const Group*> order;
  for (const auto& [names, group] : groups) order.push_back(&group);
  std::ranges::stable_sort(order, [](const Group* a, const Group* b) {
    return a->figures != b->figures ? a->figures > b->figures
                                    : newer(*a->newest->published, *b->newest->published);
  });
  std::vector<PageTransit> rows;
  for (const Group* group : order) {
    if (rows.size() == count) break;
    const PublishedTransit& row = *group->newest->published;
    rows.push_back({endpoint_name(network, *detail::endpoint_or_none(network, row.from)),
                    endpoint_name(network, *detail::endpoint_or_none(network, row.to)), row.mode,
                    row.year ? fmt::format("{}", *row.year) : std::string(), row.days,
                    group->newest->modelled->value() / 24, group->figures, row.source});
  }
  return rows;
}

std::vector<PagePublished> page_published(const Observations& observations, std::string_view subject,
                                          std::string_view measure) {
  std::map<std::string, const PublishedMeasure*> newest;
  for (const PublishedMeasure& one : observations.measures) {
    if (one.subject != subject || one.measure != measure || (one.period != "full" && !one.period.empty()))
      continue;
    const PublishedMeasure*& known = newest[one.definition];
    if (known == nullptr || one.year > known->year) known = &one;
  }
  std::vector<PagePublished> rows;
  for (const auto& [definition, one] : newest)
    rows.push_back({definition, one->value, one->unit, one->year, one->source});
  return rows;
}

void tell_land_share(std::span<const PricedClass> classes, const HubDemand& demand,
                     const Observations& observations, const Run& run, PageChecks& checks) {
  const auto members = observations.blocs.find("eu");
  if (members == observations.blocs.end()) return;
  const Network& network = classes.front().priced.network();
  std::vector<Endpoint> eu;
  for (const std::string& code : members->second)
    if (const RegionId region = network.find_region("country:" + code); !region.is_none())
      eu.push_back({.region = region, .key = network[region].key});
  const HubDemand between = demand_between(network, demand, regions(network, RegionKind::province), eu);
  if (between.pairs.empty()) return;
  const DemandUse use = demand_use(classes, between, over_land(network), run);
  if (!(use.served > 0)) return;
  checks.land_share = use.only_share();
  checks.land_amount = use.only;
  checks.land_published = page_published(observations, "eu", "rail-share-of-trade-with-china");
}

}  // namespace landbridge
