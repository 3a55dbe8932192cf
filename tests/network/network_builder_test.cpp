#include "landbridge/network/network_builder.hpp"

#include "network/small_network.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::access;
using testing::link;
using testing::place;
using testing::region;
using testing::service;
using testing::standard;

std::vector<std::string> messages(NetworkBuilder builder) {
  std::vector<std::string> result;
  try {
    std::move(builder).build();
  } catch (const DataError& error) {
    for (const Finding& finding : error.findings())
      if (finding.severity == Severity::error) result.push_back(to_string(finding));
  }
  return result;
}

bool one_holds(const std::vector<std::string>& texts, std::string_view part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

struct Fault {
  const char* name;
  void (*add)(NetworkBuilder&);
  const char* says;
};

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

LinkFacts road(double length) {
  return link(Mode::road, "rail:west", "border:gate", length);
}

const Fault faults[] = {
    {"place twice",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "west", "AAA", {0, 0}));
     },
     "\"rail:west\" is given twice"},
    {"place without slug",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "", "AAA", {0, 0}));
     },
     "needs a slug"},
    {"off the globe",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "off", "AAA", {91, 0}));
     },
     "latitude 91"},
    {"off the globe sideways",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "aside", "AAA", {0, 181}));
     },
     "longitude 181"},
    {"hub in two cities",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::river, "west", "AAA", {40, 0}));
     },
     "\"rail:west\" and \"river:west\" are one hub, \"west\", but lie "},
    {"hub in two countries",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::airport, "west", "BBB", {0.2, 0}));
     },
     "lie in two countries"},
    {"hub in another country than its places",
     [](NetworkBuilder& b) { b.add_hub({.slug = "west", .country = "BBB"}); }, "but its places in \"AAA\""},
    {"hub twice",
     [](NetworkBuilder& b) {
       b.add_hub({.slug = "east"});
       b.add_hub({.slug = "east"});
     },
     "hub \"east\" is given twice"},
    {"negative population", [](NetworkBuilder& b) { b.add_hub({.slug = "gate", .population = -1}); },
     "population -1"},
    {"dangling link",
     [](NetworkBuilder& b) { b.add_link(link(Mode::rail, "rail:west", "rail:nowhere", 1, {standard})); },
     "\"rail:nowhere\", which is not a place"},
    {"self link",
     [](NetworkBuilder& b) { b.add_link(link(Mode::rail, "rail:west", "rail:west", 1, {standard})); },
     "to itself"},
    {"link twice",
     [](NetworkBuilder& b) { b.add_link(link(Mode::rail, "border:gate", "rail:west", 600, {standard})); },
     "a rail link between \"border:gate\" and \"rail:west\" is given twice"},
    {"exchange twice", [](NetworkBuilder& b) { b.add_link(testing::exchange("port:west", "rail:west", 14)); },
     "a road exchange link between"},
    {"negative length", [](NetworkBuilder& b) { b.add_link(road(-1)); }, "is negative"},
    {"NaN length",
     [](NetworkBuilder& b) { b.add_link(link(Mode::road, "rail:east", "border:post", not_a_number)); },
     "length nan km is not a finite number"},
    {"infinite length",
     [](NetworkBuilder& b) { b.add_link(link(Mode::ferry, "rail:east", "border:post", infinite)); },
     "length inf km is not a finite number"},
    {"length in miles",
     [](NetworkBuilder& b) { b.add_link(link(Mode::ferry, "rail:west", "border:gate", 370)); },
     "another unit"},
    {"length in metres",
     [](NetworkBuilder& b) { b.add_link(link(Mode::ferry, "rail:east", "border:gate", 600000)); },
     "over ten times"},
    {"no gauge", [](NetworkBuilder& b) { b.add_link(link(Mode::rail, "rail:west", "rail:east", 1200)); },
     "needs its gauge"},
    {"countries that begin elsewhere",
     [](NetworkBuilder& b) {
       LinkFacts facts = link(Mode::road, "rail:east", "rail:west", 1200);
       facts.facts.countries = {"AAA", "BBB"};
       b.add_link(facts);
     },
     "begin with \"AAA\", but \"rail:east\" lies in \"BBB\""},
    {"countries that end elsewhere",
     [](NetworkBuilder& b) {
       LinkFacts facts = link(Mode::road, "border:gate", "rail:east", 600);
       facts.facts.countries = {"AAA", "CCC"};
       b.add_link(facts);
     },
     "end with \"CCC\", but \"rail:east\" lies in \"BBB\""},
    {"link that ends before it begins",
     [](NetworkBuilder& b) {
       LinkFacts facts = link(Mode::river, "port:west", "port:east", 1200);
       facts.facts.validity = {day(2024, 2, 1), day(2024, 1, 31)};
       b.add_link(facts);
     },
     "valid to 2024-01-31, before it is valid from 2024-02-01"},
    {"a ship to a railway station",
     [](NetworkBuilder& b) { b.add_link(link(Mode::sea, "port:west", "border:gate", 600)); },
     "a link by sea ends at \"border:gate\", which is no place for it"},
    {"a flight from a port", [](NetworkBuilder& b) {
       b.add_place(testing::place(PlaceKind::airport, "sky", "BBB", {0, 10}));
       b.add_link(link(Mode::air, "port:west", "airport:sky", 1200));
     },
     "a link by air ends at \"port:west\", which is no place for it"},
    {"conditions on the same days",
     [](NetworkBuilder& b) {
       b.add_conditions({.name = "calm", .validity = {day(2024, 1, 1), day(2024, 12, 31)}});
       b.add_conditions({.name = "storm", .validity = {day(2024, 6, 1), {}}});
     },
     "\"storm\" and \"calm\" hold on the same days"},
    {"negative capacity",
     [](NetworkBuilder& b) {
       LinkFacts facts = link(Mode::ferry, "rail:west", "rail:east", 1200);
       facts.facts.capacity = -5;
       facts.facts.capacity_unit = "TEU/yr";
       b.add_link(facts);
     },
     "capacity -5 TEU/yr"},
    {"border where none is",
     [](NetworkBuilder& b) { b.add_border_record({.from = "rail:west", .to = "border:gate"}); },
     "no rail link crosses a border from \"rail:west\""},
    {"border nowhere",
     [](NetworkBuilder& b) { b.add_border_record({.from = "border:gate", .to = "border:none"}); },
     "\"border:none\", which is not a place"},
    {"border twice",
     [](NetworkBuilder& b) { b.add_border_record({.from = "border:gate", .to = "border:post"}); },
     "the rail border from \"border:gate\" to \"border:post\" is given twice"},
    {"negative border time",
     [](NetworkBuilder& b) {
       b.add_border_record({.from = "border:post", .to = "border:gate", .figures = {.time = Hours(-1)}});
     },
     "crossing time -1 h"},
    {"service twice",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::rail, "twice", {"rail:west", "border:gate"}));
       b.add_service(service(Mode::rail, "twice", {"rail:west", "border:gate"}));
     },
     "service \"twice\" is given twice"},
    {"service with one stop",
     [](NetworkBuilder& b) { b.add_service(service(Mode::rail, "one", {"rail:west"})); },
     "\"one\" needs two stops"},
    {"service to nowhere",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::rail, "s", {"rail:west", "rail:none"}));
     },
     "calls at \"rail:none\", which is not a place"},
    {"service over nothing",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::ferry, "boat", {"rail:west", "rail:east"}));
     },
     "leads from \"rail:west\" to \"rail:east\", which no ferry link joins"},
    {"service with stops out of order",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::rail, "back", {"rail:west", "border:post", "border:gate", "rail:east"},
                             {"rail:west", "border:gate", "border:post", "rail:east"}));
     },
     "calls at \"border:gate\", which is not on its way in that order"},
    {"service that goes on",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::rail, "on", {"rail:west", "border:gate"},
                             {"rail:west", "border:gate", "border:post"}));
     },
     "does not begin and end at its first and last stop"},
    {"service that calls at open water",
     [](NetworkBuilder& b) {
       b.add_service(service(Mode::sea, "liner", {"port:west", "waypoint:strait"}));
     },
     "where nothing is handled"},
    {"service that never runs",
     [](NetworkBuilder& b) {
       ServiceFacts facts = service(Mode::rail, "never", {"rail:west", "border:gate"});
       facts.facts.per_week = 0;
       b.add_service(facts);
     },
     "runs 0 times a week"},
    {"service in no time",
     [](NetworkBuilder& b) {
       ServiceFacts facts = service(Mode::rail, "fast", {"rail:west", "border:gate"});
       facts.facts.days = -2;
       b.add_service(facts);
     },
     "takes -2 days"},
    {"departure in the week after",
     [](NetworkBuilder& b) {
       ServiceFacts facts = service(Mode::rail, "late", {"rail:west", "border:gate"});
       facts.facts.departures = {{Hours(168)}};
       b.add_service(facts);
     },
     "departs 168 hours after"},
    {"service that ends before it begins",
     [](NetworkBuilder& b) {
       ServiceFacts facts = service(Mode::rail, "ended", {"rail:west", "border:gate"});
       facts.facts.validity = {day(2020, 1, 1), day(2019, 1, 1)};
       b.add_service(facts);
     },
     "valid to 2019-01-01"},
    {"handling nowhere", [](NetworkBuilder& b) { b.add_handling({.subject = "port:nowhere"}); },
     "neither a place nor a country"},
    {"handling twice",
     [](NetworkBuilder& b) {
       b.add_handling({.subject = "AAA"});
       b.add_handling({.subject = "AAA"});
     },
     "ship_call of \"AAA\" is given twice"},
    {"negative handling",
     [](NetworkBuilder& b) { b.add_handling({.subject = "BBB", .figures = {.money = Usd(-3)}}); },
     "handling cost -3 USD"},
    {"region twice",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "x", {0, 0}));
       b.add_region(region(RegionKind::province, "x", {0, 0}));
     },
     "region \"province:x\" is given twice"},
    {"region off the globe",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "off", {-95, 0}));
     },
     "latitude -95"},
    {"access of no region", [](NetworkBuilder& b) { b.add_access(access("province:none", "west")); },
     "\"province:none\", which is not a region"},
    {"access to no hub",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "a", {0, 0}));
       b.add_access(access("province:a", "nowhere"));
     },
     "\"nowhere\", which is not a hub"},
    {"access to a border station",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "b", {0, 0}));
       b.add_access(access("province:b", "gate"));
     },
     "\"gate\", a border station"},
    {"access twice",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "c", {0, 0}));
       b.add_access(access("province:c", "west"));
       b.add_access(access("province:c", "west"));
     },
     "access of \"province:c\" to the hub \"west\" is given twice"},
    {"accesses without weight",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "d", {0, 0}));
       b.add_access(access("province:d", "west", 0));
     },
     "the accesses of \"province:d\" add up to 0"},
    {"negative weight",
     [](NetworkBuilder& b) {
       b.add_region(region(RegionKind::province, "e", {0, 0}));
       b.add_access(access("province:e", "west", -1));
     },
     "weight -1 is not"},
    {"connectivity nowhere", [](NetworkBuilder& b) { b.add_connectivity("port:nowhere", 2024, 100); },
     "connectivity is given for \"port:nowhere\""},
    {"connectivity twice",
     [](NetworkBuilder& b) {
       b.add_connectivity("port:west", 2024, 100);
       b.add_connectivity("port:west", 2024, 101);
     },
     "connectivity of \"port:west\" in 2024-Q1 is given twice"},
    {"negative connectivity", [](NetworkBuilder& b) { b.add_connectivity("port:east", 2024, -7); },
     "connectivity -7"},
    {"conditions twice",
     [](NetworkBuilder& b) {
       b.add_conditions({.name = "2021"});
       b.add_conditions({.name = "2021"});
     },
     "conditions \"2021\" is given twice"},
    {"conditions that end before they begin",
     [](NetworkBuilder& b) {
       b.add_conditions({.name = "2022", .validity = {day(2022, 12, 31), day(2022, 1, 1)}});
     },
     "valid to 2022-01-01"},
    {"corridor twice",
     [](NetworkBuilder& b) {
       b.add_corridor({.id = "x"});
       b.add_corridor({.id = "x"});
     },
     "corridor \"x\" is given twice"},
    {"country in two unions",
     [](NetworkBuilder& b) {
       b.add_customs_union_member("one", "CCC");
       b.add_customs_union_member("other", "CCC");
     },
     "country in a customs union \"CCC\" is given twice"},
};

TEST(NetworkBuilder, EachFaultIsFoundAndNothingElse) {
  for (const Fault& fault : faults) {
    NetworkBuilder builder = testing::small_network_builder();
    fault.add(builder);
    const std::vector<std::string> found = messages(std::move(builder));
    EXPECT_EQ(found.size(), 1u) << fault.name << (found.size() < 2 ? "" : ": " + found[1]);
    EXPECT_TRUE(one_holds(found, fault.says)) << fault.name << (found.empty() ? "" : ": " + found[0]);
  }
}

TEST(NetworkBuilder, AllFaultsAreFoundAtOnce) {
  NetworkBuilder builder = testing::small_network_builder();
  for (const Fault& fault : faults) fault.add(builder);
  const std::vector<std::string> found = messages(std::move(builder));
  for (const Fault& fault : faults) {
    if (std::string_view(fault.name) == "service over nothing")
      continue;  // not told while links are left out
    EXPECT_TRUE(one_holds(found, fault.says)) << fault.name;
  }
}

TEST(NetworkBuilder, FindingsSayWhere) {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "a", "AAA", {0, 0}), {"places.csv", 2, 1});
  builder.add_place(place(PlaceKind::rail, "a", "AAA", {0, 0}), {"places.csv", 3, 1});
  EXPECT_EQ(messages(std::move(builder)),
            std::vector<std::string>{
                "places.csv:3:1: error: place \"rail:a\" is given twice, first in places.csv:2"});
}

TEST(NetworkBuilder, AGaugeThatAPlaceDoesNotHaveIsAWarning) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_link(link(Mode::rail, "rail:west", "rail:east", 1200, {standard}));
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.warnings().size(), 1u);
  EXPECT_EQ(network.gauges_at(network.find_place("rail:east")), (std::vector{standard, testing::broad}));
}

TEST(NetworkBuilder, ARegionWithoutAccessAndAHubWithoutPlacesAreWarnings) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_region(region(RegionKind::country, "BBB", {0, 10}));
  builder.add_hub({.slug = "ghost-town"});
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.warnings().size(), 2u);
  EXPECT_TRUE(network[network.find_region("country:BBB")].accesses.empty());
}

TEST(NetworkBuilder, WhatLeansOnALinkLeftOutIsNotBlamed) {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "a", "AAA", {0, 0}));
  builder.add_place(place(PlaceKind::rail, "b", "BBB", {0, 1}));
  builder.add_link(link(Mode::rail, "rail:a", "rail:c", 112, {standard}));  // meant to be b
  builder.add_service(service(Mode::rail, "ab", {"rail:a", "rail:b"}));
  builder.add_border_record({.from = "rail:a", .to = "rail:b"});
  EXPECT_EQ(messages(std::move(builder)).size(), 1u);
}

TEST(NetworkBuilder, OptionsHaveRanges) {
  EXPECT_THROW(NetworkBuilder({.access_detour = 0.5}).build(), OptionError);
  EXPECT_THROW(NetworkBuilder({.least_access = Kilometres(-1)}).build(), OptionError);
  EXPECT_THROW(NetworkBuilder({.deep_sea_connectivity = -1}).build(), OptionError);
}

TEST(NetworkBuilder, NothingGivesAnEmptyNetwork) {
  const Network network = NetworkBuilder().build();
  EXPECT_TRUE(network.places().empty());
}

}  // namespace
}  // namespace landbridge
