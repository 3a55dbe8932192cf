#include "landbridge/analysis/visits.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/betweenness.hpp"

namespace landbridge {

std::vector<PlaceVisits> place_visits(std::span<const PricedClass> classes, const HubDemand& demand,
                                      const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Network& network = classes.front().priced.network();
  IdMap<PlaceId, PlaceVisits> visits(network.places().size());
  for (const PlaceId id : network.places().ids()) visits[id].place = id;
  for (const auto& [name, weight, priced] : classes) {
    const Staircase& staircase = *priced.staircase;
    const IdMap<MoveId, double> flow =
        betweenness(searchable(priced), {.demand = gate_demand(staircase, demand)}, run).arcs;
    for (const MoveId id : staircase.moves().ids()) {
      const double amount = weight * flow[id];
      if (amount == 0) continue;
      const Step step = landbridge::step(priced, id);
      PlaceVisits& here = visits[step.move.place];
      switch (step.move.kind) {
        case MoveKind::passing:
        case MoveKind::stopping:
          here.arrived += amount;
          visits[step.from.place].left += amount;
          // What comes by a passing move stays on its vehicle: it has passed, whatever it leaves by.
          if (step.move.kind == MoveKind::passing) here.passed += amount;
          break;
        case MoveKind::loading:
          here.begun += amount;
          break;
        case MoveKind::unloading:
          here.ended += amount;
          break;
        case MoveKind::handling:
          (step.mode_changed || step.vehicle_changed || step.gauge_changed ? here.exchanged : here.cleared) +=
              amount;
          break;
      }
    }
  }
  std::vector<PlaceVisits> result;
  for (const PlaceVisits& each : visits) result.push_back(each);
  return result;
}

}  // namespace landbridge
