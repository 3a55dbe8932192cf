// What holds of every staircase, whatever the network?
#pragma once

#include "landbridge/network/priced_staircase.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge::testing {

/// Whether cargo may board or leave there at all: a service at its stops, a deep-sea ship at its ports.
inline bool calls(const Network& network, const Vehicle& vehicle, PlaceId place) {
  if (vehicle.service.is_none())
    return vehicle.ship != ShipClass::deep_sea || network.ship_class(place) == ShipClass::deep_sea;
  const auto& stops = network[vehicle.service].stops;
  return std::find(stops.begin(), stops.end(), place) != stops.end();
}

inline void expect_lawful_move(const Staircase& staircase, MoveId id) {
  const Network& network = staircase.network();
  const Move& move = staircase.moves()[id];
  const State& from = staircase.tail(id);
  const State& to = staircase.head(id);
  switch (move.kind) {
    case MoveKind::passing:
      EXPECT_EQ(from.kind, StateKind::departing);
      EXPECT_EQ(to.kind, StateKind::departing);
      EXPECT_FALSE(network.is_border(move.link));
      break;
    case MoveKind::stopping:
      EXPECT_EQ(from.kind, StateKind::departing);
      EXPECT_EQ(to.kind, StateKind::arriving);
      EXPECT_EQ(to.border, network.is_border(move.link) ? move.link : LinkId::none());
      EXPECT_NE(network[to.place].kind, PlaceKind::waypoint);
      break;
    case MoveKind::loading:
      EXPECT_EQ(from.kind, StateKind::gate);
      EXPECT_EQ(to.kind, StateKind::departing);
      EXPECT_TRUE(calls(network, to.vehicle, to.place));
      break;
    case MoveKind::unloading:
      EXPECT_EQ(from.kind, StateKind::arriving);
      EXPECT_EQ(to.kind, StateKind::gate);
      EXPECT_TRUE(calls(network, from.vehicle, from.place));
      break;
    case MoveKind::handling:
      // From arriving to departing: handling can never be chained.
      EXPECT_EQ(from.kind, StateKind::arriving);
      EXPECT_EQ(to.kind, StateKind::departing);
      EXPECT_EQ(from.place, to.place);
      EXPECT_TRUE(!from.border.is_none() || from.vehicle != to.vehicle);
      if (from.vehicle.service == to.vehicle.service && !from.vehicle.service.is_none()) break;
      EXPECT_TRUE(calls(network, from.vehicle, from.place));
      EXPECT_TRUE(calls(network, to.vehicle, to.place));
      break;
  }
  if (!move.is_haul()) return;
  // Neither vehicle nor gauge changes along a link, and the link offers the gauge.
  EXPECT_EQ(from.vehicle, to.vehicle);
  EXPECT_EQ(from.place, network[move.link].tail(move.direction));
  EXPECT_EQ(to.place, network[move.link].head(move.direction));
  EXPECT_EQ(from.vehicle.mode, network[move.link].mode);
  if (from.vehicle.mode == Mode::rail) {
    const auto& gauges = network[move.link].gauges;
    EXPECT_NE(std::find(gauges.begin(), gauges.end(), from.vehicle.gauge), gauges.end());
  }
}

inline void expect_lawful(const Network& network) {
  const Staircase staircase(network);
  std::set<std::tuple<StateId, StateId, LinkId, bool, AccessId>> seen;
  for (const MoveId id : staircase.moves().ids()) {
    expect_lawful_move(staircase, id);
    const Move& move = staircase.moves()[id];
    EXPECT_TRUE(seen.emplace(staircase.topology().tail(id), staircase.topology().head(id), move.link,
                             move.to_hub_gate, move.access)
                    .second)
        << "laid out twice";
  }
  for (const PlaceId place : network.places().ids())
    EXPECT_EQ(staircase.gate(place).is_none(), network[place].kind == PlaceKind::waypoint);
  for (const StateId state : staircase.states().ids()) {
    const State& known = staircase.states()[state];
    EXPECT_EQ(staircase.terminals()[state], known.kind == StateKind::gate);
    if (known.kind == StateKind::arriving) {
      EXPECT_NE(network[known.place].kind, PlaceKind::waypoint);
      EXPECT_FALSE(staircase.topology().outgoing(state).empty());
    }
  }
}

}  // namespace landbridge::testing
