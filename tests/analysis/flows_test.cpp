#include "landbridge/analysis/flows.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Flows, UniformIsEveryPairBothWaysOnce) {
  const HubId a(0), b(1), c(2);
  const HubDemand demand = uniform_demand({a, b}, {b, c});
  std::set<std::pair<HubId, HubId>> pairs;
  for (const HubPair& pair : demand.pairs) {
    EXPECT_TRUE(pairs.emplace(pair.from, pair.to).second);
    EXPECT_EQ(pair.amount, 1);
  }
  EXPECT_EQ(pairs, (std::set<std::pair<HubId, HubId>>{{a, b}, {b, a}, {a, c}, {c, a}, {b, c}, {c, b}}));
  EXPECT_EQ(demand.total(), 6);
}

TEST(Flows, TheDefaultJoinsCapitalsAndGateways) {
  const Network network = load_default_network();
  const HubDemand demand = default_demand(network);
  EXPECT_EQ(demand.origins.size(), 31u);
  EXPECT_EQ(demand.pairs.size(), 2 * demand.origins.size() * demand.destinations.size());
  for (const HubId hub : demand.destinations) {
    const std::vector<PlaceId>& places = network[hub].places;
    EXPECT_TRUE(std::any_of(places.begin(), places.end(), [&](PlaceId p) {
      return network[p].kind != PlaceKind::border;
    })) << network[hub].slug;
  }
  // Nothing is dropped silently.
  std::size_t represented = 0;
  for (const Partner& partner : network.partners()) {
    const bool told = std::count(demand.without_hub.begin(), demand.without_hub.end(), partner.country) +
                          std::count(demand.border_only.begin(), demand.border_only.end(), partner.country) ==
                      1;
    const bool served = std::any_of(partner.hubs.begin(), partner.hubs.end(), [&](HubId hub) {
      return std::count(demand.destinations.begin(), demand.destinations.end(), hub) > 0;
    });
    EXPECT_NE(told, served) << partner.country;
    represented += served;
  }
  EXPECT_GT(represented, 80u);
}

TEST(Flows, PairsWithoutARouteAreListed) {
  const Network network = testing::small_network();
  LinkMask closed(network.links().size());
  closed.set(network.find_link("rail:gate~post"));
  const Priced priced = price(network, {}, {.closed = closed, .modes = {Mode::rail}});
  const HubDemand demand =
      uniform_demand({network.find_hub("west")}, {network.find_hub("gate"), network.find_hub("east")});
  const std::vector<HubPair> unserved = unserved_pairs(priced, demand);
  ASSERT_EQ(unserved.size(), 2u);
  for (const HubPair& pair : unserved)
    EXPECT_TRUE(pair.from == network.find_hub("east") || pair.to == network.find_hub("east"));
}

}  // namespace
}  // namespace landbridge
