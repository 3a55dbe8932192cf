// What the default data and prices must say about well-known routes, and laws on twenty routes that cross a
// border.
#include "landbridge/analysis/conditions.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <set>
#include <string>

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

Route best(std::string_view from, std::string_view to, const CostModel& model, const PriceOptions& options) {
  const Priced priced = price(staircase(), model, options);
  const RouteAnswer answer =
      route(priced, resolve_endpoint(network(), from), resolve_endpoint(network(), to));
  EXPECT_TRUE(answer.route.has_value()) << answer.reason;
  return answer.route.value_or(Route{});
}

bool goes_by(const Route& route, std::string_view key) {
  const PlaceId place = network().find_place(key);
  return std::find(route.places.begin(), route.places.end(), place) != route.places.end();
}

bool uses(const Route& route, Mode mode) {
  return std::find(route.modes.begin(), route.modes.end(), mode) != route.modes.end();
}

void expect_each_leg_says_all(const Route& route) {
  ASSERT_FALSE(route.legs.empty());
  for (const Leg& leg : route.legs) {
    EXPECT_GT(leg.parts.time, Hours(0));
    EXPECT_GT(leg.parts.money, Usd(0));
    EXPECT_GT(leg.parts.distance, Kilometres(0));
    EXPECT_GT(leg.parts.co2, KgCo2(0));
    EXPECT_FALSE(network()[leg.from].name.empty());
    EXPECT_FALSE(network()[leg.to].name.empty());
  }
}

TEST(CorridorRoutes, ChongqingDuisburgByTimeGoesByRailOverKazakhstan) {
  const Route route = best("chongqing", "duisburg", {}, {.by = Objective::time});
  EXPECT_EQ(route.modes, std::vector{Mode::rail});
  EXPECT_TRUE(goes_by(route, "border:dostyk") || goes_by(route, "border:khorgos"));
  EXPECT_TRUE(goes_by(route, "border:malaszewicze"));  // Kaliningrad is no free way round it
  EXPECT_GE(route.total.distance, Kilometres(10000));
  EXPECT_LE(route.total.distance, Kilometres(11200));
  expect_each_leg_says_all(route);
}

TEST(CorridorRoutes, ChongqingDuisburgByMoneyGoesByWater) {
  const Route route = best("chongqing", "duisburg", {}, {.by = Objective::money});
  EXPECT_TRUE(uses(route, Mode::sea) || uses(route, Mode::river));
  expect_each_leg_says_all(route);
}

TEST(CorridorRoutes, GuiyangSingaporeByMoneyGoesByQinzhou) {
  const Route route = best("guiyang", "singapore", {}, {.by = Objective::money});
  EXPECT_TRUE(goes_by(route, "port:qinzhou"));
  expect_each_leg_says_all(route);
}

/// One TEU of a class under the conditions that hold on the default date.
Route of_class(std::string_view from, std::string_view to, std::string_view cargo) {
  const Conditions* const conditions = conditions_on(network(), PriceOptions::default_date);
  EXPECT_NE(conditions, nullptr);
  return best(from, to, for_class(under(*conditions, CostModel()), cargo),
              {.closed = closed_links(network(), *conditions)});
}

bool by_land(const Route& route) {
  return std::ranges::none_of(route.modes, [](Mode mode) { return mode == Mode::sea || mode == Mode::river; });
}

TEST(CorridorRoutes, GeneralCargoTakesTheWaterToEuropeAndTheRailwayToItsNeighbours) {
  for (const auto& [from, to] : {std::pair{"chongqing", "duisburg"}, {"shanghai", "rotterdam"}})
    EXPECT_FALSE(by_land(of_class(from, to, "general"))) << from << ' ' << to;
  for (const auto& [from, to] : {std::pair{"xian", "tashkent"}, {"harbin", "moscow"}})
    EXPECT_TRUE(by_land(of_class(from, to, "general"))) << from << ' ' << to;
}

TEST(CorridorRoutes, TimeCriticalCargoGoesOverland) {
  for (const auto& [from, to] : {std::pair{"chongqing", "duisburg"}, {"zhengzhou", "hamburg"}}) {
    const Route route = of_class(from, to, "time-critical");
    EXPECT_EQ(route.modes, std::vector{Mode::rail}) << from << ' ' << to;
    EXPECT_TRUE(goes_by(route, "border:malaszewicze")) << from << ' ' << to;  // Kaliningrad is no free way round
  }
  EXPECT_TRUE(by_land(of_class("guiyang", "singapore", "time-critical")));
}

TEST(CorridorRoutes, MoneyIsBrokenDownIntoWhatItIsPaidFor) {
  for (const char* cargo : {"general", "time-critical"}) {
    const Route route = of_class("chongqing", "duisburg", cargo);
    EXPECT_NEAR(route.breakdown.total().money.value(), route.total.money.value(), 1e-6);
    EXPECT_NEAR(route.breakdown.total().time.value(), route.total.time.value(), 1e-6);
    EXPECT_GT(route.breakdown.haul.money, Usd(0));
    EXPECT_GT(route.breakdown.terminals.money, Usd(0));
    EXPECT_GT(route.breakdown.waiting.time, Hours(0));
    EXPECT_EQ(route.breakdown.borders.money > Usd(0), by_land(route));
  }
}

struct Case {
  std::string from, to;
  Route route;
};

/// Twenty pairs whose cheapest route crosses a border, found among Chinese capitals and places abroad.
const std::vector<Case>& border_cases() {
  static const std::vector<Case> cases = [] {
    std::vector<Case> found;
    const char* const capitals[] = {"xian", "harbin", "kunming", "urumqi", "lanzhou", "chengdu"};
    const char* const abroad[] = {"moscow",    "tashkent", "almaty",      "ulaanbaatar",
                                  "vientiane", "bishkek",  "novosibirsk", "astana"};
    for (const char* from : capitals)
      for (const char* to : abroad) {
        if (found.size() == 20) break;
        Route route = best(from, to, {}, {});
        if (route.borders > 0) found.push_back({from, to, std::move(route)});
      }
    return found;
  }();
  return cases;
}

TEST(CorridorRoutes, ThereAreTwentyPairsThatCrossABorder) {
  EXPECT_EQ(border_cases().size(), 20u);
}

TEST(CorridorRoutes, ClosingABorderNeverLowersTheCost) {
  for (const Case& each : border_cases()) {
    LinkMask closed(network().links().size());
    for (const Leg& leg : each.route.legs)
      for (const LinkId link : leg.links)
        if (network().is_border(link) && closed.none()) closed.set(link);
    ASSERT_EQ(closed.count(), 1u);
    const Priced priced = price(staircase(), {}, {.closed = closed});
    const RouteAnswer answer =
        route(priced, resolve_endpoint(network(), each.from), resolve_endpoint(network(), each.to));
    const Cost detour = answer.route ? answer.route->cost : Cost::closed();
    EXPECT_GE(detour, each.route.cost) << each.from << ' ' << each.to;
  }
}

TEST(CorridorRoutes, DoublingAUsedModesTariffRaisesTheCost) {
  for (const Case& each : border_cases()) {
    for (const Mode mode : std::set<Mode>(each.route.modes.begin(), each.route.modes.end())) {
      CostModel dearer;
      for_each_field<CostModel>([&](const auto& row) {
        if (row.name.find("tariff") != std::string_view::npos && row.name.starts_with(name(mode)))
          set_field(dearer, row.name, (dearer.*row.member).value() * 2);
      });
      ASSERT_NE(dearer, CostModel());
      const Route route = best(each.from, each.to, dearer, {});
      EXPECT_GT(route.cost, each.route.cost) << each.from << ' ' << each.to << ' ' << name(mode);
    }
  }
}

}  // namespace
}  // namespace landbridge
