#include "landbridge/network/priced.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

constexpr Objective objectives[] = {Objective::cost, Objective::money, Objective::time, Objective::distance,
                                    Objective::co2};

void expect_parts_sum_to_costs(const Network& network, const CostModel& model) {
  const auto staircase = std::make_shared<const Staircase>(network);
  for (const Objective by : objectives) {
    for (const double quantum : {0.01, 1.0, 100.0}) {
      const Priced priced = price(staircase, model, {.by = by, .quantum = quantum});
      double largest = 0;
      for (const MoveId id : priced.staircase->moves().ids()) {
        if (priced.costs[id].is_closed()) continue;
        const double exact = figure(model, by, priced.parts[id]);
        const double cost = static_cast<double>(priced.costs[id].quanta()) * quantum;
        const bool raised = exact > 0 && exact < quantum / 2;
        EXPECT_LE(std::abs(cost - exact), (raised ? quantum : quantum / 2) + 1e-12 * std::max(1.0, exact))
            << name(by) << ' ' << exact;
        EXPECT_EQ(exact == 0, cost == 0);
        largest = std::max(largest, std::abs(cost - exact));
      }
      EXPECT_NEAR(priced.largest_error, largest, 1e-9);
    }
  }
}

TEST(Priced, PartsWeightedByTheModelSumToTheCost) {
  expect_parts_sum_to_costs(testing::small_network(), {});
  const CostModel odd{.value_of_time = TimeValue(7.3), .carbon_price = CarbonPrice(81)};
  expect_parts_sum_to_costs(load_default_network(), odd);
}

TEST(Priced, TheDefaultPricingHasNoFreeMoves) {
  const Network network = load_default_network();
  for (const Objective by : {Objective::cost, Objective::money, Objective::time})
    EXPECT_EQ(price(network, {}, {.by = by}).free_moves, 0u) << name(by);
}

MoveId find_handling(const Priced& priced, PlaceId place, Mode from, Gauge from_gauge, Mode to,
                     Gauge to_gauge) {
  for (const MoveId id : priced.staircase->moves().ids()) {
    const State& a = priced.staircase->tail(id);
    const State& b = priced.staircase->head(id);
    if (priced.staircase->moves()[id].kind == MoveKind::handling && a.place == place && a.mode == from &&
        b.mode == to && a.gauge == from_gauge && b.gauge == to_gauge)
      return id;
  }
  return MoveId::none();
}

TEST(Priced, HandlingByHand) {
  const Network network = testing::small_network();
  const Priced priced = price(network);
  // Border and change of gauge together: 60 + 200 USD, 20 h.
  const MoveId border = find_handling(priced, network.find_place("border:post"), Mode::rail,
                                      testing::standard, Mode::rail, testing::broad);
  ASSERT_FALSE(border.is_none());
  EXPECT_EQ(priced.parts[border].money, Usd(260));
  EXPECT_EQ(priced.parts[border].time, Hours(20));
  EXPECT_EQ(priced.costs[border].quanta(), 29000);  // 260 + 1.5 x 20 = 290.00 USD
  const Step cleared = step(priced, border);
  EXPECT_TRUE(cleared.border_cleared && cleared.gauge_changed);
  EXPECT_FALSE(cleared.mode_changed);
  // Truck to ship: the longer of 2 and 86 h, 25 + 150 USD.
  const MoveId transfer =
      find_handling(priced, network.find_place("port:west"), Mode::road, {}, Mode::sea, {});
  ASSERT_FALSE(transfer.is_none());
  EXPECT_EQ(priced.parts[transfer].money, Usd(175));
  EXPECT_EQ(priced.parts[transfer].time, Hours(86));
  EXPECT_TRUE(step(priced, transfer).mode_changed);
}

TEST(Priced, AGaugeIsNeverChangedForNothing) {
  const Network network = load_default_network();
  const Priced priced = price(network, {}, {.by = Objective::money});
  for (const MoveId id : priced.staircase->moves().ids()) {
    if (priced.staircase->tail(id).gauge == priced.staircase->head(id).gauge) continue;
    EXPECT_FALSE(priced.staircase->moves()[id].is_haul());
    EXPECT_GT(priced.parts[id].money, Usd(0));
  }
}

TEST(Priced, WhatIsNotActiveOrClosedOrOfAnotherModeIsClosed) {
  const Network network = load_default_network();
  LinkMask closed(network.links().size());
  const LinkId suez = [&] {
    for (const LinkId id : network.links().ids())
      for (const std::string& passage : network[id].passes)
        if (passage == "suez") return id;
    return LinkId::none();
  }();
  closed.set(suez);
  const Priced priced = price(network, {}, {.closed = closed, .modes = {Mode::sea}});
  for (const MoveId id : priced.staircase->moves().ids()) {
    const Move& move = priced.staircase->moves()[id];
    if (!move.is_haul()) {
      EXPECT_FALSE(priced.costs[id].is_closed());
      continue;
    }
    const Link& link = network[move.link];
    const bool open =
        link.status == LinkStatus::active && move.link != suez && (link.mode == Mode::sea || link.exchange);
    EXPECT_EQ(priced.costs[id].is_closed(), !open) << link.key;
  }
}

TEST(Priced, TheLayoutIsShared) {
  const Network network = testing::small_network();
  const Priced first = price(network);
  const Priced second = price(first.staircase, CostModel{.value_of_time = TimeValue(20)});
  EXPECT_EQ(first.staircase, second.staircase);
  EXPECT_NE(first.costs, second.costs);
}

TEST(Priced, StepsLeadBackUp) {
  const Network network = testing::small_network();
  const Priced priced = price(network);
  const StateId gate = priced.staircase->gate(network.find_place("rail:west"));
  const MoveId loading = priced.staircase->topology().outgoing(gate)[0];
  const std::vector<Step> climbed = steps(priced, Path{gate, {loading}});
  ASSERT_EQ(climbed.size(), 1u);
  EXPECT_EQ(climbed[0].move.kind, MoveKind::loading);
  EXPECT_EQ(climbed[0].move.place, network.find_place("rail:west"));
}

TEST(Priced, BadOptionsAreRefused) {
  const Network network = testing::small_network();
  EXPECT_THROW(price(network, {}, {.quantum = 0}), OptionError);
  EXPECT_THROW(price(network, {}, {.quantum = std::nan("")}), OptionError);
  EXPECT_THROW(price(network, CostModel{.sea_tariff = Tariff(-1)}), OptionError);
}

}  // namespace
}  // namespace landbridge
