#include "landbridge/analysis/train_ends.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <memory>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

/// The small network with a town in AAA on the way, and a train from there to the east.
Network with_a_train_from_the_middle() {
  NetworkBuilder builder;
  using testing::broad, testing::link, testing::place, testing::standard;
  builder.add_place(place(PlaceKind::rail, "west", "AAA", {0, 0}, {standard}));
  builder.add_place(place(PlaceKind::rail, "middle", "AAA", {0, 3}, {standard}));
  builder.add_place(place(PlaceKind::border, "gate", "AAA", {0, 5}, {standard, broad}));
  builder.add_place(place(PlaceKind::border, "post", "BBB", {0, 5.1}, {broad, standard}));
  builder.add_place(place(PlaceKind::rail, "east", "BBB", {0, 10}, {broad}));
  builder.add_link(link(Mode::rail, "rail:west", "rail:middle", 360, {standard}));
  builder.add_link(link(Mode::rail, "rail:middle", "border:gate", 240, {standard}));
  builder.add_link(link(Mode::rail, "border:gate", "border:post", 12, {standard, broad}));
  builder.add_link(link(Mode::rail, "border:post", "rail:east", 600, {broad}));
  ServiceFacts express =
      testing::service(Mode::rail, "express", {"rail:middle", "rail:east"},
                       {"rail:middle", "border:gate", "border:post", "rail:east"});
  express.facts.per_week = 7;
  builder.add_service(express);
  return std::move(builder).build();
}

HubDemand both_ways(const Network& network, const char* one, const char* other) {
  return uniform_demand(network, resolve_endpoints(network, one), resolve_endpoints(network, other));
}

TEST(TrainEnds, AnOrdinaryTrainBeginsWhereItIsLoaded) {
  const Network network = testing::small_network();
  const auto classes = single_class(price(network, {}, {.modes = {Mode::rail}}));
  const HubId west = network.find_hub("west"), east = network.find_hub("east");
  const TrainEnds ends = train_ends(classes, both_ways(network, "west", "east"), "AAA");
  EXPECT_DOUBLE_EQ(ends.amount[west], 2);  // out and in
  EXPECT_DOUBLE_EQ(ends.amount[east], 0);
  EXPECT_DOUBLE_EQ(ends.crossing, 2);
  EXPECT_DOUBLE_EQ(ends.served, 2);
  // Seen from the other country it ends at the other end; a third one is not crossed.
  EXPECT_DOUBLE_EQ(train_ends(classes, both_ways(network, "west", "east"), "BBB").amount[east], 2);
  EXPECT_DOUBLE_EQ(train_ends(classes, both_ways(network, "west", "east"), "CCC").crossing, 0);
}

TEST(TrainEnds, CargoThatChangesTrainsCountsWhereItBoardsTheOneThatCrosses) {
  const Network network = with_a_train_from_the_middle();
  CostModel slow_border;
  slow_border.wagonload_border_time = Hours(1000);
  const auto classes = single_class(price(network, slow_border));
  const TrainEnds ends = train_ends(classes, both_ways(network, "west", "east"), "AAA");
  EXPECT_DOUBLE_EQ(ends.amount[network.find_hub("middle")], 2);
  EXPECT_DOUBLE_EQ(ends.amount[network.find_hub("west")], 0);
  // Where ordinary trains cross as fast, nobody changes.
  CostModel fast_border;
  fast_border.wagonload_border_time = Hours(0);
  EXPECT_DOUBLE_EQ(train_ends(single_class(price(network, fast_border)), both_ways(network, "west", "east"), "AAA")
                       .amount[network.find_hub("west")],
                   2);
}

TEST(TrainEnds, ShipsCrossNoBorderByRail) {
  const Network network = testing::small_network();
  const TrainEnds ends =
      train_ends(single_class(price(network, {}, {.modes = {Mode::sea, Mode::road}})), both_ways(network, "port:west", "port:east"), "AAA");
  EXPECT_DOUBLE_EQ(ends.served, 2);
  EXPECT_DOUBLE_EQ(ends.crossing, 0);
}

TEST(TrainEnds, OfTheDefaultNetworkAreTheSameForAnyNumberOfThreads) {
  const Network network = load_default_network();
  const auto classes = price_classes(std::make_shared<const Staircase>(network), CostModel());
  const HubDemand demand = both_ways(network, "province:shaanxi,province:jiangsu,province:guangdong", "country:DEU,country:RUS");
  const TrainEnds one = train_ends(classes, demand, "CHN", {.threads = 1});
  EXPECT_GT(one.crossing, 0);
  double sum = 0;
  for (const HubId hub : network.hubs().ids()) {
    sum += one.amount[hub];
    if (one.amount[hub] > 0) {
      EXPECT_EQ(network[hub].country, "CHN") << network[hub].slug;
    }
  }
  EXPECT_NEAR(sum, one.crossing, 1e-9 * sum);  // every train begins somewhere
  for (const unsigned threads : {2u, 3u, 7u}) {
    const TrainEnds again = train_ends(classes, demand, "CHN", {.threads = threads});
    for (const HubId hub : network.hubs().ids()) EXPECT_EQ(again.amount[hub], one.amount[hub]);
    EXPECT_EQ(again.crossing, one.crossing);
  }
}

}  // namespace
}  // namespace landbridge
