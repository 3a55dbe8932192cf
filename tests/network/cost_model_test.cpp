#include "landbridge/network/cost_model.hpp"

#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <limits>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(CostModel, EveryFieldSaysWhereItsDefaultComesFrom) {
  std::vector<std::string_view> fields, sourced;
  for_each_field<CostModel>([&](const auto& row) {
    fields.push_back(row.name);
    EXPECT_FALSE(row.unit.empty()) << row.name;
    EXPECT_FALSE(row.help.empty()) << row.name;
  });
  for (const FieldSource& source : cost_model_sources()) {
    sourced.push_back(source.field);
    EXPECT_FALSE(source.reason.empty()) << source.field;
    EXPECT_TRUE(source.basis == FigureBasis::judgement || !source.year.empty()) << source.field;
    EXPECT_TRUE(source.basis != FigureBasis::sourced || source.address.starts_with("http")) << source.field;
  }
  EXPECT_EQ(fields, sourced);
  EXPECT_EQ(std::set(fields.begin(), fields.end()).size(), fields.size());
}

TEST(CostModel, DefaultsAreInRange) {
  EXPECT_NO_THROW(check(CostModel()));
}

TEST(CostModel, FieldsAreSetByName) {
  CostModel model;
  set_field(model, "value_of_time", 25);
  EXPECT_EQ(model.value_of_time, TimeValue(25));
  set_field(model, "port_money", 100);
  EXPECT_EQ(model.port_money, Usd(100));
}

TEST(CostModel, UnknownFieldsAndBadValuesAreRefused) {
  CostModel model;
  EXPECT_THROW(set_field(model, "value_of_tim", 25), OptionError);
  EXPECT_THROW(set_field(model, "sea_tariff", -1), OptionError);
  EXPECT_THROW(set_field(model, "sea_tariff", 0), OptionError);
  EXPECT_THROW(set_field(model, "sea_tariff", std::numeric_limits<double>::quiet_NaN()), OptionError);
  EXPECT_EQ(model, CostModel());
  try {
    set_field(model, "value_of_tim", 25);
  } catch (const OptionError& error) {
    EXPECT_NE(std::string(error.what()).find("value_of_time"), std::string::npos) << error.what();
  }
  model.rail_tariff = Tariff(-1);
  EXPECT_THROW(check(model), OptionError);
}

TEST(CostModel, ClassesOfCargoPutTheirValueOfTimeInItsPlace) {
  const CostModel model;
  double shares = 0;
  for (const CargoClass& one : model.classes) {
    shares += one.share;
    EXPECT_EQ(for_class(model, one.name).value_of_time, one.value_of_time);
    EXPECT_EQ(for_class(model, one.name).rail_tariff, model.rail_tariff);
    EXPECT_TRUE(one.basis.starts_with("judgement")) << one.name;
  }
  EXPECT_DOUBLE_EQ(shares, 1);
  EXPECT_EQ(for_class(model, "general").value_of_time, model.value_of_time);
  try {
    for_class(model, "frozen");
    FAIL();
  } catch (const OptionError& error) {
    EXPECT_NE(std::string(error.what()).find("time-critical"), std::string::npos) << error.what();
  }
}

TEST(CostModel, SharesOfClassesAddUpToOne) {
  CostModel model;
  model.classes = {{"all", 0.5, TimeValue(1), ""}};
  EXPECT_THROW(check(model), OptionError);
  model.classes = {{"all", 1.5, TimeValue(1), ""}, {"none", -0.5, TimeValue(1), ""}};
  EXPECT_THROW(check(model), OptionError);
  model.classes = {{"all", 1, TimeValue(-1), ""}};
  EXPECT_THROW(check(model), OptionError);
  model.classes = {};
  EXPECT_NO_THROW(check(model));
}

TEST(CostModel, EmissionsInUseLieBetweenPublishedOnes) {
  const CostModel model;
  const auto in_use = [&](Mode mode, ShipClass ship) {
    switch (mode) {
      case Mode::rail:
        return model.rail_emission;
      case Mode::road:
        return model.road_emission;
      case Mode::ferry:
        return model.ferry_emission;
      case Mode::river:
        return model.river_emission;
      case Mode::air:
        return model.air_emission;
      case Mode::sea:
        break;
    }
    return ship == ShipClass::deep_sea ? model.sea_emission : model.feeder_emission;
  };
  std::set<Mode> modes;
  for (const EmissionRange& range : emission_ranges()) {
    modes.insert(range.mode);
    EXPECT_LE(range.low, in_use(range.mode, range.ship)) << name(range.mode);
    EXPECT_GE(range.high, in_use(range.mode, range.ship)) << name(range.mode);
    EXPECT_FALSE(range.source.empty());
  }
  EXPECT_EQ(modes.size(), std::size(all_modes));
}

TEST(CostModel, AHaulByHand) {
  const Network network = testing::small_network();
  const CostModel model{.rail_tariff_broad = Tariff(0.23), .road_tariff = Tariff(0.85)};
  const auto of = [&](const char* link, Gauge gauge, ShipClass ship = ShipClass::none) {
    return haul(model, network, network.find_link(link), Direction::forward, gauge, ship);
  };
  // 600 km on 1520 mm: 600 x 0.23 USD, 600 / 745 days, 600 km x 10 t x 34.7 g.
  const Parts rail = of("rail:post~east", testing::broad);
  EXPECT_DOUBLE_EQ(rail.money.value(), 138);
  EXPECT_DOUBLE_EQ(rail.time.value(), 600.0 / 745 * 24);
  EXPECT_DOUBLE_EQ(rail.co2.value(), 208.2);
  EXPECT_EQ(rail.distance, Kilometres(600));
  // 620 km by deep-sea ship: 0.045 USD, 16 knots = 29.632 km/h, 15.5 g.
  const Parts sea = of("sea:west~strait", {}, ShipClass::deep_sea);
  EXPECT_DOUBLE_EQ(sea.money.value(), 27.9);
  EXPECT_DOUBLE_EQ(sea.time.value(), 620 / 29.632);
  EXPECT_DOUBLE_EQ(sea.co2.value(), 96.1);
  // By feeder: 0.09 USD, 14 knots, 39.9 g.
  const Parts feeder = of("sea:west~strait", {}, ShipClass::feeder);
  EXPECT_DOUBLE_EQ(feeder.money.value(), 55.8);
  EXPECT_DOUBLE_EQ(feeder.time.value(), 620 / 25.928);
  EXPECT_DOUBLE_EQ(feeder.co2.value(), 247.38);
  // A truck: 0.85 USD, 529 km a day, 95 g.
  const Parts road = road_haul(model, Kilometres(100));
  EXPECT_DOUBLE_EQ(road.money.value(), 85);
  EXPECT_DOUBLE_EQ(road.time.value(), 100.0 / 529 * 24);
  EXPECT_DOUBLE_EQ(road.co2.value(), 95);
}

TEST(CostModel, LanesHaveADearDirectionForDeepSeaShips) {
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::port, "a", "AAA", {0, 0}));
  builder.add_place(testing::place(PlaceKind::port, "b", "BBB", {0, 10}));
  builder.add_place(testing::place(PlaceKind::port, "c", "CCC", {0, 20}));
  LinkFacts europe = testing::link(Mode::sea, "port:a", "port:b", 1200);
  europe.facts.lane = SeaLane::europe;
  europe.facts.headhaul = Direction::backward;
  builder.add_link(europe);
  LinkFacts pacific = testing::link(Mode::sea, "port:b", "port:c", 1200);
  pacific.facts.lane = SeaLane::pacific;
  pacific.facts.headhaul = Direction::forward;
  builder.add_link(pacific);
  const Network network = std::move(builder).build();
  const CostModel model{.sea_tariff_europe_headhaul = Tariff(0.05),
                        .sea_tariff_europe_backhaul = Tariff(0.02),
                        .sea_tariff_pacific_headhaul = Tariff(0.1),
                        .sea_tariff_pacific_backhaul = Tariff(0.01),
                        .feeder_tariff = Tariff(0.09)};
  const auto tariff = [&](const char* link, Direction direction, ShipClass ship) {
    return haul(model, network, network.find_link(link), direction, {}, ship).money.value() / 1200;
  };
  EXPECT_DOUBLE_EQ(tariff("sea:a~b", Direction::backward, ShipClass::deep_sea), 0.05);
  EXPECT_DOUBLE_EQ(tariff("sea:a~b", Direction::forward, ShipClass::deep_sea), 0.02);
  EXPECT_DOUBLE_EQ(tariff("sea:b~c", Direction::forward, ShipClass::deep_sea), 0.1);
  EXPECT_DOUBLE_EQ(tariff("sea:b~c", Direction::backward, ShipClass::deep_sea), 0.01);
  EXPECT_DOUBLE_EQ(tariff("sea:b~c", Direction::backward, ShipClass::feeder), 0.09);
}

TEST(CostModel, RailwaysAreDearerOrSlowerByCountryAndGauge) {
  NetworkBuilder builder;
  const auto add = [&](const char* slug, const char* country, double longitude) {
    builder.add_place(
        testing::place(PlaceKind::rail, slug, country, {0, longitude}, {testing::standard, testing::broad}));
  };
  add("xian", "CHN", 0), add("zhengzhou", "CHN", 1), add("vientiane", "LAO", 2);
  builder.add_link(
      testing::link(Mode::rail, "rail:xian", "rail:zhengzhou", 120, {testing::standard, testing::broad}));
  builder.add_link(testing::link(Mode::rail, "rail:zhengzhou", "rail:vientiane", 120, {testing::standard}));
  const Network network = std::move(builder).build();
  const CostModel model{
      .rail_tariff = Tariff(1), .rail_tariff_china = Tariff(2), .rail_tariff_broad = Tariff(3)};
  const auto of = [&](const char* link, Gauge gauge) {
    return haul(model, network, network.find_link(link), Direction::forward, gauge, ShipClass::none);
  };
  EXPECT_DOUBLE_EQ(of("rail:xian~zhengzhou", testing::standard).money.value(), 240);
  EXPECT_DOUBLE_EQ(of("rail:xian~zhengzhou", testing::standard).time.value(), 120.0 / 800 * 24);
  EXPECT_DOUBLE_EQ(of("rail:xian~zhengzhou", testing::broad).money.value(), 360);
  EXPECT_DOUBLE_EQ(of("rail:zhengzhou~vientiane", testing::standard).money.value(), 120);
  EXPECT_DOUBLE_EQ(of("rail:zhengzhou~vientiane", testing::standard).time.value(), 120.0 / 600 * 24);
}

}  // namespace
}  // namespace landbridge
