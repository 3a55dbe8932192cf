#include "landbridge/report/validation.hpp"

#include "report/validation_tables.hpp"

namespace landbridge {

std::vector<ValidationTable> validate(const Network& network, const Observations& observations,
                                      const CostModel& model, const PriceOptions& options, const Run& run) {
  const detail::ValidationInput input{network, observations, model, options,
                                      std::make_shared<const Staircase>(network), run};
  return {detail::rail_distances(input), detail::sea_distances(input), detail::transit_times(input),
          detail::closures(input),       detail::freight_rates(input), detail::flagship_pairs(input)};
}

}  // namespace landbridge
