#include "landbridge/analysis/conditions.hpp"

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

Date day(std::string_view text) {
  return *parse_date(text);
}

Network with_conditions() {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_conditions({.name = "calm", .validity = {day("2019-01-01"), day("2019-12-31")}});
  builder.add_conditions({.name = "storm",
                          .validity = {day("2023-12-15"), day("2025-12-31")},
                          .fields = {{"sea_speed", 14}, {"port_money", 200}},
                          .closures = {{"link:sea:west~strait"}}});
  return std::move(builder).build();
}

TEST(Conditions, AreFoundByNameAndByDay) {
  const Network network = with_conditions();
  EXPECT_EQ(find_conditions(network, "calm").name, "calm");
  EXPECT_THROW(find_conditions(network, "gale"), NameError);
  EXPECT_EQ(conditions_on(network, day("2018-12-31")), nullptr);
  ASSERT_NE(conditions_on(network, day("2025-12-31")), nullptr);
  EXPECT_EQ(conditions_on(network, day("2025-12-31"))->name, "storm");
}

TEST(Conditions, GiveADayOnWhichTheyHold) {
  const Network network = with_conditions();
  const Conditions& storm = find_conditions(network, "storm");
  EXPECT_EQ(date_within(storm, day("2024-07-01")), day("2024-07-01"));
  EXPECT_EQ(date_within(storm, day("2020-01-01")), day("2023-12-15"));
  EXPECT_EQ(date_within(find_conditions(network, "calm"), day("2024-07-01")), day("2019-07-01"));
}

TEST(Conditions, SetFieldsAndCloseLinks) {
  const Network network = with_conditions();
  const Conditions& storm = find_conditions(network, "storm");
  const CostModel model = under(storm, CostModel());
  EXPECT_EQ(model.sea_speed, ShipSpeed(14));
  EXPECT_EQ(model.port_money, Usd(200));
  EXPECT_EQ(model.road_speed, CostModel().road_speed);
  const LinkMask closed = closed_links(network, storm);
  EXPECT_EQ(closed.count(), 1u);
  EXPECT_TRUE(closed[network.find_link("sea:west~strait")]);
  EXPECT_THROW(under({.name = "x", .fields = {{"no_such_field", 1}}}, CostModel()), OptionError);
  EXPECT_THROW(closed_links(network, {.name = "x", .closures = {{"passage:nowhere"}}}), NameError);
}

}  // namespace
}  // namespace landbridge
