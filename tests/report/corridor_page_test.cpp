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
  EXPECT_TRUE(holds(findings(page), "2.0\u00a0% of all demand is not served."));
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

CorridorPage full_page() {
  CorridorPage page = small_page();
  page.unit = "TEU/yr", page.served_amount = 2e6, page.draws = 32, page.period = "2024-07-01, conditions 2024";
  page.hubs[0].range = PageRankRange{1, 4, 2};
  page.hubs[0].reason = "handles what trains bring & ships take.";
  PageJourney journey;
  journey.from = "Chongqing", journey.to = "Duisburg", journey.cargo_class = "general";
  journey.value_of_time = TimeValue(1.5);
  journey.modes = "rail", journey.legs = "train Chongqing\u2013Duisburg";
  journey.money = Usd(4000), journey.time = Hours(240), journey.distance = Kilometres(10000);
  journey.cost = {Usd(3000), Usd(400), Usd(600), Usd(200), Usd(160)};
  page.flagships = {{"Chongqing", "Duisburg", {journey}, TimeValue(1.25), ""}};
  PageCorridor corridor;
  corridor.id = "one", corridor.name = "Corridor <One>", corridor.modes = "rail", corridor.links = 12;
  corridor.unit = page.unit, corridor.demand = 4e6, corridor.served = 2e6, corridor.carried = 1e6;
  corridor.carried_through = 5e5, corridor.carried_alone = 2e5, corridor.servable = 3e6;
  corridor.ends_demand = 1e6, corridor.ends_servable = 9e5, corridor.ends_carried = 4e5;
  corridor.origins = "Shaanxi", corridor.destinations = "Poland";
  corridor.hubs = {page.hubs[1]};
  corridor.sections = {page.links[0]};
  corridor.passages = {{1, "A\u2013B", "border crossing, rail", 0.4}};
  journey.dearer = 0.125;
  PageJourney none = journey;
  none.to = "Minsk", none.missing = "no way leads there";
  corridor.journeys = {journey, none};
  page.corridors = {corridor};
  page.checks.land_share = 0.04, page.checks.land_amount = 8e4;
  page.checks.land_published = {{"by rail, of imports", 3, "%", "2019", "s1"}};
  page.checks.transits = {{"Xi'an", "Lodz", "rail", "2020", 14, 12.6, 3, "s2"}};
  page.checks.correlations = {{"ports by throughput", 0.81, 0.64, 40}};
  page.unserved_rows = {{"no hub", "country:FJI", "Fiji", 300}, {"no route", "lhasa", "Lhasa", 200}};
  page.unserved = 0.01;
  page.sources = {{"links", 2700, 12, "2019\u20132024", "A book (CC-BY)"}};
  return page;
}

TEST(CorridorPage, HasASectionForAllThatItHolds) {
  const std::string html = corridor_page(full_page(), coastline());
  for (const char* id : {"map", "hubs", "links", "corridor-one", "flagships", "believable", "unserved", "basis"}) {
    EXPECT_TRUE(holds(html, "<div id=\"" + std::string(id) + "\">")) << id;
    EXPECT_TRUE(holds(html, "<a href=\"#" + std::string(id) + "\">")) << id;
  }
  EXPECT_TRUE(holds(html, "Corridor &lt;One&gt;"));
  EXPECT_FALSE(holds(html, "<One>"));
  const std::string empty = corridor_page(small_page(), coastline());
  for (const char* id : {"corridor-one", "flagships", "believable", "unserved"})
    EXPECT_FALSE(holds(empty, "<div id=\"" + std::string(id) + "\">")) << id;
}

TEST(CorridorPage, TellsAmountsRanksAndReasons) {
  const std::string html = corridor_page(full_page(), coastline());
  EXPECT_TRUE(holds(html, ">TEU a year</th>"));
  EXPECT_TRUE(holds(html, ">800,000</td>"));  // 40 % of 2 million
  EXPECT_TRUE(holds(html, ">1\u20134</span><svg class=\"range\""));
  EXPECT_TRUE(holds(html, "<strong>Urumqi</strong> handles what trains bring &amp; ships take."));
  EXPECT_TRUE(holds(html, "2024-07-01, conditions 2024. Drawn are"));
  EXPECT_FALSE(holds(corridor_page(small_page(), coastline()), "<svg class=\"range\""));
}

TEST(CorridorPage, TellsWhatACorridorCarriesAndCouldServe) {
  const std::string html = corridor_page(full_page(), coastline());
  for (const char* figure : {"50.0\u00a0%</strong> 1 million TEU a year", "25.0\u00a0%</strong> 500,000 TEU a year",
                             "10.0\u00a0%</strong>", "75.0\u00a0%</strong> 3 million TEU a year", "40.0\u00a0%</strong>",
                             "90.0\u00a0%</strong>"})
    EXPECT_TRUE(holds(html, figure)) << figure;
  EXPECT_TRUE(holds(html, "+12.5\u00a0%"));
  EXPECT_TRUE(holds(html, "no way leads there"));
  EXPECT_TRUE(holds(html, "1 of 2 have none"));
  EXPECT_TRUE(holds(html, "The data give it no leg at sea."));
}

TEST(CorridorPage, TellsWhatTheCostOfAJourneyIsMadeOf) {
  const std::string html = corridor_page(full_page(), coastline());
  EXPECT_TRUE(holds(html, ">4,360</span>"));
  EXPECT_TRUE(holds(html, "<b class=\"bar-1 cost\" style=\"width:68.81%\">"));  // 3,000 of 4,360
  EXPECT_TRUE(holds(html, "<b class=\"bar-5 cost\" style=\"width:3.67%\">"));
  EXPECT_TRUE(holds(html, "from 1.25"));
}

TEST(CorridorPage, TellsWhatIsPublishedAndWhatIsNotServed) {
  const std::string html = corridor_page(full_page(), coastline());
  EXPECT_TRUE(holds(html, "<strong>4.0\u00a0%</strong> (80,000 TEU a year) goes by land alone"));
  EXPECT_TRUE(holds(html, "\u221210\u00a0%"));  // 12.6 days against 14
  EXPECT_TRUE(holds(html, ">0.81</td>"));
  EXPECT_TRUE(holds(html, "300 TEU a year has an end that no hub of the network serves and 200 TEU a year finds no route"));
  EXPECT_TRUE(holds(html, "A book (CC-BY)"));
}

TEST(CorridorPage, FindingsTellAmountsAndTheShareOnLand) {
  const std::string text = findings(full_page());
  EXPECT_TRUE(holds(text, "That is 800,000 TEU a year, of 2 million TEU a year that can be served."));
  EXPECT_TRUE(holds(text, "Between China\u2019s provinces and the EU 4.0\u00a0% goes by land alone."));
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
