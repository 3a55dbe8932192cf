// What holds of the demand that the built-in figures of trade make.
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/trade_demand.hpp"
#include "landbridge/io/dataset.hpp"
#include "landbridge/io/trade_tables.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

class TradeDemandLaw : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    network_ = std::make_unique<Network>(load_default_network());
    tables_ = std::make_unique<TradeTables>(load_trade_tables());
    classes_ = price_classes(std::make_shared<const Staircase>(*network_), {});
    trade_ = std::make_unique<TradeDemand>(trade_demand(classes_, *tables_));
  }
  static void TearDownTestSuite() {
    classes_.clear();
    trade_.reset();
    tables_.reset();
    network_.reset();
  }

  static Usd traded(const std::string& region, TradeDirection direction) {
    Usd sum;
    for (const TradeCell& cell : trade_->cells)
      if (cell.direction == direction &&
          ((*network_)[cell.province].key == region || (*network_)[cell.partner].key == region))
        sum += cell.value;
    return sum;
  }

  static inline std::unique_ptr<Network> network_;
  static inline std::unique_ptr<TradeTables> tables_;
  static inline std::vector<PricedClass> classes_;
  static inline std::unique_ptr<TradeDemand> trade_;
};

TEST_F(TradeDemandLaw, EveryMarginIsMet) {
  ASSERT_FALSE(tables_->empty());
  for (const Finding& finding : trade_->balance.findings) ADD_FAILURE() << to_string(finding);
  ASSERT_TRUE(trade_->balance.met);
  EXPECT_LE(trade_->balance.residual, 1e-10);
  for (const TradeMargin& margin : tables_->margins) {
    if (margin.value == Usd(0)) continue;
    EXPECT_NEAR(traded(margin.region, margin.direction) / margin.value, 1, 2e-9) << margin.region;
  }
}

TEST_F(TradeDemandLaw, EveryObservedShareIsMet) {
  std::size_t met = 0;
  for (const TradeShare& share : tables_->shares) {
    if (!share.constraint) continue;
    std::vector<std::string> partners;
    for (const std::string& partner : share.partners) {
      const auto group = tables_->groups.find(partner);
      if (group == tables_->groups.end())
        partners.push_back(partner);
      else
        partners.insert(partners.end(), group->second.begin(), group->second.end());
    }
    Usd all, part;
    for (const TradeCell& cell : trade_->cells) {
      if (share.direction != TradeDirection::total && share.direction != cell.direction) continue;
      if (std::ranges::find(share.provinces, (*network_)[cell.province].key) == share.provinces.end())
        continue;
      all += cell.value;
      if (std::ranges::find(partners, (*network_)[cell.partner].key) == partners.end()) continue;
      part += cell.value;
      EXPECT_TRUE(cell.constrained);
    }
    EXPECT_NEAR(part / all / share.share, 1, 2e-9) << share.at.file << ":" << share.at.line;
    ++met;
  }
  EXPECT_GT(met, 20u);
}

TEST_F(TradeDemandLaw, NothingIsLostBetweenRegionsAndHubs) {
  double cells = 0, placed = 0;
  for (const TradeCell& cell : trade_->cells) cells += cell.teu.value();
  for (const HubPair& pair : trade_->demand.pairs) placed += pair.amount;
  for (const auto* list : {&trade_->demand.no_hub, &trade_->demand.within_hub})
    for (const UnplacedDemand& unplaced : *list) placed += unplaced.amount;
  EXPECT_NEAR(placed / cells, 1, 1e-9);
  const HubRanking ranking = rank_hubs(classes_, trade_->demand);
  double unserved = 0;
  for (const HubPair& pair : ranking.unserved) unserved += pair.amount;
  for (const UnplacedDemand& unplaced : trade_->demand.no_hub) unserved += unplaced.amount;
  EXPECT_NEAR((ranking.served + unserved) / ranking.total, 1, 1e-9);
  EXPECT_GT(trade_->observed_share, 0.05);
  EXPECT_NEAR(trade_->observed_share + trade_->estimated_share, 1, 1e-12);
}

TEST_F(TradeDemandLaw, TheSameBitsForAnyNumberOfThreads) {
  for (const unsigned threads : {1u, 2u, 3u, 7u}) {
    const TradeDemand other = trade_demand(classes_, *tables_, {}, {.threads = threads});
    ASSERT_EQ(other.cells.size(), trade_->cells.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < other.cells.size(); ++i)
      different +=
          other.cells[i].value != trade_->cells[i].value || other.cells[i].teu != trade_->cells[i].teu;
    EXPECT_EQ(different, 0u) << threads;
  }
}

}  // namespace
}  // namespace landbridge
