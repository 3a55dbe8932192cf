#include "landbridge/report/map.hpp"

#include "landbridge/base/error.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

const std::vector<MapPlace> places{{"Chongqing", {106.5, 29.6}, 0.4, 0.3, "Chongqing & more"},
                                   {"Duisburg", {6.8, 51.4}, 0.2, 0, "Duisburg"},
                                   {"Nowhere", {50, 50}, 0, 0, ""}};
const std::vector<MapLink> links{{{106.5, 29.6}, {6.8, 51.4}, "rail", 0.3, "overland"},
                                 {{121.8, 31}, {4, 52}, "sea", 0.2, "by sea"},
                                 {{20, 40}, {30, 40}, "sea", 0, "unused"}};

TEST(Map, DrawsWhatIsUsed) {
  const MapContent content = map_content(places, links, coastline());
  EXPECT_EQ(content.links.size(), 2u);
  EXPECT_EQ(content.links_left_out, 1u);
  EXPECT_EQ(content.places.size(), 2u);
  const Map map = draw_map(content);
  EXPECT_EQ(map.places_named, 2u);
  EXPECT_EQ(count(map.svg, "<path class=\"rail\" stroke-width=\"9.00\""), 1u);
  EXPECT_EQ(count(map.svg, "<path class=\"sea\" stroke-width=\"6.00\""), 1u);
  EXPECT_EQ(map.svg.find("unused"), std::string::npos);
  EXPECT_NE(map.svg.find("Chongqing &amp; more"), std::string::npos);
  EXPECT_EQ(count(map.svg, "<svg"), 1u);
  EXPECT_EQ(count(map.svg, "<g"), count(map.svg, "</g>"));
  EXPECT_NE(map.svg.find("<title id=\"map-title\">"), std::string::npos);
  EXPECT_EQ(map.svg.find("nan"), std::string::npos);
  EXPECT_EQ(map.svg.find("inf"), std::string::npos);
}

TEST(Map, HasTheSameBytesTwice) {
  EXPECT_EQ(draw_map(map_content(places, links, coastline())).svg,
            draw_map(map_content(places, links, coastline())).svg);
}

TEST(Map, CutsALineThatLeavesTheSheetInTwo) {
  // From Peru to Senegal the great circle crosses 110 W - 360 = 250 E only when it starts west of it.
  const Map map = draw_map(map_content({}, {{{-115, 20}, {-100, 20}, "road", 0.5, ""}}, {}));
  const std::size_t at = map.svg.find("<path class=\"road\" stroke-width=\"9.00\"");
  ASSERT_NE(at, std::string::npos);
  const std::string path = map.svg.substr(at, map.svg.find("</path>", at) - at);
  EXPECT_EQ(count(path, "M"), 2u);
}

TEST(Map, IsEmptyButWholeWithoutAnything) {
  const Map map = draw_map(map_content({}, {}, coastline()));
  EXPECT_EQ(map.places_named, 0u);
  EXPECT_NE(map.svg.find("</svg>"), std::string::npos);
}

TEST(Map, ShowsAWindow) {
  const MapContent content = map_content(places, links, coastline());
  const MapWindow whole = whole_of(content);
  const PlanePoint chongqing = content.projection({106.5, 29.6});
  const MapWindow east{chongqing.x - 0.2, chongqing.y - 0.1, chongqing.x + 0.2, chongqing.y + 0.1};
  EXPECT_TRUE(whole.contains(chongqing));
  const Map map = draw_map(content, {.window = east, .legend = false});
  EXPECT_EQ(map.places_outside, 1u);
  EXPECT_EQ(map.places_named, 1u);
  EXPECT_EQ(map.svg.find("Duisburg"), std::string::npos);
  EXPECT_NE(draw_map(content, {.marked = east}).svg.find("class=\"mark\""), std::string::npos);
}

TEST(Map, TheMainPartLeavesOutWhatIsSmallAndFar) {
  auto more = places;
  more.push_back({"Auckland", {174.8, -36.8}, 0.01, 0, ""});
  const MapContent content = map_content(more, links, coastline());
  const PlanePoint auckland = content.projection({174.8, -36.8});
  EXPECT_TRUE(whole_of(content).contains(auckland));
  EXPECT_FALSE(main_part_of(content).contains(auckland));
  EXPECT_TRUE(main_part_of(content).contains(content.projection({6.8, 51.4})));
}

TEST(Map, FindsTheCrowd) {
  std::vector<MapPlace> many{{"Far", {10, 50}, 1.5, 0, ""}};
  for (int i = 0; i < 15; ++i) many.push_back({"Near", {110.0 + i % 5, 30.0 + i / 5}, 0.1, 0, ""});
  const MapContent content = map_content(many, {}, {});
  const auto crowd = crowded_part_of(content, whole_of(content));
  ASSERT_TRUE(crowd);
  EXPECT_TRUE(crowd->contains(content.projection({112, 31})));
  EXPECT_FALSE(crowd->contains(content.projection({10, 50})));
  EXPECT_FALSE(crowded_part_of(map_content(places, links, {}), whole_of(content)));
}

TEST(Map, FitsAWindowToItsFrame) {
  const MapWindow wide = fitted({0, 0, 4, 1}, 0.5, 0.6);
  EXPECT_DOUBLE_EQ(wide.top - wide.bottom, 2);
  EXPECT_DOUBLE_EQ(wide.right - wide.left, 4);
  const MapWindow high = fitted({0, 0, 1, 4}, 0.5, 0.6);
  EXPECT_NEAR(high.right - high.left, 4 / 0.6, 1e-12);
}

TEST(Map, RefusesOptionsOutOfRange) {
  EXPECT_THROW(draw_map({}, {.width = 0}), OptionError);
  EXPECT_THROW(draw_map({}, {.least_height = 2, .most_height = 1}), OptionError);
  EXPECT_THROW(map_content({}, {}, {}, {.least_share = 2}), OptionError);
}

}  // namespace
}  // namespace landbridge
