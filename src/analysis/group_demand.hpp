// What do hubs, links and passages do for the demand, counted together with one search an origin?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/draws.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <cstddef>
#include <vector>

namespace landbridge::detail {

/// The moves that belong to each hub, link and passage. They depend on the layout and on what is open, not on
/// the costs. Groups: hubs, then links, then passages, those that are asked for.
class RankedGroups {
 public:
  RankedGroups(const Staircase& staircase, const PriceOptions& options, RankedKinds kinds);

  const Staircase& staircase() const noexcept { return *staircase_; }
  RankedKinds kinds() const noexcept { return kinds_; }
  const ArcGroups& members() const noexcept { return members_; }
  const std::vector<LinkId>& links() const noexcept { return links_; }
  /// Named, without shares and ranks.
  const std::vector<PassageShare>& passages() const noexcept { return passages_; }

  GroupId group(HubId hub) const { return GroupId(hub.value()); }
  GroupId group_of_link(std::size_t at) const { return GroupId::at(hub_count_ + at); }
  GroupId group_of_passage(std::size_t at) const { return GroupId::at(hub_count_ + links_.size() + at); }

 private:
  void list(const PriceOptions& options);
  std::vector<ArcMembership> memberships() const;

  const Staircase* staircase_;
  RankedKinds kinds_;
  std::size_t hub_count_ = 0;
  std::vector<LinkId> links_;
  std::vector<PassageShare> passages_;
  ArcGroups members_;
};

/// Demand at each group, over classes.
struct GroupDemand {
  explicit GroupDemand(const RankedGroups& groups);
  /// Adds what one class gives, by its share of the demand.
  void add(const Traversal& counted, double share);

  std::size_t levels;
  std::vector<double> amount;  ///< by group, then level, as in Traversal
  double served = 0;
  double unserved = 0;

  double at(GroupId group, std::size_t level) const {
    return level <= levels ? amount[group.index() * levels + level - 1] : 0;
  }
  double share_at(GroupId group, std::size_t level) const {
    return served > 0 ? at(group, level) / served : 0;
  }
};

GroupDemand count(std::span<const PricedClass> classes, const RankedGroups& groups, const HubDemand& demand,
                  const Run& run);

double score_of(const HubShare& share, HubMeasure measure);
/// By hub: shares and, by the measure, the score.
IdMap<HubId, HubShare> hub_shares(const GroupDemand& counted, const RankedGroups& groups, HubMeasure by);

/// Ranked rows, without what is told of the demand.
HubRanking hub_ranking(const IdMap<HubId, HubShare>& shares);
LinkRanking link_ranking(const GroupDemand& counted, const RankedGroups& groups);
PassageRanking passage_ranking(const GroupDemand& counted, const RankedGroups& groups);

/// Pairs without a route. Searches only where there are any.
std::vector<HubPair> unserved(const GroupDemand& counted, const Priced& priced, const HubDemand& demand,
                              const Run& run);

template <class Ranking>
void tell_demand(const GroupDemand& counted, const HubDemand& demand, std::vector<HubPair> unserved,
                 Ranking& ranking) {
  ranking.served = counted.served;
  ranking.total = demand.total();
  ranking.unserved = std::move(unserved);
}

}  // namespace landbridge::detail
