#include "landbridge/analysis/routes.hpp"

#include "landbridge/paths/shortest.hpp"

#include <fmt/format.h>

namespace landbridge {

namespace {

void add_place(const Priced& priced, Route& route, PlaceId place) {
  if (priced.network()[place].kind == PlaceKind::waypoint) return;
  if (route.places.empty() || route.places.back() != place) route.places.push_back(place);
}

void add_haul(const Priced& priced, Route& route, const Step& step, bool goes_on) {
  if (!goes_on) route.legs.push_back({step.from.place, step.to.place, step.from.mode});
  Leg& leg = route.legs.back();
  leg.to = step.to.place;
  leg.links.push_back(step.move.link);
  leg.parts += step.parts;
  add_place(priced, route, step.from.place);
  add_place(priced, route, step.to.place);
  if (route.modes.empty() || route.modes.back() != leg.mode) route.modes.push_back(leg.mode);
}

void add_stop(Route& route, const Step& step) {
  Stop stop{step.move.place};
  stop.loaded = step.move.kind == MoveKind::loading;
  stop.unloaded = step.move.kind == MoveKind::unloading;
  stop.mode_changed = step.mode_changed;
  stop.gauge_changed = step.gauge_changed;
  stop.border_cleared = step.border_cleared;
  stop.parts = step.parts;
  route.transfers += stop.mode_changed ? 1 : 0;
  route.gauge_changes += stop.gauge_changed ? 1 : 0;
  route.borders += stop.border_cleared ? 1 : 0;
  route.stops.push_back(stop);
}

bool overlap(const Endpoint& a, const Endpoint& b) {
  return a.hub == b.hub && (a.place == b.place || a.place.is_none() || b.place.is_none());
}

/// Whether any link that is open ends there.
bool has_open_link(const Priced& priced, const Endpoint& endpoint) {
  const Staircase& staircase = *priced.staircase;
  for (const MoveId id : staircase.moves().ids()) {
    if (!staircase.moves()[id].is_haul() || priced.costs[id].is_closed()) continue;
    for (const State& state : {staircase.tail(id), staircase.head(id)})
      if (state.hub == endpoint.hub && (endpoint.place.is_none() || state.place == endpoint.place))
        return true;
  }
  return false;
}

std::string reason_for_none(const Priced& priced, const Endpoint& from, const Endpoint& to) {
  for (const Endpoint& end : {from, to})
    if (!has_open_link(priced, end)) return fmt::format("no link that is open ends at {}", end.key);
  return fmt::format("no way leads from {} to {} over the links that are open", from.key, to.key);
}

}  // namespace

Route describe(const Priced& priced, const CostedPath& path, const RouteOptions& options) {
  Route route;
  route.cost = path.cost;
  bool rolling = false;
  for (const Step& step : steps(priced, path.path)) {
    route.total += step.parts;
    if (step.move.is_haul())
      add_haul(priced, route, step, rolling && options.legs == LegGrain::run);
    else
      add_stop(route, step);
    rolling = step.move.kind == MoveKind::passing;
  }
  return route;
}

CostGraph searchable(const Priced& priced) {
  return CostGraph(priced.staircase->topology(), priced.costs, {.terminals = priced.staircase->terminals()});
}

RouteAnswer route(const Priced& priced, const Endpoint& from, const Endpoint& to,
                  const RouteOptions& options) {
  if (overlap(from, to)) {
    Route nowhere;
    nowhere.places.push_back(!from.place.is_none() ? from.place
                             : !to.place.is_none() ? to.place
                                                   : priced.network()[from.hub].places.front());
    return {std::move(nowhere), {}};
  }
  const CostGraph graph = searchable(priced);
  const auto path = shortest_path(graph, gate(*priced.staircase, from), gate(*priced.staircase, to));
  if (!path) return {std::nullopt, reason_for_none(priced, from, to)};
  return {describe(priced, *path, options), {}};
}

}  // namespace landbridge
