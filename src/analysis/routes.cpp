#include "landbridge/analysis/routes.hpp"

#include "landbridge/paths/shortest.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

void add_place(const Priced& priced, Route& route, PlaceId place) {
  if (priced.network()[place].kind == PlaceKind::waypoint) return;
  if (route.places.empty() || route.places.back() != place) route.places.push_back(place);
}

void add_haul(const Priced& priced, Route& route, const Step& step, bool goes_on) {
  if (!goes_on) route.legs.push_back({step.from.place, step.to.place, step.from.vehicle});
  Leg& leg = route.legs.back();
  leg.to = step.to.place;
  leg.links.push_back(step.move.link);
  leg.parts += step.parts;
  add_place(priced, route, step.from.place);
  add_place(priced, route, step.to.place);
  if (route.modes.empty() || route.modes.back() != leg.vehicle.mode)
    route.modes.push_back(leg.vehicle.mode);
}

void add_stop(Route& route, const Step& step) {
  Stop stop{step.move.place};
  stop.loaded = step.move.kind == MoveKind::loading;
  stop.unloaded = step.move.kind == MoveKind::unloading;
  stop.mode_changed = step.mode_changed;
  stop.gauge_changed = step.gauge_changed;
  stop.vehicle_changed = step.vehicle_changed;
  stop.border_cleared = step.border_cleared;
  stop.access = step.move.access;
  stop.parts = step.parts;
  route.transfers += stop.mode_changed || stop.vehicle_changed ? 1 : 0;
  route.gauge_changes += stop.gauge_changed ? 1 : 0;
  route.borders += stop.border_cleared ? 1 : 0;
  route.stops.push_back(stop);
}

bool ends_at(const Network& network, const State& state, const Endpoint& endpoint) {
  if (!endpoint.region.is_none())
    return std::ranges::any_of(network[endpoint.region].accesses,
                               [&](AccessId id) { return network[id].hub == state.hub; });
  return state.hub == endpoint.hub && (endpoint.place.is_none() || state.place == endpoint.place);
}

/// Whether any link that is open ends there.
bool has_open_link(const Priced& priced, const Endpoint& endpoint) {
  const Staircase& staircase = *priced.staircase;
  for (const MoveId id : staircase.moves().ids()) {
    if (!staircase.moves()[id].is_haul() || priced.costs[id].is_closed()) continue;
    for (const State& state : {staircase.tail(id), staircase.head(id)})
      if (ends_at(priced.network(), state, endpoint)) return true;
  }
  return false;
}

/// The same distances with the lowest and the highest factor of each mode.
void add_emission_range(const CostModel& model, const Vehicle& vehicle, Kilometres distance, Route& route) {
  const double haulage = model.load.value() * distance.value();
  for (const EmissionRange& range : emission_ranges()) {
    if (range.mode != vehicle.mode || range.ship != vehicle.ship) continue;
    route.co2_low += KgCo2(range.low.value() * haulage / 1000);
    route.co2_high += KgCo2(range.high.value() * haulage / 1000);
  }
}

std::string reason_for_none(const Priced& priced, const Endpoint& from, const Endpoint& to) {
  for (const Endpoint& end : {from, to})
    if (!end.region.is_none() && priced.network()[end.region].accesses.empty())
      return fmt::format("no hub of the data serves {}", end.key);
  for (const Endpoint& end : {from, to})
    if (!has_open_link(priced, end)) return fmt::format("no link that is open ends at {}", end.key);
  return fmt::format("no way leads from {} to {} over the links that are open", from.key, to.key);
}

}  // namespace

Route describe(const Priced& priced, const CostedPath& path, const RouteOptions& options) {
  Route route;
  route.cost = path.cost;
  bool rolling = false;
  const std::vector<Breakdown> broken_down = breakdowns(priced, path.path);
  std::size_t at = 0;
  for (const Step& step : steps(priced, path.path)) {
    const Breakdown& made_of = broken_down[at++];
    route.total += step.parts;
    route.breakdown += made_of;
    add_emission_range(priced.model, {.mode = Mode::road}, made_of.access.distance, route);
    if (step.move.is_haul()) {
      add_haul(priced, route, step, rolling && options.legs == LegGrain::run);
      add_emission_range(priced.model, step.from.vehicle, step.parts.distance, route);
    } else {
      add_stop(route, step);
    }
    rolling = step.move.kind == MoveKind::passing;
  }
  return route;
}

CostGraph searchable(const Priced& priced) {
  return CostGraph(priced.staircase->topology(), priced.costs, {.terminals = priced.staircase->terminals()});
}

namespace {

/// Hubs where cargo of an endpoint may begin or end, each with the road there.
std::vector<std::pair<HubId, Kilometres>> hubs_of(const Network& network, const Endpoint& endpoint) {
  if (endpoint.region.is_none()) return {{endpoint.hub, {}}};
  std::vector<std::pair<HubId, Kilometres>> result;
  for (const AccessId id : network[endpoint.region].accesses)
    result.emplace_back(network[id].hub, network[id].distance);
  return result;
}

/// Between a region and a hub of its own, or two regions that share one, the roads alone will do.
std::optional<Route> local_route(const Priced& priced, const Endpoint& from, const Endpoint& to) {
  const Network& network = priced.network();
  if (from.region.is_none() && to.region.is_none()) return std::nullopt;
  std::optional<Route> best;
  for (const auto& [tail, first] : hubs_of(network, from))
    for (const auto& [head, last] : hubs_of(network, to)) {
      if (tail != head) continue;
      Route route;
      route.breakdown.access = road_haul(priced.model, first) + road_haul(priced.model, last);
      route.total = route.breakdown.access;
      const double figured = figure(priced.model, priced.options.by, route.total);
      route.cost = Cost(static_cast<std::int64_t>(std::llround(figured / priced.quantum.size)));
      route.places.push_back(network[tail].places.front());
      add_emission_range(priced.model, {.mode = Mode::road}, first + last, route);
      if (!best || route.cost < best->cost) best = std::move(route);
    }
  return best;
}

}  // namespace

bool share_a_hub(const Network& network, const Endpoint& a, const Endpoint& b) {
  if (a.region.is_none() && b.region.is_none()) return false;
  for (const auto& [one, road] : hubs_of(network, a))
    for (const auto& [other, way] : hubs_of(network, b))
      if (one == other) return true;
  return false;
}

RouteAnswer route(const Priced& priced, const Endpoint& from, const Endpoint& to,
                  const RouteOptions& options) {
  if (overlap(from, to)) {
    Route nowhere;
    if (!from.region.is_none()) return {std::move(nowhere), {}};
    nowhere.places.push_back(!from.place.is_none() ? from.place
                             : !to.place.is_none() ? to.place
                                                   : priced.network()[from.hub].places.front());
    return {std::move(nowhere), {}};
  }
  std::optional<Route> local = local_route(priced, from, to);
  const CostGraph graph = searchable(priced);
  const auto path = shortest_path(graph, gate(*priced.staircase, from), gate(*priced.staircase, to));
  if (local && (!path || local->cost <= path->cost)) return {std::move(local), {}};
  if (!path) return {std::nullopt, reason_for_none(priced, from, to)};
  return {describe(priced, *path, options), {}};
}

}  // namespace landbridge
