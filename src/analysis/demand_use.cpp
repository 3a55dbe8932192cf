#include "landbridge/analysis/demand_use.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace landbridge {

namespace {

// A route's highest level in the first group says whether it met the outer links, that in the second whether
// it met the inner ones at all.
enum Level : std::uint8_t { none = 0, inside = 1, outside = 2 };
constexpr GroupId first_group{0}, second_group{1};

struct Levels {
  Level first, second;
};

/// Gives each haul its level in both groups and counts the routes of each class.
template <class LevelsOf, class Take>
void for_each_class(std::span<const PricedClass> classes, const HubDemand& demand, LevelsOf levels_of,
                    const Run& run, Take take) {
  expects(!classes.empty(), "a class of cargo is given");
  for (const auto& [name, weight, priced] : classes) {
    const Staircase& staircase = *priced.staircase;
    std::vector<ArcMembership> members;
    for (const MoveId id : staircase.moves().ids()) {
      const Move& move = staircase.moves()[id];
      if (!move.is_haul() || priced.network()[move.link].is_exchange()) continue;
      const Levels levels = levels_of(move.link, staircase.tail(id).vehicle);
      if (levels.first != none) members.push_back({id, first_group, levels.first});
      if (levels.second != none) members.push_back({id, second_group, levels.second});
    }
    take(weight, traversal(searchable(priced), 2, members, {.demand = gate_demand(staircase, demand)}, run));
  }
}

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
  const auto levels = [&](LinkId link, const Vehicle& vehicle) {
    const bool in = asked(link, vehicle);
    return Levels{in ? inside : outside, in ? inside : none};
  };
  DemandUse use;
  use.total = demand.total();
  for_each_class(classes, demand, levels, run, [&](double weight, const Traversal& counted) {
    use.served += weight * counted.served;
    if (counted.levels == 0) return;
    use.some += weight * counted.at(second_group, inside);
    use.only += weight * counted.at(first_group, inside);
  });
  return use;
}

double demand_using_both(std::span<const PricedClass> classes, const HubDemand& demand, const HaulTest& a,
                         const HaulTest& b, const Run& run) {
  const auto levels = [&](LinkId link, const Vehicle& vehicle) {
    const bool in_a = a(link, vehicle), in_b = b(link, vehicle);
    return Levels{in_b ? outside : in_a ? inside : none, in_a ? inside : none};
  };
  double both = 0;
  for_each_class(classes, demand, levels, run, [&](double weight, const Traversal& counted) {
    if (counted.levels == 0) return;
    both += weight * std::max(0.0, counted.at(second_group, inside) - counted.at(first_group, inside));
  });
  return both;
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
