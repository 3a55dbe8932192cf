#include "landbridge/centrality/betweenness.hpp"

#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/detail/source_sweep.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace landbridge {

namespace {

struct Scratch {
  Scratch(const CostGraph& cost_graph, const PairDemand& demand)
      : graph(&cost_graph), amounts(demand, cost_graph.node_count()), sweep(cost_graph) {}

  const CostGraph* graph;
  detail::TargetAmounts amounts;
  detail::SourceSweep<double> sweep;
  std::unique_ptr<detail::SourceSweep<PathCount>> wide_sweep;  // made when a source first needs it
};

struct Sum {
  explicit Sum(const CostGraph& graph)
      : nodes(graph.node_count(), 0.0), arcs(graph.topology().arc_count(), 0.0) {}
  IdMap<NodeId, double> nodes;
  IdMap<ArcId, double> arcs;
  double served = 0;
  double unserved = 0;
  std::size_t wide_count_sources = 0;
};

template <class Count>
void add_source(detail::SourceSweep<Count>& sweep, const detail::TargetAmounts& amounts, Sum& sum) {
  sweep.backward(
      amounts, [&](ArcId arc, double flow) { sum.arcs[arc] += flow; },
      [&](NodeId node, double through) { sum.nodes[node] += through; });
}

void add_served(const Search& search, const detail::TargetAmounts& amounts, const PairDemand& demand,
                NodeId source, Sum& sum) {
  double served = 0;
  double unserved = 0;
  demand.for_each_target(source, search.graph().node_count(), [&](NodeId target, double) {
    (search.packed(target) == CostGraph::unreachable ? unserved : served) += amounts[target];
  });
  sum.served += served;
  sum.unserved += unserved;
}

template <class Map>
void add_to(Map& to, const Map& from) {
  for (const auto id : to.ids()) to[id] += from[id];
}

// What the search gave to the leading arc of a group of parallel ones belongs to all its sharers.
void share_among_parallel(const CostGraph& graph, IdMap<ArcId, double>& arcs) {
  if (graph.parallel() == ParallelArcs::distinct) return;
  for (const NodeId node : graph.topology().nodes()) {
    for (const CostGraph::Arc& arc : graph.outgoing(node)) {
      const auto sharers = graph.sharers(arc.id);
      const double part = arcs[arc.id] / static_cast<double>(sharers.size());
      for (const ArcId sharer : sharers) arcs[sharer] = part;
    }
  }
}

}  // namespace

Betweenness betweenness(const CostGraph& graph, const BetweennessOptions& options, const Run& run) {
  const std::vector<NodeId> sources = options.demand.sources(graph.node_count());
  Betweenness result{.nodes = IdMap<NodeId, double>(graph.node_count(), 0.0),
                     .arcs = IdMap<ArcId, double>(graph.topology().arc_count(), 0.0),
                     .sources = sources.size()};
  reduce_in_order(
      sources.size(), run, [&] { return Scratch(graph, options.demand); }, [&] { return Sum(graph); },
      [&](Scratch& scratch, Sum& sum, std::size_t item) {
        const NodeId source = sources[item];
        scratch.amounts.load(source);
        if (scratch.sweep.forward(source)) {
          add_source(scratch.sweep, scratch.amounts, sum);
        } else {
          if (!scratch.wide_sweep)
            scratch.wide_sweep = std::make_unique<detail::SourceSweep<PathCount>>(graph);
          scratch.wide_sweep->forward(source);
          add_source(*scratch.wide_sweep, scratch.amounts, sum);
          ++sum.wide_count_sources;
        }
        add_served(scratch.sweep.search(), scratch.amounts, options.demand, source, sum);
      },
      [&](const Sum& sum) {
        add_to(result.nodes, sum.nodes);
        add_to(result.arcs, sum.arcs);
        result.served += sum.served;
        result.unserved += sum.unserved;
        result.wide_count_sources += sum.wide_count_sources;
      });
  share_among_parallel(graph, result.arcs);
  const detail::DemandScale scale(options.demand);
  for (double& score : result.nodes) score = scale.unscaled(score);
  for (double& score : result.arcs) score = scale.unscaled(score);
  result.served = scale.unscaled(result.served);
  result.unserved = scale.unscaled(result.unserved);
  return result;
}

}  // namespace landbridge
