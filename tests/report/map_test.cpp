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
  const Map map = draw_map(places, links, coastline());
  EXPECT_EQ(map.links_drawn, 2u);
  EXPECT_EQ(map.links_left_out, 1u);
  EXPECT_EQ(map.places_drawn, 2u);
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
  EXPECT_EQ(draw_map(places, links, coastline()).svg, draw_map(places, links, coastline()).svg);
}

TEST(Map, CutsALineThatLeavesTheSheetInTwo) {
  // From Peru to Senegal the great circle crosses 110 W - 360 = 250 E only when it starts west of it.
  const Map map = draw_map({}, {{{-115, 20}, {-100, 20}, "road", 0.5, ""}}, {});
  const std::size_t at = map.svg.find("<path class=\"road\" stroke-width=\"9.00\"");
  ASSERT_NE(at, std::string::npos);
  const std::string path = map.svg.substr(at, map.svg.find("</path>", at) - at);
  EXPECT_EQ(count(path, "M"), 2u);
}

TEST(Map, IsEmptyButWholeWithoutAnything) {
  const Map map = draw_map({}, {}, coastline());
  EXPECT_EQ(map.links_drawn, 0u);
  EXPECT_NE(map.svg.find("</svg>"), std::string::npos);
}

TEST(Map, RefusesOptionsOutOfRange) {
  EXPECT_THROW(draw_map({}, {}, {}, {.width = 0}), OptionError);
  EXPECT_THROW(draw_map({}, {}, {}, {.least_share = 2}), OptionError);
  EXPECT_THROW(draw_map({}, {}, {}, {.least_height = 2, .most_height = 1}), OptionError);
}

}  // namespace
}  // namespace landbridge
