#include "landbridge/analysis/hubs.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <map>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::map<std::string, HubShare> by_slug(const Network& network, const HubRanking& ranking) {
  std::map<std::string, HubShare> result;
  for (const HubShare& row : ranking.rows) result[network[row.hub].slug] = row;
  return result;
}

TEST(Hubs, ByHand) {
  // West to east by rail only, both ways: each begins or ends at both, passes the near side of the border and
  // changes gauge where it arrives abroad: half of it at post, half of it at gate.
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubRanking ranking =
      rank_hubs(classes, uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east")));
  EXPECT_EQ(ranking.served, 2);
  EXPECT_TRUE(ranking.unserved.empty());
  const auto rows = by_slug(network, ranking);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows.at("west").own, 1);
  EXPECT_EQ(rows.at("west").rank, 1u);
  EXPECT_EQ(rows.at("east").rank, 1u);
  EXPECT_EQ(rows.at("post").exchanged, 0.5);
  EXPECT_EQ(rows.at("post").through, 0.5);
  EXPECT_EQ(rows.at("gate").exchanged, 0.5);
  EXPECT_EQ(rows.at("gate").handled(), 0.5);
  EXPECT_EQ(rows.at("gate").through, 0.5);
  EXPECT_EQ(rows.at("gate").rank, 3u);
}

TEST(Hubs, TheWayBetweenTerminalAndPortIsInsideTheHub) {
  // By sea from station to station: the hub is own, however often its places handle the container.
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::sea}}));
  const HubRanking ranking =
      rank_hubs(classes, uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east")));
  const auto rows = by_slug(network, ranking);
  EXPECT_EQ(rows.at("west").own, 1);
  EXPECT_EQ(rows.at("west").exchanged, 0);
  EXPECT_EQ(rows.at("gate").handled() + rows.at("gate").through, 0);
}

TEST(Hubs, LawsOnTheDefaultNetwork) {
  const Network network = load_default_network();
  const std::vector<PricedClass> classes = single_class(price(network));
  const HubDemand demand = default_demand(network);
  const HubRanking ranking = rank_hubs(classes, demand, {}, {.threads = 2});
  double own = 0;
  for (const HubShare& row : ranking.rows) {
    EXPECT_GE(row.own, 0);
    EXPECT_GE(row.exchanged, 0);
    EXPECT_GE(row.cleared, 0);
    EXPECT_GE(row.through, 0);
    EXPECT_LE(row.handled() + row.through, 1 + 1e-12) << network[row.hub].slug;
    EXPECT_EQ(row.score, row.handled());
    own += row.own;
  }
  EXPECT_NEAR(own, 2, 1e-9);  // every unit begins at one hub and ends at another
  EXPECT_EQ(ranking.total, demand.total());
  double missing = 0;
  for (const HubPair& pair : ranking.unserved) missing += pair.amount;
  for (const UnplacedDemand& unplaced : demand.no_hub) missing += unplaced.amount;
  EXPECT_NEAR(ranking.served + missing, ranking.total, 1e-6);
  for (std::size_t i = 1; i < ranking.rows.size(); ++i)
    EXPECT_LE(ranking.rows[i - 1].rank, ranking.rows[i].rank);
}

TEST(Hubs, SameBitsForAnyNumberOfThreads) {
  const Network network = load_default_network();
  const std::vector<PricedClass> classes = single_class(price(network));
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing,xian"), regions(network, RegionKind::country));
  const HubRanking one = rank_hubs(classes, demand, {.by = HubMeasure::through}, {.threads = 1});
  const HubRanking many = rank_hubs(classes, demand, {.by = HubMeasure::through}, {.threads = 3});
  ASSERT_EQ(one.rows.size(), many.rows.size());
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    EXPECT_EQ(one.rows[i].hub, many.rows[i].hub);
    EXPECT_EQ(one.rows[i].score, many.rows[i].score);
  }
}

TEST(Hubs, WithoutDemandEverythingIsZero) {
  const Network network = testing::small_network();
  const HubRanking ranking = rank_hubs(single_class(price(network)), HubDemand{});
  EXPECT_EQ(ranking.served, 0);
  for (const HubShare& row : ranking.rows) EXPECT_EQ(row.score, 0);
}

TEST(Hubs, UnservedDemandIsListedAndInNoShare) {
  const Network network = testing::small_network();
  LinkMask closed(network.links().size());
  closed.set(network.find_link("rail:gate~post"));
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.closed = closed, .modes = {Mode::rail}}));
  const HubRanking ranking = rank_hubs(
      classes,
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "gate,east")));
  EXPECT_EQ(ranking.total, 4);
  EXPECT_EQ(ranking.served, 2);
  EXPECT_EQ(ranking.unserved.size(), 2u);
  EXPECT_EQ(by_slug(network, ranking).at("west").own, 1);
}

}  // namespace
}  // namespace landbridge
