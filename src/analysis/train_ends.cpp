#include "landbridge/analysis/train_ends.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <array>
#include <string>
#include <vector>

namespace landbridge {

namespace {

/// Territories that a border of China does not count towards: trains to them are domestic in train counts.
constexpr std::array<std::string_view, 2> china_territories{"HKG", "MAC"};

class Country {
 public:
  Country(const Network& network, std::string_view code) : network_(network), code_(code) {}

  bool holds(PlaceId place) const { return network_[place].country == code_; }
  /// By rail out of the country or into it.
  bool is_crossed(LinkId link) const {
    if (network_[link].mode != Mode::rail || !network_.is_border(link)) return false;
    const PlaceId from = network_[link].from, to = network_[link].to;
    return holds(from) != holds(to) && !is_own(holds(from) ? to : from);
  }

 private:
  bool is_own(PlaceId place) const {
    if (code_ != "CHN") return false;
    for (const std::string_view territory : china_territories)
      if (network_[place].country == territory) return true;
    return false;
  }

  const Network& network_;
  std::string code_;
};

/// Cargo gets on a train, or off one: not where the same train goes on after a border.
bool changes_train(const Step& step) {
  switch (step.move.kind) {
    case MoveKind::loading:
    case MoveKind::unloading:
      return true;
    case MoveKind::handling:
      return step.mode_changed || step.from.vehicle.service != step.to.vehicle.service ||
             step.from.vehicle.mode != Mode::rail;
    case MoveKind::passing:
    case MoveKind::stopping:
      break;
  }
  return false;
}

/// Calls `visit(hub)` for each crossing of the border.
template <class Visit>
void for_each_end(const Network& network, const Country& country, const std::vector<Step>& steps, Visit&& visit) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].move.is_haul() || !country.is_crossed(steps[i].move.link)) continue;
    // Out of the country the train has begun before; into it, it ends after.
    const bool outward = country.holds(steps[i].from.place);
    std::size_t at = i;
    while (!changes_train(steps[at])) {
      if (outward ? at == 0 : at + 1 == steps.size()) break;
      at = outward ? at - 1 : at + 1;
    }
    visit(network.hub_of(steps[at].move.place));
  }
}

struct Ends {
  IdMap<HubId, double> amount;
  double crossing = 0;
  double served = 0;
};

}  // namespace

TrainEnds train_ends(std::span<const PricedClass> classes, const HubDemand& demand, std::string_view country,
                     const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Network& network = classes.front().priced.network();
  const Country crossed(network, country);
  std::vector<std::size_t> first;  // of each origin's pairs, which stand together
  for (std::size_t i = 0; i < demand.pairs.size(); ++i)
    if (i == 0 || demand.pairs[i].from != demand.pairs[i - 1].from) first.push_back(i);
  const std::size_t origins = first.size();
  first.push_back(demand.pairs.size());

  TrainEnds result{IdMap<HubId, double>(network.hubs().size(), 0)};
  for (const auto& [name, weight, priced] : classes) {
    const CostGraph graph = searchable(priced);
    const Staircase& staircase = *priced.staircase;
    reduce_in_order(
        origins, run, [] { return 0; }, [&] { return Ends{IdMap<HubId, double>(network.hubs().size(), 0)}; },
        [&, share = weight, &costs = priced](int, Ends& ends, std::size_t origin) {
          const ShortestPaths paths = shortest_paths(graph, staircase.gate(demand.pairs[first[origin]].from));
          for (std::size_t i = first[origin]; i < first[origin + 1]; ++i) {
            const auto path = path_to(graph, paths, staircase.gate(demand.pairs[i].to));
            if (!path) continue;
            const double amount = share * demand.pairs[i].amount;
            ends.served += amount;
            for_each_end(network, crossed, steps(costs, path->path), [&](HubId hub) {
              ends.crossing += amount;
              if (!hub.is_none()) ends.amount[hub] += amount;
            });
          }
        },
        [&](const Ends& ends) {
          for (const HubId hub : network.hubs().ids()) result.amount[hub] += ends.amount[hub];
          result.crossing += ends.crossing;
          result.served += ends.served;
        });
  }
  return result;
}

}  // namespace landbridge
