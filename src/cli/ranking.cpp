#include "cli/ranking.hpp"

#include <set>

namespace landbridge::cli {

namespace {

std::vector<HubId> hubs_of(const Network& network, const std::string& text) {
  std::set<HubId> hubs;
  for (const Endpoint& endpoint : resolve_endpoints(network, text)) hubs.insert(endpoint.hub);
  return {hubs.begin(), hubs.end()};
}

}  // namespace

void declare(Flags& flags, RankingFlags& options) {
  flags.option(
      "--from", options.from,
      "hubs on one side, as a set: country:POL, province:gansu, names, ...; province capitals unless given");
  flags.option("--to", options.to, "hubs on the other side; gateways of the partner countries unless given");
  flags.choice("--demand", options.demand, {"uniform"}, "each pair of hubs alike, in both directions");
  flags.option("--top", options.top, "how many rows; 0: all");
  declare(flags, options.pricing);
}

HubDemand demand_as_asked(const Network& network, const RankingFlags& options) {
  HubDemand standard = default_demand(network);
  if (options.from.empty() && options.to.empty()) return standard;
  return uniform_demand(options.from.empty() ? standard.origins : hubs_of(network, options.from),
                        options.to.empty() ? standard.destinations : hubs_of(network, options.to));
}

void tell_demand(const Network& network, const HubDemand& demand, double served, double total,
                 const std::vector<HubPair>& unserved, std::vector<NamedValue>& summary) {
  std::set<HubId> hubs, cut_off;
  for (const HubPair& pair : demand.pairs) hubs.insert({pair.from, pair.to});
  std::set<HubId> reached;
  std::set<std::pair<HubId, HubId>> missing;
  for (const HubPair& pair : unserved) missing.emplace(pair.from, pair.to);
  for (const HubPair& pair : demand.pairs)
    if (!missing.contains({pair.from, pair.to})) reached.insert({pair.from, pair.to});
  Value::List names;
  for (const HubId hub : hubs)
    if (!reached.contains(hub)) names.push_back(network[hub].slug);
  summary.push_back({"demand", "uniform"});
  summary.push_back({"pairs", demand.pairs.size()});
  summary.push_back({"denominator", "the demand that could be served"});
  summary.push_back({"served", served});
  summary.push_back({"unserved", total - served});
  summary.push_back({"served_share", total > 0 ? Value(served / total) : Value()});
  summary.push_back({"hubs_without_any_route", names});
  summary.push_back({"without_hub", demand.without_hub});
  summary.push_back({"border_stations_only", demand.border_only});
}

}  // namespace landbridge::cli
