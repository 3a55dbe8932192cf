#include "landbridge/analysis/flows.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace landbridge {

namespace {

/// A hub that takes a part of an endpoint's demand, by a road where the endpoint is a region.
struct Part {
  HubId hub;
  double share = 1;
  Kilometres access = {};
};

std::vector<Part> parts_of(const Network& network, const Endpoint& endpoint) {
  if (endpoint.region.is_none()) return {{endpoint.hub}};
  std::vector<Part> result;
  for (const AccessId id : network[endpoint.region].accesses)
    if (network[id].weight > 0) result.push_back({network[id].hub, network[id].weight, network[id].distance});
  return result;
}

class Collector {
 public:
  explicit Collector(const Network& network) : network_(network) {}

  void add(const Endpoint& from, const Endpoint& to, double amount) {
    if (same_territory(network_, from, to)) return;
    const std::vector<Part> tails = parts_of(network_, from), heads = parts_of(network_, to);
    if (tails.empty()) no_hub_[from.key] += amount;
    if (heads.empty() && !tails.empty()) no_hub_[to.key] += amount;
    for (const Part& tail : tails)
      for (const Part& head : heads) {
        const double part = amount * tail.share * head.share;
        if (tail.hub == head.hub)
          within_[network_[tail.hub].slug] += part;
        else
          pairs_[{tail.hub, head.hub}] += part;
      }
  }

  HubDemand take() {
    HubDemand demand;
    for (const auto& [pair, amount] : pairs_) demand.pairs.push_back({pair.first, pair.second, amount});
    for (const auto& [key, amount] : no_hub_) demand.no_hub.push_back({key, amount});
    for (const auto& [key, amount] : within_) demand.within_hub.push_back({key, amount});
    return demand;
  }

 private:
  const Network& network_;
  std::map<std::pair<HubId, HubId>, double> pairs_;
  std::map<std::string, double> no_hub_, within_;
};

/// A place stands for its hub.
std::string name_of(const Network& network, const Endpoint& endpoint) {
  return endpoint.region.is_none() ? network[endpoint.hub].slug : endpoint.key;
}

}  // namespace

double HubDemand::total() const {
  double sum = 0;
  for (const HubPair& pair : pairs) sum += pair.amount;
  for (const UnplacedDemand& unplaced : no_hub) sum += unplaced.amount;
  return sum;
}

bool same_territory(const Network& network, const Endpoint& a, const Endpoint& b) {
  if (a.region.is_none() || b.region.is_none()) return false;
  const Region &one = network[a.region], &other = network[b.region];
  if (one.kind == other.kind) return false;
  const Region& country = one.kind == RegionKind::country ? one : other;
  const Region& province = one.kind == RegionKind::country ? other : one;
  return std::ranges::any_of(province.accesses, [&](AccessId id) {
    return network[network[id].hub].country == country.code;
  });
}

HubDemand divided_demand(const Network& network, std::span<const EndpointAmount> amounts) {
  Collector collector(network);
  std::set<std::string> origins, destinations;
  HubDemand demand;
  for (const auto& [from, to, amount] : amounts) {
    collector.add(from, to, amount);
    if (origins.insert(from.key).second) demand.origins.push_back(from);
    if (destinations.insert(to.key).second) demand.destinations.push_back(to);
  }
  HubDemand divided = collector.take();
  divided.origins = std::move(demand.origins);
  divided.destinations = std::move(demand.destinations);
  return divided;
}

namespace {

/// Regions and hubs of a set; of no set, everything.
class Side {
 public:
  explicit Side(const std::vector<Endpoint>& endpoints) : all_(endpoints.empty()) {
    for (const Endpoint& endpoint : endpoints) {
      if (endpoint.region.is_none())
        hubs_.insert(endpoint.hub);
      else
        regions_.insert(endpoint.region);
    }
  }

  bool has(const Endpoint& end) const {
    if (all_) return true;
    return end.region.is_none() ? hubs_.contains(end.hub) : regions_.contains(end.region);
  }
  bool has(const Endpoint& end, HubId part) const { return has(end) || hubs_.contains(part); }
  /// Whether some part of a region may be in it, but not the region.
  bool may_have_parts(const Endpoint& end) const { return !has(end) && !end.region.is_none() && !hubs_.empty(); }

 private:
  bool all_;
  std::set<RegionId> regions_;
  std::set<HubId> hubs_;
};

Endpoint hub_endpoint(const Network& network, HubId hub) {
  return {.hub = hub, .key = network[hub].slug};
}

}  // namespace

std::vector<EndpointAmount> amounts_between(const Network& network, std::span<const EndpointAmount> amounts,
                                            const std::vector<Endpoint>& one, const std::vector<Endpoint>& other) {
  const Side first(one), second(other);
  std::vector<EndpointAmount> result;
  for (const EndpointAmount& each : amounts) {
    const auto& [from, to, amount] = each;
    if ((first.has(from) && second.has(to)) || (second.has(from) && first.has(to))) {
      result.push_back(each);
      continue;
    }
    if (same_territory(network, from, to) ||
        std::ranges::none_of(std::array{&first, &second}, [&](const Side* side) {
          return side->may_have_parts(from) || side->may_have_parts(to);
        }))
      continue;
    for (const Part& tail : parts_of(network, from))
      for (const Part& head : parts_of(network, to))
        if ((first.has(from, tail.hub) && second.has(to, head.hub)) ||
            (second.has(from, tail.hub) && first.has(to, head.hub)))
          result.push_back({hub_endpoint(network, tail.hub), hub_endpoint(network, head.hub),
                            amount * tail.share * head.share});
  }
  return result;
}

HubDemand uniform_demand(const Network& network, const std::vector<Endpoint>& one,
                         const std::vector<Endpoint>& other) {
  std::set<std::pair<std::string, std::string>> seen;
  std::vector<EndpointAmount> amounts;
  const auto add = [&](const Endpoint& from, const Endpoint& to) {
    const std::string tail = name_of(network, from), head = name_of(network, to);
    if (tail != head && seen.emplace(tail, head).second) amounts.push_back({from, to, 1});
  };
  for (const Endpoint& a : one)
    for (const Endpoint& b : other) add(a, b), add(b, a);
  HubDemand demand = divided_demand(network, amounts);
  demand.origins = one;
  demand.destinations = other;
  return demand;
}

std::vector<Endpoint> regions(const Network& network, RegionKind kind) {
  std::vector<Endpoint> result;
  for (const RegionId id : network.regions().ids())
    if (network[id].kind == kind) result.push_back({.region = id, .key = network[id].key});
  return result;
}

HubDemand default_demand(const Network& network) {
  return uniform_demand(network, regions(network, RegionKind::province),
                        regions(network, RegionKind::country));
}

PairDemand gate_demand(const Staircase& staircase, const HubDemand& demand) {
  std::vector<PairAmount> entries;
  entries.reserve(demand.pairs.size());
  for (const HubPair& pair : demand.pairs)
    entries.push_back({staircase.gate(pair.from), staircase.gate(pair.to), pair.amount});
  return PairDemand::from_entries(std::move(entries));
}

std::vector<HubPair> unserved_pairs(const Priced& priced, const HubDemand& demand, const Run& run) {
  const CostGraph graph = searchable(priced);
  std::map<HubId, std::size_t> index;
  for (const HubPair& pair : demand.pairs) index.try_emplace(pair.from, index.size());
  std::vector<HubId> origins(index.size());
  for (const auto& [hub, at] : index) origins[at] = hub;
  std::vector<std::vector<bool>> reached(origins.size());
  for_each_item(
      origins.size(), run, [] { return 0; },
      [&](int, std::size_t i) {
        const ShortestPaths paths = shortest_paths(graph, priced.staircase->gate(origins[i]));
        for (const HubId hub : priced.network().hubs().ids())
          reached[i].push_back(!paths.costs[priced.staircase->gate(hub)].is_closed());
      });
  std::vector<HubPair> unserved;
  for (const HubPair& pair : demand.pairs)
    if (!reached[index.at(pair.from)][pair.to.index()]) unserved.push_back(pair);
  return unserved;
}

namespace {

/// The way from one hub to another, without the roads to regions.
struct HubSkim {
  bool reached = false;
  double cost = 0;  // in the unit of the pricing's objective
  Parts parts;
};

/// From each hub of one list to each of another; a hub with itself takes nothing.
std::vector<std::vector<HubSkim>> hub_skims(const Priced& priced, const std::vector<HubId>& from,
                                            const std::vector<HubId>& to, const DividedSkimOptions& options,
                                            const Run& run) {
  const CostGraph graph = searchable(priced);
  std::vector<std::vector<HubSkim>> rows(from.size(), std::vector<HubSkim>(to.size()));
  for_each_item(
      from.size(), run, [] { return 0; },
      [&](int, std::size_t i) {
        const ShortestPaths paths = shortest_paths(graph, priced.staircase->gate(from[i]));
        for (std::size_t j = 0; j < to.size(); ++j) {
          HubSkim& skim = rows[i][j];
          const auto gate = priced.staircase->gate(to[j]);
          skim.reached = from[i] == to[j] || !paths.costs[gate].is_closed();
          if (from[i] == to[j] || !skim.reached) continue;
          skim.cost = static_cast<double>(paths.costs[gate].quanta()) * priced.quantum.size;
          if (!options.parts) continue;
          for (const Step& step : steps(priced, path_to(graph, paths, gate)->path)) skim.parts += step.parts;
        }
      });
  return rows;
}

/// The hubs of some endpoints, each once, and where each stands.
struct HubIndex {
  std::vector<HubId> hubs;
  std::map<HubId, std::size_t> at;

  void add(const std::vector<Part>& parts) {
    for (const Part& part : parts)
      if (at.try_emplace(part.hub, hubs.size()).second) hubs.push_back(part.hub);
  }
};

}  // namespace

DividedSkim divided_skim(const Priced& priced, const Endpoint& from, const Endpoint& to) {
  return divided_skims(priced, {from}, {to}, {}, {.threads = 1}).front();
}

std::vector<DividedSkim> divided_skims(const Priced& priced, const std::vector<Endpoint>& from,
                                       const std::vector<Endpoint>& to, const DividedSkimOptions& options,
                                       const Run& run) {
  const Network& network = priced.network();
  std::vector<std::vector<Part>> tails, heads;
  HubIndex tail_hubs, head_hubs;
  for (const Endpoint& end : from) tail_hubs.add(tails.emplace_back(parts_of(network, end)));
  for (const Endpoint& end : to) head_hubs.add(heads.emplace_back(parts_of(network, end)));
  const auto table = hub_skims(priced, tail_hubs.hubs, head_hubs.hubs, options, run);
  std::vector<DividedSkim> result;
  result.reserve(from.size() * to.size());
  for (const std::vector<Part>& one : tails)
    for (const std::vector<Part>& other : heads) {
      DividedSkim& divided = result.emplace_back();
      double cost = 0;
      Parts sum;
      for (const Part& tail : one)
        for (const Part& head : other) {
          const HubSkim& skim = table[tail_hubs.at.at(tail.hub)][head_hubs.at.at(head.hub)];
          if (!skim.reached) continue;
          const Parts roads = road_haul(priced.model, tail.access) + road_haul(priced.model, head.access);
          const double share = tail.share * head.share;
          divided.served += share;
          cost += share * (figure(priced.model, priced.options.by, roads) + skim.cost);
          if (options.parts) sum += share * (roads + skim.parts);
        }
      if (divided.served > 0) {
        divided.cost = cost / divided.served;
        divided.mean = (1 / divided.served) * sum;
      }
    }
  return result;
}

}  // namespace landbridge
