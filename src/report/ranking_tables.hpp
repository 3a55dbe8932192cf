// What each table of the validation of rankings is made from.
#pragma once

#include "landbridge/report/ranking_validation.hpp"

#include <string_view>

namespace landbridge::detail {

struct RankingInput {
  const Network& network;
  const RankingEvidence& evidence;
  const Observations& observations;
  const TradeTables& trade;
  const Run& run;
};

ValidationTable origin_trains(const RankingInput& input);
ValidationTable seaport_containers(const RankingInput& input);
ValidationTable seaport_connectivity(const RankingInput& input);
/// `ranking`: border_trains or border_tonnes.
ValidationTable border_traffic(const RankingInput& input, std::string_view ranking);
ValidationTable province_partners(const RankingInput& input);
ValidationTable first_partners(const RankingInput& input);
ValidationTable land_share(const RankingInput& input);

/// Of the rows that have both figures.
RankCorrelation correlation_of(const ValidationTable& table);
/// Adds both coefficients and n to the figures.
void tell_correlation(ValidationTable& table, std::string_view target);

}  // namespace landbridge::detail
