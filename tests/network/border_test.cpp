#include "landbridge/network/border.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Border, FiguresMayBeUnknown) {
  const BorderRecord record;
  EXPECT_FALSE(record.time.has_value());
  EXPECT_FALSE(record.clearance_money.has_value());
  EXPECT_TRUE(record.link.is_none());
}

TEST(Border, RecordsMayBeOfEitherDirection) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_border_record({.from = "border:post", .to = "border:gate", .figures = {.time = Hours(7)}});
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.border_records().size(), 2u);
  EXPECT_EQ(network.border_records()[0].direction, Direction::forward);
  EXPECT_EQ(network.border_records()[1].direction, Direction::backward);
  EXPECT_EQ(network.border_records()[1].link, network.find_link("rail:gate~post"));
}

}  // namespace
}  // namespace landbridge
