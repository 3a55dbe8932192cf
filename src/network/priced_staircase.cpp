#include "landbridge/network/priced_staircase.hpp"

#include "landbridge/graph/topology_builder.hpp"
#include "landbridge/network/waiting.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace landbridge {

namespace {

bool offers(const std::vector<Gauge>& gauges, Gauge gauge) {
  return std::find(gauges.begin(), gauges.end(), gauge) != gauges.end();
}

/// The first of the place's own gauges that the link has too, else the link's first.
Gauge own_gauge(const Network& network, PlaceId place, const Link& link) {
  for (const Gauge gauge : network[place].gauges)
    if (offers(link.gauges, gauge)) return gauge;
  return link.gauges.front();
}

/// A link as a service travels it.
struct Leg {
  LinkId link;
  Direction direction;
};

std::vector<Leg> legs_of(const Network& network, const Service& service, Direction way) {
  std::vector<Leg> legs;
  if (service.links.empty() || service.via.size() != service.links.size() + 1) return legs;
  for (std::size_t i = 0; i < service.links.size(); ++i)
    legs.push_back({service.links[i], network[service.links[i]].from == service.via[i]
                                          ? Direction::forward
                                          : Direction::backward});
  if (way == Direction::forward) return legs;
  std::reverse(legs.begin(), legs.end());
  for (Leg& leg : legs)
    leg.direction = leg.direction == Direction::forward ? Direction::backward : Direction::forward;
  return legs;
}

}  // namespace

std::vector<Gauge> running_gauges(const Network& network, LinkId id, Direction direction) {
  const Link& link = network[id];
  if (link.mode != Mode::rail) return {Gauge{}};
  if (link.gauges.size() > 1 && network.is_border(id))
    return {own_gauge(network, link.tail(direction), link)};
  return link.gauges;
}

std::vector<Gauge> service_gauges(const Network& network, const Service& service, Direction direction) {
  std::vector<Gauge> gauges;
  for (const Leg& leg : legs_of(network, service, direction)) {
    const Link& link = network[leg.link];
    if (link.mode != Mode::rail)
      gauges.push_back({});
    else if (!gauges.empty() && offers(link.gauges, gauges.back()))
      gauges.push_back(gauges.back());
    else
      gauges.push_back(own_gauge(network, link.tail(leg.direction), link));
  }
  return gauges;
}

class Staircase::Builder {
 public:
  Builder(const Network& network, Staircase& staircase)
      : network_(network),
        result_(staircase),
        departing_(network.places().size()),
        arriving_(network.places().size()),
        stops_(network.services().size()) {}

  void run() {
    add_gates();
    for (const ServiceId service : network_.services().ids()) {
      stops_[service] = network_[service].stops;
      std::sort(stops_[service].begin(), stops_[service].end());
    }
    for (const LinkId link : network_.links().ids()) {
      add_link(link, Direction::forward);
      add_link(link, Direction::backward);
    }
    for (const ServiceId service : network_.services().ids()) add_service(service);
    for (const PlaceId place : network_.places().ids())
      if (network_[place].kind != PlaceKind::waypoint) add_handling(place);
    for (const AccessId access : network_.accesses().ids()) add_access(access);
    result_.topology_ = std::move(topology_).build();
    result_.terminals_ = NodeMask(result_.states_.size());
    for (const StateId state : result_.states_.ids())
      if (result_.states_[state].kind == StateKind::gate) result_.terminals_.set(state);
  }

 private:
  struct Departing {
    Vehicle vehicle;
    StateId state;
  };
  struct Arriving {
    Vehicle vehicle;
    LinkId border;
    StateId state;
  };

  StateId add_state(const State& state) {
    result_.states_.push_back(state);
    return topology_.add_node();
  }
  void add_move(StateId from, StateId to, const Move& move) {
    topology_.add_arc(from, to);
    result_.moves_.push_back(move);
  }

  void add_gates() {
    result_.place_gates_ = IdMap<PlaceId, StateId>(network_.places().size());
    for (const PlaceId place : network_.places().ids())
      if (network_[place].kind != PlaceKind::waypoint)
        result_.place_gates_[place] =
            add_state({.kind = StateKind::gate, .place = place, .hub = network_.hub_of(place)});
    for (const HubId hub : network_.hubs().ids()) {
      const std::vector<PlaceId>& members = network_[hub].places;
      result_.hub_gates_.push_back(members.size() == 1 ? result_.place_gates_[members.front()]
                                                       : add_state({.kind = StateKind::gate, .hub = hub}));
    }
    for (const RegionId region : network_.regions().ids())
      result_.region_gates_.push_back(add_state({.kind = StateKind::gate, .region = region}));
  }

  /// Few vehicles serve a place, so a search through them beats a tree.
  StateId departing(PlaceId place, const Vehicle& vehicle) {
    for (const Departing& known : departing_[place])
      if (known.vehicle == vehicle) return known.state;
    const StateId state = add_state(
        {.kind = StateKind::departing, .place = place, .hub = network_.hub_of(place), .vehicle = vehicle});
    departing_[place].push_back({vehicle, state});
    return state;
  }
  StateId arriving(PlaceId place, const Vehicle& vehicle, LinkId border) {
    for (const Arriving& known : arriving_[place])
      if (known.vehicle == vehicle && known.border == border) return known.state;
    const StateId state = add_state({.kind = StateKind::arriving,
                                     .place = place,
                                     .hub = network_.hub_of(place),
                                     .vehicle = vehicle,
                                     .border = border});
    arriving_[place].push_back({vehicle, border, state});
    return state;
  }

  /// Whether cargo may board or leave that vehicle there.
  bool serves(const Vehicle& vehicle, PlaceId place) const {
    if (!vehicle.service.is_none())
      return std::binary_search(stops_[vehicle.service].begin(), stops_[vehicle.service].end(), place);
    return vehicle.ship != ShipClass::deep_sea || network_.ship_class(place) == ShipClass::deep_sea;
  }

  LinkId border_of(LinkId link) const { return network_.is_border(link) ? link : LinkId::none(); }

  void add_link(LinkId id, Direction direction) {
    if (network_[id].mode == Mode::sea) {
      add_ordinary(id, direction, {.mode = Mode::sea, .ship = ShipClass::deep_sea});
      add_ordinary(id, direction, {.mode = Mode::sea, .ship = ShipClass::feeder});
      return;
    }
    for (const Gauge gauge : running_gauges(network_, id, direction))
      add_ordinary(id, direction, {.mode = network_[id].mode, .gauge = gauge});
  }

  void add_ordinary(LinkId id, Direction direction, const Vehicle& vehicle) {
    const Link& link = network_[id];
    const PlaceId to = link.head(direction);
    const StateId from = departing(link.tail(direction), vehicle);
    const LinkId border = border_of(id);
    if (border.is_none() && !ends_the_road(link, to))
      add_move(from, departing(to, vehicle), {MoveKind::passing, id, direction, to, false, {}});
    if (network_[to].kind != PlaceKind::waypoint && (!border.is_none() || serves(vehicle, to)))
      add_move(from, arriving(to, vehicle, border), {MoveKind::stopping, id, direction, to, false, {}});
  }

  void add_service(ServiceId id) {
    laid_.clear();
    for (const Direction way : {Direction::forward, Direction::backward}) {
      const std::vector<Leg> legs = legs_of(network_, network_[id], way);
      const std::vector<Gauge> gauges = service_gauges(network_, network_[id], way);
      for (std::size_t i = 0; i < legs.size(); ++i) {
        const bool ends = i + 1 == legs.size();
        add_leg(id, legs[i], gauges[i], ends ? std::nullopt : std::optional(gauges[i + 1]));
      }
    }
  }

  void add_leg(ServiceId service, const Leg& leg, Gauge gauge, std::optional<Gauge> next) {
    const Link& link = network_[leg.link];
    const PlaceId to = link.head(leg.direction);
    const Vehicle vehicle{link.mode, gauge, ship_class(network_[service]), service};
    const LinkId border = border_of(leg.link);
    const StateId from = departing(link.tail(leg.direction), vehicle);
    // A service may come back over a link: each move is laid out once.
    const auto once = [&](StateId tail, StateId head, const Move& move) {
      if (laid_.emplace(tail, head, move.link).second) add_move(tail, head, move);
    };
    const bool goes_on_alike = next && border.is_none() && *next == gauge;
    if (goes_on_alike)
      once(from, departing(to, vehicle), {MoveKind::passing, leg.link, leg.direction, to, false, {}});
    const bool called = network_[to].kind != PlaceKind::waypoint && serves(vehicle, to);
    if (!called && (goes_on_alike || !next)) return;
    const StateId in = arriving(to, vehicle, border);
    once(from, in, {MoveKind::stopping, leg.link, leg.direction, to, false, {}});
    if (next && !goes_on_alike) {
      Vehicle onward = vehicle;
      onward.gauge = *next;
      once(in, departing(to, onward), {MoveKind::handling, {}, {}, to, false, {}});
    }
  }

  void add_handling(PlaceId place) {
    const StateId gate = result_.place_gates_[place];
    const StateId hub_gate = result_.hub_gates_[network_.hub_of(place)];
    // By vehicle, not in the order in which links happen to stand in the data.
    std::sort(departing_[place].begin(), departing_[place].end(),
              [](const Departing& a, const Departing& b) { return a.vehicle < b.vehicle; });
    std::sort(arriving_[place].begin(), arriving_[place].end(), [](const Arriving& a, const Arriving& b) {
      return std::tie(a.vehicle, a.border) < std::tie(b.vehicle, b.border);
    });
    for (const Departing& out : departing_[place]) {
      if (!serves(out.vehicle, place)) continue;
      add_move(gate, out.state, {MoveKind::loading, {}, {}, place, false, {}});
      if (hub_gate != gate) add_move(hub_gate, out.state, {MoveKind::loading, {}, {}, place, true, {}});
    }
    for (const Arriving& in : arriving_[place]) {
      if (!serves(in.vehicle, place)) continue;
      add_move(in.state, gate, {MoveKind::unloading, {}, {}, place, false, {}});
      if (hub_gate != gate) add_move(in.state, hub_gate, {MoveKind::unloading, {}, {}, place, true, {}});
      for (const Departing& out : departing_[place])
        if (serves(out.vehicle, place) && exchanged(in, out.vehicle) && !goes_on_by_road(in, out.vehicle, place))
          add_move(in.state, out.state, {MoveKind::handling, {}, {}, place, false, {}});
    }
  }

  /// Estimated roads join a port or town to the terminals and railways that serve it: they are no way through to
  /// other roads.
  bool ends_the_road(const Link& link, PlaceId place) const {
    if (link.purpose == LinkPurpose::hinterland) return true;
    const PlaceKind kind = network_[place].kind;
    return link.purpose == LinkPurpose::exchange &&
           (kind == PlaceKind::port || kind == PlaceKind::river || kind == PlaceKind::airport);
  }
  bool goes_on_by_road(const Arriving& in, const Vehicle& out, PlaceId place) const {
    return in.vehicle.mode == Mode::road && out.mode == Mode::road && !in.border.is_none() &&
           ends_the_road(network_[in.border], place);
  }

  /// How a service goes on is laid out with its legs; an ordinary vehicle that is not cleared would have
  /// passed.
  static bool exchanged(const Arriving& in, const Vehicle& out) {
    if (in.vehicle.service.is_none() && out.service.is_none())
      return !in.border.is_none() || in.vehicle != out;
    return in.vehicle.service != out.service;
  }

  void add_access(AccessId id) {
    const Access& access = network_[id];
    const StateId gate = result_.region_gates_[access.region];
    for (const PlaceId place : network_[access.hub].places) {
      if (network_[place].kind == PlaceKind::border) continue;
      for (const Departing& out : departing_[place])
        if (serves(out.vehicle, place))
          add_move(gate, out.state, {MoveKind::loading, {}, {}, place, false, id});
      for (const Arriving& in : arriving_[place])
        if (serves(in.vehicle, place))
          add_move(in.state, gate, {MoveKind::unloading, {}, {}, place, false, id});
    }
  }

  const Network& network_;
  Staircase& result_;
  TopologyBuilder topology_;
  IdMap<PlaceId, std::vector<Departing>> departing_;
  IdMap<PlaceId, std::vector<Arriving>> arriving_;
  IdMap<ServiceId, std::vector<PlaceId>> stops_;  ///< ascending
  std::set<std::tuple<StateId, StateId, LinkId>> laid_;
};

Staircase::Staircase(const Network& network) : network_(&network) {
  Builder(network, *this).run();
}

}  // namespace landbridge
