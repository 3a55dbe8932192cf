#include "landbridge/analysis/demand_use.hpp"

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>

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

TEST(DemandUse, OfBothIsWhatUsesTheOneAndTheOther) {
  // gate - east meets the border and the broad railway, not the first link.
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west,gate"), resolve_endpoints(network, "east"));
  const HaulTest first = on_link(network.find_link("rail:west~gate")),
                 last = on_link(network.find_link("rail:post~east"));
  EXPECT_EQ(demand_use(classes, demand, last).some, 4);
  EXPECT_EQ(demand_use(classes, demand, first).some, 2);
  EXPECT_EQ(demand_using_both(classes, demand, first, last), 2);
  EXPECT_EQ(demand_using_both(classes, demand, last, first), 2);
  EXPECT_EQ(demand_using_both(classes, demand, last, last), 4);
  EXPECT_EQ(demand_using_both(classes, demand, first, [](LinkId, const Vehicle&) { return false; }), 0);
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
