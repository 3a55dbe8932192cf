#include "landbridge/analysis/links.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/ranking.hpp"
#include "landbridge/centrality/traversal.hpp"

#include <map>

namespace landbridge {

namespace {

/// Demand that uses each group of links at least once, over all classes.
struct GroupDemand {
  IdMap<GroupId, double> amount;
  double served = 0;
};

GroupDemand count(std::span<const PricedClass> classes, const HubDemand& demand, std::size_t groups,
                  const IdMap<LinkId, std::vector<GroupId>>& groups_of, const Run& run) {
  GroupDemand result{IdMap<GroupId, double>(groups)};
  for (const auto& [name, weight, priced] : classes) {
    std::vector<ArcMembership> members;
    for (const MoveId id : priced.staircase->moves().ids()) {
      const Move& move = priced.staircase->moves()[id];
      if (!move.is_haul()) continue;
      for (const GroupId group : groups_of[move.link]) members.push_back({id, group});
    }
    const Traversal counted = traversal(searchable(priced), groups, members,
                                        {.demand = gate_demand(*priced.staircase, demand)}, run);
    result.served += weight * counted.served;
    if (counted.levels == 0) continue;  // no link is in a group
    for (const GroupId group : result.amount.ids()) result.amount[group] += weight * counted.at(group, 1);
  }
  return result;
}

template <class Result>
void tell_served(std::span<const PricedClass> classes, const HubDemand& demand, double served, const Run& run,
                 Result& result) {
  result.served = served;
  result.total = demand.total();
  result.unserved = unserved_pairs(classes.front().priced, demand, run);
}

}  // namespace

LinkRanking rank_links(std::span<const PricedClass> classes, const HubDemand& demand, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Priced& priced = classes.front().priced;
  const Network& network = priced.network();
  std::vector<LinkId> ranked_links;
  IdMap<LinkId, std::vector<GroupId>> groups_of(network.links().size());
  for (const LinkId id : network.links().ids()) {
    if (network[id].is_exchange() || !is_open(network, id, priced.options)) continue;
    groups_of[id].push_back(GroupId::at(ranked_links.size()));
    ranked_links.push_back(id);
  }
  const GroupDemand counted = count(classes, demand, ranked_links.size(), groups_of, run);
  LinkRanking result;
  for (const Ranked<GroupId>& ranked : ranking(counted.amount))
    result.rows.push_back({ranked_links[ranked.id.index()], ranked.rank, ranked.score,
                           counted.served > 0 ? ranked.score / counted.served : 0});
  tell_served(classes, demand, counted.served, run, result);
  return result;
}

PassageRanking rank_passages(std::span<const PricedClass> classes, const HubDemand& demand, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  const Priced& priced = classes.front().priced;
  const Network& network = priced.network();
  std::map<std::string, std::vector<LinkId>> straits;
  std::vector<PassageShare> passages;
  for (const LinkId id : network.links().ids()) {
    if (!is_open(network, id, priced.options)) continue;
    for (const std::string& passage : network[id].passes) straits[passage].push_back(id);
    if (network.is_border(id) && !network[id].is_exchange())
      passages.push_back({network[id].key, true, {id}});
  }
  for (auto& [name, links] : straits) passages.push_back({name, false, std::move(links)});
  IdMap<LinkId, std::vector<GroupId>> groups_of(network.links().size());
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const LinkId link : passages[i].links) groups_of[link].push_back(GroupId::at(i));
  const GroupDemand counted = count(classes, demand, passages.size(), groups_of, run);
  PassageRanking result;
  for (const Ranked<GroupId>& ranked : ranking(counted.amount)) {
    PassageShare& passage = passages[ranked.id.index()];
    passage.rank = ranked.rank;
    passage.share = counted.served > 0 ? ranked.score / counted.served : 0;
    result.rows.push_back(std::move(passage));
  }
  tell_served(classes, demand, counted.served, run, result);
  return result;
}

}  // namespace landbridge
