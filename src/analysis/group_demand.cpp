#include "analysis/group_demand.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/ranking.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace landbridge::detail {

namespace {

// What a unit of demand does at a hub; the highest level it meets there counts.
enum Level : std::uint8_t { passed = 1, cleared = 2, exchanged = 3, own = 4 };

Level level_of(const Staircase& staircase, MoveId id) {
  switch (staircase.moves()[id].kind) {
    case MoveKind::loading:
    case MoveKind::unloading:
      return own;
    case MoveKind::handling:
      return staircase.tail(id).vehicle != staircase.head(id).vehicle ? exchanged : cleared;
    case MoveKind::passing:
    case MoveKind::stopping:
      break;
  }
  return passed;
}

}  // namespace

double score_of(const HubShare& share, HubMeasure measure) {
  switch (measure) {
    case HubMeasure::handled:
      return share.handled();
    case HubMeasure::own:
      return share.own;
    case HubMeasure::exchanged:
      return share.exchanged;
    case HubMeasure::cleared:
      return share.cleared;
    case HubMeasure::through:
      break;
  }
  return share.through;
}

RankedGroups::RankedGroups(const Staircase& staircase, const PriceOptions& options, RankedKinds kinds)
    : staircase_(&staircase),
      kinds_(kinds),
      hub_count_(kinds.hubs ? staircase.network().hubs().size() : 0),
      members_((list(options), ArcGroups(staircase.topology(), hub_count_ + links_.size() + passages_.size(),
                                         memberships()))) {}

void RankedGroups::list(const PriceOptions& options) {
  const Network& network = staircase_->network();
  std::map<std::string, std::vector<LinkId>> straits;
  for (const LinkId id : network.links().ids()) {
    if (!is_open(network, id, options)) continue;
    if (kinds_.links && !network[id].is_exchange()) links_.push_back(id);
    if (!kinds_.passages) continue;
    for (const std::string& passage : network[id].passes) straits[passage].push_back(id);
    if (network.is_border(id) && !network[id].is_exchange())
      passages_.push_back({.name = network[id].key, .border = true, .links = {id}});
  }
  for (auto& [name, links] : straits)
    passages_.push_back({.name = name, .border = false, .links = std::move(links)});
}

std::vector<ArcMembership> RankedGroups::memberships() const {
  const Network& network = staircase_->network();
  IdMap<LinkId, std::vector<GroupId>> groups_of(network.links().size());
  for (std::size_t i = 0; i < links_.size(); ++i) groups_of[links_[i]].push_back(group_of_link(i));
  for (std::size_t i = 0; i < passages_.size(); ++i)
    for (const LinkId link : passages_[i].links) groups_of[link].push_back(group_of_passage(i));
  std::vector<ArcMembership> members;
  for (const MoveId id : staircase_->moves().ids()) {
    const Move& move = staircase_->moves()[id];
    if (kinds_.hubs) {
      const HubId hub = network.hub_of(move.place);
      // A stop is told by the handling after it.
      if (!hub.is_none() && move.kind != MoveKind::stopping)
        members.push_back({id, group(hub), level_of(*staircase_, id)});
    }
    if (!move.is_haul()) continue;
    for (const GroupId group : groups_of[move.link]) members.push_back({id, group});
  }
  return members;
}

GroupDemand::GroupDemand(const RankedGroups& groups)
    : levels(groups.members().levels()), amount(groups.members().count() * levels, 0.0) {}

void GroupDemand::add(const Traversal& counted, double share) {
  for (std::size_t i = 0; i < amount.size(); ++i) amount[i] += share * counted.amount[i];
  served += share * counted.served;
  unserved += share * counted.unserved;
}

GroupDemand count(std::span<const PricedClass> classes, const RankedGroups& groups, const HubDemand& demand,
                  const Run& run) {
  GroupDemand result(groups);
  const TraversalOptions options{.demand = gate_demand(groups.staircase(), demand)};
  for (const auto& [name, share, priced] : classes)
    result.add(traversal(searchable(priced), groups.members(), options, run), share);
  return result;
}

IdMap<HubId, HubShare> hub_shares(const GroupDemand& counted, const RankedGroups& groups, HubMeasure by) {
  IdMap<HubId, HubShare> shares(groups.staircase().network().hubs().size());
  for (const HubId hub : shares.ids()) {
    const auto share = [&](Level level) { return counted.share_at(groups.group(hub), level); };
    HubShare& row = shares[hub];
    row.hub = hub;
    row.own = share(own);
    row.exchanged = share(exchanged);
    row.cleared = share(cleared);
    row.through = share(passed);
    row.score = score_of(row, by);
  }
  return shares;
}

HubRanking hub_ranking(const IdMap<HubId, HubShare>& shares) {
  IdMap<HubId, double> scores(shares.size());
  for (const HubId hub : shares.ids()) scores[hub] = shares[hub].score;
  HubRanking result;
  for (const Ranked<HubId>& ranked : ranking(scores)) {
    result.rows.push_back(shares[ranked.id]);
    result.rows.back().rank = ranked.rank;
  }
  return result;
}

LinkRanking link_ranking(const GroupDemand& counted, const RankedGroups& groups) {
  IdMap<GroupId, double> amounts(groups.links().size());
  for (const GroupId at : amounts.ids()) amounts[at] = counted.at(groups.group_of_link(at.index()), 1);
  LinkRanking result;
  for (const Ranked<GroupId>& ranked : ranking(amounts))
    result.rows.push_back({.link = groups.links()[ranked.id.index()],
                           .rank = ranked.rank,
                           .score = ranked.score,
                           .share = counted.served > 0 ? ranked.score / counted.served : 0});
  return result;
}

PassageRanking passage_ranking(const GroupDemand& counted, const RankedGroups& groups) {
  IdMap<GroupId, double> shares(groups.passages().size());
  for (const GroupId at : shares.ids()) shares[at] = counted.share_at(groups.group_of_passage(at.index()), 1);
  PassageRanking result;
  for (const Ranked<GroupId>& ranked : ranking(shares)) {
    PassageShare row = groups.passages()[ranked.id.index()];
    row.rank = ranked.rank;
    row.share = ranked.score;
    result.rows.push_back(std::move(row));
  }
  return result;
}

std::vector<HubPair> unserved(const GroupDemand& counted, const Priced& priced, const HubDemand& demand,
                              const Run& run) {
  // Pairs without any demand leave no trace in the sum.
  const bool all_positive =
      std::ranges::all_of(demand.pairs, [](const HubPair& pair) { return pair.amount > 0; });
  if (counted.unserved == 0 && all_positive) return {};
  return unserved_pairs(priced, demand, run);
}

}  // namespace landbridge::detail
