#include "landbridge/paths/engine.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace landbridge {

namespace {

// Nanoseconds, measured on road networks, grids, random graphs and a staircase, one core, and rounded: see
// docs/design/hierarchy.md.
constexpr double search_step = 12;       // a node or an arc of a search, there and back
constexpr double search_step_more = 4;   // for each doubling of the nodes past what caches hold
constexpr int cached_bits = 14;          // 2^14 nodes
constexpr double ordered_node = 300;     // a node of nested dissection, for each doubling of the nodes
constexpr double triangle = 10;          // completion, the basic and the perfect pass
constexpr double laid_out_edge = 30;     // an edge of the completion put in the order of the sweeps
constexpr double unpacked_triangle = 8;  // where there are flows
constexpr double flow_edge = 8;          // an edge in a block of sixteen sources, there and back
constexpr double distance_edge = 2;      // the same, there alone

double arc_count(const CostGraph& graph) {
  return static_cast<double>(graph.topology().arc_count());
}

// Doublings from one node to as many as there are.
int bits(const CostGraph& graph) {
  return static_cast<int>(std::bit_width(graph.node_count()));
}

double sweep_of_an_edge(const EngineRequest& request) {
  const double blocks = std::ceil(static_cast<double>(request.sources) / 16);
  return laid_out_edge + blocks * (request.counts ? flow_edge : distance_edge);
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

EngineCosts engine_costs(const CostGraph& graph, const EngineRequest& request) {
  const auto nodes = static_cast<double>(graph.node_count());
  const double step = search_step + search_step_more * std::max(0, bits(graph) - cached_bits);
  return {.searches = static_cast<double>(request.sources) * (nodes + arc_count(graph)) * step,
          .order = nodes * bits(graph) * ordered_node};
}

EngineCosts engine_costs(const CostGraph& graph, const EngineRequest& request, const NodeOrder& order) {
  EngineCosts costs = engine_costs(graph, request);
  const double rows = static_cast<double>(order.edges) + static_cast<double>(graph.node_count());
  costs.sweeps =
      static_cast<double>(order.triangles) * (triangle + (request.counts ? unpacked_triangle : 0)) +
      (rows + arc_count(graph)) * sweep_of_an_edge(request);
  return costs;
}

std::uint64_t most_useful_edges(const CostGraph& graph, const EngineRequest& request) {
  const double edges = engine_costs(graph, request).searches / sweep_of_an_edge(request);
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
  const EngineCosts before = engine_costs(graph, request);
  if (automatic && before.searches <= before.order) return searches("too few sources to pay for a hierarchy");
  NodeOrderOptions options{.terminals = graph.terminals()};
  if (automatic) options.most_edges = most_useful_edges(graph, request);
  NodeOrder order = nested_dissection(graph.topology(), options, run);
  if (automatic) {
    const EngineCosts after = engine_costs(graph, request, order);
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
