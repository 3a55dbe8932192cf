#include "landbridge/report/ranking_validation.hpp"

#include "landbridge/io/dataset.hpp"
#include "landbridge/io/trade_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

/// On the built-in data, once for all tests; two draws.
struct BuiltIn {
  Network network = load_default_network();
  TradeTables trade = load_trade_tables();
  Observations observations = load_observations();
  std::shared_ptr<const Staircase> staircase = std::make_shared<const Staircase>(network);
  RankingEvidence evidence = ranking_evidence(staircase, trade, CostModel(), {}, {.draws = 2}, {.threads = 2});
  std::vector<ValidationTable> tables = validate_rankings(evidence, observations, trade, {.threads = 2});

  const ValidationTable& table(std::string_view name) const {
    return *std::ranges::find(tables, name, &ValidationTable::name);
  }
  double figure(std::string_view table_name, std::string_view name) const {
    const auto& figures = table(table_name).figures;
    const auto found = std::ranges::find(figures, name, &ValidationFigure::name);
    return found == figures.end() ? std::nan("") : found->value;
  }
};

const BuiltIn& built_in() {
  static const BuiltIn one;
  return one;
}

TEST(RankingValidation, HasItsTablesInOrder) {
  std::vector<std::string> names;
  for (const ValidationTable& table : built_in().tables) names.push_back(table.name);
  EXPECT_EQ(names, (std::vector<std::string>{"origin_trains", "seaport_containers", "seaport_connectivity", "border_trains",
                                             "border_tonnes", "province_partners", "first_partners", "land_share"}));
}

TEST(RankingValidation, EveryObservedCityPortAndBorderIsCompared) {
  EXPECT_EQ(built_in().figure("origin_trains", "rows compared"), 12);
  EXPECT_EQ(built_in().figure("seaport_containers", "rows compared"), 16);
  EXPECT_GT(built_in().figure("seaport_connectivity", "rows compared"), 20);
  EXPECT_EQ(built_in().figure("border_trains", "rows compared"), 4);
  EXPECT_EQ(built_in().figure("border_tonnes", "rows compared"), 3);
}

TEST(RankingValidation, CorrelationsAreThoseOfTheRows) {
  const std::vector<NamedCorrelation> all = ranking_correlations(built_in().evidence, built_in().observations, {.threads = 2});
  ASSERT_EQ(all.size(), 5u);
  const ValidationTable& ports = built_in().table("seaport_containers");
  std::vector<double> observed, modelled;
  for (const ValidationRow& row : ports.rows) observed.push_back(*row.observed), modelled.push_back(*row.modelled);
  const RankCorrelation by_hand = rank_correlation(observed, modelled);
  EXPECT_EQ(built_in().figure("seaport_containers", "Spearman"), *by_hand.spearman);
  EXPECT_EQ(built_in().figure("seaport_containers", "Kendall"), *by_hand.kendall);
  EXPECT_EQ(all[1].name, ports.question);
  EXPECT_EQ(all[1].value.n, 16u);
}

TEST(RankingValidation, PartnersStandWithoutAndWithTheObservedShares) {
  const ValidationTable& table = built_in().table("province_partners");
  EXPECT_EQ(table.rows.size(), 18u);
  for (std::size_t i = 0; i < table.rows.size(); i += 2) {
    EXPECT_TRUE(table.rows[i].item.ends_with("without shares"));
    EXPECT_TRUE(table.rows[i + 1].item.ends_with("with shares"));
    // A constraint is met.
    if (table.rows[i + 1].note.ends_with("a constraint of the model")) {
      EXPECT_NEAR(*table.rows[i + 1].modelled, *table.rows[i + 1].observed, 1e-6) << table.rows[i + 1].item;
    }
  }
  const double above = built_in().figure("province_partners", "pairs with a larger share than in all provinces, without shares");
  EXPECT_GE(above, 7);
}

TEST(RankingValidation, SharesAreWithinTheirRange) {
  for (const char* name : {"origin_trains", "seaport_containers", "seaport_connectivity", "border_trains", "land_share"})
    for (const ValidationRow& row : built_in().table(name).rows)
      if (row.modelled) {
        EXPECT_GE(*row.modelled, 0) << row.item;
        EXPECT_LE(*row.modelled, 100) << row.item;
      }
  EXPECT_EQ(built_in().table("land_share").rows.size(), 2u);
}

TEST(RankingValidation, WithoutDrawsItIsTheUndisturbedRanking) {
  const RankingEvidence still =
      ranking_evidence(built_in().staircase, built_in().trade, CostModel(), {}, {.draws = 0}, {.threads = 2});
  const HubRanking ranked = rank_hubs(still.classes, still.trade.demand, {}, {.threads = 2});
  ASSERT_EQ(still.rankings.hubs.rows.size(), ranked.rows.size());
  for (std::size_t i = 0; i < ranked.rows.size(); ++i) EXPECT_EQ(still.rankings.hubs.rows[i].score, ranked.rows[i].score);
  const IdMap<HubId, double> one = border_train_shares(still, {.threads = 1}), many = border_train_shares(still, {.threads = 3});
  for (const HubId hub : built_in().network.hubs().ids()) EXPECT_EQ(one[hub], many[hub]);
}

TEST(RankingValidation, WithoutObservationsNothingIsCompared) {
  for (const ValidationTable& table : validate_rankings(built_in().evidence, {}, {}, {.threads = 2})) {
    if (table.name == "seaport_connectivity" || table.name == "province_partners") continue;  // the network's and the model's own
    for (const ValidationRow& row : table.rows) EXPECT_FALSE(row.observed && row.modelled) << table.name;
  }
}

}  // namespace
}  // namespace landbridge
