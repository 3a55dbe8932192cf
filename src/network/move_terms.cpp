#include "network/move_terms.hpp"

#include "landbridge/network/service.hpp"

#include <algorithm>

namespace landbridge::detail {

namespace {

bool on_water(Mode mode) {
  return mode == Mode::sea || mode == Mode::river || mode == Mode::ferry;
}

/// Ships, barges and ferries share a port's terminal.
bool share_terminal(Mode a, Mode b) {
  return a == b || (on_water(a) && on_water(b));
}

Parts taking(Usd money, Hours time) {
  return {money, time, {}, {}};
}

/// Length and CO2 stay what they are.
Parts scaled(Parts parts, double factor) {
  parts.money = factor * parts.money;
  parts.time = factor * parts.time;
  return parts;
}

}  // namespace

HandlingTerms MoveTerms::terms(PlaceId place, HandlingKind kind) const {
  HandlingTerms terms = handling_.terms(place, kind);
  if (!factors_) return terms;
  const double factor = factors_->handling(place, kind);
  terms.money = factor * terms.money;
  terms.time = factor * terms.time;
  return terms;
}

Parts MoveTerms::terminal(PlaceId place, Mode mode) const {
  const auto of = [&](HandlingKind kind) {
    const HandlingTerms known = terms(place, kind);
    return taking(known.money, known.time);
  };
  switch (mode) {
    case Mode::rail:
      return of(HandlingKind::rail_terminal);
    case Mode::road:
      return of(HandlingKind::road_terminal);
    case Mode::air:
      return of(HandlingKind::air_terminal);
    case Mode::ferry:
    case Mode::sea:
    case Mode::river:
      break;
  }
  if (network_[place].kind == PlaceKind::river) return of(HandlingKind::river_terminal);
  return taking(terms(place, HandlingKind::container_terminal).money,
                terms(place, HandlingKind::ship_call).time);
}

Parts MoveTerms::wait(const State& boarded) const {
  const Hours wait = waits_.wait(boarded.place, boarded.vehicle);
  return taking({}, factors_ ? factors_->wait(boarded.place, boarded.vehicle) * wait : wait);
}

/// Where it begins the moment is known, so many hours after being ready.
Parts MoveTerms::first_wait(const State& boarded, Hours before) const {
  if (!ready_ || boarded.vehicle.service.is_none()) return wait(boarded);
  const Service& service = network_[boarded.vehicle.service];
  if (service.departures.empty()) return wait(boarded);
  return taking({}, *wait_from(service, *ready_ + before));
}

/// What stays in a seaport's yard has its wait for the next departure within that stay.
void MoveTerms::add_dwell(PlaceId place, Mode left, Mode entered, Breakdown& breakdown) const {
  if (left != Mode::sea && entered != Mode::sea) return;
  if (network_[place].kind == PlaceKind::river) return;
  Hours dwell = handling_.terms(place, HandlingKind::container_terminal).time;
  if (factors_) dwell = factors_->yard(place) * dwell;
  breakdown.waiting.time = std::max(breakdown.waiting.time, dwell);
}

Parts MoveTerms::road_to(AccessId access) const {
  if (access.is_none()) return {};
  const Parts road = road_haul(model_, network_[access].distance);
  return factors_ ? scaled(road, factors_->access(access)) : road;
}

BorderTerms MoveTerms::terms(const State& arrived) const {
  const Direction direction =
      network_[arrived.border].to == arrived.place ? Direction::forward : Direction::backward;
  BorderTerms terms = borders_.terms(arrived.border, direction);
  // The hours on record are those of through trains.
  if (terms.includes_gauge_change && arrived.vehicle.mode == Mode::rail && arrived.vehicle.service.is_none())
    terms.time += model_.wagonload_border_time;
  if (!factors_) return terms;
  const double factor = factors_->border(arrived.border, direction);
  terms.time = factor * terms.time;
  terms.clearance_money = factor * terms.clearance_money;
  terms.gauge_change_money = factor * terms.gauge_change_money;
  return terms;
}

Parts MoveTerms::clearance(const State& arrived) const {
  if (arrived.border.is_none()) return {};
  const BorderTerms border = terms(arrived);
  return taking(border.clearance_money, border.time);
}

Breakdown MoveTerms::train_to_train(const State& from, const State& to) const {
  Breakdown result;
  const bool another_gauge = from.vehicle.gauge != to.vehicle.gauge;
  const bool same_service = from.vehicle.service == to.vehicle.service;
  const HandlingTerms change = terms(from.place, HandlingKind::gauge_change);
  if (another_gauge && !from.border.is_none()) {
    const BorderTerms border = terms(from);
    result.borders.money += border.gauge_change_money;
    if (!border.includes_gauge_change) result.borders.time += change.time;
  } else if (another_gauge) {
    result.terminals += taking(change.money, change.time);
  }
  if (same_service && (from.vehicle.service.is_none() && another_gauge && from.border.is_none()))
    result.waiting += wait(to);
  if (same_service) return result;
  const Parts yard = terminal(from.place, Mode::rail);
  result.terminals.money += yard.money;
  result.terminals.time = std::max(result.terminals.time, yard.time);
  result.waiting += wait(to);
  return result;
}

Breakdown MoveTerms::handling(const State& from, const State& to) const {
  Breakdown result;
  if (from.vehicle.mode == Mode::rail && to.vehicle.mode == Mode::rail) {
    result = train_to_train(from, to);
  } else if (from.vehicle != to.vehicle) {
    const Parts left = terminal(from.place, from.vehicle.mode);
    const Parts entered = terminal(from.place, to.vehicle.mode);
    const bool shared = share_terminal(from.vehicle.mode, to.vehicle.mode);
    result.terminals =
        taking(shared ? left.money : left.money + entered.money, std::max(left.time, entered.time));
    result.waiting = wait(to);
    add_dwell(from.place, from.vehicle.mode, to.vehicle.mode, result);
  }
  result.borders += clearance(from);
  return result;
}

Breakdown MoveTerms::breakdown(MoveId id) const {
  const Move& move = staircase_.moves()[id];
  const State& from = staircase_.tail(id);
  const State& to = staircase_.head(id);
  switch (move.kind) {
    case MoveKind::passing:
    case MoveKind::stopping: {
      const Parts way =
          haul(model_, network_, move.link, move.direction, from.vehicle.gauge, from.vehicle.ship);
      return {.haul = factors_ ? scaled(way, factors_->link(move.link, from.vehicle.ship)) : way};
    }
    case MoveKind::loading: {
      Breakdown loading{.access = road_to(move.access), .terminals = terminal(move.place, to.vehicle.mode)};
      loading.waiting = first_wait(to, loading.access.time + loading.terminals.time);
      add_dwell(move.place, to.vehicle.mode, to.vehicle.mode, loading);
      return loading;
    }
    case MoveKind::unloading: {
      Breakdown unloading{.access = road_to(move.access),
                          .terminals = terminal(move.place, from.vehicle.mode),
                          .borders = clearance(from)};
      add_dwell(move.place, from.vehicle.mode, from.vehicle.mode, unloading);
      return unloading;
    }
    case MoveKind::handling:
      break;
  }
  return handling(from, to);
}

}  // namespace landbridge::detail
