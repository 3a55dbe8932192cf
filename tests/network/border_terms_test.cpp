#include "landbridge/network/border_terms.hpp"

#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(BorderTerms, RecordedFiguresAreTaken) {
  const Network network = testing::small_network();
  const CostModel model;
  const BorderTerms terms =
      BorderBook(network, model).terms(network.find_link("rail:gate~post"), Direction::forward);
  EXPECT_EQ(terms.time, Hours(20));
  EXPECT_EQ(terms.clearance_money, Usd(60));
  EXPECT_EQ(terms.gauge_change_money, Usd(200));
  EXPECT_TRUE(terms.time_recorded && terms.clearance_recorded && terms.gauge_change_recorded);
}

TEST(BorderTerms, MissingOnesAreTheMedianOfTheirKindAndFlagged) {
  const Network network = testing::small_network();
  const CostModel model;
  const BorderTerms terms =
      BorderBook(network, model).terms(network.find_link("rail:gate~post"), Direction::backward);
  EXPECT_EQ(terms.time, Hours(20));
  EXPECT_EQ(terms.clearance_money, Usd(60));
  EXPECT_FALSE(terms.time_recorded || terms.clearance_recorded || terms.gauge_change_recorded);
}

TEST(BorderTerms, WithoutAnyRecordTheModelDecides) {
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::rail, "a", "AAA", {0, 0}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "b", "BBB", {0, 1}, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:b", 120, {testing::standard}));
  const Network network = std::move(builder).build();
  const CostModel model{.border_time = Hours(33), .border_money = Usd(44)};
  const BorderTerms terms = BorderBook(network, model).terms(LinkId(0), Direction::forward);
  EXPECT_EQ(terms.time, Hours(33));
  EXPECT_EQ(terms.clearance_money, Usd(44));
}

TEST(BorderTerms, OfALinkThatIsNoBorderIsTheCallersFault) {
  const Network network = testing::small_network();
  const CostModel model;
  EXPECT_THROW(BorderBook(network, model).terms(network.find_link("rail:west~gate"), Direction::forward),
               ContractError);
}

/// Two customs territories, A (AAA) and U (BBB, CCC), and links between them.
NetworkBuilder two_territories() {
  NetworkBuilder builder;
  builder.add_customs_union_member("union", "BBB");
  builder.add_customs_union_member("union", "CCC");
  builder.add_place(testing::place(PlaceKind::rail, "a", "AAA", {0, 0}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "b", "BBB", {0, 1}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "c", "CCC", {0, 2}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "d", "DDD", {1, 1}, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:b", 120, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:c", 240, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:d", 200, {testing::standard}));
  builder.add_link(testing::link(Mode::road, "rail:a", "rail:b", 120));
  return builder;
}

BorderFacts record(const char* from, const char* to, double hours, double money) {
  BorderFacts facts;
  facts.from = from;
  facts.to = to;
  facts.figures.time = Hours(hours);
  facts.figures.clearance_money = Usd(money);
  return facts;
}

TEST(BorderTerms, TheSameTerritoriesGoBeforeTheSameModeAndThatBeforeAll) {
  NetworkBuilder builder = two_territories();
  builder.add_border_record(record("rail:a", "rail:b", 10, 100));
  builder.add_border_record(record("rail:a", "rail:d", 50, 20));
  const Network network = std::move(builder).build();
  const CostModel model;
  const BorderBook book(network, model);
  const auto time = [&](const char* link) {
    return book.terms(network.find_link(link), Direction::forward).time;
  };
  EXPECT_EQ(time("rail:a~c"), Hours(10));  // AAA to the union, as a~b
  EXPECT_EQ(book.terms(network.find_link("rail:a~d"), Direction::backward).time, Hours(50));
  EXPECT_EQ(time("road:a~b"), Hours(30));  // no road is recorded: the median of all
}

TEST(BorderTerms, ALinkThroughAnotherTerritoryPaysEachOfItsBorders) {
  NetworkBuilder builder = two_territories();
  LinkFacts through = testing::link(Mode::rail, "rail:b", "rail:c", 150, {testing::standard});
  through.facts.countries = {"BBB", "AAA", "CCC"};
  builder.add_link(through);
  builder.add_border_record(record("rail:a", "rail:b", 10, 100));
  const CostModel model;
  {
    const Network network = NetworkBuilder(std::move(builder)).build();
    const LinkId link = network.find_link("rail:b~c");
    ASSERT_EQ(network.border_count(link), 2);
    const BorderTerms terms = BorderBook(network, model).terms(link, Direction::forward);
    EXPECT_EQ(terms.time, Hours(20));
    EXPECT_EQ(terms.clearance_money, Usd(200));
    EXPECT_EQ(terms.gauge_change_money, model.gauge_change_money);  // once
  }
  builder = two_territories();
  builder.add_link(through);
  builder.add_border_record(record("rail:a", "rail:b", 10, 100));
  builder.add_border_record(record("rail:b", "rail:c", 15, 60));
  const Network network = std::move(builder).build();
  const BorderBook book(network, model);
  // A record of the link is whole, and no measure for the single borders of others.
  EXPECT_EQ(book.terms(network.find_link("rail:b~c"), Direction::forward).time, Hours(15));
  EXPECT_EQ(book.terms(network.find_link("rail:a~c"), Direction::forward).time, Hours(10));
}

}  // namespace
}  // namespace landbridge
