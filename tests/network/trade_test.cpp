#include "landbridge/network/trade.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Trade, DirectionsHaveNames) {
  EXPECT_EQ(name(TradeDirection::exports), "exports");
  EXPECT_EQ(name(TradeDirection::imports), "imports");
  EXPECT_EQ(name(TradeDirection::total), "total");
}

TEST(Trade, NothingIsMadeOfTablesWithoutMarginsOrContainers) {
  TradeTables tables;
  EXPECT_TRUE(tables.empty());
  tables.margins.push_back({.region = "country:POL", .value = Usd(1)});
  EXPECT_TRUE(tables.empty());
  tables.containers.push_back({.partner = "country:POL", .share = 1, .value = Rate<Usd, Teu>(1)});
  EXPECT_FALSE(tables.empty());
}

}  // namespace
}  // namespace landbridge
