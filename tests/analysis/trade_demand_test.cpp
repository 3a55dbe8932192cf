#include "landbridge/analysis/trade_demand.hpp"

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::access;
using testing::region;

AccessFacts access(std::string region, std::string hub, double weight, Kilometres road) {
  AccessFacts facts = testing::access(std::move(region), std::move(hub), weight);
  facts.distance = road;
  return facts;
}

/// Provinces a and b, partners PPP and QQQ, a station each, 50 km of road to it. By rail, roads included:
/// a-PPP 1000 km, a-QQQ 2000, b-PPP 3000, b-QQQ 1000.
NetworkBuilder crossing_builder() {
  NetworkBuilder builder;
  const std::vector<Gauge> standard{testing::standard};
  builder.add_place(testing::place(PlaceKind::rail, "as", "AAA", {0, 0}, standard));
  builder.add_place(testing::place(PlaceKind::rail, "bs", "AAA", {8, 8}, standard));
  builder.add_place(testing::place(PlaceKind::rail, "ps", "PPP", {0, 7}, standard));
  builder.add_place(testing::place(PlaceKind::rail, "qs", "QQQ", {8, 1}, standard));
  builder.add_link(testing::link(Mode::rail, "rail:as", "rail:ps", 900, standard));
  builder.add_link(testing::link(Mode::rail, "rail:as", "rail:qs", 1900, standard));
  builder.add_link(testing::link(Mode::rail, "rail:bs", "rail:ps", 2900, standard));
  builder.add_link(testing::link(Mode::rail, "rail:bs", "rail:qs", 900, standard));
  builder.add_region(region(RegionKind::province, "a", {0, 0}));
  builder.add_region(region(RegionKind::province, "b", {8, 8}));
  builder.add_region(region(RegionKind::country, "PPP", {0, 7}));
  builder.add_region(region(RegionKind::country, "QQQ", {8, 1}));
  builder.add_access(access("province:a", "as", 1, Kilometres(50)));
  builder.add_access(access("province:b", "bs", 1, Kilometres(50)));
  builder.add_access(access("country:PPP", "ps", 1, Kilometres(50)));
  builder.add_access(access("country:QQQ", "qs", 1, Kilometres(50)));
  return builder;
}

Usd bn(double value) {
  return Usd(1e9 * value);
}

/// Exports of 30 and 20 to partners of 25 and 25, imports of 5 and 15 from partners of 12 and 8; half of
/// exports go in containers of 25,000 dollars, all imports in containers of 10,000.
TradeTables crossing_tables() {
  constexpr auto out = TradeDirection::exports, in = TradeDirection::imports;
  TradeTables tables;
  tables.margins = {{"province:a", out, bn(30)},  {"province:b", out, bn(20)}, {"country:PPP", out, bn(25)},
                    {"country:QQQ", out, bn(25)}, {"province:a", in, bn(5)},   {"province:b", in, bn(15)},
                    {"country:PPP", in, bn(12)},  {"country:QQQ", in, bn(8)}};
  for (const char* partner : {"country:PPP", "country:QQQ"}) {
    tables.containers.push_back({partner, out, 0.5, Rate<Usd, Teu>(25000)});
    tables.containers.push_back({partner, in, 1, Rate<Usd, Teu>(10000)});
  }
  return tables;
}

std::vector<PricedClass> by_distance(const Network& network) {
  return single_class(price(network, {}, {.by = Objective::distance, .modes = {Mode::rail}}));
}

/// By province, partner and direction.
std::map<std::array<std::string, 3>, TradeCell> cells(const Network& network, const TradeDemand& trade) {
  std::map<std::array<std::string, 3>, TradeCell> result;
  for (const TradeCell& cell : trade.cells)
    EXPECT_TRUE(result
                    .emplace(std::array{network[cell.province].code, network[cell.partner].code,
                                        std::string(name(cell.direction))},
                             cell)
                    .second);
  return result;
}

TEST(TradeDemand, ByHand) {
  // Deterrence 1 / cost: odds ratio (1/1000 1/1000) / (1/2000 1/3000) = 6 = (20 x 15) / (10 x 5).
  const Network network = std::move(crossing_builder()).build();
  const TradeDemand trade = trade_demand(by_distance(network), crossing_tables(), {.exponent = 1});
  ASSERT_TRUE(trade.balance.met);
  EXPECT_TRUE(trade.balance.findings.empty());
  EXPECT_LE(trade.balance.residual, 1e-10);
  auto found = cells(network, trade);
  ASSERT_EQ(found.size(), 8u);
  const std::map<std::array<std::string, 3>, double> exports{{{"a", "PPP", "exports"}, 20},
                                                             {{"a", "QQQ", "exports"}, 10},
                                                             {{"b", "PPP", "exports"}, 5},
                                                             {{"b", "QQQ", "exports"}, 15}};
  for (const auto& [key, value] : exports) {
    EXPECT_NEAR(found.at(key).value / bn(1), value, 1e-7);
    EXPECT_NEAR(found.at(key).teu.value(), value * 1e9 * 0.5 / 25000, 1e-2);
    EXPECT_FALSE(found.at(key).constrained);
    EXPECT_EQ(found.at(key).served, 1);
  }
  // Imports by the same costs: z in the first cell, z (3 + z) = 6 (5 - z) (12 - z), so 5 z^2 - 105 z + 360 =
  // 0.
  const double z = (105 - std::sqrt(105.0 * 105 - 20 * 360)) / 10;
  EXPECT_NEAR(found.at({"a", "PPP", "imports"}).value / bn(1), z, 1e-7);
  EXPECT_NEAR(found.at({"b", "QQQ", "imports"}).teu.value(), (3 + z) * 1e9 / 10000, 1e-2);
  // From station to station.
  EXPECT_EQ(trade.demand.name, "trade");
  EXPECT_EQ(trade.demand.unit, "TEU/yr");
  EXPECT_EQ(trade.demand.pairs.size(), 8u);
  EXPECT_NEAR(trade.demand.total(), 50e9 * 0.5 / 25000 + 20e9 / 10000, 1e-2);
  EXPECT_EQ(trade.observed_share, 0);
  EXPECT_EQ(trade.estimated_share, 1);
  for (const HubPair& pair : trade.demand.pairs)
    if (network[pair.from].slug == "ps" && network[pair.to].slug == "as") {
      EXPECT_NEAR(pair.amount, z * 1e5, 1e-2);
    }
}

TEST(TradeDemand, SharesAreMet) {
  const Network network = std::move(crossing_builder()).build();
  TradeTables tables = crossing_tables();
  tables.groups = {{"both", {"country:PPP", "country:QQQ"}}, {"one", {"country:QQQ", "country:XYZ"}}};
  tables.shares = {{{"province:a"}, {"country:PPP"}, TradeDirection::exports, 0.8, true},
                   {{"province:b"}, {"one", "country:QQQ"}, TradeDirection::total, 0.7, true},
                   {{"province:b"}, {"country:PPP"}, TradeDirection::total, 0.001, false}};
  const TradeDemand trade = trade_demand(by_distance(network), tables, {.exponent = 1});
  ASSERT_TRUE(trade.balance.met) << to_string(trade.balance.findings.at(0));
  auto found = cells(network, trade);
  EXPECT_NEAR(found.at({"a", "PPP", "exports"}).value / bn(1), 24, 1e-8);
  EXPECT_NEAR((found.at({"b", "QQQ", "exports"}).value + found.at({"b", "QQQ", "imports"}).value) / bn(1),
              24.5, 1e-7);
  EXPECT_TRUE(found.at({"a", "PPP", "exports"}).constrained);
  EXPECT_TRUE(found.at({"b", "QQQ", "imports"}).constrained);
  EXPECT_FALSE(found.at({"b", "PPP", "imports"}).constrained);
  Teu observed, all;
  for (const auto& [key, cell] : found) {
    all += cell.teu;
    if (cell.constrained) observed += cell.teu;
  }
  EXPECT_NEAR(trade.observed_share, observed / all, 1e-12);
  EXPECT_NEAR(trade.observed_share + trade.estimated_share, 1, 1e-12);
  EXPECT_GT(trade.balance.residual, 0);
  EXPECT_LE(std::max(trade.balance.residual_exports, trade.balance.residual_imports), 1e-10);
  // Left out where asked.
  EXPECT_NEAR(
      cells(network, trade_demand(by_distance(network), tables, {.exponent = 1, .constraints = false}))
              .at({"a", "PPP", "exports"})
              .value /
          bn(1),
      20, 1e-7);
}

TEST(TradeDemand, WhatCannotBeMetIsTold) {
  const Network network = std::move(crossing_builder()).build();
  TradeTables tables = crossing_tables();
  tables.shares = {{{"province:a"},
                    {"country:PPP"},
                    TradeDirection::exports,
                    0.9,
                    true,
                    "2023",
                    "",
                    "",
                    {"shares.csv", 7}}};
  const TradeDemand trade = trade_demand(by_distance(network), tables);
  EXPECT_FALSE(trade.balance.met);
  ASSERT_EQ(trade.balance.findings.size(), 1u);
  EXPECT_EQ(to_string(trade.balance.findings[0]),
            "shares.csv:7: error: the share of country:PPP in exports of province:a shall be 27, but its "
            "rows and columns hold "
            "at most 25 (bn USD)");
  tables = crossing_tables();
  tables.margins[0].value = bn(31);
  tables.margins[0].at = {"margins.csv", 2};
  const TradeDemand uneven = trade_demand(by_distance(network), tables);
  ASSERT_EQ(uneven.balance.findings.size(), 1u);
  EXPECT_EQ(to_string(uneven.balance.findings[0]),
            "margins.csv:2: error: exports of province:a, exports of province:b add up to 51, but exports to "
            "country:PPP, exports "
            "to country:QQQ to 50 (bn USD)");
}

TEST(TradeDemand, BrokenTables) {
  const Network network = std::move(crossing_builder()).build();
  const auto classes = by_distance(network);
  EXPECT_THROW(trade_demand(classes, {}), OptionError);
  TradeTables tables = crossing_tables();
  tables.containers.clear();
  EXPECT_THROW(trade_demand(classes, tables), OptionError);
  EXPECT_THROW(trade_demand(classes, crossing_tables(), {.exponent = -1}), OptionError);
  EXPECT_THROW(trade_demand({}, crossing_tables()), ContractError);
  tables = crossing_tables();
  tables.containers.pop_back();
  tables.margins.push_back({"country:XYZ", TradeDirection::exports, bn(1)});
  tables.shares = {{{"province:nowhere"}, {"country:PPP"}, TradeDirection::exports, 0.1, true}};
  try {
    trade_demand(classes, tables);
    FAIL() << "nothing was found";
  } catch (const DataError& error) {
    EXPECT_EQ(error.findings().size(), 3u);
  }
}

/// Two hubs for a province, one shared with a partner; a partner without a hub; one whose railway does not
/// join the rest; a partner that is the province itself.
NetworkBuilder awkward_builder() {
  NetworkBuilder builder = testing::small_network_builder();
  builder.add_place(testing::place(PlaceKind::rail, "south", "AAA", {-3, 0}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "island", "EEE", {20, 20}, {testing::standard}));
  builder.add_place(testing::place(PlaceKind::rail, "free", "FFF", {-3, 1}, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:west", "rail:south", 400, {testing::standard}));
  builder.add_link(testing::link(Mode::rail, "rail:south", "rail:free", 120, {testing::standard}));
  builder.add_region(region(RegionKind::province, "home", {0.5, 0.5}));
  builder.add_region(region(RegionKind::province, "away", {0, 5}));
  builder.add_region(region(RegionKind::province, "free", {-3, 1}));
  for (const char* country : {"BBB", "CCC", "DDD", "EEE", "FFF"})
    builder.add_region(region(RegionKind::country, country, {0, 11}));
  builder.add_access(access("province:home", "west", 3));
  builder.add_access(access("province:home", "south", 1));
  builder.add_access(access("province:away", "west", 1));
  builder.add_access(access("province:free", "free", 1));
  builder.add_access(access("country:BBB", "east", 7));
  builder.add_access(access("country:CCC", "south", 1));
  builder.add_access(access("country:EEE", "island", 1));
  builder.add_access(access("country:FFF", "free", 1));
  return builder;
}

TradeTables awkward_tables() {
  TradeTables tables;
  for (const auto direction : {TradeDirection::exports, TradeDirection::imports}) {
    for (const auto& [province, value] : {std::pair{"home", 30.0}, {"away", 15.0}, {"free", 5.0}})
      tables.margins.push_back({std::string("province:") + province, direction, bn(value)});
    for (const auto& [partner, value] :
         {std::pair{"BBB", 20.0}, {"CCC", 15.0}, {"DDD", 8.0}, {"EEE", 5.0}, {"FFF", 2.0}}) {
      tables.margins.push_back({std::string("country:") + partner, direction, bn(value)});
      tables.containers.push_back({std::string("country:") + partner, direction, 0.6, Rate<Usd, Teu>(30000)});
    }
  }
  return tables;
}

TEST(TradeDemand, NothingIsLostOnTheWayToHubs) {
  const Network network = std::move(awkward_builder()).build();
  const auto staircase = std::make_shared<const Staircase>(network);
  CostModel model;
  model.classes = {{"slow", 0.75, TimeValue(0.01), {}}, {"urgent", 0.25, TimeValue(100), {}}};
  const auto classes = price_classes(staircase, model);
  const TradeDemand trade = trade_demand(classes, awkward_tables());
  ASSERT_TRUE(trade.balance.met);
  double sum = 0;
  auto found = cells(network, trade);
  for (const auto& [key, cell] : found) sum += cell.teu.value();
  double placed = 0;
  for (const HubPair& pair : trade.demand.pairs) placed += pair.amount;
  for (const auto* list : {&trade.demand.no_hub, &trade.demand.within_hub}) {
    EXPECT_FALSE(list->empty());
    for (const UnplacedDemand& unplaced : *list) placed += unplaced.amount;
  }
  EXPECT_NEAR(placed / sum, 1, 1e-9);
  // Margins, in each direction.
  for (const TradeMargin& margin : awkward_tables().margins) {
    Usd of;
    for (const auto& [key, cell] : found)
      if (cell.direction == margin.direction &&
          (network[cell.province].key == margin.region || network[cell.partner].key == margin.region))
        of += cell.value;
    EXPECT_NEAR(of / margin.value, 1, 1e-9) << margin.region;
  }
  // A territory does not trade with itself.
  EXPECT_FALSE(found.contains({"free", "FFF", "exports"}));
  // What has no hub, or no way, keeps its demand and is not served.
  EXPECT_EQ(found.at({"home", "DDD", "exports"}).served, 0);
  EXPECT_EQ(found.at({"home", "EEE", "imports"}).served, 0);
  EXPECT_GT(found.at({"home", "EEE", "imports"}).teu, Teu(0));
  EXPECT_EQ(found.at({"home", "BBB", "exports"}).served, 1);
  // Through both classes up to the hubs: served + unserved = total.
  const HubRanking ranking = rank_hubs(classes, trade.demand);
  double unserved = 0;
  for (const HubPair& pair : ranking.unserved) unserved += pair.amount;
  for (const UnplacedDemand& unplaced : trade.demand.no_hub) unserved += unplaced.amount;
  EXPECT_NEAR((ranking.served + unserved) / ranking.total, 1, 1e-9);
  EXPECT_GT(unserved, 0);
}

TEST(TradeDemand, CostsAreMeansOverClasses) {
  const Network network = std::move(awkward_builder()).build();
  CostModel model;
  model.classes = {{"slow", 0.75, TimeValue(0.01), {}}, {"urgent", 0.25, TimeValue(100), {}}};
  const auto classes = price_classes(std::make_shared<const Staircase>(network), model);
  const TradeDemand trade = trade_demand(classes, awkward_tables(), {.exponent = 1.5});
  auto found = cells(network, trade);
  const auto cost = [&](const char* province, const char* partner) {
    double mean = 0;
    for (const PricedClass& each : classes)
      mean += each.share * divided_skim(each.priced,
                                        resolve_endpoint(network, std::string("province:") + province),
                                        resolve_endpoint(network, std::string("country:") + partner))
                               .cost;
    return mean;
  };
  const auto value = [&](const char* province, const char* partner) {
    return found.at({province, partner, "exports"}).value.value();
  };
  EXPECT_NEAR(
      value("home", "BBB") / value("home", "CCC") * value("away", "CCC") / value("away", "BBB"),
      std::pow(cost("home", "BBB") / cost("home", "CCC") * cost("away", "CCC") / cost("away", "BBB"), -1.5),
      1e-8);
}

TEST(TradeDemand, TheSameBitsForAnyNumberOfThreads) {
  const Network network = std::move(awkward_builder()).build();
  const auto classes = single_class(price(network));
  const TradeDemand one = trade_demand(classes, awkward_tables(), {}, {.threads = 1});
  for (const unsigned threads : {2u, 3u, 7u}) {
    const TradeDemand other = trade_demand(classes, awkward_tables(), {}, {.threads = threads});
    ASSERT_EQ(other.cells.size(), one.cells.size());
    for (std::size_t i = 0; i < one.cells.size(); ++i) EXPECT_EQ(other.cells[i].teu, one.cells[i].teu);
    ASSERT_EQ(other.demand.pairs.size(), one.demand.pairs.size());
    for (std::size_t i = 0; i < one.demand.pairs.size(); ++i)
      EXPECT_EQ(other.demand.pairs[i].amount, one.demand.pairs[i].amount);
    EXPECT_EQ(other.balance.residual, one.balance.residual);
  }
}

}  // namespace
}  // namespace landbridge
