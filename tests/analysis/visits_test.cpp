#include "landbridge/analysis/visits.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Visits, ByHand) {
  const Network network = testing::small_network();
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east"));
  const auto visits = place_visits(single_class(price(network, {}, {.modes = {Mode::rail}})), demand);
  ASSERT_EQ(visits.size(), network.places().size());
  const auto at = [&](const char* key) { return visits[network.find_place(key).index()]; };
  const PlaceVisits west = at("rail:west"), gate = at("border:gate"), strait = at("waypoint:strait");
  EXPECT_EQ(west.begun, 1);
  EXPECT_EQ(west.ended, 1);
  EXPECT_EQ(west.arrived, 1);
  EXPECT_EQ(west.left, 1);
  EXPECT_EQ(west.passed + west.exchanged + west.cleared, 0);
  EXPECT_EQ(gate.passed, 1);     // eastwards
  EXPECT_EQ(gate.exchanged, 1);  // westwards: cleared and moved to the other gauge, once
  EXPECT_EQ(gate.cleared, 0);
  EXPECT_EQ(gate.arrived, 2);
  EXPECT_EQ(strait.arrived, 0);
}

TEST(Visits, FlowIsKeptAtEveryPlaceOfTheDefaultNetwork) {
  const Network network = load_default_network();
  const auto classes = price_classes(std::make_shared<const Staircase>(network), CostModel());
  const HubDemand demand = default_demand(network);
  double begun = 0, ended = 0;
  for (const PlaceVisits& place : place_visits(classes, demand, {.threads = 2})) {
    EXPECT_NEAR(place.arrived, place.passed + place.exchanged + place.cleared + place.ended,
                1e-9 * (1 + place.arrived))
        << network[place.place].key;
    EXPECT_NEAR(place.left, place.passed + place.exchanged + place.cleared + place.begun, 1e-9 * (1 + place.left))
        << network[place.place].key;
    begun += place.begun;
    ended += place.ended;
  }
  EXPECT_NEAR(begun, ended, 1e-9 * begun);
  EXPECT_GT(begun, 0);
}

TEST(Visits, SameBitsForAnyNumberOfThreads) {
  const Network network = load_default_network();
  const auto classes = single_class(price(network));
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "chongqing"), regions(network, RegionKind::country));
  const auto one = place_visits(classes, demand, {.threads = 1});
  const auto many = place_visits(classes, demand, {.threads = 3});
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].arrived, many[i].arrived);
    EXPECT_EQ(one[i].exchanged, many[i].exchanged);
  }
}

}  // namespace
}  // namespace landbridge
