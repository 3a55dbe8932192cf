#include "landbridge/analysis/routes.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

Route must_route(const Priced& priced, std::string_view from, std::string_view to,
                 const RouteOptions& options = {}) {
  const RouteAnswer answer = route(priced, resolve_endpoint(priced.network(), from),
                                   resolve_endpoint(priced.network(), to), options);
  EXPECT_TRUE(answer.route.has_value()) << answer.reason;
  return answer.route.value_or(Route{});
}

TEST(Routes, AnOverlandRouteByHand) {
  const Network network = testing::small_network();
  const Priced priced = price(network, {}, {.modes = {Mode::rail}});
  const Route found = must_route(priced, "west", "east");
  // 600 km and 12 km on 1435 mm at 600 km/day, 600 km on 1520 mm at 745; half a headway of 24 h, two terminals of
  // 5 h, the border's 20 h and the 60.1 h more of an ordinary train.
  const CostModel model;
  EXPECT_NEAR(found.total.time.value(), 612.0 / 600 * 24 + 600.0 / 745 * 24 + 12 + 5 + 20 + 60.1 + 5, 1e-9);
  EXPECT_NEAR(found.total.money.value(),
              612 * model.rail_tariff.value() + 600 * model.rail_tariff_broad.value() +
                  2 * model.rail_terminal_money.value() + 60 + 200,
              1e-9);
  EXPECT_NEAR(found.breakdown.waiting.time.value(), 12, 1e-9);
  EXPECT_NEAR(found.breakdown.borders.money.value(), 260, 1e-9);
  EXPECT_NEAR(found.breakdown.total().money.value(), found.total.money.value(), 1e-9);
  EXPECT_LT(found.co2_low, found.total.co2);
  EXPECT_LE(found.total.co2, found.co2_high);
  EXPECT_EQ(found.total.distance, Kilometres(1212));
  EXPECT_NEAR(found.total.co2.value(), 1212 * 0.347, 1e-9);
  EXPECT_EQ(found.borders, 1u);
  EXPECT_EQ(found.gauge_changes, 1u);
  EXPECT_EQ(found.transfers, 0u);
  ASSERT_EQ(found.legs.size(), 2u);
  EXPECT_EQ(found.legs[0].links.size(), 2u);
  EXPECT_EQ(network[found.legs[0].to].key, "border:post");
  ASSERT_EQ(found.stops.size(), 3u);
  EXPECT_TRUE(found.stops[0].loaded);
  EXPECT_TRUE(found.stops[1].border_cleared && found.stops[1].gauge_changed);
  EXPECT_TRUE(found.stops[2].unloaded);
  EXPECT_EQ(found.modes, std::vector{Mode::rail});
  EXPECT_EQ(found.places.size(), 4u);
}

TEST(Routes, WaypointsAreNeverListed) {
  const Network network = testing::small_network();
  const Route found = must_route(price(network, {}, {.modes = {Mode::sea}}), "west", "east");
  EXPECT_EQ(found.places, (std::vector{network.find_place("port:west"), network.find_place("port:east")}));
  EXPECT_EQ(found.legs.size(), 1u);
  EXPECT_EQ(found.legs[0].links.size(), 2u);
  EXPECT_EQ(found.total.distance, Kilometres(1240));
}

TEST(Routes, PartsOfLegsAndStopsAddUp) {
  const Network network = load_default_network();
  for (const Objective by : {Objective::cost, Objective::money, Objective::time, Objective::co2}) {
    const Priced priced = price(network, {}, {.by = by});
    for (const auto& [from, to] :
         {std::pair{"chongqing", "duisburg"}, {"guiyang", "singapore"}, {"kashgar", "islamabad"}}) {
      for (const LegGrain grain : {LegGrain::run, LegGrain::link}) {
        const Route found = must_route(priced, from, to, {.legs = grain});
        Parts sum;
        std::size_t links = 0;
        for (const Leg& leg : found.legs) sum += leg.parts, links += leg.links.size();
        for (const Stop& stop : found.stops) sum += stop.parts;
        EXPECT_NEAR(sum.money.value(), found.total.money.value(), 1e-6);
        EXPECT_NEAR(sum.time.value(), found.total.time.value(), 1e-6);
        EXPECT_NEAR(sum.distance.value(), found.total.distance.value(), 1e-6);
        EXPECT_NEAR(sum.co2.value(), found.total.co2.value(), 1e-6);
        EXPECT_TRUE(grain == LegGrain::run || links == found.legs.size());
        EXPECT_TRUE(grain == LegGrain::link || found.stops.size() == found.legs.size() + 1);
        const double exact = figure(CostModel(), by, found.total);
        const double steps = static_cast<double>(links + found.stops.size());
        EXPECT_NEAR(static_cast<double>(found.cost.quanta()) * 0.01, exact, 0.01 * steps);
      }
    }
  }
}

TEST(Routes, NoRouteIsAnAnswerWithAReason) {
  const Network network = load_default_network();
  const Priced rails = price(network, {}, {.modes = {Mode::rail}});
  const RouteAnswer overseas =
      route(rails, resolve_endpoint(network, "chongqing"), resolve_endpoint(network, "los-angeles"));
  EXPECT_FALSE(overseas.route.has_value());
  EXPECT_EQ(overseas.reason, "no link that is open ends at los-angeles");
  const RouteAnswer apart =
      route(rails, resolve_endpoint(network, "chongqing"), resolve_endpoint(network, "karachi"));
  EXPECT_FALSE(apart.route.has_value());
  EXPECT_EQ(apart.reason, "no way leads from chongqing to karachi over the links that are open");
}

TEST(Routes, FromAPlaceToItselfCostsNothing) {
  const Network network = load_default_network();
  const Priced priced = price(network);
  for (const auto& [from, to] : {std::pair{"chongqing", "chongqing"},
                                 {"rail:chongqing", "chongqing"},
                                 {"chongqing", "river:chongqing"}}) {
    const Route found = must_route(priced, from, to);
    EXPECT_EQ(found.cost, Cost(0));
    EXPECT_TRUE(found.legs.empty());
    EXPECT_EQ(found.places.size(), 1u);
  }
  EXPECT_FALSE(must_route(priced, "rail:chongqing", "river:chongqing").legs.empty());
}

TEST(Routes, AHubTakesWhicheverOfItsPlacesIsCheapest) {
  const Network network = load_default_network();
  const Priced priced = price(network);
  const Cost hub = must_route(priced, "chongqing", "shanghai").cost;
  const Cost rail = must_route(priced, "rail:chongqing", "shanghai").cost;
  const Cost river = must_route(priced, "river:chongqing", "shanghai").cost;
  EXPECT_EQ(hub, std::min(rail, river));
}

TEST(Routes, EmissionsLieWithinTheRangeOfTheirMode) {
  const Network network = load_default_network();
  const Priced priced = price(network);
  for (const auto& [from, to] : {std::pair{"shanghai", "rotterdam"},
                                 {"xian", "tashkent"},
                                 {"guiyang", "singapore"},
                                 {"province:gansu", "country:POL"}}) {
    const Route found = must_route(priced, from, to);
    EXPECT_LE(found.co2_low, found.total.co2 * 1.000001) << from << ' ' << to;
    EXPECT_GE(found.co2_high, found.total.co2 * 0.999999) << from << ' ' << to;
    EXPECT_GT(found.co2_low, KgCo2(0)) << from << ' ' << to;
  }
}

TEST(Routes, ARegionTakesItsCheapestHubAndItsRoad) {
  const Network network = load_default_network();
  const Priced priced = price(network);
  const Route found = must_route(priced, "province:gansu", "country:POL");
  EXPECT_GT(found.breakdown.access.distance, Kilometres(0));
  EXPECT_GT(found.breakdown.access.money, Usd(0));
  EXPECT_FALSE(found.stops.front().access.is_none());
  EXPECT_FALSE(found.stops.back().access.is_none());
  // Between a province and a hub of its own the road is all there is.
  const Route home = must_route(priced, "province:gansu", "lanzhou");
  EXPECT_TRUE(home.legs.empty());
  EXPECT_EQ(home.total.money, home.breakdown.access.money);
}

}  // namespace
}  // namespace landbridge
