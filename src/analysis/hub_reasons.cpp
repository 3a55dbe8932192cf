#include "landbridge/analysis/hub_reasons.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace landbridge {

namespace {

Carriage carriage_of(const Vehicle& vehicle) {
  return {vehicle.mode, vehicle.gauge, vehicle.ship};
}

/// Sums of one hub while they are added up.
struct Sums {
  double handled = 0;
  std::map<std::pair<Carriage, Carriage>, double> exchanges;
  std::map<LinkId, double> links, cleared;

  void add(const Sums& other) {
    handled += other.handled;
    for (const auto& [key, amount] : other.exchanges) exchanges[key] += amount;
    for (const auto& [key, amount] : other.links) links[key] += amount;
    for (const auto& [key, amount] : other.cleared) cleared[key] += amount;
  }
};
using SumsOfHubs = std::map<HubId, Sums>;

/// Follows one route and notes its visits.
class Follower {
 public:
  Follower(const Priced& priced, SumsOfHubs& sums) : priced_(priced), sums_(sums) {}

  void follow(const Path& path, double amount) {
    visit_ = {};
    for (const Step& step : steps(priced_, path)) {
      if (step.move.is_haul())
        haul(step, amount);
      else if (step.move.kind == MoveKind::handling && visit_.open)
        handle(step);
      else if (step.move.kind == MoveKind::unloading)
        visit_ = {};  // it ends there
    }
  }

 private:
  /// At a hub of which cargo came by a link, and was or will be handled.
  struct Visit {
    bool open = false;
    LinkId by;
    Carriage in;
    bool changed = false;
    LinkId cleared;
  };

  void haul(const Step& step, double amount) {
    const Network& network = priced_.network();
    const Move& move = step.move;
    const HubId from = network.hub_of(step.from.place), to = network.hub_of(move.place);
    if (!from.is_none() && from == to && network[move.link].is_exchange()) return;  // within the hub
    const Carriage carriage = carriage_of(step.from.vehicle);
    if (visit_.open) close(from, move.link, carriage, amount);
    visit_ = {};
    if (move.kind == MoveKind::stopping && sums_.contains(to))
      visit_ = {true, move.link, carriage, false, {}};
  }

  void handle(const Step& step) {
    visit_.changed |= step.mode_changed || step.vehicle_changed || step.gauge_changed;
    if (!step.from.border.is_none()) visit_.cleared = step.from.border;
  }

  void close(HubId hub, LinkId by, Carriage out, double amount) {
    Sums& sums = sums_[hub];
    sums.handled += amount;
    sums.links[visit_.by] += amount;
    if (by != visit_.by) sums.links[by] += amount;
    if (visit_.changed)
      sums.exchanges[{std::min(visit_.in, out), std::max(visit_.in, out)}] += amount;
    else if (!visit_.cleared.is_none())
      sums.cleared[visit_.cleared] += amount;
  }

  const Priced& priced_;
  SumsOfHubs& sums_;
  Visit visit_;
};

std::vector<ReasonLink> ranked(const std::map<LinkId, double>& amounts) {
  std::vector<ReasonLink> links;
  for (const auto& [link, amount] : amounts) links.push_back({link, amount});
  std::ranges::stable_sort(links, std::ranges::greater(), &ReasonLink::amount);
  return links;
}

HubReason reason_of(HubId hub, const Sums& sums, const std::set<RegionId>& regions) {
  HubReason reason{
      hub, {regions.begin(), regions.end()}, sums.handled, {}, ranked(sums.links), ranked(sums.cleared)};
  for (const auto& [pair, amount] : sums.exchanges)
    reason.exchanges.push_back({pair.first, pair.second, amount});
  std::ranges::stable_sort(reason.exchanges, std::ranges::greater(), &ReasonExchange::amount);
  return reason;
}

}  // namespace

std::vector<HubReason> hub_reasons(std::span<const PricedClass> classes, const HubDemand& demand,
                                   const std::vector<HubId>& hubs, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Network& network = classes.front().priced.network();
  SumsOfHubs empty;
  for (const HubId hub : hubs) empty[hub];
  std::vector<std::size_t> first;  // of each origin's pairs, which stand together
  for (std::size_t i = 0; i < demand.pairs.size(); ++i)
    if (i == 0 || demand.pairs[i].from != demand.pairs[i - 1].from) first.push_back(i);
  first.push_back(demand.pairs.size());

  SumsOfHubs sums = empty;
  for (const auto& [name, weight, priced] : classes) {
    const CostGraph graph = searchable(priced);
    std::vector<SumsOfHubs> found(first.size() - 1, empty);
    for_each_item(
        found.size(), run, [] { return 0; },
        [&, share = weight, &costs = priced](int, std::size_t origin) {
          const Staircase& staircase = *costs.staircase;
          Follower follower(costs, found[origin]);
          const ShortestPaths paths = shortest_paths(graph, staircase.gate(demand.pairs[first[origin]].from));
          for (std::size_t i = first[origin]; i < first[origin + 1]; ++i)
            if (const auto path = path_to(graph, paths, staircase.gate(demand.pairs[i].to)))
              follower.follow(path->path, share * demand.pairs[i].amount);
        });
    for (const SumsOfHubs& one : found)
      for (const auto& [hub, part] : one) sums[hub].add(part);
  }

  std::set<RegionId> named;  // a demand of hubs comes from no region
  for (const auto* const ends : {&demand.origins, &demand.destinations})
    for (const Endpoint& end : *ends)
      if (!end.region.is_none()) named.insert(end.region);
  std::map<HubId, std::set<RegionId>> regions;
  for (const Access& access : network.accesses())
    if (access.weight > 0 && named.contains(access.region)) regions[access.hub].insert(access.region);
  std::vector<HubReason> reasons;
  for (const HubId hub : hubs) reasons.push_back(reason_of(hub, sums[hub], regions[hub]));
  return reasons;
}

}  // namespace landbridge
