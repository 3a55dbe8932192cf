// Cargo by air is in the default data, and off unless it is asked for.
#include "landbridge/analysis/routes.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Network& network() {
  static const Network loaded = load_default_network();
  return loaded;
}

const std::shared_ptr<const Staircase>& staircase() {
  static const auto built = std::make_shared<const Staircase>(network());
  return built;
}

bool is_airport(PlaceId place) {
  return network()[place].kind == PlaceKind::airport;
}

bool is_flight(LinkId link) {
  return network()[link].mode == Mode::air;
}

/// The road between an airport and its city.
bool is_road_to_airport(LinkId link) {
  return network()[link].is_exchange() &&
         (is_airport(network()[link].from) || is_airport(network()[link].to));
}

RouteAnswer answer(const PriceOptions& options, std::string_view from, std::string_view to) {
  return route(price(staircase(), {}, options), resolve_endpoint(network(), from),
               resolve_endpoint(network(), to));
}

TEST(Air, CargoAirportsHaveTheirTonnesAndTheirFlights) {
  std::set<std::string, std::less<>> weighed;
  const Table throughput = load_table({}, "throughput").value();
  const auto text = [&](std::size_t row, std::string_view column) {
    return throughput.cell(row, throughput.find(column).value()).text;
  };
  for (std::size_t row = 0; row < throughput.row_count(); ++row)
    if (text(row, "subject").starts_with("airport:") && text(row, "unit") == "t" &&
        !text(row, "year").empty() && !text(row, "source").empty())
      weighed.emplace(text(row, "subject"));
  std::set<PlaceId> flown;
  for (const LinkId link : network().links().ids())
    if (is_flight(link)) flown.insert({network()[link].from, network()[link].to});
  std::size_t airports = 0, cargo_airports = 0;
  for (const PlaceId place : network().places().ids()) {
    if (!is_airport(place)) continue;
    ++airports;
    EXPECT_TRUE(flown.contains(place)) << network()[place].key;
    cargo_airports += weighed.contains(network()[place].key);
  }
  EXPECT_EQ(airports, flown.size());  // no flight ends anywhere else
  EXPECT_GE(airports, 40u);
  EXPECT_GE(cargo_airports, 20u);
}

TEST(Air, IsOffByDefaultAndOnWhereItIsAsked) {
  PriceOptions with_air;
  with_air.modes = resolve_modes("air");
  std::size_t flights = 0, roads = 0;
  for (const LinkId link : network().links().ids()) {
    if (!is_flight(link) && !is_road_to_airport(link)) continue;
    ++(is_flight(link) ? flights : roads);
    EXPECT_FALSE(is_open(network(), link, {})) << network()[link].key;
    EXPECT_TRUE(is_open(network(), link, with_air)) << network()[link].key;
  }
  EXPECT_GT(flights, 100u);
  EXPECT_GT(roads, 10u);
}

/// Under no objective is there a move over a flight to be had.
TEST(Air, NoRouteFliesUnlessAsked) {
  for (const Objective by :
       {Objective::cost, Objective::money, Objective::time, Objective::distance, Objective::co2}) {
    const Priced priced = price(staircase(), {}, {.by = by});
    std::size_t over_flights = 0, open = 0;
    for (const MoveId id : staircase()->moves().ids()) {
      const Move& move = staircase()->moves()[id];
      if (!move.is_haul() || !is_flight(move.link)) continue;
      ++over_flights;
      open += !priced.costs[id].is_closed();
    }
    EXPECT_GT(over_flights, 0u) << name(by);
    EXPECT_EQ(open, 0u) << name(by);
  }
}

TEST(Air, IsFastAndDearWhereItIsAsked) {
  const RouteAnswer ground = answer({.by = Objective::time}, "zhengzhou", "los-angeles");
  const RouteAnswer any = answer({.by = Objective::time, .modes = Modes::all()}, "zhengzhou", "los-angeles");
  ASSERT_TRUE(ground.route && any.route);
  EXPECT_EQ(std::ranges::count(ground.route->modes, Mode::air), 0);
  EXPECT_GE(std::ranges::count(any.route->modes, Mode::air), 1);
  EXPECT_LT(any.route->total.time, ground.route->total.time / 2);
  EXPECT_GT(any.route->total.money, ground.route->total.money * 2);
  EXPECT_GT(any.route->total.co2, ground.route->total.co2 * 2);
}

/// What flies, or takes the road to the airport, which is open to who asks for air.
TEST(Air, HasToBeAskedForToReachAHubThatIsAnAirportAlone) {
  std::size_t hubs = 0;
  const Priced ground = price(staircase(), {}), flying = price(staircase(), {}, {.modes = Modes::all()});
  const Endpoint from = resolve_endpoint(network(), "chongqing");
  for (const Hub& hub : network().hubs()) {
    if (!std::ranges::all_of(hub.places, is_airport)) continue;
    ++hubs;
    const Endpoint to = resolve_endpoint(network(), hub.slug);
    const RouteAnswer by_ground = route(ground, from, to), by_air = route(flying, from, to);
    EXPECT_FALSE(by_ground.route) << hub.slug;
    EXPECT_FALSE(by_ground.reason.empty()) << hub.slug;
    ASSERT_TRUE(by_air.route && !by_air.route->legs.empty()) << hub.slug;
    const LinkId last = by_air.route->legs.back().links.back();
    EXPECT_TRUE(is_flight(last) || is_road_to_airport(last)) << network()[last].key;
  }
  EXPECT_GT(hubs, 0u);
}

}  // namespace
}  // namespace landbridge
