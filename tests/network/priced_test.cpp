#include "landbridge/network/priced.hpp"

#include "landbridge/base/error.hpp"
#include "network/price_laws.hpp"
#include "network/random_network.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::broad;
using testing::standard;
using namespace std::chrono_literals;

Vehicle train(Gauge gauge, ServiceId service = {}) {
  return {Mode::rail, gauge, ShipClass::none, service};
}
constexpr Vehicle truck{Mode::road, {}, ShipClass::none, {}};
constexpr Vehicle feeder{Mode::sea, {}, ShipClass::feeder, {}};
constexpr Vehicle deep_sea_ship{Mode::sea, {}, ShipClass::deep_sea, {}};

/// What handling takes at a place between two vehicles; the first where several borders lead there.
Breakdown handled(const Priced& priced, const char* place, const Vehicle& from, const Vehicle& to) {
  const IdMap<MoveId, Breakdown> made_of = breakdowns(priced);
  const PlaceId at = priced.network().find_place(place);
  for (const MoveId id : priced.staircase->moves().ids())
    if (priced.staircase->moves()[id].kind == MoveKind::handling && priced.staircase->tail(id).place == at &&
        priced.staircase->tail(id).vehicle == from && priced.staircase->head(id).vehicle == to)
      return made_of[id];
  ADD_FAILURE() << "no such handling at " << place;
  return {};
}

/// Loading into a vehicle at a place, from the place's own gate.
Breakdown loaded(const Priced& priced, const char* place, const Vehicle& into) {
  const PlaceId at = priced.network().find_place(place);
  for (const MoveId id : priced.staircase->topology().outgoing(priced.staircase->gate(at)))
    if (priced.staircase->head(id).vehicle == into) return breakdowns(priced)[id];
  ADD_FAILURE() << "not loaded at " << place;
  return {};
}

/// Round figures to reckon with by hand.
const CostModel by_hand{.road_tariff = Tariff(0.85),
                        .port_money = Usd(120),
                        .rail_terminal_money = Usd(50),
                        .road_terminal_money = Usd(25),
                        .gauge_change_money = Usd(224.5),
                        .wagonload_border_time = Hours(0)};

Parts taking(double money, double time) {
  return {Usd(money), Hours(time), {}, {}};
}

/// The small network with a train from end to end, twice a week, and large ports.
NetworkBuilder rich_builder() {
  NetworkBuilder builder = testing::small_network_builder();
  ServiceFacts express = testing::service(Mode::rail, "express", {"rail:west", "rail:east"},
                                          {"rail:west", "border:gate", "border:post", "rail:east"});
  express.facts.per_week = 2;
  builder.add_service(express);
  builder.add_connectivity("port:west", 2024, 800);
  builder.add_connectivity("port:east", 2024, 200);
  builder.add_region(testing::region(RegionKind::country, "AAA", {0, 1}));
  AccessFacts access = testing::access("country:AAA", "west");
  access.distance = Kilometres(100);
  builder.add_access(access);
  return builder;
}

TEST(Priced, PartsWeightedByTheModelAreTheCost) {
  const Network network = rich_builder().build();
  const auto staircase = std::make_shared<const Staircase>(network);
  testing::expect_parts_to_be_the_costs(staircase, {});
  const CostModel odd{.value_of_time = TimeValue(7.3), .carbon_price = CarbonPrice(81)};
  testing::expect_parts_to_be_the_costs(staircase, odd);
  testing::expect_breakdowns_to_be_the_parts(price(staircase, odd));
  testing::expect_no_free_moves(staircase, {});
}

TEST(Priced, PartsWeightedByTheModelAreTheCostOnRandomNetworks) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Network network = testing::RandomNetwork(seed).build();
    const auto staircase = std::make_shared<const Staircase>(network);
    testing::expect_parts_to_be_the_costs(staircase, {});
    testing::expect_breakdowns_to_be_the_parts(price(staircase, {}));
    testing::expect_no_free_moves(staircase, {});
  }
}

TEST(Priced, ABorderAndTheChangeOfGaugeThereArePricedTogether) {
  const Network network = testing::small_network();
  const Priced priced = price(network, by_hand);
  const Breakdown made_of = handled(priced, "border:post", train(standard), train(broad));
  // 60 USD clearance, 200 for the gauge, 20 h in all: no terminal and no wait beside it.
  EXPECT_EQ(made_of.borders, taking(260, 20));
  EXPECT_EQ(made_of.total(), made_of.borders);
}

TEST(Priced, AfterABorderWhereTrainsRunThroughAChangeOfGaugeTakesItsOwnHours) {
  // Broad gauge leads over the border to a yard that has both.
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::rail, "a", "AAA", {0, 0}, {broad}));
  builder.add_place(testing::place(PlaceKind::rail, "yard", "BBB", {0, 1}, {standard, broad}));
  builder.add_place(testing::place(PlaceKind::rail, "c", "BBB", {0, 2}, {standard}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:yard", 120, {broad}));
  builder.add_link(testing::link(Mode::rail, "rail:yard", "rail:c", 120, {standard}));
  const Network network = std::move(builder).build();
  const Priced priced = price(network, by_hand);
  // 24 h and 95.3 USD of the border, 10 h and 224.5 USD of the gauge.
  EXPECT_EQ(handled(priced, "rail:yard", train(broad), train(standard)).borders,
            taking(by_hand.border_money.value() + 224.5, 34));
}

TEST(Priced, ATransferTakesTheSlowerTerminalTheMoneyOfBothAndTheWait) {
  const Network network = testing::small_network();
  const Priced priced = price(network, by_hand);
  // Truck to feeder: the longer of 2 and 17 h, 25 + 120 USD, half a week's wait.
  const Breakdown to_ship = handled(priced, "port:west", truck, feeder);
  EXPECT_EQ(to_ship.terminals, taking(145, 17));
  EXPECT_EQ(to_ship.waiting, taking(0, 84));
  // Truck to train: the longer of 2 and 5 h, 25 + 50 USD, half a day.
  const Breakdown to_train = handled(priced, "rail:west", truck, train(standard));
  EXPECT_EQ(to_train.terminals, taking(75, 5));
  EXPECT_EQ(to_train.waiting, taking(0, 12));
  // A truck waits for nothing.
  EXPECT_EQ(handled(priced, "rail:west", train(standard), truck).waiting, Parts{});
}

TEST(Priced, LoadingWaitsAndUnloadingClears) {
  const Network network = testing::small_network();
  const Priced priced = price(network, by_hand);
  EXPECT_EQ(loaded(priced, "rail:west", train(standard)).total(), taking(50, 5 + 12));
  const IdMap<MoveId, Breakdown> made_of = breakdowns(priced);
  const StateId gate = priced.staircase->gate(network.find_place("border:post"));
  std::size_t cleared = 0;
  for (const MoveId id : priced.staircase->topology().incoming(gate)) {
    EXPECT_EQ(made_of[id].waiting, Parts{});
    if (priced.staircase->tail(id).border.is_none()) continue;
    ++cleared;
    EXPECT_EQ(made_of[id].borders, taking(60, 20));
    EXPECT_EQ(made_of[id].terminals, taking(50, 5));
    EXPECT_TRUE(step(priced, id).border_cleared);
  }
  EXPECT_EQ(cleared, 1u);
}

TEST(Priced, AServiceIsWaitedForByItsHeadwayAndGoesOnWithoutWaiting) {
  const Network network = rich_builder().build();
  const Priced priced = price(network, by_hand);
  const ServiceId express = network.find_service("express");
  EXPECT_EQ(loaded(priced, "rail:west", train(standard, express)).waiting, taking(0, 42));  // 168 / 2 / 2
  // Trains of no known service wait as long as the median of the known ones.
  EXPECT_EQ(loaded(priced, "rail:west", train(standard)).waiting, taking(0, 42));
  const Breakdown border = handled(priced, "border:post", train(standard, express), train(broad, express));
  EXPECT_EQ(border.total(), taking(260, 20));
  // From the service to an ordinary train: one terminal, and the next train's wait.
  const Breakdown change = handled(priced, "rail:west", train(standard, express), train(standard));
  EXPECT_EQ(change.terminals, taking(50, 5));
  EXPECT_EQ(change.waiting, taking(0, 42));
}

TEST(Priced, CarsOfOrdinaryTrainsStandLongerAtABorderWithAChangeOfGauge) {
  const Network network = rich_builder().build();
  CostModel slow = by_hand;
  slow.wagonload_border_time = Hours(60);
  const Priced through = price(network, by_hand), standing = price(network, slow);
  const Vehicle express = train(standard, network.find_service("express"));
  const Vehicle onward = train(broad, network.find_service("express"));
  EXPECT_EQ(handled(standing, "border:post", express, onward).total(),
            handled(through, "border:post", express, onward).total());
  EXPECT_EQ(handled(standing, "border:post", train(standard), train(broad)).total(),
            handled(through, "border:post", train(standard), train(broad)).total() + taking(0, 60));
}

TEST(Priced, CargoThatIsReadyAtAMomentWaitsForTheNextDepartureWhereItBegins) {
  NetworkBuilder builder = testing::small_network_builder();
  ServiceFacts express = testing::service(Mode::rail, "express", {"rail:west", "rail:east"},
                                          {"rail:west", "border:gate", "border:post", "rail:east"});
  express.facts.departures = {{Hours(24 + 18)}, {Hours(96 + 6)}};  // tue 18:00, fri 06:00
  builder.add_service(express);
  builder.add_region(testing::region(RegionKind::country, "AAA", {0, 1}));
  AccessFacts access = testing::access("country:AAA", "west");
  access.distance = Kilometres(529);  // a day by truck
  builder.add_access(access);
  const Network network = std::move(builder).build();
  const Vehicle into = train(standard, network.find_service("express"));
  const auto ready = [&](double hour) { return price(network, by_hand, {.ready = Hours(hour)}); };
  const auto wait = [&](double hour) { return loaded(ready(hour), "rail:west", into).waiting.time; };
  EXPECT_EQ(wait(24 + 8), Hours(5));           // tue 08:00 and 5 h of terminal: tue 13:00
  EXPECT_EQ(wait(24 + 13), Hours(0));          // just in time
  EXPECT_EQ(wait(24 + 14), Hours(59));         // tue 19:00: fri 06:00 is next
  EXPECT_EQ(wait(166), Hours(168 + 42 - 171));  // mon 03:00 of the next week
  // Over the road the cargo comes a day later.
  const Priced tuesday = ready(24 + 8);
  const StateId gate = tuesday.staircase->gate(RegionId(0));
  for (const MoveId id : tuesday.staircase->topology().outgoing(gate))
    if (tuesday.staircase->head(id).vehicle == into) {
      EXPECT_EQ(breakdowns(tuesday)[id].waiting.time, Hours(96 + 6 - (24 + 8 + 24 + 5)));
    }
  // Later boardings, and trains without a timetable, wait the mean.
  const Priced any = price(network, by_hand);
  EXPECT_EQ(handled(tuesday, "rail:west", train(standard), into).waiting,
            handled(any, "rail:west", train(standard), into).waiting);
  EXPECT_EQ(loaded(tuesday, "rail:west", train(standard)).total(), loaded(any, "rail:west", train(standard)).total());
  EXPECT_THROW(ready(-1), OptionError);
  EXPECT_THROW(ready(168.5), OptionError);
  EXPECT_THROW(ready(std::nan("")), OptionError);
}

TEST(Priced, TransshipmentPaysThePortOnceAndWaitsForTheNextShip) {
  const Network network = rich_builder().build();
  CostModel short_stay = by_hand;
  short_stay.port_dwell = Hours(48);
  const Priced priced = price(network, short_stay);
  const Breakdown to_feeder = handled(priced, "port:west", deep_sea_ship, feeder);
  EXPECT_EQ(to_feeder.terminals, taking(120, 17));
  const Breakdown to_ship = handled(priced, "port:west", feeder, deep_sea_ship);
  // Median connectivity of the two deep-sea ports is 500: sqrt(500 / 800) of half a week.
  EXPECT_DOUBLE_EQ(to_ship.waiting.time.value(), 84 * std::sqrt(500.0 / 800));
  EXPECT_TRUE(priced.free_moves == 0);
}

TEST(Priced, ShipsBargesAndFerriesShareAPortsTerminal) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(testing::place(PlaceKind::river, "upstream", "AAA", {0.5, 0}));
  builder.add_place(testing::place(PlaceKind::river, "mouth", "AAA", {0.3, 0}));
  builder.add_link(testing::link(Mode::river, "river:upstream", "river:mouth", 40));
  builder.add_link(testing::link(Mode::river, "river:mouth", "port:west", 30));
  builder.add_link(testing::link(Mode::sea, "river:mouth", "port:west", 30));
  const Network network = std::move(builder).build();
  const Priced priced = price(network, by_hand);
  const Vehicle barge{Mode::river, {}, ShipClass::none, {}};
  // At the seaport a ship's call, at the river port its own terminal; the money once.
  EXPECT_EQ(handled(priced, "port:west", barge, feeder).terminals, taking(120, 17));
  EXPECT_EQ(handled(priced, "river:mouth", barge, feeder).terminals, taking(120, 14));
  EXPECT_EQ(handled(priced, "river:mouth", barge, feeder).waiting, taking(0, 84));
  EXPECT_EQ(handled(priced, "river:mouth", feeder, barge).waiting, taking(0, 24));
}

TEST(Priced, ATruckIsClearedAtABorderAndGoesOn) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_link(testing::link(Mode::road, "border:gate", "border:post", 12));
  builder.add_link(testing::link(Mode::road, "border:post", "rail:east", 600));
  const Network network = std::move(builder).build();
  const Priced priced = price(network, by_hand);
  // No road is recorded: the terms of the railway, without terminal or wait.
  EXPECT_EQ(handled(priced, "border:post", truck, truck).total(), taking(60, 20));
}

TEST(Priced, AContainerStaysInASeaportsYardAtLeastItsDwellTheWaitIncluded) {
  const Network network = testing::small_network();
  CostModel model = by_hand;
  for (const double dwell : {48.0, 100.0}) {
    model.port_dwell = Hours(dwell);
    const Priced priced = price(network, model);
    EXPECT_EQ(loaded(priced, "port:west", feeder).waiting.time, Hours(std::max(84.0, dwell)));
    // A truck waits for nothing, what it fetches from a ship has stayed; trucks alone do not.
    EXPECT_EQ(handled(priced, "port:west", feeder, truck).waiting, taking(0, dwell));
    EXPECT_EQ(loaded(priced, "port:west", truck).waiting, Parts{});
  }
}

TEST(Priced, AChangeOfGaugeAwayFromBordersTakesItsTimeAndTheNextTrain) {
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::rail, "a", "AAA", {0, 0}, {standard}));
  builder.add_place(testing::place(PlaceKind::rail, "b", "AAA", {0, 1}, {broad, standard}));
  builder.add_place(testing::place(PlaceKind::rail, "c", "AAA", {0, 2}, {broad}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:b", 120, {standard}));
  builder.add_link(testing::link(Mode::rail, "rail:b", "rail:c", 120, {broad}));
  builder.add_service(
      testing::service(Mode::rail, "s", {"rail:a", "rail:c"}, {"rail:a", "rail:b", "rail:c"}));
  const Network network = std::move(builder).build();
  const Priced priced = price(network, by_hand, {.by = Objective::money});
  const Breakdown ordinary = handled(priced, "rail:b", train(standard), train(broad));
  EXPECT_EQ(ordinary.terminals, taking(224.5, 10));
  EXPECT_EQ(ordinary.waiting, taking(0, 12));
  const ServiceId s = network.find_service("s");
  EXPECT_EQ(handled(priced, "rail:b", train(standard, s), train(broad, s)).total(), taking(224.5, 10));
}

TEST(Priced, ARegionsLoadingTakesTheRoadToTheHubFirst) {
  const Network network = rich_builder().build();
  const Priced priced = price(network, by_hand);
  const IdMap<MoveId, Breakdown> made_of = breakdowns(priced);
  const StateId gate = priced.staircase->gate(network.find_region("country:AAA"));
  for (const MoveId id : priced.staircase->topology().outgoing(gate)) {
    const Parts& road = made_of[id].access;
    EXPECT_DOUBLE_EQ(road.money.value(), 85);
    EXPECT_DOUBLE_EQ(road.time.value(), 100.0 / 529 * 24);
    EXPECT_EQ(road.distance, Kilometres(100));
    EXPECT_DOUBLE_EQ(road.co2.value(), 95);
    EXPECT_GT(made_of[id].terminals.time, Hours(0));
  }
}

TEST(Priced, AGaugeIsNeverChangedForNothing) {
  const Network network = rich_builder().build();
  const Priced priced = price(network, {}, {.by = Objective::money});
  for (const MoveId id : priced.staircase->moves().ids()) {
    const Step at = step(priced, id);
    if (at.from.vehicle.mode != Mode::rail || at.to.vehicle.mode != Mode::rail) continue;
    if (at.from.kind == StateKind::gate || at.to.kind == StateKind::gate) continue;
    EXPECT_EQ(at.gauge_changed, at.from.vehicle.gauge != at.to.vehicle.gauge);
    if (!at.gauge_changed) continue;
    EXPECT_FALSE(at.move.is_haul());
    EXPECT_GT(priced.parts[id].money, Usd(0));
  }
}

TEST(Priced, StepsSayWhatChanged) {
  const Network network = rich_builder().build();
  const Priced priced = price(network, by_hand);
  for (const MoveId id : priced.staircase->moves().ids()) {
    const Step at = step(priced, id);
    if (at.move.kind != MoveKind::handling) {
      EXPECT_FALSE(at.mode_changed || at.gauge_changed || at.vehicle_changed);
      continue;
    }
    EXPECT_LE(at.mode_changed + at.gauge_changed + at.vehicle_changed, 1);
    EXPECT_TRUE(at.mode_changed || at.gauge_changed || at.vehicle_changed || at.border_cleared);
  }
}

TEST(Priced, StepsLeadBackUp) {
  const Network network = testing::small_network();
  const Priced priced = price(network, by_hand);
  const StateId gate = priced.staircase->gate(network.find_place("rail:west"));
  const MoveId loading = priced.staircase->topology().outgoing(gate)[0];
  const std::vector<Step> climbed = steps(priced, Path{gate, {loading}});
  ASSERT_EQ(climbed.size(), 1u);
  EXPECT_EQ(climbed[0].move.kind, MoveKind::loading);
  EXPECT_EQ(climbed[0].move.place, network.find_place("rail:west"));
}

TEST(Priced, LinksAreOpenByStatusSeasonValidityAndMode) {
  NetworkBuilder builder = testing::small_network_builder();
  const auto add = [&](const char* slug, auto change) {
    builder.add_place(testing::place(PlaceKind::rail, slug, "AAA", {1, 0.5}, {standard}));
    LinkFacts railway = testing::link(Mode::rail, "rail:west", std::string("rail:") + slug, 150, {standard});
    change(railway.facts);
    builder.add_link(railway);
  };
  add("planned", [](Link& link) { link.status = LinkStatus::planned; });
  add("summer", [](Link& link) { link.season = "07-11"; });
  add("later", [](Link& link) { link.validity.from = Date(2025y / 1 / 1); });
  add("past", [](Link& link) { link.validity.to = Date(2022y / 2 / 24); });
  const Network network = std::move(builder).build();
  const auto open = [&](const char* key, const PriceOptions& options = {}) {
    return is_open(network, network.find_link(key), options);
  };
  EXPECT_TRUE(open("rail:west~gate"));
  for (const char* key : {"rail:west~planned", "rail:west~summer", "rail:west~later", "rail:west~past"}) {
    EXPECT_FALSE(open(key)) << key;
    const LinkMask one(network.links().size(), {network.find_link(key)});
    EXPECT_TRUE(open(key, {.opened = one})) << key;
    EXPECT_FALSE(open(key, {.closed = one, .opened = one})) << key;
  }
  EXPECT_TRUE(open("rail:west~later", {.date = 2025y / 1 / 1}));
  EXPECT_TRUE(open("rail:west~past", {.date = 2022y / 2 / 24}));
  EXPECT_FALSE(open("rail:west~gate", {.modes = {Mode::sea}}));
  // The way between the terminals of a city is open whatever the modes.
  for (const LinkId id : network.links().ids()) {
    EXPECT_EQ(is_open(network, id, {.modes = {Mode::sea}}),
              network[id].is_exchange() || network[id].mode == Mode::sea);
  }
}

TEST(Priced, WhatIsNotOpenIsClosedAndServicesWithIt) {
  const Network network = rich_builder().build();
  const LinkMask border(network.links().size(), {network.find_link("rail:gate~post")});
  const Priced priced = price(network, {}, {.closed = border});
  const ServiceId express = network.find_service("express");
  EXPECT_FALSE(is_running(network, express, priced.options));
  EXPECT_TRUE(is_running(network, express, {}));
  for (const MoveId id : priced.staircase->moves().ids()) {
    const Move& move = priced.staircase->moves()[id];
    const bool of_service = priced.staircase->tail(id).vehicle.service == express ||
                            priced.staircase->head(id).vehicle.service == express;
    const bool over_it = move.is_haul() && border[move.link];
    EXPECT_EQ(priced.costs[id].is_closed(), of_service || over_it);
  }
}

TEST(Priced, AServiceRunsOnlyInItsTime) {
  NetworkBuilder builder = testing::small_network_builder();
  ServiceFacts past = testing::service(Mode::rail, "past", {"rail:west", "border:gate"});
  past.facts.validity.to = Date(2022y / 2 / 24);
  builder.add_service(past);
  const Network network = std::move(builder).build();
  EXPECT_FALSE(is_running(network, ServiceId(0), {}));
  EXPECT_TRUE(is_running(network, ServiceId(0), {.date = 2022y / 1 / 1}));
}

TEST(Priced, TheLayoutIsShared) {
  const Network network = testing::small_network();
  const Priced first = price(network);
  const Priced second = price(first.staircase, CostModel{.value_of_time = TimeValue(20)});
  EXPECT_EQ(first.staircase, second.staircase);
  EXPECT_NE(first.costs, second.costs);
  EXPECT_EQ(second.model.value_of_time, TimeValue(20));
}

TEST(Priced, BadOptionsAreRefused) {
  const Network network = testing::small_network();
  EXPECT_THROW(price(network, {}, {.quantum = 0}), OptionError);
  EXPECT_THROW(price(network, {}, {.quantum = std::nan("")}), OptionError);
  EXPECT_THROW(price(network, CostModel{.sea_tariff = Tariff(-1)}), OptionError);
}

}  // namespace
}  // namespace landbridge
