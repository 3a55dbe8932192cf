#include "landbridge/paths/engine.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace landbridge {

namespace {

// Measured on road networks, grids and random graphs, one core, rounded.
constexpr double search_step = 60;     // a node or an arc of a search with its way back
constexpr double ordered_node = 6000;  // a node of nested dissection
constexpr double triangle = 8;         // the basic and the perfect pass, and unpacking
constexpr double block_edge = 25;  // an edge of the completion in a block of sixteen sources, there and back

double arc_count(const CostGraph& graph) {
  return static_cast<double>(graph.topology().arc_count());
}

}  // namespace

std::string_view name(Engine engine) noexcept {
  switch (engine) {
    case Engine::automatic:
      return "auto";
    case Engine::hierarchy:
      return "hierarchy";
    case Engine::search:
      break;
  }
  return "search";
}

EngineCosts engine_costs(const CostGraph& graph, std::size_t sources) {
  const auto nodes = static_cast<double>(graph.node_count());
  return {.searches = static_cast<double>(sources) * (nodes + arc_count(graph)) * search_step,
          .order = nodes * ordered_node};
}

EngineCosts engine_costs(const CostGraph& graph, std::size_t sources, const NodeOrder& order) {
  EngineCosts costs = engine_costs(graph, sources);
  const double blocks = std::ceil(static_cast<double>(sources) / 16);
  const double rows = static_cast<double>(order.edges) + static_cast<double>(graph.node_count());
  costs.sweeps =
      static_cast<double>(order.triangles) * triangle + blocks * (rows + arc_count(graph)) * block_edge;
  return costs;
}

std::uint64_t most_useful_edges(const CostGraph& graph, std::size_t sources) {
  const double blocks = std::max(std::ceil(static_cast<double>(sources) / 16), 1.0);
  const double edges = engine_costs(graph, sources).searches / (blocks * block_edge);
  return static_cast<std::uint64_t>(std::clamp(edges, 1.0, 0x1p31 - 2));
}

PreparedEngine prepare_engine(const CostGraph& graph, const EngineRequest& request, const Run& run) {
  const auto searches = [](std::string reason) {
    PreparedEngine prepared;
    prepared.used.reason = std::move(reason);
    return prepared;
  };
  if (request.engine == Engine::search) return searches("as asked");
  const bool automatic = request.engine == Engine::automatic;
  const EngineCosts before = engine_costs(graph, request.sources);
  if (automatic && before.searches <= before.order) return searches("too few sources to pay for a hierarchy");
  NodeOrderOptions options{.terminals = graph.terminals()};
  if (automatic) options.most_edges = most_useful_edges(graph, request.sources);
  NodeOrder order = nested_dissection(graph.topology(), options, run);
  if (automatic) {
    const EngineCosts after = engine_costs(graph, request.sources, order);
    if (order.exceeded || after.searches <= after.sweeps)
      return searches("the completion of the graph is too dense for a hierarchy");
  }
  PreparedEngine prepared;
  prepared.used = {Engine::hierarchy, automatic ? "faster for this graph and number of sources" : "as asked",
                   order.hash};
  prepared.hierarchy = std::make_unique<Hierarchy>(graph.topology(), std::move(order));
  prepared.metric = std::make_unique<Metric>(*prepared.hierarchy, graph);
  if (request.counts && !prepared.metric->has_safe_counts())
    return searches("a shortcut stands for more than 2^480 shortest paths");
  return prepared;
}

}  // namespace landbridge
