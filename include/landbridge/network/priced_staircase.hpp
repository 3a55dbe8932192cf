// How do places and links become nodes and arcs? One layout for a network, shared by all its pricings.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/network/network.hpp"

#include <memory>
#include <span>
#include <vector>

namespace landbridge {

/// Ids of the lower storey as the upper one says them: a node is a state of the cargo, an arc a move of it.
using StateId = NodeId;
using MoveId = ArcId;

/// What cargo is doing: at the gate it is not yet, or no longer, on its way; departing, it is on a vehicle
/// about to leave; arriving, it is on a vehicle that has come in and will be handled.
enum class StateKind { gate, departing, arriving };

/// What carries cargo: an ordinary train, truck, ship or barge, or one of a service.
struct Vehicle {
  Mode mode = Mode::rail;
  Gauge gauge = {};
  ShipClass ship = ShipClass::none;
  ServiceId service = {};  ///< none: of no known service
  friend constexpr auto operator<=>(const Vehicle&, const Vehicle&) noexcept = default;
};

struct State {
  StateKind kind = StateKind::gate;
  PlaceId place = {};    ///< none at a hub's own gate and at a region's
  HubId hub = {};        ///< none at a waypoint and at a region's gate
  RegionId region = {};  ///< at a region's gate only
  Vehicle vehicle = {};
  LinkId border = {};  ///< arriving only: the border just crossed, to be cleared here; else none
};

/// passing: along a link and on without being handled. stopping: along a link, then handled. loading: gate ->
/// departing. unloading: arriving -> gate. handling: arriving -> departing, whatever that takes (transfer,
/// transshipment, change of train or gauge, border) priced together.
enum class MoveKind { passing, stopping, loading, unloading, handling };

struct Move {
  MoveKind kind = MoveKind::passing;
  LinkId link = {};  ///< passing and stopping
  Direction direction = Direction::forward;
  PlaceId place = {};        ///< where it is handled; where a link arrives
  bool to_hub_gate = false;  ///< loading from or unloading to the hub's own gate, not the place's
  AccessId access = {};      ///< loading from or unloading to a region's gate: by this road

  bool is_haul() const { return kind == MoveKind::passing || kind == MoveKind::stopping; }
};

/// The layout. Each place has a gate (waypoints have none), a departing state for each vehicle that serves it
/// and an arriving state for each (vehicle, border or none). A link gives, per direction and vehicle, a
/// stopping arc departing(A) -> arriving(B) and, unless it crosses a border, a passing arc departing(A) ->
/// departing(B). So each visit to a place crosses exactly one handling, loading or unloading arc, or passes
/// with none, and handling arcs are never chained. A hub of two or more places has a gate of its own with
/// copies of their loading and unloading arcs; so has each region, by way of its accesses (never to a border
/// station). Gates are terminals: paths begin and end there and never lead through.
///
/// Gauges: railways that carry two are laid out once for each, so cargo changes gauge only in a handling arc.
/// Across a border a train keeps the gauge of the country it leaves: it is changed where it arrives.
///
/// Ships: a sea link is laid out for deep-sea ships and for feeders. A feeder may be boarded and left at
/// every port, a deep-sea ship only where the port's class is deep_sea; both pass everywhere.
///
/// Roads that are estimates are no way through: what came by a hinterland road, or by an exchange road to a port
/// or airport, goes on by another mode or ends there.
///
/// Services: a train or ferry of a service runs over its links beside the ordinary one, is boarded and left
/// at its stops alone, and stops at the borders on its way to be cleared, going on as the same service. Where
/// its gauge changes (`service_gauges`) it stops too, and cargo goes on by the same service. A liner is laid
/// out only where links join its stops one to the next; else its frequency alone is used.
///
/// Handling arcs lead from what cargo arrived by to whatever else may be boarded there, and after a border
/// also to the same vehicle. An ordinary vehicle that crosses no border would have passed: it has none to
/// itself.
///
/// The layout depends on the network alone (links that are not active are in it; their costs are closed).
class Staircase {
 public:
  /// The network must outlive this.
  explicit Staircase(const Network& network);

  const Network& network() const noexcept { return *network_; }
  const Topology& topology() const noexcept { return topology_; }
  const IdMap<StateId, State>& states() const noexcept { return states_; }
  const IdMap<MoveId, Move>& moves() const noexcept { return moves_; }
  /// All gates.
  const NodeMask& terminals() const noexcept { return terminals_; }

  const State& tail(MoveId move) const { return states_[topology_.tail(move)]; }
  const State& head(MoveId move) const { return states_[topology_.head(move)]; }

  /// None for a waypoint.
  StateId gate(PlaceId place) const { return place_gates_[place]; }
  /// The gate of a hub: its own, or its only place's.
  StateId gate(HubId hub) const { return hub_gates_[hub]; }
  /// The gate of a province or country; it has no arcs where no hub serves it.
  StateId gate(RegionId region) const { return region_gates_[region]; }

 private:
  class Builder;
  const Network* network_;
  Topology topology_;
  IdMap<StateId, State> states_;
  IdMap<MoveId, Move> moves_;
  NodeMask terminals_;
  IdMap<PlaceId, StateId> place_gates_;
  IdMap<HubId, StateId> hub_gates_;
  IdMap<RegionId, StateId> region_gates_;
};

/// The gauges on which trains run over a link in that direction: all of them; over a border the gauge of the
/// country they leave. No gauge (0 mm) for what has no rails.
std::vector<Gauge> running_gauges(const Network& network, LinkId link, Direction direction);

/// The gauge of a service on each of its links, in the order of travel: it keeps the one it is on where the
/// next link offers it, and begins on the first gauge of the place where it starts if it can. So it changes
/// only where a railway ends, which is mostly at a border. Empty when the service has no links.
std::vector<Gauge> service_gauges(const Network& network, const Service& service, Direction direction);

}  // namespace landbridge
