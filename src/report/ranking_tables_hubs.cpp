#include "landbridge/analysis/demand_use.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/train_ends.hpp"
#include "report/ranking_tables.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr std::string_view china = "CHN";

/// Countries whose region of the world is a part of Europe, and Russia: where trains counted as China-Europe trains go.
bool in_europe(const Region& region) {
  for (const std::string_view part : {"eu", "cee", "europe", "eastern-europe", "northeast-asia-eurasia"})
    if (region.group == part || region.group.starts_with(std::string(part) + "-")) return true;
  return false;
}

std::vector<Endpoint> european_partners(const Network& network) {
  std::vector<Endpoint> result;
  for (const Endpoint& partner : regions(network, RegionKind::country))
    if (in_europe(network[partner.region])) result.push_back(partner);
  return result;
}

std::optional<HubId> hub_named(const Network& network, const std::string& subject) {
  const std::string name = subject.starts_with("hub:") ? subject.substr(4) : subject;
  const std::optional<Endpoint> end = detail::endpoint_or_none(network, name);
  if (!end || !end->region.is_none()) return std::nullopt;
  return end->hub;
}

IdMap<HubId, double> handled_shares(const RankingEvidence& evidence, const Network& network) {
  IdMap<HubId, double> shares(network.hubs().size(), 0);
  for (const HubShare& row : evidence.rankings.hubs.rows) shares[row.hub] = row.handled();
  return shares;
}

ValidationRow row_of(std::string item, double observed, double modelled, std::string source, std::string note = {}) {
  ValidationRow row;
  row.item = std::move(item);
  row.observed = observed;
  row.modelled = modelled;
  row.source = std::move(source);
  row.note = std::move(note);
  return row;
}

}  // namespace

IdMap<HubId, double> border_train_shares(const RankingEvidence& evidence, const Run& run) {
  const Network& network = evidence.staircase->network();
  const HubDemand demand = demand_between(network, evidence.trade.demand, regions(network, RegionKind::province),
                                          european_partners(network));
  IdMap<HubId, double> shares(network.hubs().size(), 0);
  double served = 0;
  const auto count = [&](const std::vector<PricedClass>& classes) {
    const TrainEnds ends = train_ends(classes, demand, china, run);
    served += ends.served;
    for (const HubId hub : network.hubs().ids()) shares[hub] += ends.amount[hub];
  };
  if (evidence.draws == 0) count(evidence.classes);
  for (std::size_t number = 0; number < evidence.draws; ++number) {
    PriceOptions drawn = evidence.options;
    drawn.draw = CostDraw{run.seed, number};
    count(price_classes(evidence.staircase, evidence.model, drawn));
  }
  for (double& share : shares) share = served > 0 ? share / served : 0;
  return shares;
}

namespace detail {

RankCorrelation correlation_of(const ValidationTable& table) {
  std::vector<double> observed, modelled;
  for (const ValidationRow& row : table.rows)
    if (row.observed && row.modelled) observed.push_back(*row.observed), modelled.push_back(*row.modelled);
  return rank_correlation(observed, modelled);
}

void tell_correlation(ValidationTable& table, std::string_view target) {
  const RankCorrelation found = correlation_of(table);
  table.figures.push_back({"rows compared", static_cast<double>(found.n), "", ""});
  if (found.spearman) table.figures.push_back({"Spearman", *found.spearman, "", std::string(target)});
  if (found.kendall) table.figures.push_back({"Kendall", *found.kendall, "", ""});
}

ValidationTable origin_trains(const RankingInput& input) {
  ValidationTable table{"origin_trains", "Do cities send trains to Europe in the order in which they are counted?",
                        "trains", {}, {}};
  const IdMap<HubId, double> shares = border_train_shares(input.evidence, input.run);
  for (const ObservedScore& one : input.observations.scores) {
    if (one.ranking != "origin_trains") continue;
    if (const std::optional<HubId> hub = hub_named(input.network, one.subjects.front()))
      table.rows.push_back(
          row_of(input.network[*hub].name, one.value, 100 * shares[*hub], one.source,
                 fmt::format("modelled: % of the trade with Europe; trains of {}", one.year)));
    else
      table.rows.push_back(left_out(one.subjects.front(), one.value, "no hub of the network", one.source));
  }
  tell_correlation(table, "0.6 or more");
  return table;
}

ValidationTable seaport_containers(const RankingInput& input) {
  ValidationTable table{"seaport_containers", "Do China's seaports handle cargo in the order of their containers?", "TEU",
                        {}, {}};
  const IdMap<HubId, double> shares = handled_shares(input.evidence, input.network);
  std::map<HubId, ValidationRow> by_hub;
  for (const ObservedScore& one : input.observations.scores) {
    if (one.ranking != "seaport_teu") continue;
    const std::optional<HubId> hub = hub_named(input.network, one.subjects.front());
    if (!hub) {
      table.rows.push_back(left_out(one.subjects.front(), one.value, "no hub of the network", one.source));
      continue;
    }
    const auto [found, fresh] = by_hub.try_emplace(
        *hub, row_of(input.network[*hub].name, 0, 100 * shares[*hub], one.source,
                     fmt::format("modelled: % of the demand handled; containers of {}", one.year)));
    *found->second.observed += one.value;
  }
  for (auto& [hub, row] : by_hub) table.rows.push_back(std::move(row));
  tell_correlation(table, "0.6 or more");
  return table;
}

ValidationTable seaport_connectivity(const RankingInput& input) {
  ValidationTable table{"seaport_connectivity", "Do China's seaports handle cargo in the order of their connectivity?",
                        "index", {}, {}};
  const IdMap<HubId, double> shares = handled_shares(input.evidence, input.network);
  std::map<HubId, double> highest;
  for (const PlaceId place : input.network.places().ids()) {
    const Place& one = input.network[place];
    if (one.kind != PlaceKind::port || one.country != china) continue;
    if (const std::optional<double> index = input.network.connectivity(place)) {
      double& best = highest[input.network.hub_of(place)];
      best = std::max(best, *index);
    }
  }
  for (const auto& [hub, index] : highest)
    table.rows.push_back(row_of(input.network[hub].name, index, 100 * shares[hub], "",
                                "modelled: % of the demand handled; index: connectivity of the reference quarter"));
  tell_correlation(table, "");
  return table;
}

ValidationTable border_traffic(const RankingInput& input, std::string_view ranking) {
  const bool trains = ranking == "border_trains";
  ValidationTable table{std::string(ranking),
                        trains ? "Do borders carry cargo in the order of their trains?"
                               : "Do borders carry cargo in the order of their tonnes?",
                        trains ? "trains" : "t", {}, {}};
  std::map<LinkId, double> share_of;
  for (const PassageShare& row : input.evidence.rankings.passages.rows)
    if (row.border) share_of[row.links.front()] = row.share;
  for (const ObservedScore& one : input.observations.scores) {
    if (one.ranking != ranking) continue;
    std::set<LinkId> links;
    std::string item;
    for (const std::string& subject : one.subjects) {
      const PlaceId place = input.network.find_place(subject);
      item += (item.empty() ? "" : ", ") + (place.is_none() ? subject : input.network[place].name);
      for (const auto& [link, share] : share_of)
        if (!place.is_none() && input.network[link].mode == Mode::rail &&
            (input.network[link].from == place || input.network[link].to == place))
          links.insert(link);
    }
    if (links.empty()) {
      table.rows.push_back(left_out(item, one.value, "no border crossing of the network", one.source));
      continue;
    }
    double share = 0;
    for (const LinkId link : links) share += share_of.at(link);
    table.rows.push_back(row_of(item, one.value, 100 * share, one.source,
                                fmt::format("modelled: % of the demand; {}{}", one.year,
                                            one.basis.starts_with("derived") ? ", " + one.basis : "")));
  }
  tell_correlation(table, "");
  return table;
}

}  // namespace detail

}  // namespace landbridge
