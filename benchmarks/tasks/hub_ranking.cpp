// Betweenness of all nodes and arcs from all sources, order and completion included: the same answers, on one
// thread each unless said.
#include "instances/instances.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "peers/boost_graph.hpp"
#include "runner/runner.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace landbridge::benchmarks {

namespace {

template <class Map>
double largest_difference(const Map& expected, const Map& found) {
  double largest = 0;
  for (const auto id : expected.ids()) largest = std::max(largest, std::abs(expected[id] - found[id]));
  return largest;
}

std::string difference(const Scores& expected, const Scores& found) {
  if (expected.nodes.size() != found.nodes.size() || expected.arcs.size() != found.arcs.size())
    return "another size";
  double scale = 1;
  for (const NodeId node : expected.nodes.ids()) scale = std::max(scale, expected.nodes[node]);
  for (const ArcId arc : expected.arcs.ids()) scale = std::max(scale, expected.arcs[arc]);
  const double nodes = largest_difference(expected.nodes, found.nodes);
  const double arcs = largest_difference(expected.arcs, found.arcs);
  // Written so that NaN is a difference.
  if (nodes <= 1e-9 * scale && arcs <= 1e-9 * scale) return {};
  return fmt::format("scores differ by up to {} (nodes), {} (arcs), the largest score being {}", nodes, arcs,
                     scale);
}

Contender<WeightedGraph, Scores> ours(std::string name, Engine engine, unsigned threads) {
  return {std::move(name), [engine, threads](const WeightedGraph& graph) {
            return [prepared = CostGraph(graph.topology, graph.costs), engine, threads] {
              Betweenness scores = betweenness(prepared, {.engine = engine}, {.threads = threads});
              return Scores{std::move(scores.nodes), std::move(scores.arcs)};
            };
          }};
}

Contender<WeightedGraph, Scores> boosts(std::string name, BoostWeights weights) {
  return {std::move(name),
          [weights](const WeightedGraph& graph) { return boost_betweenness(graph, weights); }};
}

void add(const std::string& instance, std::function<WeightedGraph()> load, bool free_arcs = false) {
  std::vector<Contender<WeightedGraph, Scores>> contenders{
      ours("landbridge", Engine::hierarchy, 1), ours("landbridge, 2 threads", Engine::hierarchy, 2),
      ours("landbridge, searches", Engine::search, 1), boosts("Boost.Graph", BoostWeights::packed)};
  if (free_arcs) contenders.push_back(boosts("Boost.Graph, zero weights", BoostWeights::plain));
  add_task<WeightedGraph, Scores>("hub_ranking", instance, std::move(load), std::move(contenders),
                                  difference);
}

}  // namespace

void add_hub_ranking() {
  add("grid_12x12", [] { return weighted_grid(12, 12, 1000); });
  add("grid_100x100", [] { return weighted_grid(100, 100, 1000); });
  add("unit_grid_60x60", [] { return weighted_grid(60, 60, 1); });
  add(
      "ChicagoSketch", [] { return road_network("ChicagoSketch"); }, true);
}

}  // namespace landbridge::benchmarks
