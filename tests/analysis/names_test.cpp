#include "landbridge/analysis/names.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>

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

TEST(Names, SetsOfPlaces) {
  const std::vector<Endpoint> polish = resolve_endpoints(network(), "country:POL");
  EXPECT_TRUE(
      std::any_of(polish.begin(), polish.end(), [](const Endpoint& e) { return e.key == "malaszewicze"; }));
  for (const Endpoint& endpoint : polish) EXPECT_EQ(network()[endpoint.hub].country, "POL");
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
       {"link:rail:a~b", "passage:suze", "mode:air", "kind:moon", "corridor:none", "nowhere"})
    EXPECT_THROW(resolve_links(network(), unknown), NameError) << unknown;
}

TEST(Names, OutsideACorridor) {
  const LinkMask outside = links_outside(network(), {"cere_west"});
  for (const LinkId id : network().links().ids()) {
    const std::vector<std::string>& corridors = network()[id].corridors;
    EXPECT_EQ(outside[id], std::find(corridors.begin(), corridors.end(), "cere_west") == corridors.end());
  }
  EXPECT_THROW(links_outside(network(), {"yixinou"}), NameError);  // known, but no link bears it
  EXPECT_THROW(links_outside(network(), {"nowhere"}), NameError);
}

TEST(Names, Modes) {
  EXPECT_EQ(resolve_modes("rail,sea"), (Modes{Mode::rail, Mode::sea}));
  EXPECT_THROW(resolve_modes("rail,air"), NameError);
}

TEST(Names, Passages) {
  const std::vector<std::string> names = passages(network());
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_TRUE(std::binary_search(names.begin(), names.end(), std::string("malacca")));
}

}  // namespace
}  // namespace landbridge
