#include "landbridge/network/border_terms.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
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

TEST(BorderTerms, NoBorderWithoutARecordIsCheaperThanTheCheapestSourced) {
  const Network network = load_default_network();
  const CostModel model;
  const BorderBook book(network, model);
  const auto price = [&](const BorderTerms& terms) {
    return terms.clearance_money + model.value_of_time * terms.time;
  };
  for (const bool gauge_break : {false, true}) {
    Usd cheapest(1e9);
    const auto total = [&](const BorderTerms& terms) {
      return gauge_break ? price(terms) + terms.gauge_change_money : price(terms);
    };
    for (const BorderRecord& record : network.border_records())
      cheapest = std::min(cheapest, total(book.terms(record.link, record.direction)));
    std::size_t without_record = 0;
    for (const LinkId link : network.links().ids()) {
      if (!network.is_border(link)) continue;
      for (const Direction direction : {Direction::forward, Direction::backward}) {
        if (network.find_border_record(link, direction)) continue;
        ++without_record;
        const BorderTerms terms = book.terms(link, direction);
        EXPECT_GE(total(terms), cheapest) << network[link].key;
        EXPECT_GT(terms.time, Hours(0));
        EXPECT_GT(terms.clearance_money, Usd(0));
        EXPECT_GT(terms.gauge_change_money, Usd(0));
        EXPECT_FALSE(terms.time_recorded);
      }
    }
    EXPECT_GT(without_record, 50u);
  }
}

}  // namespace
}  // namespace landbridge
