#include "landbridge/analysis/demand_use.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/traversal.hpp"
#include "landbridge/paths/shortest.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

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

enum class Side { home, beyond, at_sea };

/// A haul of a route, exchange roads left out.
struct Haul {
  Side from, to;
  bool by_sea, asked;
};

std::vector<Haul> hauls_of(const Priced& priced, const Path& path, const PlaceTest& home, const HaulTest& asked) {
  const Network& network = priced.network();
  const auto side = [&](PlaceId place) {
    if (network[place].kind == PlaceKind::waypoint) return Side::at_sea;
    return home(place) ? Side::home : Side::beyond;
  };
  std::vector<Haul> hauls;
  for (const Step& step : steps(priced, path)) {
    if (!step.move.is_haul() || network[step.move.link].is_exchange()) continue;
    hauls.push_back({side(step.from.place), side(step.move.place), step.from.vehicle.mode == Mode::sea,
                     asked(step.move.link, step.from.vehicle)});
  }
  return hauls;
}

/// Whether the route leaves home by what is asked about.
bool leaves(const std::vector<Haul>& hauls) {
  std::size_t last = hauls.size();  // the last haul that began at home; none: the route is beyond
  for (std::size_t i = 0; i < hauls.size(); ++i) {
    if (hauls[i].from != Side::at_sea) last = hauls[i].from == Side::home ? i : hauls.size();
    if (last == hauls.size() || hauls[i].to != Side::beyond) continue;
    if (!hauls[i].by_sea) {
      if (hauls[i].asked) return true;
      continue;
    }
    std::size_t ship = last;
    while (ship > 0 && hauls[ship - 1].by_sea) --ship;
    if (ship > 0 && hauls[ship].by_sea && hauls[ship].asked && hauls[ship - 1].asked) return true;
  }
  return false;
}

bool crosses(std::vector<Haul> hauls) {
  if (leaves(hauls)) return true;
  std::ranges::reverse(hauls);
  for (Haul& haul : hauls) std::swap(haul.from, haul.to);
  return leaves(hauls);
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

double demand_crossing(std::span<const PricedClass> classes, const HubDemand& demand, const PlaceTest& home,
                       const HaulTest& asked, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  std::vector<std::size_t> first;  // of each origin's pairs, which stand together
  for (std::size_t i = 0; i < demand.pairs.size(); ++i)
    if (i == 0 || demand.pairs[i].from != demand.pairs[i - 1].from) first.push_back(i);
  const std::size_t origins = first.size();
  first.push_back(demand.pairs.size());
  double crossing = 0;
  for (const auto& [name, weight, priced] : classes) {
    const CostGraph graph = searchable(priced);
    reduce_in_order(
        origins, run, [] { return 0; }, [] { return 0.0; },
        [&, share = weight, &costs = priced](int, double& sum, std::size_t origin) {
          const Staircase& staircase = *costs.staircase;
          const ShortestPaths paths = shortest_paths(graph, staircase.gate(demand.pairs[first[origin]].from));
          for (std::size_t i = first[origin]; i < first[origin + 1]; ++i) {
            const auto path = path_to(graph, paths, staircase.gate(demand.pairs[i].to));
            if (path && crosses(hauls_of(costs, path->path, home, asked))) sum += share * demand.pairs[i].amount;
          }
        },
        [&](double sum) { crossing += sum; });
  }
  return crossing;
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
