#include "landbridge/analysis/links.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/centrality/ranking.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <map>

namespace landbridge {

namespace {

/// Demand that uses each group of links at least once.
Traversal count(const Priced& priced, const HubDemand& demand, std::size_t groups,
                const IdMap<LinkId, std::vector<GroupId>>& groups_of, const Run& run) {
  std::vector<ArcMembership> members;
  for (const MoveId id : priced.staircase->moves().ids()) {
    const Move& move = priced.staircase->moves()[id];
    if (!move.is_haul()) continue;
    for (const GroupId group : groups_of[move.link]) members.push_back({id, group});
  }
  return traversal(searchable(priced), groups, members, {.demand = gate_demand(*priced.staircase, demand)},
                   run);
}

/// The amount of each group; none is named when no link is in one.
IdMap<GroupId, double> amounts(const Traversal& counted, std::size_t groups) {
  IdMap<GroupId, double> result(groups);
  if (counted.levels > 0)
    for (const GroupId group : result.ids()) result[group] = counted.at(group, 1);
  return result;
}

}  // namespace

LinkRanking rank_links(const Priced& priced, const HubDemand& demand, const Run& run) {
  const Network& network = priced.network();
  std::vector<LinkId> ranked_links;
  IdMap<LinkId, std::vector<GroupId>> groups_of(network.links().size());
  for (const LinkId id : network.links().ids()) {
    if (network[id].exchange || network[id].status != LinkStatus::active) continue;
    groups_of[id].push_back(GroupId::at(ranked_links.size()));
    ranked_links.push_back(id);
  }
  const Traversal counted = count(priced, demand, ranked_links.size(), groups_of, run);
  LinkRanking result;
  for (const Ranked<GroupId>& ranked : ranking(amounts(counted, ranked_links.size())))
    result.rows.push_back({ranked_links[ranked.id.index()], ranked.rank, ranked.score,
                           counted.served > 0 ? ranked.score / counted.served : 0});
  result.served = counted.served;
  result.total = demand.total();
  result.unserved = unserved_pairs(priced, demand, run);
  return result;
}

PassageRanking rank_passages(const Priced& priced, const HubDemand& demand, const Run& run) {
  const Network& network = priced.network();
  std::map<std::string, std::vector<LinkId>> straits;
  std::vector<PassageShare> passages;
  for (const LinkId id : network.links().ids()) {
    if (network[id].status != LinkStatus::active) continue;
    for (const std::string& passage : network[id].passes) straits[passage].push_back(id);
    if (network.is_border(id) && !network[id].exchange) passages.push_back({network[id].key, true, {id}});
  }
  for (auto& [name, links] : straits) passages.push_back({name, false, std::move(links)});
  IdMap<LinkId, std::vector<GroupId>> groups_of(network.links().size());
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const LinkId link : passages[i].links) groups_of[link].push_back(GroupId::at(i));
  const Traversal counted = count(priced, demand, passages.size(), groups_of, run);
  PassageRanking result;
  for (const Ranked<GroupId>& ranked : ranking(amounts(counted, passages.size()))) {
    PassageShare& passage = passages[ranked.id.index()];
    passage.rank = ranked.rank;
    passage.share = counted.served > 0 ? ranked.score / counted.served : 0;
    result.rows.push_back(std::move(passage));
  }
  result.served = counted.served;
  result.total = demand.total();
  result.unserved = unserved_pairs(priced, demand, run);
  return result;
}

}  // namespace landbridge
