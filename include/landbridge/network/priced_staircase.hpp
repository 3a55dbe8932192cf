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

struct State {
  StateKind kind = StateKind::gate;
  PlaceId place;  ///< none at a hub's own gate
  HubId hub;      ///< none at a waypoint
  Mode mode = Mode::rail;
  Gauge gauge;
  LinkId border;  ///< arriving only: the border just crossed, to be cleared here; else none
};

/// passing: along a link and on without being handled. stopping: along a link, then handled. loading: gate ->
/// departing. unloading: arriving -> gate. handling: arriving -> departing, whatever that takes (transfer,
/// change of gauge, border) priced together.
enum class MoveKind { passing, stopping, loading, unloading, handling };

struct Move {
  MoveKind kind = MoveKind::passing;
  LinkId link;  ///< passing and stopping
  Direction direction = Direction::forward;
  PlaceId place;             ///< where it is handled; where a link arrives
  bool to_hub_gate = false;  ///< loading from or unloading to the hub's own gate, not the place's

  bool is_haul() const { return kind == MoveKind::passing || kind == MoveKind::stopping; }
};

/// The layout. Each place has a gate (waypoints have none), a departing state for each (mode, gauge) that
/// serves it and an arriving state for each (mode, gauge, border or none). A link gives, per direction and
/// gauge, a stopping arc departing(A) -> arriving(B) and, unless it crosses a border, a passing arc
/// departing(A) -> departing(B). So each visit to a place crosses exactly one handling, loading or unloading
/// arc, or passes with none, and handling arcs are never chained. A hub of two or more places has a gate of
/// its own with copies of their loading and unloading arcs. Gates are terminals: paths begin and end there
/// and never lead through.
///
/// Gauges: railways that carry two are laid out once for each, so cargo changes gauge only in a handling arc.
/// Across a border a train keeps the gauge of the country it leaves: it is changed where it arrives. The
/// layout depends on the network alone (links that are not active are in it; their costs are closed).
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

 private:
  class Builder;
  const Network* network_;
  Topology topology_;
  IdMap<StateId, State> states_;
  IdMap<MoveId, Move> moves_;
  NodeMask terminals_;
  IdMap<PlaceId, StateId> place_gates_;
  IdMap<HubId, StateId> hub_gates_;
};

}  // namespace landbridge
