#include "landbridge/analysis/names.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Network& network() {
  static const Network loaded = load_default_network();
  return loaded;
}

std::string refusal(std::string_view text) {
  try {
    resolve_endpoint(network(), text);
  } catch (const NameError& error) {
    return error.what();
  }
  return {};
}

TEST(Names, APlainSlugIsTheHub) {
  const Endpoint endpoint = resolve_endpoint(network(), "chongqing");
  EXPECT_EQ(endpoint.hub, network().find_hub("chongqing"));
  EXPECT_TRUE(endpoint.place.is_none());
  EXPECT_EQ(endpoint.key, "chongqing");
}

TEST(Names, APrefixForcesAKind) {
  const Endpoint endpoint = resolve_endpoint(network(), "river:chongqing");
  EXPECT_EQ(endpoint.place, network().find_place("river:chongqing"));
  EXPECT_EQ(endpoint.hub, network().find_hub("chongqing"));
  EXPECT_EQ(endpoint.key, "river:chongqing");
}

TEST(Names, ShownNamesAreUnderstood) {
  EXPECT_EQ(resolve_endpoint(network(), "Chongqing").key, "chongqing");
  EXPECT_EQ(resolve_endpoint(network(), "duISburg").key, "duisburg");
}

TEST(Names, UnknownOnesNameTheNearest) {
  EXPECT_NE(refusal("chonqing").find("chongqing"), std::string::npos) << refusal("chonqing");
  EXPECT_NE(refusal("port:quinzhou").find("port:qinzhou"), std::string::npos) << refusal("port:quinzhou");
  EXPECT_FALSE(refusal("moon:base").empty());
  EXPECT_FALSE(refusal("").empty());
}

TEST(Names, WaypointsCannotBeNamed) {
  EXPECT_FALSE(refusal("waypoint:balabac").empty());
  EXPECT_FALSE(refusal("balabac").empty());
}

TEST(Names, ANameOfTwoHubsIsAmbiguous) {
  NetworkBuilder builder;
  for (const char* slug : {"suzhou-east", "suzhou-west"}) {
    Place place = testing::place(PlaceKind::rail, slug, "CHN", {31, 120}, {testing::standard});
    place.name = "Suzhou";
    builder.add_place(place);
  }
  const Network two = std::move(builder).build();
  try {
    resolve_endpoint(two, "Suzhou");
    FAIL() << "not refused";
  } catch (const NameError& error) {
    const std::string text = error.what();
    EXPECT_NE(text.find("suzhou-east"), std::string::npos) << text;
    EXPECT_NE(text.find("suzhou-west"), std::string::npos) << text;
  }
}

TEST(Names, ARegionIsNamedByKindByCodeOrByName) {
  EXPECT_EQ(resolve_endpoint(network(), "province:gansu").region, network().find_region("province:gansu"));
  EXPECT_EQ(resolve_endpoint(network(), "gansu").key, "province:gansu");
  EXPECT_EQ(resolve_endpoint(network(), "POL").key, "country:POL");
  EXPECT_EQ(resolve_endpoint(network(), "poland").key, "country:POL");
  EXPECT_EQ(resolve_endpoint(network(), "shanghai").key, "shanghai");  // the city before the municipality
  EXPECT_NE(refusal("province:gensu").find("province:gansu"), std::string::npos);
}

TEST(Names, APlaceOfACityMeansTheCity) {
  EXPECT_EQ(resolve_endpoint(network(), "shenzhen-yantian").key, "shenzhen");
  EXPECT_EQ(resolve_endpoint(network(), "port:shenzhen-yantian").key, "port:shenzhen-yantian");
}

TEST(Names, ACountryIsBlockedWithTheLinksThatCrossIt) {
  const LinkMask belarus = resolve_links(network(), "country:BLR");
  const LinkMask lithuania = resolve_links(network(), "country:LTU");
  const LinkId hidden = network().find_link("rail:moscow~kaliningrad");
  ASSERT_FALSE(hidden.is_none());
  EXPECT_TRUE(belarus[hidden] && lithuania[hidden]);
}

TEST(Names, SetsOfPlaces) {
  const std::vector<Endpoint> poland = resolve_endpoints(network(), "country:POL");
  ASSERT_EQ(poland.size(), 1u);
  EXPECT_EQ(poland[0].region, network().find_region("country:POL"));
  EXPECT_TRUE(poland[0].hub.is_none());
  // China is no partner of itself: its hubs.
  for (const Endpoint& endpoint : resolve_endpoints(network(), "country:CHN"))
    EXPECT_EQ(network()[endpoint.hub].country, "CHN");
  const std::vector<Endpoint> ports = resolve_endpoints(network(), "kind:river");
  for (const Endpoint& endpoint : ports) EXPECT_EQ(network()[endpoint.place].kind, PlaceKind::river);
  EXPECT_EQ(resolve_endpoints(network(), "xian, chengdu,xian").size(), 2u);
  EXPECT_GT(resolve_endpoints(network(), "corridor:cere_west").size(), 20u);
  EXPECT_EQ(resolve_endpoints(network(), "corridor:cere_west"),
            resolve_endpoints(network(), "corridor:cere-west"));
  EXPECT_THROW(resolve_endpoints(network(), "country:XXX"), NameError);
  EXPECT_THROW(resolve_endpoints(network(), "province:nowhere"), NameError);
  EXPECT_THROW(resolve_endpoints(network(), "xian,,chengdu"), NameError);
}

TEST(Names, SetsOfLinks) {
  const LinkMask suez = resolve_links(network(), "passage:suez");
  EXPECT_EQ(suez.count(), 1u);
  const LinkMask both = resolve_links(network(), "link:rail:alashankou~dostyk,passage:suez");
  EXPECT_EQ(both.count(), 2u);
  const LinkMask around = resolve_links(network(), "border:dostyk");
  for (const LinkId id : network().links().ids()) {
    const PlaceId dostyk = network().find_place("border:dostyk");
    EXPECT_EQ(around[id], network()[id].from == dostyk || network()[id].to == dostyk);
  }
  EXPECT_GT(resolve_links(network(), "country:RUS").count(), 20u);
  EXPECT_GT(resolve_links(network(), "mode:rail").count(), 200u);
  for (const char* unknown :
       {"link:rail:a~b", "passage:suze", "mode:raft", "kind:moon", "corridor:none", "nowhere"})
    EXPECT_THROW(resolve_links(network(), unknown), NameError) << unknown;
}

TEST(Names, OutsideACorridor) {
  const LinkMask outside = links_outside(network(), {"cere_west"});
  std::set<HubId> cities;
  for (const Link& link : network().links())
    if (std::ranges::find(link.corridors, "cere_west") != link.corridors.end())
      cities.insert({network().hub_of(link.from), network().hub_of(link.to)});
  for (const LinkId id : network().links().ids()) {
    const Link& link = network()[id];
    const bool inside = std::ranges::find(link.corridors, "cere_west") != link.corridors.end();
    // The ways between a city's terminals belong to the corridors that serve it.
    const bool served = link.is_exchange() && cities.contains(network().hub_of(link.from)) &&
                        cities.contains(network().hub_of(link.to));
    EXPECT_EQ(outside[id], !inside && !served) << link.key;
  }
  EXPECT_THROW(links_outside(network(), {"asia_europe_land_sea"}), NameError);  // known, but no link bears it
  EXPECT_THROW(links_outside(network(), {"nowhere"}), NameError);
}

TEST(Names, Modes) {
  EXPECT_EQ(resolve_modes("rail,sea"), (Modes{Mode::rail, Mode::sea}));
  EXPECT_THROW(resolve_modes("rail,raft"), NameError);
}

TEST(Names, Passages) {
  const std::vector<std::string> names = passages(network());
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_TRUE(std::binary_search(names.begin(), names.end(), std::string("malacca")));
}

}  // namespace
}  // namespace landbridge
