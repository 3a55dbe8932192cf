#include "landbridge/network/handling_terms.hpp"

#include "network/small_network.hpp"

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

HandlingFacts fact(std::string subject, HandlingKind kind, std::optional<Hours> time,
                   std::optional<Usd> money) {
  HandlingFacts facts;
  facts.subject = std::move(subject);
  facts.figures.kind = kind;
  facts.figures.time = time;
  facts.figures.money = money;
  return facts;
}

TEST(HandlingTerms, ThePlaceGoesBeforeItsCountryAndThatBeforeTheMedian) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(testing::place(PlaceKind::port, "second", "AAA", {1, 0}));
  builder.add_place(testing::place(PlaceKind::port, "third", "CCC", {3, 0}));
  builder.add_handling(fact("port:west", HandlingKind::ship_call, Hours(10), {}));
  builder.add_handling(fact("AAA", HandlingKind::ship_call, Hours(20), {}));
  builder.add_handling(fact("BBB", HandlingKind::ship_call, Hours(60), {}));
  const Network network = std::move(builder).build();
  const CostModel model;
  const HandlingBook book(network, model);
  const auto call = [&](const char* port) {
    return book.terms(network.find_place(port), HandlingKind::ship_call);
  };
  EXPECT_EQ(call("port:west").time, Hours(10));
  EXPECT_EQ(call("port:second").time, Hours(20));
  EXPECT_EQ(call("port:east").time, Hours(60));
  EXPECT_EQ(call("port:third").time, Hours(20));
  EXPECT_TRUE(call("port:west").time_recorded && call("port:second").time_recorded);
  EXPECT_FALSE(call("port:third").time_recorded);
  EXPECT_FALSE(call("port:west").money_recorded);
}

TEST(HandlingTerms, TimeAndMoneyAreKnownEachForItself) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_handling(fact("rail:west", HandlingKind::rail_terminal, Hours(9), {}));
  builder.add_handling(fact("AAA", HandlingKind::rail_terminal, {}, Usd(70)));
  const Network network = std::move(builder).build();
  const CostModel model;
  const HandlingTerms terms =
      HandlingBook(network, model).terms(network.find_place("rail:west"), HandlingKind::rail_terminal);
  EXPECT_EQ(terms.time, Hours(9));
  EXPECT_EQ(terms.money, Usd(70));
  EXPECT_TRUE(terms.time_recorded && terms.money_recorded);
}

TEST(HandlingTerms, WithoutAnyRecordTheModelDecides) {
  const Network network = testing::small_network();
  const CostModel model{.ship_call_time = Hours(31), .port_money = Usd(7), .rail_terminal_time = Hours(6)};
  const HandlingBook book(network, model);
  const PlaceId port = network.find_place("port:west");
  EXPECT_EQ(book.terms(port, HandlingKind::ship_call).time, Hours(31));
  EXPECT_EQ(book.terms(port, HandlingKind::container_terminal).money, Usd(7));
  EXPECT_EQ(book.terms(port, HandlingKind::rail_terminal).time, Hours(6));
  EXPECT_FALSE(book.terms(port, HandlingKind::rail_terminal).time_recorded);
}

TEST(HandlingTerms, WhatIsUnknownIsNeverCheaperThanTheCheapestKnown) {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_handling(fact("rail:west", HandlingKind::rail_terminal, Hours(3), Usd(80)));
  builder.add_handling(fact("rail:east", HandlingKind::rail_terminal, Hours(30), Usd(20)));
  const Network network = std::move(builder).build();
  const CostModel model{.rail_terminal_time = Hours(1), .rail_terminal_money = Usd(1)};
  const HandlingBook book(network, model);
  const HandlingTerms unknown = book.terms(network.find_place("border:gate"), HandlingKind::rail_terminal);
  EXPECT_EQ(unknown.time, Hours(16.5));
  EXPECT_EQ(unknown.money, Usd(50));
}

}  // namespace
}  // namespace landbridge
