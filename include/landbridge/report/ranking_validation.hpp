// Do the model's rankings of hubs, borders and partners look like what is observed?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/draws.hpp"
#include "landbridge/analysis/trade_demand.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/centrality/rank_correlation.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/trade.hpp"
#include "landbridge/report/validation.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace landbridge {

/// What the model says of trade and of who carries it.
struct RankingEvidence {
  std::shared_ptr<const Staircase> staircase;
  CostModel model;
  PriceOptions options;
  std::size_t draws = 0;
  std::vector<PricedClass> classes;  ///< at the undisturbed costs
  TradeDemand trade;                 ///< observed shares met
  TradeDemand unconstrained;         ///< margins alone
  Rankings rankings;                 ///< of `trade`, over draws: hubs and passages
};

/// Prices the network, makes the demand of trade with and without the observed shares and ranks. Throws as
/// `price_classes`, `trade_demand` and `rank_over_draws`.
RankingEvidence ranking_evidence(std::shared_ptr<const Staircase> staircase, const TradeTables& trade,
                                 const CostModel& model, const PriceOptions& options,
                                 const DrawOptions& draws = {}, const Run& run = {});

/// By hub: the part of the trade between provinces and Europe whose train across China's border begins or ends there, on
/// average over the draws of the evidence. Complexity: as `train_ends` for each draw. The same bits for any number of threads.
IdMap<HubId, double> border_train_shares(const RankingEvidence& evidence, const Run& run = {});

/// Tables, in this order; correlations stand among their figures:
/// - origin_trains: trains of China's cities against `border_train_shares`.
/// - seaport_containers, seaport_connectivity: containers and UNCTAD's connectivity of mainland China's seaports against the share that
///   their hubs handle; of several ports of a hub the sum, or the highest index.
/// - border_trains, border_tonnes: traffic observed at borders against the demand that crosses them.
/// - province_partners: the share of a partner in a province's trade, made of margins alone and with the observed shares met, against
///   the observed share and against the partner's share in all provinces' trade.
/// - first_partners: the partner that is published as a province's first, and its place among those published with it by the model without observed shares.
/// - land_share: the part of the trade with the EU that goes without a ship, by direction.
/// What lacks an observation, or a place in the network, is left out and says so.
std::vector<ValidationTable> validate_rankings(const RankingEvidence& evidence, const Observations& observations,
                                               const TradeTables& trade, const Run& run = {});

/// A table's correlation, for a summary.
struct NamedCorrelation {
  std::string name;
  RankCorrelation value;
};
/// Of the tables of hubs and borders alone, in their order. Needs `trade` and `rankings` of the evidence.
std::vector<NamedCorrelation> ranking_correlations(const RankingEvidence& evidence, const Observations& observations,
                                                   const Run& run = {});

}  // namespace landbridge
