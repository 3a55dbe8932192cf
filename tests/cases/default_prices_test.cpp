// The default data set priced by the default model: what must hold of every such pricing.
#include "landbridge/io/dataset.hpp"
#include "landbridge/network/border_terms.hpp"
#include "landbridge/network/handling_terms.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/network/waiting.hpp"
#include "network/price_laws.hpp"
#include "network/staircase_laws.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

class DefaultPrices : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    network_ = std::make_unique<const Network>(load_default_network());
    staircase_ = std::make_shared<const Staircase>(*network_);
  }
  static void TearDownTestSuite() {
    staircase_.reset();
    network_.reset();
  }

  static std::unique_ptr<const Network> network_;
  static std::shared_ptr<const Staircase> staircase_;
};
std::unique_ptr<const Network> DefaultPrices::network_;
std::shared_ptr<const Staircase> DefaultPrices::staircase_;

TEST_F(DefaultPrices, KeepTheLawsOfTheStaircase) {
  testing::expect_lawful(*network_);
}

TEST_F(DefaultPrices, PartsWeightedByTheModelAreTheCost) {
  testing::expect_parts_to_be_the_costs(staircase_, {});
  testing::expect_parts_to_be_the_costs(
      staircase_, CostModel{.value_of_time = TimeValue(7.3), .carbon_price = CarbonPrice(81)});
  testing::expect_breakdowns_to_be_the_parts(price(staircase_, {}));
}

TEST_F(DefaultPrices, NothingIsFree) {
  testing::expect_no_free_moves(staircase_, {});
}

TEST_F(DefaultPrices, AGaugeIsNeverChangedForNothing) {
  const Priced priced = price(staircase_, {});
  std::size_t changes = 0;
  for (const MoveId id : staircase_->moves().ids()) {
    const Vehicle& from = staircase_->tail(id).vehicle;
    const Vehicle& to = staircase_->head(id).vehicle;
    if (staircase_->moves()[id].kind != MoveKind::handling || from.mode != Mode::rail ||
        to.mode != Mode::rail || from.gauge == to.gauge)
      continue;
    ++changes;
    EXPECT_GT(priced.parts[id].money, Usd(0));
    EXPECT_GT(priced.parts[id].time, Hours(0));
  }
  EXPECT_GT(changes, 20u);
}

/// In money and in time worth money, for each mode that has records.
TEST_F(DefaultPrices, NoBorderWithoutARecordIsCheaperThanTheCheapestSourcedOfItsMode) {
  const CostModel model;
  const BorderBook book(*network_, model);
  for (const bool gauge_break : {false, true}) {
    const auto total = [&](LinkId link, Direction direction) {
      const BorderTerms& terms = book.terms(link, direction);
      const Usd sum = terms.clearance_money + model.value_of_time * terms.time;
      return gauge_break ? sum + terms.gauge_change_money : sum;
    };
    std::map<Mode, Usd> cheapest;
    for (const BorderRecord& record : network_->border_records()) {
      const auto [least, fresh] =
          cheapest.try_emplace((*network_)[record.link].mode, std::numeric_limits<double>::infinity());
      least->second = std::min(least->second, total(record.link, record.direction));
    }
    std::size_t without_record = 0;
    for (const LinkId link : network_->links().ids()) {
      if (!network_->is_border(link)) continue;
      for (const Direction direction : {Direction::forward, Direction::backward}) {
        const BorderTerms& terms = book.terms(link, direction);
        EXPECT_GT(terms.time, Hours(0));
        EXPECT_GT(terms.clearance_money, Usd(0));
        EXPECT_GT(terms.gauge_change_money, Usd(0));
        if (network_->find_border_record(link, direction)) continue;
        ++without_record;
        EXPECT_FALSE(terms.time_recorded || terms.clearance_recorded || terms.gauge_change_recorded);
        const auto least = cheapest.find((*network_)[link].mode);
        if (least == cheapest.end()) continue;
        EXPECT_GE(total(link, direction), least->second) << (*network_)[link].key;
      }
    }
    EXPECT_GT(without_record, 20u);
  }
}

TEST_F(DefaultPrices, NoTerminalWithoutARecordIsCheaperThanTheCheapestRecorded) {
  const CostModel model;
  const HandlingBook book(*network_, model);
  for (const HandlingKind kind : all_handling_kinds) {
    std::vector<Hours> times;
    std::vector<Usd> moneys;
    for (const HandlingFact& fact : network_->handling()) {
      if (fact.kind != kind) continue;
      if (fact.time) times.push_back(*fact.time);
      if (fact.money) moneys.push_back(*fact.money);
    }
    const Hours least_time = times.empty() ? Hours() : *std::min_element(times.begin(), times.end());
    const Usd least_money = moneys.empty() ? Usd() : *std::min_element(moneys.begin(), moneys.end());
    for (const PlaceId place : network_->places().ids()) {
      EXPECT_GE(book.terms(place, kind).time, least_time) << name(kind);
      EXPECT_GE(book.terms(place, kind).money, least_money) << name(kind);
    }
  }
}

TEST_F(DefaultPrices, NoTrainOfUnknownFrequencyIsWaitedForLessThanTheMostFrequentKnown) {
  const WaitBook book(*network_, {});
  const PlaceId any = PlaceId(0);
  Hours least(std::numeric_limits<double>::infinity());
  for (const Service& service : network_->services())
    if (service.mode == Mode::rail)
      if (const std::optional<Hours> wait = mean_wait(service)) least = std::min(least, *wait);
  ASSERT_TRUE(std::isfinite(least.value()));
  EXPECT_GE(book.wait(any, {.mode = Mode::rail}), least);
  for (const ServiceId id : network_->services().ids()) {
    if ((*network_)[id].mode != Mode::rail || mean_wait((*network_)[id])) continue;
    EXPECT_EQ(book.wait(any, {.mode = Mode::rail, .service = id}), book.wait(any, {.mode = Mode::rail}));
  }
}

TEST_F(DefaultPrices, EveryServiceOnRailsOrFerriesIsLaidOutAtItsStops) {
  for (const ServiceId id : network_->services().ids()) {
    const Service& service = (*network_)[id];
    if (service.mode == Mode::sea || service.mode == Mode::air) continue;
    EXPECT_EQ(service_gauges(*network_, service, Direction::forward).size(), service.links.size())
        << service.id;
    for (const PlaceId stop : service.stops) {
      const auto& boarding = staircase_->topology().outgoing(staircase_->gate(stop));
      EXPECT_TRUE(std::any_of(boarding.begin(), boarding.end(),
                              [&](MoveId move) { return staircase_->head(move).vehicle.service == id; }))
          << service.id << " at " << (*network_)[stop].key;
    }
  }
}

TEST_F(DefaultPrices, AreMadeInTwentyMilliseconds) {
#ifdef __OPTIMIZE__
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const Priced priced = price(staircase_, {});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    EXPECT_GT(priced.costs.size(), 0u);
    least = std::min(least, took.count());
  }
  EXPECT_LT(least, 20);
#else
  GTEST_SKIP() << "this build is not optimised";
#endif
}

}  // namespace
}  // namespace landbridge
