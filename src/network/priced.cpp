#include "landbridge/network/priced.hpp"

#include "landbridge/base/contract.hpp"
#include "network/move_terms.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace landbridge {

namespace {

/// Exchange roads serve whatever the modes, but those to an airport only who flies.
bool serves(const Network& network, const Link& link, Modes modes) {
  if (!link.is_exchange()) return modes[link.mode];
  const auto is_airport = [&](PlaceId end) { return network[end].kind == PlaceKind::airport; };
  return modes[Mode::air] || !(is_airport(link.from) || is_airport(link.to));
}

}  // namespace

bool is_open(const Network& network, LinkId id, const PriceOptions& options) {
  const Link& link = network[id];
  if (options.closed[id] || !serves(network, link, options.modes)) return false;
  if (options.opened[id]) return true;
  return link.status == LinkStatus::active && link.season.empty() && link.validity.holds(options.date);
}

bool is_running(const Network& network, ServiceId id, const PriceOptions& options) {
  const Service& service = network[id];
  return service.validity.holds(options.date) &&
         std::all_of(service.links.begin(), service.links.end(),
                     [&](LinkId link) { return is_open(network, link, options); });
}

namespace {

/// Which moves may be used: those of open links, by vehicles that run.
class Openness {
 public:
  Openness(const Staircase& staircase, const PriceOptions& options)
      : staircase_(staircase),
        links_(staircase.network().links().size()),
        services_(staircase.network().services().size()) {
    const Network& network = staircase.network();
    for (const LinkId link : network.links().ids()) links_.set(link, is_open(network, link, options));
    for (const ServiceId service : network.services().ids())
      services_.set(service, is_running(network, service, options));
  }

  bool operator()(MoveId id) const {
    const Move& move = staircase_.moves()[id];
    if (move.is_haul() && !links_[move.link]) return false;
    return runs(staircase_.tail(id)) && runs(staircase_.head(id));
  }

 private:
  bool runs(const State& state) const {
    return state.vehicle.service.is_none() || services_[state.vehicle.service];
  }

  const Staircase& staircase_;
  LinkMask links_;
  Mask<ServiceId> services_;
};

}  // namespace

std::string_view name(Objective objective) noexcept {
  switch (objective) {
    case Objective::cost:
      return "cost";
    case Objective::money:
      return "money";
    case Objective::time:
      return "time";
    case Objective::distance:
      return "distance";
    case Objective::co2:
      return "co2";
  }
  return "";
}

std::string_view unit(Objective objective) noexcept {
  switch (objective) {
    case Objective::cost:
    case Objective::money:
      return Usd::unit;
    case Objective::time:
      return Hours::unit;
    case Objective::distance:
      return Kilometres::unit;
    case Objective::co2:
      break;
  }
  return KgCo2::unit;
}

double figure(const CostModel& model, Objective objective, const Parts& parts) {
  switch (objective) {
    case Objective::cost:
      return (parts.money + model.value_of_time * parts.time +
              model.carbon_price * Tonnes(parts.co2.value() / 1000))
          .value();
    case Objective::money:
      return parts.money.value();
    case Objective::time:
      return parts.time.value();
    case Objective::distance:
      return parts.distance.value();
    case Objective::co2:
      break;
  }
  return parts.co2.value();
}

Priced price(std::shared_ptr<const Staircase> staircase, const CostModel& model,
             const PriceOptions& options) {
  expects(staircase != nullptr, "a staircase is given");
  check(model);
  if (!(options.quantum > 0 && std::isfinite(options.quantum)))
    throw OptionError("quantum", fmt::format("{}", options.quantum), "a positive number");
  if (options.ready && !(*options.ready >= Hours(0) && *options.ready <= Hours(168)))
    throw OptionError("ready", fmt::format("{}", options.ready->value()), "0 to 168 h after Monday 00:00");
  const detail::MoveTerms terms(*staircase, model, options);
  const Openness open(*staircase, options);
  const std::size_t count = staircase->moves().size();
  Priced priced;
  priced.parts = IdMap<MoveId, Parts>(count);
  IdMap<MoveId, double> figures(count);
  for (const MoveId id : staircase->moves().ids()) {
    priced.parts[id] = terms.breakdown(id).total();
    figures[id] =
        open(id) ? figure(model, options.by, priced.parts[id]) : std::numeric_limits<double>::infinity();
  }
  QuantisedCosts quantised = quantise(figures, {options.quantum, std::string(unit(options.by))});
  priced.staircase = std::move(staircase);
  priced.model = model;
  priced.options = options;
  priced.costs = std::move(quantised.costs);
  priced.quantum = std::move(quantised.quantum);
  priced.largest_error = quantised.largest_error;
  priced.free_moves = quantised.free_arcs;
  priced.raised_moves = quantised.raised_arcs;
  priced.closed_moves = quantised.closed_arcs;
  return priced;
}

Priced price(const Network& network, const CostModel& model, const PriceOptions& options) {
  return price(std::make_shared<const Staircase>(network), model, options);
}

Breakdown& Breakdown::operator+=(const Breakdown& other) {
  access += other.access;
  haul += other.haul;
  terminals += other.terminals;
  borders += other.borders;
  waiting += other.waiting;
  return *this;
}

Parts Breakdown::total() const {
  return access + haul + terminals + borders + waiting;
}

IdMap<MoveId, Breakdown> breakdowns(const Priced& priced) {
  const detail::MoveTerms terms(*priced.staircase, priced.model, priced.options);
  IdMap<MoveId, Breakdown> result(priced.parts.size());
  for (const MoveId id : result.ids()) result[id] = terms.breakdown(id);
  return result;
}

std::vector<Breakdown> breakdowns(const Priced& priced, const Path& path) {
  const detail::MoveTerms terms(*priced.staircase, priced.model, priced.options);
  std::vector<Breakdown> result;
  result.reserve(path.arcs.size());
  for (const MoveId id : path.arcs) result.push_back(terms.breakdown(id));
  return result;
}

Step step(const Priced& priced, MoveId move) {
  Step step{.move = priced.staircase->moves()[move],
            .from = priced.staircase->tail(move),
            .to = priced.staircase->head(move),
            .parts = priced.parts[move]};
  if (step.move.kind == MoveKind::handling) {
    const Vehicle& left = step.from.vehicle;
    const Vehicle& entered = step.to.vehicle;
    step.mode_changed = left.mode != entered.mode;
    step.gauge_changed = !step.mode_changed && left.gauge != entered.gauge;
    step.vehicle_changed = !step.mode_changed && !step.gauge_changed && left != entered;
  }
  const bool after_arrival = step.move.kind == MoveKind::handling || step.move.kind == MoveKind::unloading;
  step.border_cleared = after_arrival && !step.from.border.is_none();
  return step;
}

std::vector<Step> steps(const Priced& priced, const Path& path) {
  std::vector<Step> result;
  result.reserve(path.arcs.size());
  for (const MoveId move : path.arcs) result.push_back(step(priced, move));
  return result;
}

}  // namespace landbridge
