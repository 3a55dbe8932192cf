#include "landbridge/paths/many_to_many.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/search.hpp"
#include "landbridge/paths/sweeps.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace landbridge {

namespace {

CostTable empty_table(const CostGraph& graph, std::vector<NodeId> sources, std::vector<NodeId> targets,
                      EngineUsed used) {
  for (const auto* nodes : {&sources, &targets})
    for (const NodeId node : *nodes)
      expects(node.index() < graph.node_count(), "a source or target is a node of the graph");
  CostTable table{std::move(sources), std::move(targets), {}, std::move(used)};
  table.costs.assign(table.sources.size() * table.targets.size(), Cost::closed());
  return table;
}

void search(const CostGraph& graph, CostTable& table, const Run& run) {
  for_each_item(
      table.sources.size(), run, [&] { return Search(graph); },
      [&](Search& search, std::size_t item) {
        search.run(table.sources[item]);
        for (std::size_t i = 0; i < table.targets.size(); ++i)
          table.costs[item * table.targets.size() + i] = search.cost(table.targets[i]);
      });
}

void sweep(const CostGraph& graph, const Metric& metric, CostTable& table, const Run& run) {
  const Sweeps sweeps(metric, graph, {.targets = table.targets});
  // Rows by the place of their source in the hierarchy: neighbours go together.
  std::vector<NodeId> sorted = table.sources;
  sweeps.sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  IdMap<NodeId, std::uint32_t> turns(graph.node_count(), 0);
  for (std::uint32_t turn = 0; turn < sorted.size(); ++turn) turns[sorted[turn]] = turn;
  std::vector<std::size_t> rows(table.sources.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return turns[table.sources[row]]; });

  for_each_item((rows.size() + sweep_lanes - 1) / sweep_lanes, run, [&] { return SweepWorker(sweeps); },
                [&](SweepWorker& worker, std::size_t block) {
                  const std::size_t begin = block * sweep_lanes;
                  const auto mine =
                      std::span(rows).subspan(begin, std::min(sweep_lanes, rows.size() - begin));
                  std::vector<NodeId> sources;
                  for (const std::size_t row : mine) sources.push_back(table.sources[row]);
                  worker.find_distances(sources);
                  for (std::size_t lane = 0; lane < mine.size(); ++lane)
                    for (std::size_t i = 0; i < table.targets.size(); ++i)
                      table.costs[mine[lane] * table.targets.size() + i] =
                          graph.cost(worker.packed(lane, table.targets[i]));
                });
}

}  // namespace

CostTable many_to_many(const CostGraph& graph, std::vector<NodeId> sources, std::vector<NodeId> targets,
                       const CostTableOptions& options, const Run& run) {
  CostTable table = empty_table(graph, std::move(sources), std::move(targets), {});
  PreparedEngine prepared = prepare_engine(
      graph, {.engine = options.engine, .sources = table.sources.size(), .counts = false}, run);
  if (prepared.metric)
    sweep(graph, *prepared.metric, table, run);
  else
    search(graph, table, run);
  table.engine = std::move(prepared.used);
  return table;
}

CostTable many_to_many(const CostGraph& graph, const Metric& metric, std::vector<NodeId> sources,
                       std::vector<NodeId> targets, const Run& run) {
  CostTable table = empty_table(graph, std::move(sources), std::move(targets),
                                {Engine::hierarchy, "the metric was given", metric.hierarchy().order().hash});
  sweep(graph, metric, table, run);
  return table;
}

}  // namespace landbridge
