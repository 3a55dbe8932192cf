#include "cli/ranking.hpp"

#include <algorithm>
#include <set>

namespace landbridge::cli {

void declare(Flags& flags, RankingFlags& options) {
  flags.option(
      "--from", options.from,
      "one side, as a set: province:gansu, country:POL, names of hubs, ...; every province unless given");
  flags.option("--to", options.to, "the other side; every partner country or territory unless given");
  flags.option("--demand", options.demand,
               "trade: containers a year judging by trade; uniform: each pair alike, in both directions; or a CSV file "
               "with the columns from, to, teu. Trade where the data set has figures of it and neither --from nor --to is "
               "given, else uniform. Of trade and files only what goes between the two sets counts");
  options.pricing.cargo_class = "all";
  flags.option("--top", options.top, "how many rows; 0: all");
  declare(flags, options.pricing);
}

AskedDemand demand_as_asked(const Inputs& inputs, const RankingFlags& options, const Context& context) {
  return asked_demand(inputs, {options.demand, options.from, options.to, cargo_class(inputs, options.pricing)}, context);
}

void tell_demand(const Network& network, const AskedDemand& demand, double served, double total,
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
  summary.push_back({"demand", demand.name});
  summary.push_back({"demand_unit", demand.unit.empty() ? Value() : Value(demand.unit)});
  summary.push_back({"demand_total", demand.total()});
  summary.insert(summary.end(), demand.told.begin(), demand.told.end());
  summary.push_back({"from", demand.origins.size()});
  summary.push_back({"to", demand.destinations.size()});
  summary.push_back({"pairs_of_hubs", demand.pairs.size()});
  summary.push_back({"denominator", "the demand that could be served"});
  summary.push_back({"served", served});
  summary.push_back({"unserved", total - served > 1e-9 * total ? total - served : 0.0});
  const bool all_served = total - served <= 1e-9 * total;
  summary.push_back({"served_share", total > 0 ? Value(all_served ? 1.0 : served / total) : Value()});
  if (served <= 0)
    summary.push_back({"reason", total > 0 ? "no demand has a route over the links that are open" : "there is no demand"});
  summary.push_back({"hubs_without_any_route", names});
  Value::List no_hub;
  for (const UnplacedDemand& unplaced : demand.no_hub) no_hub.emplace_back(unplaced.key);
  summary.push_back({"without_hub", no_hub});
  double within = 0;
  for (const UnplacedDemand& unplaced : demand.within_hub) within += unplaced.amount;
  summary.push_back({"within_one_hub", within});
}

}  // namespace landbridge::cli
