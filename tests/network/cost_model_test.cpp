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
  set_field(model, "port_time", 100);
  EXPECT_EQ(model.port_time, Hours(100));
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

TEST(CostModel, AHaulByHand) {
  const Network network = testing::small_network();
  const CostModel model;
  // 600 km on 1520 mm: 600 x 0.23 USD, 600 / 745 days, 600 km x 10 t x 34.7 g.
  const Parts rail = haul(model, network, network.find_link("rail:post~east"), testing::broad);
  EXPECT_DOUBLE_EQ(rail.money.value(), 138);
  EXPECT_DOUBLE_EQ(rail.time.value(), 600.0 / 745 * 24);
  EXPECT_DOUBLE_EQ(rail.co2.value(), 208.2);
  EXPECT_EQ(rail.distance, Kilometres(600));
  // 620 km by sea: 0.045 USD, 16 knots = 29.632 km/h, 19.8 g.
  const Parts sea = haul(model, network, network.find_link("sea:west~strait"), {});
  EXPECT_DOUBLE_EQ(sea.money.value(), 27.9);
  EXPECT_DOUBLE_EQ(sea.time.value(), 620 / 29.632);
  EXPECT_DOUBLE_EQ(sea.co2.value(), 122.76);
}

}  // namespace
}  // namespace landbridge
