#include "landbridge/network/priced_staircase.hpp"

#include "network/random_network.hpp"
#include "network/small_network.hpp"
#include "network/staircase_laws.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::broad;
using testing::link;
using testing::place;
using testing::standard;

/// Moves of a kind at a place from one vehicle to another.
std::size_t count_handling(const Staircase& staircase, PlaceId place, const Vehicle& from,
                           const Vehicle& to) {
  std::size_t count = 0;
  for (const MoveId id : staircase.moves().ids())
    count += staircase.moves()[id].kind == MoveKind::handling && staircase.tail(id).place == place &&
             staircase.tail(id).vehicle == from && staircase.head(id).vehicle == to;
  return count;
}
std::size_t count_boarding(const Staircase& staircase, PlaceId place, const Vehicle& vehicle) {
  std::size_t count = 0;
  for (const MoveId id : staircase.moves().ids()) {
    const Move& move = staircase.moves()[id];
    count += move.kind == MoveKind::loading && !move.to_hub_gate && move.access.is_none() &&
             staircase.head(id).place == place && staircase.head(id).vehicle == vehicle;
  }
  return count;
}
std::size_t count_leaving(const Staircase& staircase, PlaceId place, const Vehicle& vehicle) {
  std::size_t count = 0;
  for (const MoveId id : staircase.moves().ids()) {
    const Move& move = staircase.moves()[id];
    count += move.kind == MoveKind::unloading && !move.to_hub_gate && move.access.is_none() &&
             staircase.tail(id).place == place && staircase.tail(id).vehicle == vehicle;
  }
  return count;
}

Vehicle train(Gauge gauge, ServiceId service = {}) {
  return {Mode::rail, gauge, ShipClass::none, service};
}

TEST(Staircase, KeepsItsLawsOnASmallNetwork) {
  testing::expect_lawful(testing::small_network());
}

TEST(Staircase, KeepsItsLawsOnRandomNetworks) {
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    testing::expect_lawful(testing::RandomNetwork(seed).build());
}

TEST(Staircase, IsTheSameEveryTime) {
  const Network network = testing::small_network();
  const Staircase a(network), b(network);
  ASSERT_EQ(a.states().size(), b.states().size());
  ASSERT_EQ(a.moves().size(), b.moves().size());
  for (const StateId id : a.states().ids()) {
    EXPECT_EQ(a.states()[id].place, b.states()[id].place);
    EXPECT_EQ(a.states()[id].vehicle, b.states()[id].vehicle);
  }
  for (const MoveId id : a.moves().ids()) {
    EXPECT_EQ(a.topology().tail(id), b.topology().tail(id));
    EXPECT_EQ(a.topology().head(id), b.topology().head(id));
    EXPECT_EQ(a.moves()[id].link, b.moves()[id].link);
  }
}

TEST(Staircase, AHubOfTwoPlacesHasAGateOfItsOwn) {
  const Network network = testing::small_network();
  const Staircase staircase(network);
  const StateId hub = staircase.gate(network.find_hub("west"));
  EXPECT_NE(hub, staircase.gate(network.find_place("rail:west")));
  EXPECT_NE(hub, staircase.gate(network.find_place("port:west")));
  EXPECT_EQ(staircase.gate(network.find_hub("gate")), staircase.gate(network.find_place("border:gate")));
  // It loads what its places load: train and truck at the station, feeder and truck at the port.
  EXPECT_EQ(staircase.topology().outgoing(hub).size(), 4u);
}

TEST(Staircase, AcrossABorderATrainKeepsTheGaugeOfTheCountryItLeaves) {
  const Network network = testing::small_network();
  const Staircase staircase(network);
  const LinkId border = network.find_link("rail:gate~post");
  for (const MoveId id : staircase.moves().ids()) {
    const Move& move = staircase.moves()[id];
    if (!move.is_haul() || move.link != border) continue;
    EXPECT_EQ(staircase.tail(id).vehicle.gauge, move.direction == Direction::forward ? standard : broad);
  }
}

TEST(Staircase, TwoGaugesSideBySideAreLaidOutForEach) {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "a", "AAA", {0, 0}, {standard, broad}));
  builder.add_place(place(PlaceKind::rail, "b", "AAA", {0, 1}, {standard, broad}));
  builder.add_link(link(Mode::rail, "rail:a", "rail:b", 120, {standard, broad}));
  const Network network = std::move(builder).build();
  const Staircase staircase(network);
  std::size_t passing = 0;
  for (const Move& move : staircase.moves()) passing += move.kind == MoveKind::passing;
  EXPECT_EQ(passing, 4u);  // two gauges, two directions
}

TEST(Staircase, DeepSeaShipsAreBoardedAndLeftOnlyWhereTheyCall) {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::port, "big", "AAA", {0, 0}));
  builder.add_place(place(PlaceKind::port, "other", "BBB", {0, 20}));
  builder.add_place(place(PlaceKind::port, "small", "AAA", {0, 10}));
  builder.add_link(link(Mode::sea, "port:big", "port:small", 1120));
  builder.add_link(link(Mode::sea, "port:small", "port:other", 1120));
  builder.add_connectivity("port:big", 2024, 900);
  builder.add_connectivity("port:other", 2024, 400);
  builder.add_connectivity("port:small", 2024, 30);
  const Network network = std::move(builder).build();
  testing::expect_lawful(network);
  const Staircase staircase(network);
  const Vehicle ship{Mode::sea, {}, ShipClass::deep_sea, {}}, feeder{Mode::sea, {}, ShipClass::feeder, {}};
  const PlaceId big = network.find_place("port:big"), small = network.find_place("port:small");
  EXPECT_EQ(count_boarding(staircase, big, ship), 1u);
  EXPECT_EQ(count_leaving(staircase, big, ship), 1u);
  EXPECT_EQ(count_boarding(staircase, big, feeder), 1u);
  EXPECT_EQ(count_boarding(staircase, small, feeder), 1u);
  EXPECT_EQ(count_boarding(staircase, small, ship), 0u);
  EXPECT_EQ(count_leaving(staircase, small, ship), 0u);
  // Cargo changes ship where both call, and nowhere else; the deep-sea ship passes the small port.
  EXPECT_EQ(count_handling(staircase, big, ship, feeder), 1u);
  EXPECT_EQ(count_handling(staircase, big, feeder, ship), 1u);
  EXPECT_EQ(count_handling(staircase, small, feeder, ship), 0u);
  EXPECT_EQ(count_handling(staircase, big, ship, ship), 0u);
  std::size_t passing = 0;
  for (const MoveId id : staircase.moves().ids())
    passing += staircase.moves()[id].kind == MoveKind::passing && staircase.head(id).place == small &&
               staircase.head(id).vehicle == ship;
  EXPECT_EQ(passing, 2u);
}

/// west - town (1435) - gate = post - east (1520), and a train from town to east that stops at neither border
/// station.
NetworkBuilder with_service() {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(place(PlaceKind::rail, "town", "AAA", {1, 2.5}, {standard}));
  builder.add_link(link(Mode::rail, "rail:west", "rail:town", 330, {standard}));
  builder.add_link(link(Mode::rail, "rail:town", "border:gate", 330, {standard}));
  builder.add_service(
      testing::service(Mode::rail, "express", {"rail:west", "rail:east"},
                       {"rail:west", "rail:town", "border:gate", "border:post", "rail:east"}));
  return builder;
}

TEST(Staircase, AServiceIsBoardedAndLeftAtItsStopsAlone) {
  const Network network = with_service().build();
  testing::expect_lawful(network);
  const Staircase staircase(network);
  const ServiceId express = network.find_service("express");
  for (const char* key : {"rail:west", "rail:town", "border:gate", "border:post", "rail:east"}) {
    const PlaceId at = network.find_place(key);
    const bool stop = std::string_view(key) == "rail:west" || std::string_view(key) == "rail:east";
    std::size_t boarding = 0, leaving = 0;
    for (const Gauge gauge : {standard, broad}) {
      boarding += count_boarding(staircase, at, train(gauge, express));
      leaving += count_leaving(staircase, at, train(gauge, express));
    }
    EXPECT_EQ(boarding, stop ? 1u : 0u) << key;
    EXPECT_EQ(leaving, stop ? 1u : 0u) << key;
  }
}

TEST(Staircase, AServiceIsClearedAtABorderAndGoesOnOnTheNextGauge) {
  const Network network = with_service().build();
  const Staircase staircase(network);
  const ServiceId express = network.find_service("express");
  const PlaceId post = network.find_place("border:post"), gate = network.find_place("border:gate");
  EXPECT_EQ(count_handling(staircase, post, train(standard, express), train(broad, express)), 1u);
  EXPECT_EQ(count_handling(staircase, gate, train(broad, express), train(standard, express)), 1u);
  // It is no stop: nothing else may be boarded there, nor the train left.
  for (const MoveId id : staircase.moves().ids()) {
    const State& from = staircase.tail(id);
    const State& to = staircase.head(id);
    if (staircase.moves()[id].kind != MoveKind::handling || (from.place != post && from.place != gate))
      continue;
    EXPECT_EQ(from.vehicle.service, to.vehicle.service);
  }
  // Elsewhere on its way it only passes.
  for (const State& state : staircase.states())
    EXPECT_FALSE(state.kind == StateKind::arriving && state.place == network.find_place("rail:town") &&
                 state.vehicle.service == express);
}

TEST(Staircase, CargoChangesBetweenServicesAndOrdinaryTrainsAtTheirStops) {
  NetworkBuilder builder = with_service();
  builder.add_service(testing::service(Mode::rail, "local", {"rail:west", "rail:town"}));
  const Network network = std::move(builder).build();
  const Staircase staircase(network);
  const ServiceId express = network.find_service("express"), local = network.find_service("local");
  const PlaceId west = network.find_place("rail:west"), town = network.find_place("rail:town");
  EXPECT_EQ(count_handling(staircase, west, train(standard, local), train(standard, express)), 1u);
  EXPECT_EQ(count_handling(staircase, west, train(standard, local), train(standard)), 1u);
  EXPECT_EQ(count_handling(staircase, west, train(standard), train(standard, express)), 1u);
  EXPECT_EQ(count_handling(staircase, west, train(standard, express), train(standard, express)), 0u);
  EXPECT_EQ(count_handling(staircase, west, train(standard), train(standard)), 0u);
  EXPECT_EQ(count_handling(staircase, town, train(standard, local), train(standard, express)), 0u);
}

TEST(Staircase, AServiceKeepsItsGaugeWhereTheRailwayOffersIt) {
  // a (1435) - b (both) - c (both) - d (1520), all in one country.
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "a", "AAA", {0, 0}, {standard}));
  builder.add_place(place(PlaceKind::rail, "b", "AAA", {0, 1}, {broad, standard}));
  builder.add_place(place(PlaceKind::rail, "c", "AAA", {0, 2}, {broad, standard}));
  builder.add_place(place(PlaceKind::rail, "d", "AAA", {0, 3}, {broad}));
  builder.add_link(link(Mode::rail, "rail:a", "rail:b", 120, {standard}));
  builder.add_link(link(Mode::rail, "rail:b", "rail:c", 120, {broad, standard}));
  builder.add_link(link(Mode::rail, "rail:c", "rail:d", 120, {broad}));
  builder.add_service(
      testing::service(Mode::rail, "s", {"rail:a", "rail:d"}, {"rail:a", "rail:b", "rail:c", "rail:d"}));
  const Network network = std::move(builder).build();
  testing::expect_lawful(network);
  const Service& service = network[network.find_service("s")];
  EXPECT_EQ(service_gauges(network, service, Direction::forward),
            (std::vector<Gauge>{standard, standard, broad}));
  EXPECT_EQ(service_gauges(network, service, Direction::backward),
            (std::vector<Gauge>{broad, broad, standard}));
  const Staircase staircase(network);
  const ServiceId id = network.find_service("s");
  // The change is a handling arc of that service at the place where the other gauge begins.
  EXPECT_EQ(count_handling(staircase, network.find_place("rail:c"), train(standard, id), train(broad, id)),
            1u);
  EXPECT_EQ(count_handling(staircase, network.find_place("rail:b"), train(broad, id), train(standard, id)),
            1u);
}

TEST(Staircase, ALinersWayIsNotLaidOut) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_service(testing::service(Mode::sea, "liner", {"port:west", "port:east"}));
  const Network network = std::move(builder).build();
  const Staircase staircase(network);
  for (const State& state : staircase.states()) EXPECT_TRUE(state.vehicle.service.is_none());
}

TEST(Staircase, ARegionLoadsInItsHubsButNotAtBorderStations) {
  NetworkBuilder builder = testing::small_network_builder();
  Place yard = place(PlaceKind::border, "west-yard", "AAA", {0, 0.1}, {standard});
  yard.hub = "west";
  builder.add_place(yard);
  builder.add_link(link(Mode::rail, "rail:west", "border:west-yard", 12, {standard}));
  builder.add_region(testing::region(RegionKind::country, "AAA", {0, 0.5}));
  builder.add_region(testing::region(RegionKind::country, "CCC", {5, 5}));
  builder.add_access(testing::access("country:AAA", "west"));
  const Network network = std::move(builder).build();
  testing::expect_lawful(network);
  const Staircase staircase(network);
  const StateId gate = staircase.gate(network.find_region("country:AAA"));
  std::set<PlaceId> loaded;
  for (const MoveId id : staircase.topology().outgoing(gate)) {
    EXPECT_EQ(staircase.moves()[id].kind, MoveKind::loading);
    EXPECT_FALSE(staircase.moves()[id].access.is_none());
    loaded.insert(staircase.moves()[id].place);
  }
  EXPECT_EQ(loaded, (std::set{network.find_place("rail:west"), network.find_place("port:west")}));
  EXPECT_EQ(staircase.topology().incoming(gate).size(), staircase.topology().outgoing(gate).size());
  EXPECT_TRUE(staircase.terminals()[gate]);
  const StateId unserved = staircase.gate(network.find_region("country:CCC"));
  EXPECT_FALSE(unserved.is_none());
  EXPECT_TRUE(staircase.topology().outgoing(unserved).empty());
}

}  // namespace
}  // namespace landbridge
