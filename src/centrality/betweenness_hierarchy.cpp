#include "centrality/betweenness_parts.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/sweeps.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace landbridge::detail {

namespace {

// Blocks of sixteen sources in the order of the sweeps.
class Blocks {
 public:
  Blocks(const Sweeps& sweeps, std::vector<NodeId> sources) : sources_(std::move(sources)) {
    sweeps.sort(sources_);
  }
  std::size_t count() const { return (sources_.size() + sweep_lanes - 1) / sweep_lanes; }
  std::span<const NodeId> operator[](std::size_t block) const {
    const std::size_t begin = block * sweep_lanes;
    return std::span(sources_).subspan(begin, std::min(sweep_lanes, sources_.size() - begin));
  }

 private:
  std::vector<NodeId> sources_;
};

// A strip's sum. Blocks whose counts are too large are searched.
struct Sum {
  FlowSums flows;
  std::optional<BetweennessSum> searched;  // made when a block first needs it
  std::vector<std::size_t> swept;          // blocks in `flows`
  bool careful = false;                    // counts are tried before anything is added
};

class Worker {
 public:
  Worker(const CostGraph& graph, const Sweeps& sweeps, const PairDemand& demand, const Blocks& blocks)
      : graph_(&graph),
        sweeps_(&sweeps),
        demand_(&demand),
        blocks_(&blocks),
        scale_(DemandScale(demand).scaled(1)),
        sweep_(sweeps) {}

  void add(std::size_t block, Sum& sum) {
    if (sum.careful && !sweep_.counts_are_safe((*blocks_)[block])) {
      search(block, sum);
    } else if (sweep(block, sum)) {
      sum.swept.push_back(block);
    } else {
      if (sweeps_->cell_count() > 1) begin_again(sum);  // cells before the large counts have been added
      search(block, sum);
    }
  }

 private:
  bool sweep(std::size_t block, Sum& sum) {
    return sweep_.add_flows((*blocks_)[block], *demand_, scale_, sum.flows);
  }
  void begin_again(Sum& sum) {
    sum.careful = true;
    sum.flows = sweeps_->flow_sums();
    for (const std::size_t block : sum.swept) sweep(block, sum);
  }
  void search(std::size_t block, Sum& sum) {
    if (!search_) search_.emplace(*graph_, *demand_);
    if (!sum.searched) sum.searched.emplace(*graph_);
    for (const NodeId source : (*blocks_)[block]) search_->add(source, *sum.searched);
  }

  const CostGraph* graph_;
  const Sweeps* sweeps_;
  const PairDemand* demand_;
  const Blocks* blocks_;
  double scale_;
  SweepWorker sweep_;
  std::optional<BetweennessSearch> search_;
};

}  // namespace

BetweennessSum betweenness_by_hierarchy(const CostGraph& graph, const Metric& metric,
                                        const PairDemand& demand, const Run& run) {
  const Sweeps sweeps(metric, graph);
  const Blocks blocks(sweeps, demand.sources(graph.node_count()));
  FlowSums flows = sweeps.flow_sums();
  BetweennessSum total(graph);
  reduce_in_order(
      blocks.count(), run, [&] { return Worker(graph, sweeps, demand, blocks); },
      [&] { return Sum{.flows = sweeps.flow_sums(), .searched = {}, .swept = {}}; },
      [&](Worker& worker, Sum& sum, std::size_t block) { worker.add(block, sum); },
      [&](const Sum& sum) {
        flows.add(sum.flows);
        if (sum.searched) total.add(*sum.searched);
      });
  sweeps.unpack(flows, total.nodes, total.arcs);
  total.served += flows.served;
  total.unserved += flows.unserved;
  return total;
}

}  // namespace landbridge::detail
