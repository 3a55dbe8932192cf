#include "landbridge/analysis/hub_reasons.hpp"

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::link;
using testing::place;
using testing::standard;

TEST(HubReasons, ByHand) {
  // inland -- west by train, west -- east by ship: at west cargo changes from trains to ships, by way of a
  // road between station and quay that is inside the hub.
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(place(PlaceKind::rail, "inland", "AAA", {0, -5}, {standard}));
  builder.add_link(link(Mode::rail, "rail:inland", "rail:west", 500, {standard}));
  const Network network = std::move(builder).build();
  LinkMask railways(network.links().size());
  railways.set(network.find_link("rail:west~gate"));
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.closed = railways}));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "inland"), resolve_endpoints(network, "east"));
  const HubId west = network.find_hub("west");
  const std::vector<HubReason> reasons = hub_reasons(classes, demand, {west, network.find_hub("gate")});
  ASSERT_EQ(reasons.size(), 2u);
  const HubReason& reason = reasons.front();
  EXPECT_EQ(reason.hub, west);
  EXPECT_EQ(reason.handled, 2);
  ASSERT_EQ(reason.exchanges.size(), 1u);
  EXPECT_EQ(reason.exchanges[0].one.mode, Mode::rail);
  EXPECT_EQ(reason.exchanges[0].other.mode, Mode::sea);
  EXPECT_EQ(reason.exchanges[0].amount, 2);
  ASSERT_EQ(reason.links.size(), 2u);  // the train's and the ship's, no road
  for (const ReasonLink& by : reason.links) {
    EXPECT_EQ(by.amount, 2);
    EXPECT_NE(network[by.link].mode, Mode::road);
  }
  EXPECT_TRUE(reason.cleared_borders.empty());
  EXPECT_EQ(reasons[1].handled, 0);
  EXPECT_TRUE(reasons[1].links.empty());
}

TEST(HubReasons, TheGaugeChangesAtTheBorder) {
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east"));
  const HubReason reason = hub_reasons(classes, demand, {network.find_hub("post")}).front();
  ASSERT_EQ(reason.exchanges.size(), 1u);  // of what comes from the west; what goes there changes at gate
  EXPECT_EQ(reason.exchanges[0].one.gauge, standard);
  EXPECT_EQ(reason.exchanges[0].other.gauge, testing::broad);
  EXPECT_EQ(reason.exchanges[0].amount, 1);
  EXPECT_EQ(reason.handled, 1);
}

TEST(HubReasons, AddUpToWhatIsExchangedAndCleared) {
  const Network network = load_default_network();
  const CostModel model;
  const std::vector<PricedClass> classes = price_classes(std::make_shared<const Staircase>(network), model);
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing,xian,shenyang"),
                                          regions(network, RegionKind::country));
  const HubRanking ranking = rank_hubs(classes, demand);
  std::vector<HubId> hubs;
  for (const HubShare& row : ranking.rows)
    if (hubs.size() < 8) hubs.push_back(row.hub);
  const std::vector<HubReason> one = hub_reasons(classes, demand, hubs, {.threads = 1});
  for (std::size_t i = 0; i < hubs.size(); ++i) {
    double exchanged = 0, cleared = 0;
    for (const ReasonExchange& exchange : one[i].exchanges) exchanged += exchange.amount;
    for (const ReasonLink& border : one[i].cleared_borders) cleared += border.amount;
    // Ties aside, and the rare route that comes twice.
    EXPECT_NEAR(exchanged / ranking.served, ranking.rows[i].exchanged, 0.01) << network[hubs[i]].slug;
    EXPECT_NEAR(cleared / ranking.served, ranking.rows[i].cleared, 0.01) << network[hubs[i]].slug;
    EXPECT_LE(exchanged + cleared, one[i].handled * (1 + 1e-9));
  }
  for (const unsigned threads : {2u, 3u, 7u}) {
    const std::vector<HubReason> many = hub_reasons(classes, demand, hubs, {.threads = threads});
    for (std::size_t i = 0; i < hubs.size(); ++i) {
      EXPECT_EQ(one[i].handled, many[i].handled);
      ASSERT_EQ(one[i].links.size(), many[i].links.size());
      for (std::size_t j = 0; j < one[i].links.size(); ++j)
        EXPECT_EQ(one[i].links[j].amount, many[i].links[j].amount);
    }
  }
}

TEST(HubReasons, TheRegionsAreThoseOfTheDemandWithARoadThere) {
  const Network network = load_default_network();
  const std::vector<PricedClass> classes = single_class(price(network));
  const std::vector<HubId> hubs{network.find_hub("chongqing")};
  const HubDemand province = uniform_demand(network, resolve_endpoints(network, "province:chongqing"),
                                            resolve_endpoints(network, "country:DEU"));
  const HubReason reason = hub_reasons(classes, province, hubs).front();
  ASSERT_EQ(reason.regions.size(), 1u);
  EXPECT_EQ(network[reason.regions[0]].key, "province:chongqing");
  // Demand between hubs is of no region.
  const HubDemand cities = uniform_demand(network, resolve_endpoints(network, "chongqing"), resolve_endpoints(network, "duisburg"));
  EXPECT_TRUE(hub_reasons(classes, cities, hubs).front().regions.empty());
}

}  // namespace
}  // namespace landbridge
