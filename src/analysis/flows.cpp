#include "landbridge/analysis/flows.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace landbridge {

double HubDemand::total() const {
  double sum = 0;
  for (const HubPair& pair : pairs) sum += pair.amount;
  return sum;
}

HubDemand uniform_demand(const std::vector<HubId>& one, const std::vector<HubId>& other) {
  std::set<std::pair<HubId, HubId>> pairs;
  for (const HubId a : one)
    for (const HubId b : other) {
      if (a == b) continue;
      pairs.emplace(a, b);
      pairs.emplace(b, a);
    }
  HubDemand demand;
  demand.origins = one;
  demand.destinations = other;
  for (const auto& [from, to] : pairs) demand.pairs.push_back({from, to});
  return demand;
}

HubDemand default_demand(const Network& network) {
  const auto only_border = [&](HubId hub) {
    const std::vector<PlaceId>& places = network[hub].places;
    return std::all_of(places.begin(), places.end(),
                       [&](PlaceId place) { return network[place].kind == PlaceKind::border; });
  };
  std::set<HubId> capitals, gateways;
  std::vector<std::string> without_hub, border_only;
  for (const Province& province : network.provinces()) {
    if (province.hub.is_none())
      without_hub.push_back(province.slug);
    else
      capitals.insert(province.hub);
  }
  for (const Partner& partner : network.partners()) {
    std::size_t usable = 0;
    for (const HubId hub : partner.hubs) {
      if (only_border(hub)) continue;
      gateways.insert(hub);
      ++usable;
    }
    if (partner.hubs.empty())
      without_hub.push_back(partner.country);
    else if (usable == 0)
      border_only.push_back(partner.country);
  }
  HubDemand demand = uniform_demand({capitals.begin(), capitals.end()}, {gateways.begin(), gateways.end()});
  demand.without_hub = std::move(without_hub);
  demand.border_only = std::move(border_only);
  return demand;
}

PairDemand gate_demand(const Staircase& staircase, const HubDemand& demand) {
  std::vector<PairAmount> entries;
  entries.reserve(demand.pairs.size());
  for (const HubPair& pair : demand.pairs)
    entries.push_back({staircase.gate(pair.from), staircase.gate(pair.to), pair.amount});
  return PairDemand::from_entries(std::move(entries));
}

std::vector<HubPair> unserved_pairs(const Priced& priced, const HubDemand& demand, const Run& run) {
  const CostGraph graph = searchable(priced);
  std::map<HubId, std::size_t> index;
  for (const HubPair& pair : demand.pairs) index.try_emplace(pair.from, index.size());
  std::vector<HubId> origins(index.size());
  for (const auto& [hub, at] : index) origins[at] = hub;
  std::vector<std::vector<bool>> reached(origins.size());
  for_each_item(
      origins.size(), run, [] { return 0; },
      [&](int, std::size_t i) {
        const ShortestPaths paths = shortest_paths(graph, priced.staircase->gate(origins[i]));
        for (const HubId hub : priced.network().hubs().ids())
          reached[i].push_back(!paths.costs[priced.staircase->gate(hub)].is_closed());
      });
  std::vector<HubPair> unserved;
  for (const HubPair& pair : demand.pairs)
    if (!reached[index.at(pair.from)][pair.to.index()]) unserved.push_back(pair);
  return unserved;
}

}  // namespace landbridge
