#include "landbridge/network/network.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

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

TEST(Network, WaypointsAreNoHubs) {
  const Network network = testing::small_network();
  EXPECT_TRUE(network.find_hub("strait").is_none());
  EXPECT_TRUE(network.hub_of(network.find_place("waypoint:strait")).is_none());
}

TEST(Network, RailTerminalsAndPortsNearbyExchange) {
  const Network network = testing::small_network();
  const Link& exchange = network[network.find_link("exchange:west~west")];
  EXPECT_TRUE(exchange.exchange);
  EXPECT_EQ(exchange.mode, Mode::road);
  EXPECT_EQ(exchange.length, Kilometres(14.374));  // 11.057 km x 1.3
  EXPECT_FALSE(exchange.basis.empty());
}

TEST(Network, BordersLieBetweenCustomsTerritories) {
  const Network apart = testing::small_network();
  EXPECT_TRUE(apart.is_border(apart.find_link("rail:gate~post")));
  EXPECT_FALSE(apart.is_border(apart.find_link("rail:west~gate")));
  EXPECT_FALSE(apart.is_border(apart.find_link("sea:west~strait")));

  NetworkBuilder builder = testing::small_network_builder();
  builder.add_customs_union_member("together", "AAA");
  builder.add_customs_union_member("together", "BBB");
  // The record is of a crossing that is no border any more.
  EXPECT_THROW(std::move(builder).build(), DataError);
}

TEST(Network, RecordsAreKeptByDirection) {
  const Network network = testing::small_network();
  const LinkId link = network.find_link("rail:gate~post");
  ASSERT_NE(network.find_border_record(link, Direction::forward), nullptr);
  EXPECT_EQ(network.find_border_record(link, Direction::forward)->time, Hours(20));
  EXPECT_EQ(network.find_border_record(link, Direction::backward), nullptr);
}

}  // namespace
}  // namespace landbridge
