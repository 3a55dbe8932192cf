// What each table of the validation is made from.
#pragma once

#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/report/validation.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace landbridge::detail {

struct ValidationInput {
  const Network& network;
  const Observations& observations;
  const CostModel& model;
  const PriceOptions& options;
  std::shared_ptr<const Staircase> staircase;
  const Run& run;
};

/// A published journey beside the quickest way by its modes, without loading, unloading and waiting at its two ends;
/// conditions of its year where there are any.
struct TransitComparison {
  const PublishedTransit* published;
  std::optional<Hours> modelled;  ///< nothing: the model cannot compare it
  std::string note;               ///< the conditions, or why there is no figure
};
std::vector<TransitComparison> transit_comparisons(const ValidationInput& input);

ValidationTable rail_distances(const ValidationInput& input);
ValidationTable sea_distances(const ValidationInput& input);
ValidationTable transit_times(const ValidationInput& input);
ValidationTable closures(const ValidationInput& input);
ValidationTable freight_rates(const ValidationInput& input);
ValidationTable flagship_pairs(const ValidationInput& input);

/// Nothing for a name that the network does not have.
std::optional<Endpoint> endpoint_or_none(const Network& network, const std::string& name);

/// Modelled against observed, the difference in per cent of the observed.
ValidationRow compared(std::string item, double observed, double modelled, std::string source);
/// No comparison, and why.
ValidationRow left_out(std::string item, std::optional<double> observed, std::string why, std::string source);

/// Model and options of the conditions that hold in the middle of a year; those of the model alone, on the date of
/// the options, where none do.
struct YearlyPricing {
  CostModel model;
  PriceOptions options;
  std::string conditions;  ///< empty: none
};
YearlyPricing pricing_of_year(const ValidationInput& input, std::optional<int> year);

double median(std::vector<double> values);

}  // namespace landbridge::detail
