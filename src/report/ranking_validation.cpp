#include "landbridge/report/ranking_validation.hpp"

#include "report/ranking_tables.hpp"

#include <utility>

namespace landbridge {

RankingEvidence ranking_evidence(std::shared_ptr<const Staircase> staircase, const TradeTables& trade,
                                 const CostModel& model, const PriceOptions& options, const DrawOptions& draws,
                                 const Run& run) {
  RankingEvidence evidence{staircase, model, options, draws.draws, price_classes(staircase, model, options), {}, {}, {}};
  evidence.trade = trade_demand(evidence.classes, trade, {}, run);
  evidence.unconstrained = trade_demand(evidence.classes, trade, {.constraints = false}, run);
  DrawOptions asked = draws;
  asked.by = HubMeasure::handled;
  asked.kinds = {.hubs = true, .links = false, .passages = true};
  evidence.rankings =
      rank_over_draws(std::move(staircase), model, options, "all", evidence.trade.demand, asked, run);
  return evidence;
}

std::vector<ValidationTable> validate_rankings(const RankingEvidence& evidence, const Observations& observations,
                                               const TradeTables& trade, const Run& run) {
  const detail::RankingInput input{evidence.staircase->network(), evidence, observations, trade, run};
  return {detail::origin_trains(input),       detail::seaport_containers(input),
          detail::seaport_connectivity(input), detail::border_traffic(input, "border_trains"),
          detail::border_traffic(input, "border_tonnes"), detail::province_partners(input),
          detail::first_partners(input),      detail::land_share(input)};
}

std::vector<NamedCorrelation> correlations(const std::vector<ValidationTable>& tables) {
  std::vector<NamedCorrelation> result;
  for (const ValidationTable& table : tables) {
    if (!detail::is_ranked(table)) continue;
    result.push_back({table.question, detail::correlation_of(table)});
  }
  return result;
}

}  // namespace landbridge
