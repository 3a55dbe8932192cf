#include "landbridge/analysis/flows.hpp"

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <algorithm>
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
    if (same_territory(from, to)) return;
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

  /// Hong Kong is a province's equal and a partner: it does not trade with itself.
  bool same_territory(const Endpoint& a, const Endpoint& b) const {
    if (a.region.is_none() || b.region.is_none()) return false;
    const Region &one = network_[a.region], &other = network_[b.region];
    if (one.kind == other.kind) return false;
    const Region& country = one.kind == RegionKind::country ? one : other;
    const Region& province = one.kind == RegionKind::country ? other : one;
    return std::ranges::any_of(province.accesses, [&](AccessId id) {
      return network_[network_[id].hub].country == country.code;
    });
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

HubDemand uniform_demand(const Network& network, const std::vector<Endpoint>& one,
                         const std::vector<Endpoint>& other) {
  std::set<std::pair<std::string, std::string>> seen;
  Collector collector(network);
  const auto add = [&](const Endpoint& from, const Endpoint& to) {
    const std::string tail = name_of(network, from), head = name_of(network, to);
    if (tail != head && seen.emplace(tail, head).second) collector.add(from, to, 1);
  };
  for (const Endpoint& a : one)
    for (const Endpoint& b : other) add(a, b), add(b, a);
  HubDemand demand = collector.take();
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

DividedSkim divided_skim(const Priced& priced, const Endpoint& from, const Endpoint& to) {
  const Network& network = priced.network();
  const CostGraph graph = searchable(priced);
  DividedSkim result;
  double cost = 0;
  Parts sum;
  const std::vector<Part> heads = parts_of(network, to);
  for (const Part& tail : parts_of(network, from)) {
    const ShortestPaths paths = shortest_paths(graph, priced.staircase->gate(tail.hub));
    for (const Part& head : heads) {
      Parts parts;
      for (const Kilometres road : {tail.access, head.access}) parts += road_haul(priced.model, road);
      double figured = figure(priced.model, priced.options.by, parts);
      if (tail.hub != head.hub) {
        const auto path = path_to(graph, paths, priced.staircase->gate(head.hub));
        if (!path) continue;
        for (const Step& step : steps(priced, path->path)) parts += step.parts;
        figured += static_cast<double>(path->cost.quanta()) * priced.quantum.size;
      }
      const double share = tail.share * head.share;
      result.served += share;
      cost += share * figured;
      sum += share * parts;
    }
  }
  if (result.served > 0) {
    result.cost = cost / result.served;
    result.mean = (1 / result.served) * sum;
  }
  return result;
}

}  // namespace landbridge
