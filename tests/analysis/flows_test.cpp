#include "landbridge/analysis/flows.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::access;
using testing::region;

TEST(Flows, UniformIsEveryPairBothWaysOnce) {
  const Network network = testing::small_network();
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "west,gate"),
                                          resolve_endpoints(network, "gate,east"));
  std::set<std::pair<std::string, std::string>> pairs;
  for (const HubPair& pair : demand.pairs) {
    EXPECT_TRUE(pairs.emplace(network[pair.from].slug, network[pair.to].slug).second);
    EXPECT_EQ(pair.amount, 1);
  }
  EXPECT_EQ(pairs, (std::set<std::pair<std::string, std::string>>{{"west", "gate"},
                                                                  {"gate", "west"},
                                                                  {"west", "east"},
                                                                  {"east", "west"},
                                                                  {"gate", "east"},
                                                                  {"east", "gate"}}));
  EXPECT_EQ(demand.total(), 6);
}

/// A province with two hubs, three to one; a country with one of its own; one that shares the province's hub; one
/// without.
Network regional_network() {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(testing::place(PlaceKind::rail, "south", "AAA", {-3, 0}, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:west", "rail:south", 400, {testing::standard}));
  builder.add_region(region(RegionKind::province, "home", {0.5, 0.5}));
  builder.add_region(region(RegionKind::country, "BBB", {0, 11}));
  builder.add_region(region(RegionKind::country, "CCC", {0.2, 0.2}));
  builder.add_region(region(RegionKind::country, "DDD", {40, 40}));
  builder.add_access(access("province:home", "west", 3));
  builder.add_access(access("province:home", "south", 1));
  builder.add_access(access("country:BBB", "east", 7));
  builder.add_access(access("country:CCC", "south", 1));
  return std::move(builder).build();
}

TEST(Flows, ARegionsDemandIsDividedOverItsHubs) {
  const Network network = regional_network();
  const HubDemand demand = default_demand(network);
  const HubId west = network.find_hub("west"), south = network.find_hub("south"), east = network.find_hub("east");
  std::map<std::pair<HubId, HubId>, double> amounts;
  for (const HubPair& pair : demand.pairs) amounts[{pair.from, pair.to}] = pair.amount;
  EXPECT_EQ(amounts, (std::map<std::pair<HubId, HubId>, double>{{{west, east}, 0.75},
                                                               {{south, east}, 0.25},
                                                               {{east, west}, 0.75},
                                                               {{east, south}, 0.25},
                                                               {{west, south}, 0.75},
                                                               {{south, west}, 0.75}}));
  ASSERT_EQ(demand.no_hub.size(), 1u);
  EXPECT_EQ(demand.no_hub[0].key, "country:DDD");
  EXPECT_EQ(demand.no_hub[0].amount, 2);
  ASSERT_EQ(demand.within_hub.size(), 1u);
  EXPECT_EQ(demand.within_hub[0].key, "south");
  EXPECT_EQ(demand.within_hub[0].amount, 0.5);
  EXPECT_DOUBLE_EQ(demand.total(), 6 - 0.5);
}

TEST(Flows, EachPartTakesItsOwnHubAndRoad) {
  const Network network = regional_network();
  const Priced priced = price(network, {}, {.by = Objective::money, .modes = {Mode::rail}});
  const Endpoint home = resolve_endpoint(network, "province:home"), abroad = resolve_endpoint(network, "country:BBB");
  const auto money = [&](const char* from) {
    return route(priced, resolve_endpoint(network, from), resolve_endpoint(network, "east"))
        .route->total.money.value();
  };
  const auto road = [&](const char* key, std::size_t at) {
    const Region& region = network[network.find_region(key)];
    return road_haul(priced.model, network[region.accesses[at]].distance).money.value();
  };
  const DividedSkim skim = divided_skim(priced, home, abroad);
  EXPECT_DOUBLE_EQ(skim.served, 1);
  EXPECT_NEAR(skim.mean.money.value(),
              0.75 * (money("west") + road("province:home", 0)) + 0.25 * (money("south") + road("province:home", 1)) +
                  road("country:BBB", 0),
              1e-6);
  EXPECT_NEAR(skim.cost, skim.mean.money.value(), 0.1);
  // A single route takes the cheapest hub instead.
  EXPECT_LE(route(priced, home, abroad).route->total.money.value(), skim.mean.money.value());
}

TEST(Flows, ManySkimsAreTheSingleOnes) {
  const Network network = regional_network();
  const Priced priced = price(network, {}, {.by = Objective::money, .modes = {Mode::rail}});
  const std::vector<Endpoint> from = resolve_endpoints(network, "province:home,country:BBB,gate");
  const std::vector<Endpoint> to = resolve_endpoints(network, "country:CCC,country:DDD,country:BBB");
  const std::vector<DividedSkim> many = divided_skims(priced, from, to, {}, {.threads = 3});
  const std::vector<DividedSkim> costs = divided_skims(priced, from, to, {.parts = false});
  ASSERT_EQ(many.size(), 9u);
  for (std::size_t i = 0; i < from.size(); ++i)
    for (std::size_t j = 0; j < to.size(); ++j) {
      const DividedSkim one = divided_skim(priced, from[i], to[j]), &found = many[3 * i + j];
      EXPECT_EQ(found.served, one.served);
      EXPECT_EQ(found.cost, one.cost);
      EXPECT_EQ(found.mean, one.mean);
      EXPECT_EQ(costs[3 * i + j].cost, one.cost);
      EXPECT_EQ(costs[3 * i + j].mean, Parts());
    }
  EXPECT_EQ(many[1].served, 0);  // no hub
  EXPECT_GT(many[5].served, 0);  // within one hub of two: the roads alone
}

TEST(Flows, AmountsAreDividedWithoutLoss) {
  const Network network = regional_network();
  const std::vector<EndpointAmount> amounts{{resolve_endpoint(network, "province:home"), resolve_endpoint(network, "country:BBB"), 8},
                                            {resolve_endpoint(network, "country:CCC"), resolve_endpoint(network, "province:home"), 4},
                                            {resolve_endpoint(network, "west"), resolve_endpoint(network, "country:BBB"), 2},
                                            {resolve_endpoint(network, "east"), resolve_endpoint(network, "country:DDD"), 1}};
  const HubDemand demand = divided_demand(network, amounts);
  const HubId west = network.find_hub("west"), south = network.find_hub("south"), east = network.find_hub("east");
  std::map<std::pair<HubId, HubId>, double> found;
  for (const HubPair& pair : demand.pairs) found[{pair.from, pair.to}] = pair.amount;
  EXPECT_EQ(found, (std::map<std::pair<HubId, HubId>, double>{{{west, east}, 8}, {{south, east}, 2}, {{south, west}, 3}}));
  EXPECT_EQ(demand.within_hub.at(0).amount, 1);
  EXPECT_EQ(demand.no_hub.at(0).amount, 1);
  EXPECT_EQ(demand.origins.size(), 4u);
  EXPECT_EQ(demand.destinations.size(), 3u);
}

TEST(Flows, WhatGoesBetweenTwoSets) {
  const Network network = regional_network();
  const auto ends = [&](const char* text) { return resolve_endpoints(network, text); };
  const std::vector<EndpointAmount> amounts{{ends("province:home")[0], ends("country:BBB")[0], 8},
                                            {ends("country:CCC")[0], ends("province:home")[0], 4},
                                            {ends("west")[0], ends("country:BBB")[0], 2}};
  const auto total = [&](const std::vector<Endpoint>& one, const std::vector<Endpoint>& other) {
    double sum = 0;
    for (const EndpointAmount& each : amounts_between(network, amounts, one, other)) sum += each.amount;
    return sum;
  };
  EXPECT_EQ(total({}, {}), 14);
  EXPECT_EQ(total(ends("country:BBB"), {}), 10);
  EXPECT_EQ(total(ends("country:BBB"), ends("province:home")), 8);
  EXPECT_EQ(total(ends("province:home"), ends("country:CCC")), 4);
  // The part of a province that a hub takes, and the hub's own.
  EXPECT_EQ(total(ends("west"), {}), 0.75 * 8 + 0.75 * 4 + 2);
  EXPECT_EQ(total(ends("west"), ends("east")), 0.75 * 8 + 2);
  EXPECT_EQ(total(ends("south"), ends("country:BBB")), 0.25 * 8);
  EXPECT_EQ(total(ends("gate"), {}), 0);
}

TEST(Flows, TheDefaultJoinsProvincesAndPartners) {
  const Network network = load_default_network();
  const HubDemand demand = default_demand(network);
  EXPECT_GE(demand.origins.size(), 31u);
  EXPECT_GT(demand.destinations.size(), 130u);
  double placed = 0;
  for (const HubPair& pair : demand.pairs) placed += pair.amount;
  for (const auto& list : {demand.no_hub, demand.within_hub})
    for (const UnplacedDemand& unplaced : list) placed += unplaced.amount;
  // Nothing is dropped silently.
  // Hong Kong, Macao and Taiwan stand on both sides and do not trade with themselves.
  EXPECT_NEAR(placed, 2.0 * static_cast<double>(demand.origins.size() * demand.destinations.size() - 3), 1e-6);
  for (const Region& region : network.regions())
    for (const AccessId id : region.accesses) {
      const std::vector<PlaceId>& places = network[network[id].hub].places;
      EXPECT_TRUE(std::any_of(places.begin(), places.end(), [&](PlaceId place) {
        return network[place].kind != PlaceKind::border;
      })) << region.key;
    }
}

TEST(Flows, PairsWithoutARouteAreListed) {
  const Network network = testing::small_network();
  LinkMask closed(network.links().size());
  closed.set(network.find_link("rail:gate~post"));
  const Priced priced = price(network, {}, {.closed = closed, .modes = {Mode::rail}});
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "gate,east"));
  const std::vector<HubPair> unserved = unserved_pairs(priced, demand);
  ASSERT_EQ(unserved.size(), 2u);
  for (const HubPair& pair : unserved)
    EXPECT_TRUE(pair.from == network.find_hub("east") || pair.to == network.find_hub("east"));
}

}  // namespace
}  // namespace landbridge
