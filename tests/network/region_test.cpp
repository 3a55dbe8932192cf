#include "landbridge/network/region.hpp"

#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Region, ProvincesAndPartnersFindTheirHubs) {
  NetworkBuilder builder = testing::small_network_builder();
  Place capital = testing::place(PlaceKind::rail, "capital", "AAA", {0, 1}, {testing::standard});
  capital.province = "north";
  capital.role = "province_capital";
  builder.add_place(capital);
  builder.add_province({.slug = "north", .name = "North"});
  builder.add_province({.slug = "south", .name = "South"});
  builder.add_partner({.country = "BBB", .name = "B", .region = "EU"}, {"east", "nowhere"});
  builder.add_corridor({.id = "across", .link_slug = "across_links", .name = "Across"});
  const Network network = std::move(builder).build();
  EXPECT_EQ(network.provinces()[0].hub, network.find_hub("capital"));
  EXPECT_TRUE(network.provinces()[1].hub.is_none());
  EXPECT_EQ(network.partners()[0].hubs, std::vector{network.find_hub("east")});
  EXPECT_EQ(network.partners()[0].unknown_hubs, std::vector<std::string>{"nowhere"});
  EXPECT_EQ(network.find_corridor("across"), network.find_corridor("across_links"));
  EXPECT_EQ(network.find_corridor("along"), nullptr);
}

}  // namespace
}  // namespace landbridge
