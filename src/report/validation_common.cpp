#include "landbridge/analysis/conditions.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>

namespace landbridge::detail {

std::optional<Endpoint> endpoint_or_none(const Network& network, const std::string& name) {
  try {
    return resolve_endpoint(network, name);
  } catch (const NameError&) {
    return std::nullopt;
  }
}

ValidationRow compared(std::string item, double observed, double modelled, std::string source) {
  return {std::move(item), observed, modelled, 100 * (modelled - observed) / observed, {}, std::move(source)};
}

ValidationRow left_out(std::string item, std::optional<double> observed, std::string why, std::string source) {
  return {std::move(item), observed, std::nullopt, std::nullopt, std::move(why), std::move(source)};
}

YearlyPricing pricing_of_year(const ValidationInput& input, std::optional<int> year) {
  YearlyPricing result{CostModel(), {}, {}};
  if (!year) return result;
  const Date summer{std::chrono::year(*year), std::chrono::July, std::chrono::day(1)};
  result.options.date = summer;
  if (const Conditions* const conditions = conditions_on(input.network, summer)) {
    result.model = under(*conditions, result.model);
    result.options.closed = closed_links(input.network, *conditions);
    result.conditions = conditions->name;
  }
  return result;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace landbridge::detail
