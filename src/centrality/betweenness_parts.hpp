// What both engines of betweenness share.
#pragma once

#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/centrality/detail/source_sweep.hpp"

#include <memory>

namespace landbridge::detail {

/// Scores of some sources, by node and by arc, in the unit of DemandScale.
struct BetweennessSum {
  explicit BetweennessSum(const CostGraph& graph)
      : nodes(graph.node_count(), 0.0), arcs(graph.topology().arc_count(), 0.0) {}
  void add(const BetweennessSum& other);

  IdMap<NodeId, double> nodes;
  IdMap<ArcId, double> arcs;
  double served = 0;
  double unserved = 0;
  std::size_t wide_count_sources = 0;
};

/// One search a source: the scratch of one thread.
class BetweennessSearch {
 public:
  BetweennessSearch(const CostGraph& graph, const PairDemand& demand)
      : graph_(&graph), demand_(&demand), amounts_(demand, graph.node_count()), sweep_(graph) {}
  void add(NodeId source, BetweennessSum& sum);

 private:
  const CostGraph* graph_;
  const PairDemand* demand_;
  TargetAmounts amounts_;
  SourceSweep<double> sweep_;
  std::unique_ptr<SourceSweep<PathCount>> wide_sweep_;  // made when a source first needs it
};

BetweennessSum betweenness_by_search(const CostGraph& graph, const PairDemand& demand, const Run& run);
BetweennessSum betweenness_by_hierarchy(const CostGraph& graph, const Metric& metric,
                                        const PairDemand& demand, const Run& run);

}  // namespace landbridge::detail
