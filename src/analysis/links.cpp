#include "landbridge/analysis/links.hpp"

#include "analysis/group_demand.hpp"
#include "landbridge/base/contract.hpp"

namespace landbridge {

LinkRanking rank_links(std::span<const PricedClass> classes, const HubDemand& demand, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Priced& priced = classes.front().priced;
  const detail::RankedGroups groups(*priced.staircase, priced.options,
                                    {.hubs = false, .links = true, .passages = false});
  const detail::GroupDemand counted = detail::count(classes, groups, demand, run);
  LinkRanking result = detail::link_ranking(counted, groups);
  detail::tell_demand(counted, demand, detail::unserved(counted, priced, demand, run), result);
  return result;
}

PassageRanking rank_passages(std::span<const PricedClass> classes, const HubDemand& demand, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Priced& priced = classes.front().priced;
  const detail::RankedGroups groups(*priced.staircase, priced.options,
                                    {.hubs = false, .links = false, .passages = true});
  const detail::GroupDemand counted = detail::count(classes, groups, demand, run);
  PassageRanking result = detail::passage_ranking(counted, groups);
  detail::tell_demand(counted, demand, detail::unserved(counted, priced, demand, run), result);
  return result;
}

}  // namespace landbridge
