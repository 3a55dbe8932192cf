#include "landbridge/report/corridor_page.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

CorridorPage small_page() {
  CorridorPage page;
  page.question = "Who & what?";
  page.subject = "Uniform demand";
  page.hubs = {{1, "urumqi", "Urumqi", "China", "rail", {87.6, 43.8}, 0.1, 0.2, 0.1, 0.3},
               {2, "chongqing", "Chongqing", "China", "rail, river port", {106.5, 29.6}, 0.3, 0.05, 0, 0},
               {3, "duisburg", "Duisburg", "Germany", "rail", {6.8, 51.4}, 0.2, 0, 0, 0.4}};
  page.links = {
      {"rail:a~b", "Urumqi", "Alashankou", "rail", "", {87.6, 43.8}, {82.6, 45.2}, Kilometres(460), 0.5},
      {"sea:c~d", "Singapore", "Colombo", "sea", "", {103.8, 1.2}, {79.8, 6.9}, Kilometres(2900), 0.25}};
  page.assumptions = {{"rail_tariff", "0.23", "USD/TEU-km", "railways", "sourced", "https://example.org/a"}};
  page.provenance = {{"Version", "0.1.0"}};
  return page;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(CorridorPage, FindingsComeFromTheNumbers) {
  EXPECT_EQ(findings(small_page()),
            "Urumqi handles 40.0\u00a0% of the demand, more than any other hub; Chongqing (35.0\u00a0%) and "
            "Duisburg (20.0\u00a0%) follow. "
            "Of what neither begins nor ends there it handles most, too: 30.0\u00a0%. Duisburg is passed "
            "most without a stop: by 40.0\u00a0%. "
            "Away from the sea the busiest section is by rail Urumqi\u2013Alashankou (50.0\u00a0%).");
  EXPECT_EQ(findings({}), "There is no demand.");
  CorridorPage page = small_page();
  page.unserved = 0.02;
  EXPECT_TRUE(holds(findings(page), "2.0\u00a0% of all demand has no route on these links."));
}

TEST(CorridorPage, FindingsNameTiesAndPassages) {
  CorridorPage page = small_page();
  page.hubs[1].own = 0.35, page.hubs[1].rank = 1;
  page.passages = {{1, "Strait of Malacca", "strait", 0.25}, {2, "A\u2013B", "border crossing, rail", 0.125}};
  const std::string text = findings(page);
  EXPECT_TRUE(holds(
      text,
      "Urumqi and Chongqing handle most, 40.0\u00a0% of the demand each; Duisburg (20.0\u00a0%) follows."));
  EXPECT_TRUE(holds(text, "Away from the sea the busiest section is by rail Urumqi"));
  EXPECT_TRUE(holds(text,
                    "Of straits, canals and capes the Strait of Malacca is used most: by 25.0\u00a0%. Of "
                    "border crossings it is A\u2013B: 12.5\u00a0%."));
}

TEST(CorridorPage, HoldsTitleMapAndTables) {
  const std::string html = corridor_page(small_page(), coastline());
  EXPECT_TRUE(holds(html, "<h1>Who &amp; what?</h1>"));
  EXPECT_TRUE(holds(html, "<svg class=\"map\""));
  EXPECT_TRUE(holds(html, "id=\"small-map-title\""));
  EXPECT_TRUE(holds(html, "<th scope=\"row\">Urumqi</th>"));
  EXPECT_TRUE(holds(html, "Singapore \u2013 Colombo"));
  EXPECT_TRUE(holds(html, "rail_tariff"));
  EXPECT_TRUE(holds(html, "no boundaries are drawn"));
  EXPECT_FALSE(holds(html, "Passages"));  // none given, none shown
  EXPECT_FALSE(holds(html, "<script"));
  EXPECT_FALSE(holds(html, " src="));
}

TEST(CorridorPage, ShowsPassagesWhereThereAreAny) {
  CorridorPage page = small_page();
  page.passages = {{1, "Malacca", "strait", 0.4}};
  EXPECT_TRUE(holds(corridor_page(page, coastline()), "<th scope=\"row\">Malacca</th>"));
}

TEST(CorridorPage, LeavesOutColumnsThatHoldNothing) {
  CorridorPage page = small_page();
  for (auto& hub : page.hubs) hub.cleared = 0;
  EXPECT_FALSE(holds(corridor_page(page, coastline()), ">Cleared</th>"));
  EXPECT_TRUE(holds(corridor_page(small_page(), coastline()), ">Cleared</th>"));
}

TEST(CorridorPage, HasTheSameBytesTwice) {
  EXPECT_EQ(corridor_page(small_page(), coastline()), corridor_page(small_page(), coastline()));
}

TEST(CorridorPage, IsWholeWithoutAnything) {
  const std::string html = corridor_page({}, coastline());
  EXPECT_TRUE(holds(html, "</html>"));
}

}  // namespace
}  // namespace landbridge
