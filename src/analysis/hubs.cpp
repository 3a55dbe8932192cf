#include "landbridge/analysis/hubs.hpp"

#include "analysis/group_demand.hpp"
#include "landbridge/base/contract.hpp"

namespace landbridge {

std::string_view name(HubMeasure measure) noexcept {
  switch (measure) {
    case HubMeasure::handled:
      return "handled";
    case HubMeasure::own:
      return "own";
    case HubMeasure::exchanged:
      return "exchanged";
    case HubMeasure::cleared:
      return "cleared";
    case HubMeasure::through:
      break;
  }
  return "through";
}

HubRanking rank_hubs(std::span<const PricedClass> classes, const HubDemand& demand, const HubOptions& options,
                     const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Priced& priced = classes.front().priced;
  const detail::RankedGroups groups(*priced.staircase, priced.options,
                                    {.hubs = true, .links = false, .passages = false});
  const detail::GroupDemand counted = detail::count(classes, groups, demand, run);
  HubRanking result = detail::hub_ranking(detail::hub_shares(counted, groups, options.by));
  detail::tell_demand(counted, demand, detail::unserved(counted, priced, demand, run), result);
  return result;
}

}  // namespace landbridge
