#include "landbridge/network/conditions.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Conditions, FieldsAndClosuresAreKeptInOrder) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_conditions({.name = "2021",
                          .validity = {.from = parse_date("2021-01-01"), .to = parse_date("2021-12-31")},
                          .fields = {{"sea_tariff", 0.2}, {"sea_speed", 14}},
                          .closures = {{"passage:suez"}}});
  const Network network = std::move(builder).build();
  const Conditions& conditions = network.conditions().at(0);
  EXPECT_EQ(conditions.fields.at(1).field, "sea_speed");
  EXPECT_EQ(conditions.closures.at(0).set, "passage:suez");
  EXPECT_TRUE(conditions.validity.holds(*parse_date("2021-07-01")));
  EXPECT_FALSE(conditions.validity.holds(*parse_date("2022-01-01")));
}

}  // namespace
}  // namespace landbridge
