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

namespace {

std::vector<ValidationTable> ranked_tables(const detail::RankingInput& input) {
  return {detail::origin_trains(input), detail::seaport_containers(input), detail::seaport_connectivity(input),
          detail::border_traffic(input, "border_trains"), detail::border_traffic(input, "border_tonnes")};
}

}  // namespace

std::vector<ValidationTable> validate_rankings(const RankingEvidence& evidence, const Observations& observations,
                                               const TradeTables& trade, const Run& run) {
  const detail::RankingInput input{evidence.staircase->network(), evidence, observations, trade, run};
  std::vector<ValidationTable> tables = ranked_tables(input);
  for (const auto& make : {detail::province_partners, detail::first_partners, detail::land_share})
    tables.push_back(make(input));
  return tables;
}

std::vector<NamedCorrelation> ranking_correlations(const RankingEvidence& evidence, const Observations& observations,
                                                   const Run& run) {
  const TradeTables nothing;
  std::vector<NamedCorrelation> result;
  for (const ValidationTable& table :
       ranked_tables({evidence.staircase->network(), evidence, observations, nothing, run}))
    result.push_back({table.question, detail::correlation_of(table)});
  return result;
}

}  // namespace landbridge
