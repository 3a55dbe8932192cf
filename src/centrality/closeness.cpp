#include "landbridge/centrality/closeness.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/detail/demand_scale.hpp"
#include "landbridge/paths/search.hpp"

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
  IdMap<NodeId, Tally> nodes;
  std::size_t coincident = 0;
};

}  // namespace

Closeness closeness(const CostGraph& graph, const ClosenessOptions& options, const Run& run) {
  const std::size_t n = graph.node_count();
  const std::vector<NodeId> sources = options.pairs.sources(n);
  const bool outward = options.direction == ClosenessDirection::outward;
  const detail::DemandScale scale(options.pairs);
  Sum total{IdMap<NodeId, Tally>(n)};
  reduce_in_order(
      sources.size(), run, [&] { return Search(graph); }, [&] { return Sum{IdMap<NodeId, Tally>(n)}; },
      [&](Search& search, Sum& sum, std::size_t item) {
        const NodeId source = sources[item];
        search.run(source);
        options.pairs.for_each_target(source, n, [&](NodeId target, double weight) {
          const double amount = scale.scaled(weight);
          Tally& tally = sum.nodes[outward ? source : target];
          tally.possible += amount;
          const Cost cost = search.cost(target);
          if (cost.is_closed()) return;
          const auto distance = static_cast<double>(cost.quanta());
          tally.reached += amount;
          tally.distance += amount * distance;
          if (distance > 0)
            tally.harmonic += amount / distance;
          else
            ++sum.coincident;
        });
      },
      [&](const Sum& sum) {
        for (const NodeId node : total.nodes.ids()) total.nodes[node] += sum.nodes[node];
        total.coincident += sum.coincident;
      });

  Closeness result{IdMap<NodeId, double>(n), IdMap<NodeId, double>(n), IdMap<NodeId, double>(n),
                   IdMap<NodeId, double>(n), total.coincident};
  for (const NodeId node : total.nodes.ids()) {
    const Tally& tally = total.nodes[node];
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

}  // namespace landbridge
