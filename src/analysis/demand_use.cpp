#include "landbridge/analysis/demand_use.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace landbridge {

namespace {

// A route's highest level in the first group says whether it left the links asked about.
enum Level : std::uint8_t { inside = 1, outside = 2 };
constexpr GroupId all_hauls{0}, asked_hauls{1};

std::set<HubId> hubs_of(const Network& network, const std::vector<Endpoint>& endpoints) {
  std::set<HubId> hubs;
  for (const Endpoint& endpoint : endpoints) {
    if (endpoint.region.is_none())
      hubs.insert(endpoint.hub);
    else
      for (const AccessId access : network[endpoint.region].accesses)
        if (network[access].weight > 0) hubs.insert(network[access].hub);
  }
  return hubs;
}

}  // namespace

DemandUse demand_use(std::span<const PricedClass> classes, const HubDemand& demand, const HaulTest& asked,
                     const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  DemandUse use;
  use.total = demand.total();
  for (const auto& [name, weight, priced] : classes) {
    const Staircase& staircase = *priced.staircase;
    std::vector<ArcMembership> members;
    for (const MoveId id : staircase.moves().ids()) {
      const Move& move = staircase.moves()[id];
      if (!move.is_haul() || priced.network()[move.link].is_exchange()) continue;
      const bool in = asked(move.link, staircase.tail(id).vehicle);
      members.push_back({id, all_hauls, in ? inside : outside});
      if (in) members.push_back({id, asked_hauls, inside});
    }
    const Traversal counted =
        traversal(searchable(priced), 2, members, {.demand = gate_demand(staircase, demand)}, run);
    use.served += weight * counted.served;
    if (counted.levels == 0) continue;
    use.some += weight * counted.at(asked_hauls, inside);
    use.only += weight * counted.at(all_hauls, inside);
  }
  return use;
}

HaulTest on_corridor(const Network& network, std::string_view corridor) {
  const LinkMask outside = links_outside(network, {std::string(corridor)});
  const std::string id = network.find_corridor(corridor) != nullptr ? network.find_corridor(corridor)->id
                                                                    : std::string(corridor);
  std::set<ServiceId> services;
  for (const ServiceId service : network.services().ids())
    if (std::ranges::find(network[service].corridors, id) != network[service].corridors.end())
      services.insert(service);
  return [outside, services](LinkId link, const Vehicle& vehicle) {
    return !outside[link] || (!vehicle.service.is_none() && services.contains(vehicle.service));
  };
}

bool by_land(Mode mode) noexcept {
  return mode == Mode::rail || mode == Mode::road || mode == Mode::ferry;
}

HaulTest over_land(const Network& network) {
  return [&network](LinkId link, const Vehicle&) { return by_land(network[link].mode); };
}

HubDemand demand_between(const Network& network, const HubDemand& demand, const std::vector<Endpoint>& one,
                         const std::vector<Endpoint>& other) {
  const std::set<HubId> a = hubs_of(network, one), b = hubs_of(network, other);
  HubDemand result;
  result.origins = one;
  result.destinations = other;
  result.name = demand.name;
  result.unit = demand.unit;
  for (const HubPair& pair : demand.pairs)
    if ((a.contains(pair.from) && b.contains(pair.to)) || (b.contains(pair.from) && a.contains(pair.to)))
      result.pairs.push_back(pair);
  return result;
}

double served_amount(const Priced& priced, const HubDemand& demand, const Run& run) {
  const std::vector<HubPair> unserved = unserved_pairs(priced, demand, run);
  double amount = 0;
  auto missing = unserved.begin();
  for (const HubPair& pair : demand.pairs) {
    if (missing != unserved.end() && missing->from == pair.from && missing->to == pair.to)
      ++missing;
    else
      amount += pair.amount;
  }
  return amount;
}

}  // namespace landbridge
