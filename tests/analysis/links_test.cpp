#include "landbridge/analysis/links.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <map>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Links, ByHand) {
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "gate,east"));
  const LinkRanking ranking = rank_links(classes, demand);
  std::map<std::string, double> shares;
  for (const LinkShare& row : ranking.rows) shares[network[row.link].key] = row.share;
  EXPECT_EQ(ranking.served, 4);
  EXPECT_EQ(shares.at("rail:west~gate"), 1);
  EXPECT_EQ(shares.at("rail:gate~post"), 0.5);
  EXPECT_EQ(shares.at("rail:post~east"), 0.5);
  EXPECT_FALSE(shares.contains("sea:west~strait"));  // not in use
  EXPECT_FALSE(shares.contains("exchange:west~west"));
  EXPECT_EQ(network[ranking.rows.front().link].key, "rail:west~gate");
  EXPECT_EQ(ranking.rows.front().score, 4);
}

TEST(Links, PassagesCountARouteOnce) {
  NetworkBuilder builder;
  for (const char* slug : {"a", "b", "c"})
    builder.add_place(testing::place(PlaceKind::port, slug, "AAA", {0, slug[0] - 'a' + 0.0}));
  for (const auto& [from, to] : {std::pair{"port:a", "port:b"}, {"port:b", "port:c"}}) {
    LinkFacts strait = testing::link(Mode::sea, from, to, 120);
    strait.facts.passes = {"long_strait"};
    builder.add_link(strait);
  }
  const Network network = std::move(builder).build();
  const PassageRanking ranking =
      rank_passages(single_class(price(network)), uniform_demand(network, resolve_endpoints(network, "a"), resolve_endpoints(network, "c")));
  ASSERT_EQ(ranking.rows.size(), 1u);
  EXPECT_EQ(ranking.rows[0].name, "long_strait");
  EXPECT_EQ(ranking.rows[0].share, 1);  // both of its links are used, the route counts once
  EXPECT_EQ(ranking.rows[0].links.size(), 2u);
}

TEST(Links, BordersArePassages) {
  const Network network = testing::small_network();
  const std::vector<PricedClass> classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const PassageRanking ranking =
      rank_passages(classes, uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east")));
  ASSERT_EQ(ranking.rows.size(), 1u);
  EXPECT_TRUE(ranking.rows[0].border);
  EXPECT_EQ(ranking.rows[0].name, "rail:gate~post");
  EXPECT_EQ(ranking.rows[0].share, 1);
}

TEST(Links, SharesOnTheDefaultNetworkAreFractions) {
  const Network network = load_default_network();
  const std::vector<PricedClass> classes = single_class(price(network));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "chongqing"), regions(network, RegionKind::country));
  const LinkRanking ranking = rank_links(classes, demand);
  double first = 2;
  for (const LinkShare& row : ranking.rows) {
    EXPECT_GE(row.share, 0);
    EXPECT_LE(row.share, 1 + 1e-12);
    EXPECT_LE(row.share, first + 1e-9);
    first = row.share;
  }
}

}  // namespace
}  // namespace landbridge
