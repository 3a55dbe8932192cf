// Laws of flows on random networks: what comes in goes on, and no hub handles and passes more than there is.

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/analysis/visits.hpp"
#include "network/random_network.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

constexpr std::uint64_t networks = 1000;

std::vector<Endpoint> all_hubs(const Network& network) {
  std::vector<Endpoint> result;
  for (const HubId id : network.hubs().ids()) result.push_back({.hub = id, .key = network[id].slug});
  return result;
}

/// What one route meets, place by place.
struct Repeats {
  bool place = false;
  bool hub = false;
};

Repeats repeats_of(const Network& network, const Route& route) {
  Repeats result;
  std::vector<HubId> hubs;
  for (const PlaceId place : route.places)
    if (hubs.empty() || hubs.back() != network.hub_of(place)) hubs.push_back(network.hub_of(place));
  std::vector<PlaceId> places = route.places;
  std::sort(places.begin(), places.end());
  std::sort(hubs.begin(), hubs.end());
  result.place = std::adjacent_find(places.begin(), places.end()) != places.end();
  result.hub = std::adjacent_find(hubs.begin(), hubs.end()) != hubs.end();
  return result;
}

TEST(FlowLaws, HoldOnRandomNetworks) {
  std::size_t twice_a_place = 0, twice_a_hub = 0, with_flow = 0;
  for (std::uint64_t seed = 0; seed < networks; ++seed) {
    const Network network = testing::RandomNetwork(seed).build();
    const auto classes = price_classes(std::make_shared<const Staircase>(network), CostModel());
    const std::vector<Endpoint> hubs = all_hubs(network);
    const HubDemand demand = uniform_demand(network, hubs, hubs);
    double begun = 0, ended = 0;
    for (const PlaceVisits& place : place_visits(classes, demand)) {
      const double goes_on = place.passed + place.exchanged + place.cleared;
      ASSERT_NEAR(place.arrived, goes_on + place.ended, 1e-9) << seed << ' ' << network[place.place].key;
      ASSERT_NEAR(place.left, goes_on + place.begun, 1e-9) << seed << ' ' << network[place.place].key;
      begun += place.begun, ended += place.ended;
    }
    const HubRanking ranking = rank_hubs(classes, demand);
    ASSERT_NEAR(begun, ranking.served, 1e-9) << seed;
    ASSERT_NEAR(ended, ranking.served, 1e-9) << seed;
    with_flow += ranking.served > 0;
    for (const HubShare& row : ranking.rows) {
      ASSERT_LE(row.handled() + row.through, 1 + 1e-12) << seed << ' ' << network[row.hub].slug;
      for (const double share : {row.own, row.exchanged, row.cleared, row.through}) ASSERT_GE(share, 0);
    }
    Repeats seen;
    for (const PricedClass& each : classes)
      for (const Endpoint& from : hubs)
        for (const Endpoint& to : hubs)
          if (const auto found = route(each.priced, from, to).route) {
            const Repeats here = repeats_of(network, *found);
            seen.place |= here.place, seen.hub |= here.hub;
          }
    twice_a_place += seen.place, twice_a_hub += seen.hub;
  }
  EXPECT_GT(with_flow, networks * 9 / 10);
  EXPECT_GT(twice_a_place, 10u);
  EXPECT_GT(twice_a_hub, 10u);
  RecordProperty("networks_with_a_route_twice_at_a_place", static_cast<int>(twice_a_place));
  RecordProperty("networks_with_a_route_twice_at_a_hub", static_cast<int>(twice_a_hub));
}

}  // namespace
}  // namespace landbridge
