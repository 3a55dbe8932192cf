#include "landbridge/network/priced_staircase.hpp"

#include "landbridge/graph/topology_builder.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace landbridge {

class Staircase::Builder {
 public:
  Builder(const Network& network, Staircase& staircase) : network_(network), result_(staircase) {}

  void run() {
    add_gates();
    departing_.resize(network_.places().size());
    arriving_.resize(network_.places().size());
    for (const LinkId link : network_.links().ids()) {
      add_link(link, Direction::forward);
      add_link(link, Direction::backward);
    }
    for (const PlaceId place : network_.places().ids())
      if (network_[place].kind != PlaceKind::waypoint) add_handling(place);
    result_.topology_ = std::move(topology_).build();
    result_.terminals_ = NodeMask(result_.states_.size());
    for (const StateId state : result_.states_.ids())
      if (result_.states_[state].kind == StateKind::gate) result_.terminals_.set(state);
  }

 private:
  StateId add_state(State state) {
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
        result_.place_gates_[place] = add_state({StateKind::gate, place, network_.hub_of(place), {}, {}, {}});
    for (const HubId hub : network_.hubs().ids()) {
      const std::vector<PlaceId>& members = network_[hub].places;
      result_.hub_gates_.push_back(members.size() == 1
                                       ? result_.place_gates_[members.front()]
                                       : add_state({StateKind::gate, PlaceId::none(), hub, {}, {}, {}}));
    }
  }

  using Vehicle = std::pair<Mode, Gauge>;
  using Arrival = std::tuple<Mode, Gauge, LinkId>;

  StateId departing(PlaceId place, Vehicle vehicle) {
    const auto [at, fresh] = departing_[place.index()].try_emplace(vehicle);
    if (fresh)
      at->second =
          add_state({StateKind::departing, place, network_.hub_of(place), vehicle.first, vehicle.second, {}});
    return at->second;
  }
  StateId arriving(PlaceId place, Arrival arrival) {
    const auto [at, fresh] = arriving_[place.index()].try_emplace(arrival);
    if (fresh)
      at->second = add_state({StateKind::arriving, place, network_.hub_of(place), std::get<Mode>(arrival),
                              std::get<Gauge>(arrival), std::get<LinkId>(arrival)});
    return at->second;
  }

  std::vector<Gauge> gauges_used(LinkId id, Direction direction) const {
    const Link& link = network_[id];
    if (link.mode != Mode::rail) return {Gauge{}};
    if (link.gauges.size() > 1 && network_.is_border(id)) {
      // A train runs to the first station abroad on the gauge of the country it leaves.
      for (const Gauge gauge : network_[link.tail(direction)].gauges)
        if (std::find(link.gauges.begin(), link.gauges.end(), gauge) != link.gauges.end()) return {gauge};
    }
    return link.gauges;
  }

  void add_link(LinkId id, Direction direction) {
    const Link& link = network_[id];
    const PlaceId to = link.head(direction);
    const bool border = network_.is_border(id);
    for (const Gauge gauge : gauges_used(id, direction)) {
      const Vehicle vehicle{link.mode, gauge};
      const StateId from = departing(link.tail(direction), vehicle);
      if (!border) add_move(from, departing(to, vehicle), {MoveKind::passing, id, direction, to, false});
      if (network_[to].kind != PlaceKind::waypoint)
        add_move(from, arriving(to, {link.mode, gauge, border ? id : LinkId::none()}),
                 {MoveKind::stopping, id, direction, to, false});
    }
  }

  void add_handling(PlaceId place) {
    const StateId gate = result_.place_gates_[place];
    const StateId hub_gate = result_.hub_gates_[network_.hub_of(place)];
    for (const auto& [vehicle, state] : departing_[place.index()]) {
      add_move(gate, state, {MoveKind::loading, {}, {}, place, false});
      if (hub_gate != gate) add_move(hub_gate, state, {MoveKind::loading, {}, {}, place, true});
    }
    for (const auto& [arrival, state] : arriving_[place.index()]) {
      add_move(state, gate, {MoveKind::unloading, {}, {}, place, false});
      if (hub_gate != gate) add_move(state, hub_gate, {MoveKind::unloading, {}, {}, place, true});
      const auto& [mode, gauge, border] = arrival;
      for (const auto& [vehicle, onward] : departing_[place.index()])
        if (!border.is_none() || vehicle != Vehicle{mode, gauge})
          add_move(state, onward, {MoveKind::handling, {}, {}, place, false});
    }
  }

  const Network& network_;
  Staircase& result_;
  TopologyBuilder topology_;
  std::vector<std::map<Vehicle, StateId>> departing_;
  std::vector<std::map<Arrival, StateId>> arriving_;
};

Staircase::Staircase(const Network& network) : network_(&network) {
  Builder(network, *this).run();
}

}  // namespace landbridge
