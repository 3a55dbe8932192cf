#include "landbridge/network/region.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Region, KindsNameTheFirstHalfOfAKey) {
  EXPECT_EQ(name(RegionKind::province), "province");
  EXPECT_EQ(name(RegionKind::country), "country");
}

TEST(Region, AccessesKnowTheirRegionAndHub) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_region(testing::region(RegionKind::province, "north", {0, 1}));
  builder.add_access(testing::access("province:north", "west", 5));
  const Network network = std::move(builder).build();
  const Access& access = network[network[network.find_region("province:north")].accesses.at(0)];
  EXPECT_EQ(network[access.region].code, "north");
  EXPECT_EQ(network[access.hub].slug, "west");
}

}  // namespace
}  // namespace landbridge
