#include "landbridge/network/waiting.hpp"

#include "network/small_network.hpp"

#include <cmath>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

ServiceFacts running(Mode mode, std::string id, std::vector<std::string> stops,
                     std::optional<double> per_week, std::string kind = {}) {
  ServiceFacts service = testing::service(mode, std::move(id), std::move(stops));
  service.facts.per_week = per_week;
  service.facts.kind = std::move(kind);
  return service;
}

Vehicle of(Mode mode, ShipClass ship = ShipClass::none, ServiceId service = {}) {
  return {mode, {}, ship, service};
}

TEST(Waiting, WithoutAnyServiceTheModelDecides) {
  const Network network = testing::small_network();
  const CostModel model{.rail_headway = Hours(30),
                        .deep_sea_headway = Hours(100),
                        .feeder_headway = Hours(80),
                        .river_headway = Hours(20),
                        .ferry_headway = Hours(10),
                        .air_headway = Hours(6)};
  const WaitBook book(network, model);
  const PlaceId west = network.find_place("port:west");
  EXPECT_EQ(book.wait(west, of(Mode::rail)), Hours(15));
  EXPECT_EQ(book.wait(west, of(Mode::road)), Hours(0));
  EXPECT_EQ(book.wait(west, of(Mode::sea, ShipClass::deep_sea)), Hours(50));
  EXPECT_EQ(book.wait(west, of(Mode::sea, ShipClass::feeder)), Hours(40));
  EXPECT_EQ(book.wait(west, of(Mode::river)), Hours(10));
  EXPECT_EQ(book.wait(west, of(Mode::ferry)), Hours(5));
  EXPECT_EQ(book.wait(west, of(Mode::air)), Hours(3));
}

TEST(Waiting, TheUnknownIsTheMedianOfItsKindAndNeverLessThanTheLeastKnown) {
  NetworkBuilder builder = testing::small_network_builder();
  const std::vector<std::string> way{"rail:west", "border:gate"};
  builder.add_service(running(Mode::rail, "daily", way, 7));
  builder.add_service(running(Mode::rail, "weekly", way, 1));
  builder.add_service(running(Mode::rail, "twice", way, 2));
  builder.add_service(running(Mode::rail, "unknown", way, {}));
  const Network network = std::move(builder).build();
  const WaitBook book(network, CostModel{.rail_headway = Hours(1)});
  const PlaceId west = network.find_place("rail:west");
  const auto wait = [&](const char* id) {
    return book.wait(west, of(Mode::rail, ShipClass::none, network.find_service(id)));
  };
  EXPECT_EQ(wait("daily"), Hours(12));
  EXPECT_EQ(wait("weekly"), Hours(84));
  EXPECT_EQ(wait("twice"), Hours(42));
  EXPECT_EQ(wait("unknown"), Hours(42));
  EXPECT_EQ(book.wait(west, of(Mode::rail)), Hours(42));
  EXPECT_GE(book.wait(west, of(Mode::rail)), wait("daily"));
}

TEST(Waiting, LinersSayHowOftenDeepSeaShipsComeAndConnectivityWhere) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(testing::place(PlaceKind::port, "huge", "AAA", {1, 0}));
  builder.add_place(testing::place(PlaceKind::port, "tiny", "AAA", {2, 0}));
  builder.add_place(testing::place(PlaceKind::port, "silent", "AAA", {3, 0}));
  builder.add_service(running(Mode::sea, "a", {"port:west", "port:east"}, 1, "liner"));
  builder.add_service(running(Mode::sea, "b", {"port:west", "port:east"}, 2, "liner"));
  builder.add_service(running(Mode::sea, "c", {"port:west", "port:tiny"}, 4, "feeder"));
  builder.add_connectivity("port:west", 2024, 400);
  builder.add_connectivity("port:east", 2024, 250);
  builder.add_connectivity("port:huge", 2024, 2400);
  builder.add_connectivity("port:tiny", 2024, 10);
  const Network network = std::move(builder).build();
  const WaitBook book(network, {});
  const auto ship = [&](const char* port, ShipClass kind) {
    return book.wait(network.find_place(port), of(Mode::sea, kind)).value();
  };
  // Median wait of the liners 63 h; median connectivity of the three deep-sea ports 400.
  EXPECT_DOUBLE_EQ(ship("port:west", ShipClass::deep_sea), 63);
  EXPECT_DOUBLE_EQ(ship("port:east", ShipClass::deep_sea), 63 * std::sqrt(400.0 / 250));
  EXPECT_DOUBLE_EQ(ship("port:huge", ShipClass::deep_sea), 63 * 0.5);
  // Feeders every 42 h; the only feeder port that is measured has 10.
  EXPECT_DOUBLE_EQ(ship("port:tiny", ShipClass::feeder), 21);
  EXPECT_DOUBLE_EQ(ship("port:west", ShipClass::feeder), 21 * 0.5);
  EXPECT_DOUBLE_EQ(ship("port:silent", ShipClass::feeder), 21);
}

TEST(Waiting, RecordedWaitsForFerriesGoFirst) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_link(testing::link(Mode::ferry, "port:west", "port:east", 1200));
  builder.add_service(running(Mode::ferry, "boat", {"port:west", "port:east"}, 7, "ferry"));
  HandlingFacts recorded;
  recorded.subject = "port:east";
  recorded.figures.kind = HandlingKind::ferry_wait;
  recorded.figures.time = Hours(30);
  builder.add_handling(recorded);
  const Network network = std::move(builder).build();
  const WaitBook book(network, {});
  EXPECT_EQ(book.wait(network.find_place("port:east"), of(Mode::ferry)), Hours(30));
  EXPECT_EQ(book.wait(network.find_place("port:west"), of(Mode::ferry)), Hours(21));  // median of 12 and 30
  EXPECT_EQ(book.wait(network.find_place("port:east"), of(Mode::ferry, ShipClass::none, ServiceId(0))),
            Hours(12));
}

TEST(Waiting, ShipsOfServices) {
  Service service;
  EXPECT_EQ(ship_class(service), ShipClass::none);
  service.mode = Mode::sea;
  EXPECT_EQ(ship_class(service), ShipClass::deep_sea);
  service.kind = "feeder";
  EXPECT_EQ(ship_class(service), ShipClass::feeder);
}

}  // namespace
}  // namespace landbridge
