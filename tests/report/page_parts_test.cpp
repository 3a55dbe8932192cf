#include "report/page_parts.hpp"

#include "landbridge/analysis/conditions.hpp"
#include "landbridge/network/network_builder.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::link;
using testing::place;

// port:a - waypoint:w - waypoint:v - port:b, and a side link from v to port:c.
Network at_sea() {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::port, "a", "AAA", {0, 0}));
  builder.add_place(place(PlaceKind::waypoint, "w", "", {0, 1}));
  builder.add_place(place(PlaceKind::waypoint, "v", "", {0, 2}));
  builder.add_place(place(PlaceKind::port, "b", "BBB", {0, 3}));
  builder.add_place(place(PlaceKind::port, "c", "BBB", {1, 2}));
  builder.add_link(link(Mode::sea, "port:a", "waypoint:w", 112));
  builder.add_link(link(Mode::sea, "waypoint:v", "waypoint:w", 113));
  builder.add_link(link(Mode::sea, "waypoint:v", "port:b", 114));
  builder.add_link(link(Mode::sea, "waypoint:v", "port:c", 115));
  return std::move(builder).build();
}

TEST(PageParts, LinksInARowAreOneSection) {
  const Network network = at_sea();
  const auto sections = sections_of(network, IdMap<LinkId, double>{0.5, 0.5, 0.5, 0});
  ASSERT_EQ(sections.size(), 1u);
  EXPECT_EQ(sections[0].from, network[network.find_place("port:a")].name);
  EXPECT_EQ(sections[0].to, network[network.find_place("port:b")].name);
  EXPECT_EQ(sections[0].length, Kilometres(339));
  EXPECT_EQ(sections[0].share, 0.5);
  EXPECT_EQ(sections[0].via, (std::vector<GeoPoint>{{1, 0}, {2, 0}}));
  EXPECT_EQ(sections[0].mode, "sea");
}

TEST(PageParts, ASectionEndsWhereSomethingJoins) {
  const auto sections = sections_of(at_sea(), IdMap<LinkId, double>{0.5, 0.5, 0.3, 0.2});
  ASSERT_EQ(sections.size(), 3u);
  EXPECT_EQ(sections[0].length, Kilometres(225));
  EXPECT_EQ(sections[0].via.size(), 1u);
  EXPECT_EQ(sections[1].share, 0.3);
  EXPECT_EQ(sections[2].share, 0.2);
}

TEST(PageParts, UnusedLinksAreNoSections) {
  EXPECT_TRUE(sections_of(at_sea(), IdMap<LinkId, double>(4, 0)).empty());
}

TEST(PageParts, EveryFieldOfTheCostModelIsAnAssumptionWithItsBasis) {
  CostModel model;
  model.rail_tariff = Tariff(0.3);
  const auto assumptions = assumptions_of(model);
  EXPECT_EQ(assumptions.size(), cost_model_sources().size());
  for (const auto& one : assumptions) {
    EXPECT_FALSE(one.value.empty());
    EXPECT_FALSE(one.unit.empty());
    EXPECT_EQ(one.basis == "set for this report", one.name == "rail_tariff") << one.name;
  }
}

TEST(PageParts, AFieldSaysWhetherItIsStandardOfTheConditionsOrSetForTheReport) {
  const Conditions year{"2031", {}, {{"sea_tariff", 0.5, "sourced: an index", "s1"}, {"rail_tariff", 0.3, "judgement", "s2"}}, {}};
  CostModel model = under(year, {});
  model.rail_tariff = Tariff(0.4);  // over what the conditions say
  for (const PageAssumption& one : assumptions_of(model, &year)) {
    if (one.name == "sea_tariff") {
      EXPECT_EQ(one.origin, AssumptionOrigin::conditions);
      EXPECT_EQ(one.basis, "conditions 2031; sourced: an index");
      EXPECT_EQ(one.address, "s1");
    } else if (one.name == "rail_tariff") {
      EXPECT_EQ(one.origin, AssumptionOrigin::set);
      EXPECT_EQ(one.basis, "set for this report");
    } else {
      EXPECT_EQ(one.origin, AssumptionOrigin::standard) << one.name;
      EXPECT_NE(one.basis, "set for this report") << one.name;
    }
  }
}

TEST(PageParts, NamesAndWords) {
  const Network network = at_sea();
  EXPECT_EQ(country_name(network, "CHN"), "China");
  EXPECT_EQ(country_name(network, "XYZ"), "XYZ");
  EXPECT_EQ(terminals_in_words(network, network.find_hub("a")), "seaport");
  EXPECT_EQ(on_earth({30, 100}), (GeoPoint{100, 30}));
}

TEST(PageParts, TellsWhatIsPublishedAndWhatIsEstimated) {
  const auto facts = basis_of(at_sea(), {});
  ASSERT_EQ(facts.size(), 4u);
  EXPECT_NE(facts[0].text.find("4 links"), std::string::npos);
  CostModel model;
  model.load = Load(12);
  EXPECT_EQ(basis_of(at_sea(), model).size(), 5u);
}

}  // namespace
}  // namespace landbridge
