#include "landbridge/centrality/betweenness.hpp"

#include "centrality/betweenness_parts.hpp"
#include "landbridge/base/parallel.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace landbridge {

namespace detail {

namespace {

template <class Map>
void add_to(Map& to, const Map& from) {
  for (const auto id : to.ids()) to[id] += from[id];
}

template <class Count>
void add_source(SourceSweep<Count>& sweep, const TargetAmounts& amounts, BetweennessSum& sum) {
  sweep.backward(
      amounts, [&](ArcId arc, double flow) { sum.arcs[arc] += flow; },
      [&](NodeId node, double through) { sum.nodes[node] += through; });
}

}  // namespace

void BetweennessSum::add(const BetweennessSum& other) {
  add_to(nodes, other.nodes);
  add_to(arcs, other.arcs);
  served += other.served;
  unserved += other.unserved;
  wide_count_sources += other.wide_count_sources;
}

void BetweennessSearch::add(NodeId source, BetweennessSum& sum) {
  amounts_.load(source);
  if (sweep_.forward(source)) {
    add_source(sweep_, amounts_, sum);
  } else {
    if (!wide_sweep_) wide_sweep_ = std::make_unique<SourceSweep<PathCount>>(*graph_);
    wide_sweep_->forward(source);
    add_source(*wide_sweep_, amounts_, sum);
    ++sum.wide_count_sources;
  }
  double served = 0;
  double unserved = 0;
  demand_->for_each_target(source, graph_->node_count(), [&](NodeId target, double) {
    (sweep_.search().packed(target) == CostGraph::unreachable ? unserved : served) += amounts_[target];
  });
  sum.served += served;
  sum.unserved += unserved;
}

BetweennessSum betweenness_by_search(const CostGraph& graph, const PairDemand& demand, const Run& run) {
  const std::vector<NodeId> sources = demand.sources(graph.node_count());
  BetweennessSum total(graph);
  reduce_in_order(
      sources.size(), run, [&] { return BetweennessSearch(graph, demand); },
      [&] { return BetweennessSum(graph); },
      [&](BetweennessSearch& search, BetweennessSum& sum, std::size_t item) {
        search.add(sources[item], sum);
      },
      [&](const BetweennessSum& sum) { total.add(sum); });
  return total;
}

}  // namespace detail

namespace {

// What the leading arc of a group of parallel ones was given belongs to all its sharers.
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

Betweenness finished(const CostGraph& graph, const PairDemand& demand, detail::BetweennessSum sum,
                     EngineUsed used) {
  const detail::DemandScale scale(demand);
  Betweenness result{.nodes = std::move(sum.nodes),
                     .arcs = std::move(sum.arcs),
                     .served = scale.unscaled(sum.served),
                     .unserved = scale.unscaled(sum.unserved),
                     .sources = demand.sources(graph.node_count()).size(),
                     .wide_count_sources = sum.wide_count_sources,
                     .engine = std::move(used)};
  share_among_parallel(graph, result.arcs);
  for (double& score : result.nodes) score = scale.unscaled(score);
  for (double& score : result.arcs) score = scale.unscaled(score);
  return result;
}

}  // namespace

Betweenness betweenness(const CostGraph& graph, const BetweennessOptions& options, const Run& run) {
  const PairDemand& demand = options.demand;
  const std::size_t sources = demand.sources(graph.node_count()).size();
  PreparedEngine prepared = prepare_engine(graph, {.engine = options.engine, .sources = sources}, run);
  detail::BetweennessSum sum = prepared.metric
                                   ? detail::betweenness_by_hierarchy(graph, *prepared.metric, demand, run)
                                   : detail::betweenness_by_search(graph, demand, run);
  return finished(graph, demand, std::move(sum), std::move(prepared.used));
}

Betweenness betweenness(const CostGraph& graph, const Metric& metric, const BetweennessOptions& options,
                        const Run& run) {
  const PairDemand& demand = options.demand;
  if (!metric.has_safe_counts())
    return finished(graph, demand, detail::betweenness_by_search(graph, demand, run),
                    {Engine::search, "a shortcut stands for more than 2^480 shortest paths"});
  return finished(graph, demand, detail::betweenness_by_hierarchy(graph, metric, demand, run),
                  {Engine::hierarchy, "the metric was given", metric.hierarchy().order().hash});
}

}  // namespace landbridge
