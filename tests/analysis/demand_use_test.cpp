#include "landbridge/analysis/demand_use.hpp"

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

HubDemand west_east(const Network& network) {
  return uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east"));
}

HaulTest on_link(LinkId wanted) {
  return [wanted](LinkId link, const Vehicle&) { return link == wanted; };
}

TEST(DemandUse, ByHand) {
  // By rail there are three links in a row: each is used, none alone, all together alone.
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubDemand demand = west_east(network);
  const LinkId first = network.find_link("rail:west~gate");
  ASSERT_FALSE(first.is_none());
  const DemandUse one = demand_use(classes, demand, on_link(first));
  EXPECT_EQ(one.total, 2);
  EXPECT_EQ(one.served, 2);
  EXPECT_EQ(one.some, 2);
  EXPECT_EQ(one.only, 0);
  const DemandUse land = demand_use(classes, demand, over_land(network));
  EXPECT_EQ(land.some, 2);
  EXPECT_EQ(land.only, 2);
  EXPECT_EQ(land.only_share(), 1);
  const DemandUse none = demand_use(classes, demand, [](LinkId, const Vehicle&) { return false; });
  EXPECT_EQ(none.some, 0);
  EXPECT_EQ(none.only, 0);
}

PlaceTest places_of(const Network& network, std::string country) {
  return [&network, country](PlaceId place) { return network[place].country == country; };
}

TEST(DemandUse, OverLandTheLinkOverTheBorderCounts) {
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west,gate"), resolve_endpoints(network, "east"));
  const LinkId border = network.find_link("rail:gate~post"), beyond = network.find_link("rail:post~east");
  ASSERT_FALSE(border.is_none());
  EXPECT_EQ(demand_crossing(classes, demand, places_of(network, "AAA"), on_link(border)), 4);
  EXPECT_EQ(demand_crossing(classes, demand, places_of(network, "BBB"), on_link(border)), 4);
  EXPECT_EQ(demand_crossing(classes, demand, places_of(network, "AAA"), on_link(beyond)), 0);
  EXPECT_EQ(demand_crossing(classes, demand, places_of(network, "CCC"), on_link(border)), 0);
}

/// chongqing - qinzhou - singapore, and chongqing - shenzhen - strait - singapore. The links of the corridor: both railways, the
/// ship from qinzhou, and the last leg from the strait, which the ship from shenzhen takes as well.
Network two_ways() {
  using testing::link;
  using testing::place;
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "chongqing", "AAA", {29, 106}, {testing::standard}));
  for (const auto& [slug, at] : {std::pair<const char*, Position>{"qinzhou", {22, 108.6}}, {"shenzhen", {22.5, 114}}}) {
    builder.add_place(place(PlaceKind::rail, slug, "AAA", at, {testing::standard}));
    builder.add_place(place(PlaceKind::port, slug, "AAA", at));
    builder.add_link(testing::exchange(std::string("rail:") + slug, std::string("port:") + slug, 5));
    builder.add_link(link(Mode::rail, "rail:chongqing", std::string("rail:") + slug, 1300, {testing::standard}));
  }
  builder.add_place(place(PlaceKind::waypoint, "strait", "", {12, 110}));
  builder.add_place(place(PlaceKind::port, "singapore", "BBB", {1.3, 104}));
  for (const char* from : {"port:qinzhou", "port:shenzhen"})
    builder.add_link(link(Mode::sea, from, "waypoint:strait", 1300));
  builder.add_link(link(Mode::sea, "waypoint:strait", "port:singapore", 1500));
  return std::move(builder).build();
}

TEST(DemandUse, BySeaTheHaulToThePortAndTheShipFromItCount) {
  const Network network = two_ways();
  const auto pricing = [&](const char* shut) {
    LinkMask closed(network.links().size());
    closed.set(network.find_link(shut));
    return single_class(price(network, {}, {.closed = closed}));
  };
  const HaulTest corridor = [&](LinkId link, const Vehicle&) {
    return network[link].key != "sea:shenzhen~strait" && !network[link].is_exchange();
  };
  ASSERT_FALSE(network.find_link("sea:shenzhen~strait").is_none());
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing"),
                                          resolve_endpoints(network, "singapore"));
  const PlaceTest home = places_of(network, "AAA");
  const auto by_qinzhou = pricing("sea:shenzhen~strait"), by_shenzhen = pricing("sea:qinzhou~strait");
  EXPECT_EQ(demand_use(by_shenzhen, demand, corridor).some, 2);  // it meets the corridor within and beyond
  EXPECT_EQ(demand_crossing(by_qinzhou, demand, home, corridor), 2);
  EXPECT_EQ(demand_crossing(by_shenzhen, demand, home, corridor), 0);
  // Nothing brings to the port what begins there.
  const HubDemand port = uniform_demand(network, resolve_endpoints(network, "qinzhou"),
                                        resolve_endpoints(network, "singapore"));
  EXPECT_EQ(demand_crossing(by_qinzhou, port, home, corridor), 0);
}

TEST(DemandUse, WhatCrossesHasTheSameBitsForAnyNumberOfThreads) {
  const Network network = load_default_network();
  const std::vector<PricedClass> classes = price_classes(std::make_shared<const Staircase>(network), CostModel());
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing,xian,guiyang"),
                                          regions(network, RegionKind::country));
  const HaulTest on = on_corridor(network, "nwlsc");
  const PlaceTest home = places_of(network, "CHN");
  const double one = demand_crossing(classes, demand, home, on, {.threads = 1});
  EXPECT_LE(one, demand_use(classes, demand, on).some);
  for (const unsigned threads : {2u, 3u, 7u}) EXPECT_EQ(one, demand_crossing(classes, demand, home, on, {.threads = threads}));
}

TEST(DemandUse, TheRoadBetweenTerminalsOfAHubCountsNeitherWay) {
  // By ship from station to station: the roads to the quays are inside the hubs.
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::sea}}));
  const DemandUse sea = demand_use(classes, west_east(network), [&](LinkId link, const Vehicle&) {
    return network[link].mode == Mode::sea;
  });
  EXPECT_EQ(sea.only, 2);
  EXPECT_EQ(demand_use(classes, west_east(network), over_land(network)).some, 0);
}

TEST(DemandUse, OfOneLinkIsItsShare) {
  const Network network = load_default_network();
  const CostModel model;
  const std::vector<PricedClass> classes = price_classes(std::make_shared<const Staircase>(network), model);
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing,xian"),
                                          regions(network, RegionKind::country));
  const LinkRanking ranking = rank_links(classes, demand);
  for (const std::size_t i : {0u, 5u, 20u}) {
    const DemandUse use = demand_use(classes, demand, on_link(ranking.rows[i].link));
    EXPECT_NEAR(use.some_share(), ranking.rows[i].share, 1e-12);
    EXPECT_LE(use.only, use.some);
    EXPECT_NEAR(use.served, ranking.served, 1e-9);
  }
  const DemandUse one = demand_use(classes, demand, over_land(network), {.threads = 1});
  for (const unsigned threads : {2u, 3u, 7u}) {
    const DemandUse many = demand_use(classes, demand, over_land(network), {.threads = threads});
    EXPECT_EQ(one.some, many.some);
    EXPECT_EQ(one.only, many.only);
  }
}

TEST(DemandUse, OnACorridorAreItsLinksAndServices) {
  const Network network = load_default_network();
  const HaulTest on = on_corridor(network, "cere-west");
  std::size_t links = 0, services = 0;
  for (const LinkId id : network.links().ids()) {
    const auto& corridors = network[id].corridors;
    const bool belongs = std::ranges::find(corridors, "cere_west") != corridors.end();
    if (network[id].is_exchange()) continue;
    EXPECT_EQ(on(id, {}), belongs) << network[id].key;
    links += belongs ? 1 : 0;
  }
  for (const ServiceId id : network.services().ids()) {
    const auto& corridors = network[id].corridors;
    if (std::ranges::find(corridors, "cere_west") == corridors.end()) continue;
    for (const LinkId link : network[id].links) EXPECT_TRUE(on(link, {.service = id}));
    ++services;
  }
  EXPECT_GT(links, 0u);
  EXPECT_GT(services, 0u);
  EXPECT_THROW(on_corridor(network, "nowhere"), NameError);
}

TEST(DemandUse, DemandBetweenTwoSetsIsAPartOfIt) {
  const Network network = load_default_network();
  const HubDemand demand = default_demand(network);
  const std::vector<Endpoint> one = resolve_endpoints(network, "province:gansu"),
                              other = resolve_endpoints(network, "country:POL,country:DEU");
  const HubDemand part = demand_between(network, demand, one, other);
  EXPECT_NEAR(part.total(), 4, 1e-9);  // two pairs, both directions; no hub of theirs serves anybody else
  EXPECT_NEAR(served_amount(price(network), part), 4, 1e-9);
  EXPECT_TRUE(demand_between(network, demand, one, {}).pairs.empty());
}

TEST(DemandUse, WhatIsServedIsAddedUp) {
  const Network network = testing::small_network();
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west,gate"), resolve_endpoints(network, "east"));
  EXPECT_EQ(served_amount(price(network), demand), 4);
  EXPECT_EQ(served_amount(price(network, {}, {.modes = {Mode::sea}}), demand),
            2);  // none to the border station
}

}  // namespace
}  // namespace landbridge
