#include "landbridge/centrality/closeness.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/detail/demand_scale.hpp"
#include "landbridge/paths/search.hpp"
#include "landbridge/paths/sweeps.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace landbridge {

namespace {

// What is known of one node's pairs.
struct Tally {
  double possible = 0;
  double reached = 0;
  double distance = 0;
  double harmonic = 0;

  void operator+=(const Tally& other) {
    possible += other.possible;
    reached += other.reached;
    distance += other.distance;
    harmonic += other.harmonic;
  }
};

struct Sum {
  explicit Sum(std::size_t nodes) : tallies(nodes) {}
  void add(const Sum& other) {
    for (const NodeId node : tallies.ids()) tallies[node] += other.tallies[node];
    coincident += other.coincident;
  }

  IdMap<NodeId, Tally> tallies;
  std::size_t coincident = 0;
};

// Adds the pairs of one source, its distances by target as given.
template <class CostTo>
void add_pairs(const ClosenessOptions& options, const detail::DemandScale& scale, NodeId source,
               CostTo&& cost_to, Sum& sum) {
  const bool outward = options.direction == ClosenessDirection::outward;
  options.pairs.for_each_target(source, sum.tallies.size(), [&](NodeId target, double weight) {
    const double amount = scale.scaled(weight);
    Tally& tally = sum.tallies[outward ? source : target];
    tally.possible += amount;
    const Cost cost = cost_to(target);
    if (cost.is_closed()) return;
    const auto distance = static_cast<double>(cost.quanta());
    tally.reached += amount;
    tally.distance += amount * distance;
    if (distance > 0)
      tally.harmonic += amount / distance;
    else
      ++sum.coincident;
  });
}

Sum by_search(const CostGraph& graph, const ClosenessOptions& options, const Run& run) {
  const std::size_t n = graph.node_count();
  const std::vector<NodeId> sources = options.pairs.sources(n);
  const detail::DemandScale scale(options.pairs);
  Sum total(n);
  reduce_in_order(
      sources.size(), run, [&] { return Search(graph); }, [&] { return Sum(n); },
      [&](Search& search, Sum& sum, std::size_t item) {
        search.run(sources[item]);
        add_pairs(
            options, scale, sources[item], [&](NodeId target) { return search.cost(target); }, sum);
      },
      [&](const Sum& sum) { total.add(sum); });
  return total;
}

std::span<const NodeId> block_of(const std::vector<NodeId>& nodes, std::size_t block) {
  const std::size_t begin = block * sweep_lanes;
  return std::span(nodes).subspan(begin, std::min(sweep_lanes, nodes.size() - begin));
}
std::size_t block_count(const std::vector<NodeId>& nodes) {
  return (nodes.size() + sweep_lanes - 1) / sweep_lanes;
}

// Each node has a pair with all others: what its distances add up to is all that is wanted.
Sum by_tallies(const CostGraph& graph, const Metric& metric, std::vector<NodeId> nodes,
               SearchDirection direction, const Run& run) {
  const Sweeps sweeps(metric, graph, {.direction = direction});
  sweeps.sort(nodes);
  const std::size_t n = graph.node_count();
  Sum total(n);
  std::vector<std::size_t> coincident(block_count(nodes), 0);
  for_each_item(
      block_count(nodes), run, [&] { return SweepWorker(sweeps); },
      [&](SweepWorker& worker, std::size_t block) {
        const auto members = block_of(nodes, block);
        const auto found = worker.tally(members);
        for (std::size_t lane = 0; lane < members.size(); ++lane) {
          total.tallies[members[lane]] = {static_cast<double>(n - 1), found[lane].reached,
                                          found[lane].distance, found[lane].harmonic};
          coincident[block] += static_cast<std::size_t>(found[lane].coincident);
        }
      });
  for (const std::size_t count : coincident) total.coincident += count;
  return total;
}

// Any pairs: distances are found for sixteen sources and read one by one.
Sum by_distances(const CostGraph& graph, const Metric& metric, const ClosenessOptions& options,
                 const Run& run) {
  const Sweeps sweeps(metric, graph, {.by_cells = false});
  const std::size_t n = graph.node_count();
  std::vector<NodeId> sources = options.pairs.sources(n);
  sweeps.sort(sources);
  const detail::DemandScale scale(options.pairs);
  Sum total(n);
  reduce_in_order(
      block_count(sources), run, [&] { return SweepWorker(sweeps); }, [&] { return Sum(n); },
      [&](SweepWorker& worker, Sum& sum, std::size_t block) {
        const auto members = block_of(sources, block);
        worker.find_distances(members);
        for (std::size_t lane = 0; lane < members.size(); ++lane)
          add_pairs(
              options, scale, members[lane],
              [&](NodeId target) { return graph.cost(worker.packed(lane, target)); }, sum);
      },
      [&](const Sum& sum) { total.add(sum); });
  return total;
}

Sum by_hierarchy(const CostGraph& graph, const Metric& metric, const ClosenessOptions& options,
                 const Run& run) {
  const PairDemand& pairs = options.pairs;
  const std::size_t n = graph.node_count();
  if (options.direction == ClosenessDirection::outward && pairs.wants_all_targets())
    return by_tallies(graph, metric, pairs.sources(n), SearchDirection::forward, run);
  if (options.direction == ClosenessDirection::inward && pairs.wants_all_sources())
    return by_tallies(graph, metric, pairs.targets(n), SearchDirection::backward, run);
  return by_distances(graph, metric, options, run);
}

Closeness finished(const ClosenessOptions& options, const Sum& sum, EngineUsed used) {
  const std::size_t n = sum.tallies.size();
  const detail::DemandScale scale(options.pairs);
  Closeness result{IdMap<NodeId, double>(n), IdMap<NodeId, double>(n), IdMap<NodeId, double>(n),
                   IdMap<NodeId, double>(n), sum.coincident,           std::move(used)};
  for (const NodeId node : sum.tallies.ids()) {
    const Tally& tally = sum.tallies[node];
    result.harmonic[node] = scale.unscaled(tally.harmonic);
    result.reached[node] = scale.unscaled(tally.reached);
    result.possible[node] = scale.unscaled(tally.possible);
    if (tally.distance > 0) {
      result.closeness[node] = tally.reached / tally.distance;
      if (options.unreached == UnreachedPairs::wasserman_faust)
        result.closeness[node] *= tally.reached / tally.possible;
    }
  }
  return result;
}

}  // namespace

Closeness closeness(const CostGraph& graph, const ClosenessOptions& options, const Run& run) {
  const std::size_t sources = options.pairs.sources(graph.node_count()).size();
  PreparedEngine prepared =
      prepare_engine(graph, {.engine = options.engine, .sources = sources, .counts = false}, run);
  const Sum sum =
      prepared.metric ? by_hierarchy(graph, *prepared.metric, options, run) : by_search(graph, options, run);
  return finished(options, sum, std::move(prepared.used));
}

Closeness closeness(const CostGraph& graph, const Metric& metric, const ClosenessOptions& options,
                    const Run& run) {
  return finished(options, by_hierarchy(graph, metric, options, run),
                  {Engine::hierarchy, "the metric was given", metric.hierarchy().order().hash});
}

}  // namespace landbridge
