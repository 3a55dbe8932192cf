#include "landbridge/network/network_builder.hpp"

#include "network/small_network.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::link;
using testing::place;

std::vector<std::string> messages(NetworkBuilder builder) {
  std::vector<std::string> result;
  try {
    std::move(builder).build();
  } catch (const DataError& error) {
    for (const Finding& finding : error.findings()) result.push_back(to_string(finding));
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

void add(NetworkBuilder& builder, LinkFacts facts) {
  builder.add_link(std::move(facts));
}

const Fault faults[] = {
    {"place twice",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "west", "AAA", {0, 0}));
     },
     "\"rail:west\" is given twice"},
    {"hub in two cities",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::river, "west", "AAA", {40, 0}));
     },
     "\"rail:west\" and \"river:west\" share a name, so they are one hub, but lie "},
    {"dangling link",
     [](NetworkBuilder& b) { add(b, link(Mode::rail, "rail:west", "rail:nowhere", 1, {testing::standard})); },
     "\"rail:nowhere\", which is not a place"},
    {"self link",
     [](NetworkBuilder& b) { add(b, link(Mode::rail, "rail:west", "rail:west", 1, {testing::standard})); },
     "to itself"},
    {"link twice",
     [](NetworkBuilder& b) {
       add(b, link(Mode::rail, "border:gate", "rail:west", 600, {testing::standard}));
     },
     "is given twice"},
    {"negative length", [](NetworkBuilder& b) { add(b, link(Mode::road, "rail:west", "border:gate", -1)); },
     "is negative"},
    {"NaN length",
     [](NetworkBuilder& b) {
       add(b, link(Mode::road, "rail:west", "border:gate", std::numeric_limits<double>::quiet_NaN()));
     },
     "not a finite number"},
    {"infinite length",
     [](NetworkBuilder& b) {
       add(b, link(Mode::road, "rail:west", "border:gate", std::numeric_limits<double>::infinity()));
     },
     "not a finite number"},
    {"length in miles", [](NetworkBuilder& b) { add(b, link(Mode::road, "rail:west", "border:gate", 370)); },
     "another unit"},
    {"length in metres",
     [](NetworkBuilder& b) { add(b, link(Mode::road, "rail:west", "border:gate", 600000)); }, "another unit"},
    {"no gauge", [](NetworkBuilder& b) { add(b, link(Mode::rail, "rail:west", "rail:east", 1200)); },
     "needs its gauge"},
    {"off the globe",
     [](NetworkBuilder& b) {
       b.add_place(place(PlaceKind::rail, "off", "AAA", {91, 181}));
     },
     "latitude 91"},
    {"border where none is",
     [](NetworkBuilder& b) { b.add_border_record({.from = "rail:west", .to = "border:gate"}); },
     "crosses a border"},
    {"transfer nowhere", [](NetworkBuilder& b) { b.add_transfer("rail:nowhere", {}); },
     "which is not a place"},
    {"province twice",
     [](NetworkBuilder& b) {
       b.add_province({.slug = "x"});
       b.add_province({.slug = "x"});
     },
     "province \"x\" is given twice"},
};

TEST(NetworkBuilder, EachFaultIsFound) {
  for (const Fault& fault : faults) {
    NetworkBuilder builder = testing::small_network_builder();
    fault.add(builder);
    EXPECT_TRUE(one_holds(messages(std::move(builder)), fault.says)) << fault.name;
  }
}

TEST(NetworkBuilder, AllFaultsAreFoundAtOnce) {
  NetworkBuilder builder = testing::small_network_builder();
  for (const Fault& fault : faults) fault.add(builder);
  const std::vector<std::string> found = messages(std::move(builder));
  for (const Fault& fault : faults) EXPECT_TRUE(one_holds(found, fault.says)) << fault.name;
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
  builder.add_link(link(Mode::rail, "rail:west", "rail:east", 1200, {testing::standard}));
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.warnings().size(), 1u);
  EXPECT_EQ(network.gauges_at(network.find_place("rail:east")).size(), 2u);
}

TEST(NetworkBuilder, OptionsHaveRanges) {
  EXPECT_THROW(NetworkBuilder({.exchange_detour = 0.5}).build(), OptionError);
  EXPECT_THROW(NetworkBuilder({.exchange_range = Kilometres(-1)}).build(), OptionError);
}

TEST(NetworkBuilder, NothingGivesAnEmptyNetwork) {
  const Network network = NetworkBuilder().build();
  EXPECT_TRUE(network.places().empty());
}

}  // namespace
}  // namespace landbridge
