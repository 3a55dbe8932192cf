#include "landbridge/network/network.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::access;
using testing::link;
using testing::place;
using testing::region;
using testing::service;

TEST(Network, FindsByKeyAndSlug) {
  const Network network = testing::small_network();
  EXPECT_EQ(network[network.find_place("port:west")].name, "west");
  EXPECT_TRUE(network.find_place("port:nowhere").is_none());
  EXPECT_EQ(network[network.find_link("rail:gate~post")].length, Kilometres(12));
  EXPECT_TRUE(network.find_link("rail:post~gate").is_none());
}

TEST(Network, AHubIsThePlacesOfOneSlug) {
  const Network network = testing::small_network();
  const Hub& hub = network[network.find_hub("west")];
  ASSERT_EQ(hub.places.size(), 2u);
  EXPECT_EQ(network[hub.places[0]].key, "rail:west");
  EXPECT_EQ(network[hub.places[1]].key, "port:west");
  EXPECT_EQ(network.hubs().size(), 4u);
}

TEST(Network, PlacesOfOtherNamesJoinAHub) {
  NetworkBuilder builder = testing::small_network_builder();
  Place docks = place(PlaceKind::port, "west-docks", "AAA", {0.3, 0});
  docks.hub = "west";
  builder.add_place(docks);
  builder.add_hub({.slug = "west", .name = "Westville", .country = "AAA", .population = 2e6});
  const Network network = std::move(builder).build();
  const Hub& hub = network[network.find_hub("west")];
  EXPECT_EQ(hub.places.size(), 3u);
  EXPECT_EQ(hub.name, "Westville");
  EXPECT_EQ(hub.population, 2e6);
  EXPECT_EQ(network.hub_of(network.find_place("port:west-docks")), network.find_hub("west"));
  EXPECT_TRUE(network.find_hub("west-docks").is_none());
}

TEST(Network, WaypointsAreNoHubs) {
  const Network network = testing::small_network();
  EXPECT_TRUE(network.find_hub("strait").is_none());
  EXPECT_TRUE(network.hub_of(network.find_place("waypoint:strait")).is_none());
}

TEST(Network, LinksOfOnePairAreToldApart) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(place(PlaceKind::river, "west", "AAA", {0.05, 0}));
  builder.add_link(testing::exchange("rail:west", "river:west", 8));
  builder.add_link(link(Mode::road, "rail:west", "port:west", 15));
  const Network network = std::move(builder).build();
  const Link& exchange = network[network.find_link("exchange:west~west")];
  EXPECT_TRUE(exchange.is_exchange());
  EXPECT_EQ(network[exchange.to].key, "port:west");
  EXPECT_EQ(network[network.find_link("exchange:rail:west~river:west")].length, Kilometres(8));
  EXPECT_FALSE(network[network.find_link("road:west~west")].is_exchange());
}

TEST(Network, BordersLieBetweenCustomsTerritories) {
  const Network apart = testing::small_network();
  EXPECT_TRUE(apart.is_border(apart.find_link("rail:gate~post")));
  EXPECT_FALSE(apart.is_border(apart.find_link("rail:west~gate")));
  EXPECT_FALSE(apart.is_border(apart.find_link("sea:west~strait")));
  EXPECT_EQ(apart[apart.find_link("rail:gate~post")].countries, (std::vector<std::string>{"AAA", "BBB"}));
  EXPECT_TRUE(apart[apart.find_link("sea:west~strait")].countries.empty());

  NetworkBuilder builder = testing::small_network_builder();
  builder.add_customs_union_member("together", "AAA");
  builder.add_customs_union_member("together", "BBB");
  // The record is of a crossing that is no border any more.
  EXPECT_THROW(std::move(builder).build(), DataError);
}

TEST(Network, EachChangeOfCustomsTerritoryCounts) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(place(PlaceKind::rail, "exclave", "AAA", {0, 5.5}, {testing::standard}));
  LinkFacts through = link(Mode::rail, "border:gate", "rail:exclave", 60, {testing::standard});
  through.facts.countries = {"AAA", "BBB", "CCC", "AAA"};
  builder.add_link(through);
  LinkFacts road = link(Mode::road, "border:gate", "rail:exclave", 60);
  builder.add_link(road);
  builder.add_customs_union_member("together", "BBB");
  builder.add_customs_union_member("together", "CCC");
  const Network network = std::move(builder).build();
  EXPECT_EQ(network.border_count(network.find_link("rail:gate~exclave")), 2);
  EXPECT_TRUE(network.is_border(network.find_link("rail:gate~exclave")));
  EXPECT_EQ(network.border_count(network.find_link("road:gate~exclave")), 0);
  EXPECT_EQ(network.customs_territory("CCC"), "together");
  EXPECT_EQ(network.customs_territory("AAA"), "AAA");
}

TEST(Network, RecordsAreKeptByDirection) {
  const Network network = testing::small_network();
  const LinkId link = network.find_link("rail:gate~post");
  ASSERT_NE(network.find_border_record(link, Direction::forward), nullptr);
  EXPECT_EQ(network.find_border_record(link, Direction::forward)->time, Hours(20));
  EXPECT_EQ(network.find_border_record(link, Direction::backward), nullptr);
}

TEST(Network, ServicesRunOverLinks) {
  NetworkBuilder builder = testing::small_network_builder();
  ServiceFacts train = service(Mode::rail, "across", {"rail:west", "rail:east"},
                               {"rail:west", "border:gate", "border:post", "rail:east"});
  train.facts.departures = {{Hours(100)}, {Hours(20)}};
  builder.add_service(train);
  builder.add_service(service(Mode::sea, "liner", {"port:west", "port:east"}));
  const Network network = std::move(builder).build();
  const Service& across = network[network.find_service("across")];
  ASSERT_EQ(across.links.size(), 3u);
  EXPECT_EQ(network[across.links[1]].key, "rail:gate~post");
  EXPECT_EQ(across.departures.front().since_monday, Hours(20));
  const Service& liner = network[network.find_service("liner")];
  EXPECT_EQ(liner.via, liner.stops);
  EXPECT_TRUE(liner.links.empty());
  EXPECT_TRUE(network.find_service("none").is_none());
}

TEST(Network, HandlingIsOfAPlaceOrACountry) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_handling({.subject = "port:west", .figures = {.time = Hours(20)}});
  builder.add_handling({.subject = "BBB", .figures = {.time = Hours(30)}});
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.handling().size(), 2u);
  EXPECT_EQ(network.handling()[0].place, network.find_place("port:west"));
  EXPECT_EQ(network.handling()[0].country, "");
  EXPECT_TRUE(network.handling()[1].place.is_none());
  EXPECT_EQ(network.handling()[1].country, "BBB");
}

TEST(Network, RegionsAreProvincesFirst) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_region(region(RegionKind::country, "BBB", {0, 10}));
  builder.add_region(region(RegionKind::province, "coast", {0, 1}));
  const Network network = std::move(builder).build();
  EXPECT_EQ(network[RegionId(0)].key, "province:coast");
  EXPECT_EQ(network.find_region("country:BBB"), RegionId(1));
  EXPECT_TRUE(network.find_region("province:none").is_none());
}

TEST(Network, AccessWeightsAddUpToOneAndDistancesAreKnown) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_region(region(RegionKind::province, "coast", {0.05, 1}));
  builder.add_region(region(RegionKind::country, "BBB", {0, 10}));
  builder.add_access(access("province:coast", "west", 3));
  AccessFacts far = access("province:coast", "east", 1);
  far.distance = Kilometres(12);
  builder.add_access(far);
  builder.add_access(access("country:BBB", "east", 0.2));
  const Network network = std::move(builder).build();
  const Region& coast = network[network.find_region("province:coast")];
  ASSERT_EQ(coast.accesses.size(), 2u);
  const Access &near = network[coast.accesses[0]], &told = network[coast.accesses[1]];
  EXPECT_EQ(near.weight, 0.75);
  EXPECT_TRUE(near.distance_estimated);
  EXPECT_EQ(near.distance, Kilometres(144.715));  // a degree of the equator, 111.319 km, x 1.3
  EXPECT_EQ(told.weight, 0.25);
  EXPECT_FALSE(told.distance_estimated);
  EXPECT_EQ(told.distance, Kilometres(12));
  const Access& at_home = network[network[network.find_region("country:BBB")].accesses[0]];
  EXPECT_EQ(at_home.weight, 1);
  EXPECT_EQ(at_home.distance, Kilometres(30));  // no shorter than that
}

TEST(Network, DeepSeaShipsCallAtWellConnectedPorts) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_connectivity("port:west", 2023, 150);
  builder.add_connectivity("port:west", Quarter{2023, 4}, 250);
  builder.add_connectivity("port:west", Quarter{2024, 2}, 90);  // after the reference
  const Network network = std::move(builder).build();
  const PlaceId west = network.find_place("port:west"), east = network.find_place("port:east");
  EXPECT_EQ(network.connectivity(west), 250);
  EXPECT_EQ(network.ship_class(west), ShipClass::deep_sea);
  EXPECT_EQ(network.connectivity(east), std::nullopt);
  EXPECT_EQ(network.ship_class(east), ShipClass::feeder);
  EXPECT_EQ(network.ship_class(network.find_place("rail:west")), ShipClass::none);
}

TEST(Network, EuropeIsToldByTheGroupsOfCountries) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_region(region(RegionKind::country, "AAA", {0, 0}, "eu-cee"));
  builder.add_region(region(RegionKind::country, "BBB", {0, 10}, "eastern-europe"));
  const Network network = std::move(builder).build();
  EXPECT_TRUE(network.is_european(network.find_link("rail:west~gate")));
  EXPECT_FALSE(network.is_european(network.find_link("rail:gate~post")));
}

TEST(Network, KeepsCorridorsAndConditions) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_corridor({.id = "main", .name = "Main corridor"});
  builder.add_conditions({.name = "2021", .fields = {{"sea_tariff", 0.2}}});
  const Network network = std::move(builder).build();
  ASSERT_NE(network.find_corridor("main"), nullptr);
  EXPECT_EQ(network.find_corridor("none"), nullptr);
  EXPECT_EQ(network.conditions().at(0).fields.at(0).value, 0.2);
}

}  // namespace
}  // namespace landbridge
