#include "landbridge/analysis/hubs.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/ranking.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <vector>

namespace landbridge {

namespace {

// What a unit of demand does at a hub; the highest level it meets there counts.
enum Level : std::uint8_t { passed = 1, cleared = 2, exchanged = 3, own = 4 };

Level level_of(const Step& step) {
  switch (step.move.kind) {
    case MoveKind::loading:
    case MoveKind::unloading:
      return own;
    case MoveKind::handling:
      return step.mode_changed || step.vehicle_changed || step.gauge_changed ? exchanged : cleared;
    case MoveKind::passing:
    case MoveKind::stopping:
      break;
  }
  return passed;
}

double share_of(const HubShare& share, HubMeasure measure) {
  switch (measure) {
    case HubMeasure::handled:
      return share.handled();
    case HubMeasure::own:
      return share.own;
    case HubMeasure::exchanged:
      return share.exchanged;
    case HubMeasure::cleared:
      return share.cleared;
    case HubMeasure::through:
      break;
  }
  return share.through;
}

/// Demand at each hub by the highest level it meets there.
Traversal count_at_hubs(const Priced& priced, const HubDemand& demand, const Run& run) {
  const Network& network = priced.network();
  const Staircase& staircase = *priced.staircase;
  std::vector<ArcMembership> members;
  for (const MoveId id : staircase.moves().ids()) {
    const HubId hub = network.hub_of(staircase.moves()[id].place);
    // A stop is told by the handling after it.
    if (hub.is_none() || staircase.moves()[id].kind == MoveKind::stopping) continue;
    members.push_back({id, GroupId(hub.value()), level_of(step(priced, id))});
  }
  return traversal(searchable(priced), network.hubs().size(), members,
                   {.demand = gate_demand(staircase, demand)}, run);
}

}  // namespace

std::string_view name(HubMeasure measure) noexcept {
  switch (measure) {
    case HubMeasure::handled:
      return "handled";
    case HubMeasure::own:
      return "own";
    case HubMeasure::exchanged:
      return "exchanged";
    case HubMeasure::cleared:
      return "cleared";
    case HubMeasure::through:
      break;
  }
  return "through";
}

HubRanking rank_hubs(std::span<const PricedClass> classes, const HubDemand& demand, const HubOptions& options,
                     const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Network& network = classes.front().priced.network();
  IdMap<HubId, HubShare> shares(network.hubs().size());
  HubRanking result;
  for (const auto& [name, weight, priced] : classes) {
    const Traversal counted = count_at_hubs(priced, demand, run);
    result.served += weight * counted.served;
    for (const HubId hub : network.hubs().ids()) {
      const auto amount = [&](Level level) {
        return level <= counted.levels ? weight * counted.at(GroupId(hub.value()), level) : 0;
      };
      HubShare& row = shares[hub];
      row.own += amount(own);
      row.exchanged += amount(exchanged);
      row.cleared += amount(cleared);
      row.through += amount(passed);
    }
  }
  IdMap<HubId, double> scores(network.hubs().size());
  for (const HubId hub : network.hubs().ids()) {
    HubShare& row = shares[hub];
    row.hub = hub;
    for (double* share : {&row.own, &row.exchanged, &row.cleared, &row.through})
      *share = result.served > 0 ? *share / result.served : 0;
    row.score = scores[hub] = share_of(row, options.by);
  }
  for (const Ranked<HubId>& ranked : ranking(scores)) {
    shares[ranked.id].rank = ranked.rank;
    result.rows.push_back(shares[ranked.id]);
  }
  result.total = demand.total();
  result.unserved = unserved_pairs(classes.front().priced, demand, run);
  return result;
}

}  // namespace landbridge
