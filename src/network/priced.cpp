#include "landbridge/network/priced.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace landbridge {

namespace {

/// Ships, barges and ferries share a port's terminal.
enum class Terminal { rail, road, port };

Terminal terminal_of(Mode mode) {
  if (mode == Mode::rail) return Terminal::rail;
  return mode == Mode::road ? Terminal::road : Terminal::port;
}

class Pricing {
 public:
  Pricing(const Staircase& staircase, const CostModel& model)
      : staircase_(staircase), network_(staircase.network()), model_(model), borders_(network_, model) {}

  Parts parts(MoveId id) const {
    const Move& move = staircase_.moves()[id];
    const State& from = staircase_.tail(id);
    const State& to = staircase_.head(id);
    switch (move.kind) {
      case MoveKind::passing:
      case MoveKind::stopping:
        return haul(model_, network_, move.link, from.gauge);
      case MoveKind::loading:
        return terminal(terminal_of(to.mode));
      case MoveKind::unloading:
        return terminal(terminal_of(from.mode)) + clearance(from);
      case MoveKind::handling:
        break;
    }
    return handling(from, to);
  }

 private:
  Parts terminal(Terminal kind) const {
    switch (kind) {
      case Terminal::rail:
        return {model_.rail_terminal_money, model_.rail_terminal_time, {}, {}};
      case Terminal::road:
        return {model_.road_terminal_money, model_.road_terminal_time, {}, {}};
      case Terminal::port:
        break;
    }
    return {model_.port_money, model_.port_time, {}, {}};
  }

  BorderTerms terms(const State& arrived) const {
    const Direction direction =
        network_[arrived.border].to == arrived.place ? Direction::forward : Direction::backward;
    return borders_.terms(arrived.border, direction);
  }

  Parts clearance(const State& arrived) const {
    if (arrived.border.is_none()) return {};
    const BorderTerms border = terms(arrived);
    return {border.clearance_money, border.time, {}, {}};
  }

  Parts handling(const State& from, const State& to) const {
    Parts total = clearance(from);
    if (from.mode != to.mode) {
      const Terminal left = terminal_of(from.mode), entered = terminal_of(to.mode);
      const Parts a = terminal(left), b = terminal(entered);
      total.time += std::max(a.time, b.time);
      total.money += left == entered ? a.money : a.money + b.money;
    } else if (from.gauge != to.gauge) {
      if (from.border.is_none()) {
        total.time += model_.gauge_change_time;
        total.money += model_.gauge_change_money;
      } else {
        total.money += terms(from).gauge_change_money;  // its time is in the crossing's
      }
    }
    return total;
  }

  const Staircase& staircase_;
  const Network& network_;
  const CostModel& model_;
  BorderBook borders_;
};

bool is_open(const Network& network, LinkId id, const PriceOptions& options) {
  const Link& link = network[id];
  if (link.status != LinkStatus::active || options.closed[id]) return false;
  return link.exchange || options.modes[link.mode];
}

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
  const Pricing pricing(*staircase, model);
  const std::size_t count = staircase->moves().size();
  Priced priced;
  priced.parts = IdMap<MoveId, Parts>(count);
  IdMap<MoveId, double> figures(count);
  for (const MoveId id : staircase->moves().ids()) {
    const Move& move = staircase->moves()[id];
    priced.parts[id] = pricing.parts(id);
    figures[id] = move.is_haul() && !is_open(staircase->network(), move.link, options)
                      ? std::numeric_limits<double>::infinity()
                      : figure(model, options.by, priced.parts[id]);
  }
  QuantisedCosts quantised = quantise(figures, {options.quantum, std::string(unit(options.by))});
  priced.staircase = std::move(staircase);
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

Step step(const Priced& priced, MoveId move) {
  Step step{priced.staircase->moves()[move], priced.staircase->tail(move), priced.staircase->head(move),
            priced.parts[move]};
  if (step.move.kind == MoveKind::handling) {
    step.mode_changed = step.from.mode != step.to.mode;
    step.gauge_changed = !step.mode_changed && step.from.gauge != step.to.gauge;
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
