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

TEST(Border, TransferFactsFindTheirPlace) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_transfer("border:post", {.from = "gauge_1435", .to = "gauge_1520", .time = Hours(10)});
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.transfers().size(), 1u);
  EXPECT_EQ(network.transfers()[0].place, network.find_place("border:post"));
}

}  // namespace
}  // namespace landbridge
