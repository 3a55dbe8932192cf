#include "landbridge/network/cost_draw.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/network/priced.hpp"
#include "network/price_laws.hpp"
#include "network/random_network.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(CostDraw, QuantilesOfTheNormalDistributionAreThePublishedOnes) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_NEAR(normal_quantile(0.975), 1.9599639845400538, 1e-15);
  EXPECT_NEAR(normal_quantile(0.1), -1.2815515655446008, 1e-15);
  EXPECT_NEAR(normal_quantile(1e-10), -6.361340902404056, 1e-13);
  EXPECT_NEAR(normal_quantile(1e-16), -8.222082216130437, 1e-13);
  for (const double probability : {0.0, 1.0, -1.0, std::nan("")})
    EXPECT_THROW(normal_quantile(probability), ContractError);
  double before = -9;
  for (int i = 1; i < 10000; ++i) {
    const double quantile = normal_quantile(i / 10000.0);
    EXPECT_GT(quantile, before);
    EXPECT_NEAR(quantile, -normal_quantile(1 - i / 10000.0), 1e-11);
    EXPECT_NEAR(std::erfc(-quantile / std::sqrt(2)) / 2, i / 10000.0, 1e-14);
    before = quantile;
  }
}

TEST(CostDraw, FactorsHaveMeanOneTheirSpreadAndTheMedianOfALognormal) {
  for (const double spread : {0.05, 0.23, 0.54, 1.0}) {
    const int count = 200000;
    double sum = 0, squares = 0;
    for (int i = 0; i < count; ++i) {
      const double factor = spread_factor(Spread(spread), normal_quantile((i + 0.5) / count));
      EXPECT_EQ(factor * 0x1.0p20, std::floor(factor * 0x1.0p20));
      sum += factor;
      squares += factor * factor;
    }
    EXPECT_NEAR(sum / count, 1, 2e-4 * spread);
    EXPECT_NEAR(std::sqrt(squares / count - 1), spread, 0.02 * spread);
    EXPECT_NEAR(spread_factor(Spread(spread), 0), 1 / std::sqrt(1 + spread * spread), 0x1.0p-20);
  }
}

TEST(CostDraw, FactorsByHandAndTheirEnds) {
  // ln(1 + 0.5^2) = 0.22314; exp(sqrt(0.22314) x 1 - 0.11157) = 1.43449 = 1504171 / 2^20.
  EXPECT_EQ(spread_factor(Spread(0.5), 1), 1504171 * 0x1.0p-20);
  EXPECT_EQ(spread_factor(Spread(0.23), -1.5), 726945 * 0x1.0p-20);
  EXPECT_EQ(spread_factor(Spread(2), 3), 21086285 * 0x1.0p-20);
  for (const double normal : {-8.3, 0.0, 8.3}) EXPECT_EQ(spread_factor(Spread(0), normal), 1);
  EXPECT_EQ(spread_factor(Spread(2), -1000), 0x1.0p-20);  // nothing becomes free
}

/// What each item of a network is multiplied by, under its name.
std::map<std::string, double> factors_by_name(const Network& network, const CostDraw& draw) {
  const CostFactors factors(network, {}, draw);
  std::map<std::string, double> result;
  const auto put = [&](const std::string& name, double factor) {
    EXPECT_TRUE(result.emplace(name, factor).second) << name;
  };
  for (const LinkId id : network.links().ids()) {
    put(network[id].key, factors.link(id, ShipClass::deep_sea));
    put(network[id].key + " feeder", factors.link(id, ShipClass::feeder));
    put(network[id].key + " there", factors.border(id, Direction::forward));
    put(network[id].key + " back", factors.border(id, Direction::backward));
  }
  for (const AccessId id : network.accesses().ids())
    put(network[network[id].region].key + " " + network[network[id].hub].slug, factors.access(id));
  for (const PlaceId id : network.places().ids()) {
    for (const HandlingKind kind : all_handling_kinds)
      put(network[id].key + " " + std::string(name(kind)), factors.handling(id, kind));
    put(network[id].key + " yard", factors.yard(id));
    put(network[id].key + " train", factors.wait(id, {.mode = Mode::rail}));
    put(network[id].key + " feeder", factors.wait(id, {.mode = Mode::sea, .ship = ShipClass::feeder}));
    put(network[id].key + " ship", factors.wait(id, {.mode = Mode::sea, .ship = ShipClass::deep_sea}));
    for (const ServiceId service : network.services().ids())
      put(network[id].key + " " + network[service].id,
          factors.wait(id, {.mode = network[service].mode, .service = service}));
  }
  return result;
}

/// The small network with a region and a train, its parts added from the first or from the last.
Network arranged(bool from_last, const std::string& without = {}) {
  const Network whole = testing::small_network();
  NetworkBuilder builder;
  std::vector<Place> places(whole.places().begin(), whole.places().end());
  std::vector<LinkFacts> links;
  for (const Link& link : whole.links()) {
    if (link.key == without) continue;
    LinkFacts facts;
    facts.facts = link;
    facts.facts.key.clear();
    facts.from = whole[link.from].key;
    facts.to = whole[link.to].key;
    links.push_back(facts);
  }
  if (from_last) std::ranges::reverse(places), std::ranges::reverse(links);
  for (Place place : places) {
    place.key.clear();
    builder.add_place(place);
  }
  for (const LinkFacts& link : links) builder.add_link(link);
  if (without.empty())
    builder.add_service(
        testing::service(Mode::rail, "express", {"rail:west", "border:gate"}, {"rail:west", "border:gate"}));
  builder.add_region(testing::region(RegionKind::country, "AAA", {0, 1}));
  builder.add_access(testing::access("country:AAA", "west"));
  return std::move(builder).build();
}

TEST(CostDraw, AFactorDependsOnItsItemAlone) {
  const auto first = factors_by_name(arranged(false), {.seed = 3, .number = 5});
  EXPECT_EQ(first, factors_by_name(arranged(true), {.seed = 3, .number = 5}));
  const auto fewer = factors_by_name(arranged(false, "rail:west~gate"), {.seed = 3, .number = 5});
  EXPECT_LT(fewer.size(), first.size());
  for (const auto& [name, factor] : fewer) EXPECT_EQ(factor, first.at(name)) << name;
}

TEST(CostDraw, ItemsDrawsAndSeedsHaveFactorsOfTheirOwn) {
  const Network network = arranged(false);
  std::set<double> seen;
  std::size_t count = 0;
  for (const std::uint64_t seed : {1u, 2u})
    for (const std::uint64_t number : {0u, 1u, 2u})
      for (const auto& [name, factor] : factors_by_name(network, {.seed = seed, .number = number})) {
        if (factor == 1 || name.ends_with("feeder")) continue;  // no border; the link's own number again
        seen.insert(factor);
        ++count;
      }
  // On a grid of 2^-20 a few of many agree by chance.
  EXPECT_GT(static_cast<double>(seen.size()), 0.98 * static_cast<double>(count));
  EXPECT_GT(count, 500u);
}

TEST(CostDraw, ADrawnPricingKeepsTheLawsOfPricings) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Network network = testing::RandomNetwork(seed).build();
    const auto staircase = std::make_shared<const Staircase>(network);
    const CostDraw draw{.seed = 7, .number = seed};
    const Priced plain = price(staircase, {});
    const Priced drawn = price(staircase, {}, {.draw = draw});
    testing::expect_breakdowns_to_be_the_parts(drawn);
    const CostFactors factors(network, {}, draw);
    for (const MoveId id : staircase->moves().ids()) {
      const Move& move = staircase->moves()[id];
      EXPECT_EQ(drawn.parts[id].distance, plain.parts[id].distance);
      EXPECT_EQ(drawn.parts[id].co2, plain.parts[id].co2);
      EXPECT_EQ(drawn.costs[id].is_closed(), plain.costs[id].is_closed());
      const double exact = figure(drawn.model, Objective::cost, drawn.parts[id]);
      EXPECT_NEAR(static_cast<double>(drawn.costs[id].quanta()) * 0.01, exact, 0.005 + 1e-9);
      if (!move.is_haul()) continue;
      // One factor for both directions and whatever runs on the link.
      const double factor = factors.link(move.link, staircase->tail(id).vehicle.ship);
      EXPECT_EQ(drawn.parts[id].money, factor * plain.parts[id].money);
      EXPECT_EQ(drawn.parts[id].time, factor * plain.parts[id].time);
    }
  }
}

TEST(CostDraw, HandlingBordersAndWaitsAreMultipliedEachByItsOwn) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const CostDraw draw{.seed = 1, .number = 4};
  const CostFactors factors(network, {}, draw);
  const IdMap<MoveId, Breakdown> plain = breakdowns(price(staircase, {}));
  const IdMap<MoveId, Breakdown> drawn = breakdowns(price(staircase, {}, {.draw = draw}));
  const PlaceId station = network.find_place("rail:west"), post = network.find_place("border:post");
  const LinkId border = network.find_link("rail:gate~post");
  std::size_t seen = 0;
  for (const MoveId id : staircase->moves().ids()) {
    const Move& move = staircase->moves()[id];
    if (move.kind == MoveKind::loading && move.place == station) {
      const Vehicle train = staircase->head(id).vehicle;
      if (train.mode != Mode::rail) continue;
      ++seen;
      const double terminal = factors.handling(station, HandlingKind::rail_terminal);
      EXPECT_EQ(drawn[id].terminals.money, terminal * plain[id].terminals.money);
      EXPECT_EQ(drawn[id].terminals.time, terminal * plain[id].terminals.time);
      EXPECT_EQ(drawn[id].waiting.time, factors.wait(station, train) * plain[id].waiting.time);
    }
    if (move.kind == MoveKind::handling && move.place == post && !staircase->tail(id).border.is_none()) {
      ++seen;
      const double factor = factors.border(border, Direction::forward);
      EXPECT_DOUBLE_EQ(drawn[id].borders.money.value(), factor * plain[id].borders.money.value());
      EXPECT_DOUBLE_EQ(drawn[id].borders.time.value(), factor * plain[id].borders.time.value());
    }
  }
  EXPECT_GE(seen, 2u);
}

TEST(CostDraw, ClosingALinkChangesNoOtherCost) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const CostDraw draw{.seed = 1, .number = 9};
  const LinkId closed = network.find_link("rail:west~gate");
  const Priced before = price(staircase, {}, {.draw = draw});
  const Priced after =
      price(staircase, {}, {.closed = LinkMask(network.links().size(), {closed}), .draw = draw});
  std::size_t changed = 0;
  for (const MoveId id : staircase->moves().ids()) {
    EXPECT_EQ(after.parts[id], before.parts[id]);
    if (after.costs[id] == before.costs[id]) continue;
    ++changed;
    EXPECT_EQ(staircase->moves()[id].link, closed);
  }
  EXPECT_GT(changed, 0u);
}

TEST(CostDraw, WithoutSpreadsADrawIsTheUndisturbedPricing) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  CostModel certain;
  for (const char* field :
       {"rail_spread", "road_spread", "ferry_spread", "river_spread", "sea_spread", "feeder_spread",
        "air_spread", "terminal_spread", "border_spread", "waiting_spread"})
    set_field(certain, field, 0);
  const Priced plain = price(staircase, certain);
  const Priced drawn = price(staircase, certain, {.draw = CostDraw{}});
  EXPECT_EQ(drawn.costs, plain.costs);
  EXPECT_EQ(drawn.parts, plain.parts);
  EXPECT_NE(price(staircase, {}, {.draw = CostDraw{}}).costs, plain.costs);
  EXPECT_THROW(set_field(certain, "sea_spread", 2.5), OptionError);
}

}  // namespace
}  // namespace landbridge
