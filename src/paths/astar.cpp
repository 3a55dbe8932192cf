#include "landbridge/paths/astar.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/graph/heap.hpp"

#include <algorithm>

namespace landbridge {

std::optional<CostedPath> shortest_path_astar(const CostGraph& graph, NodeId source, NodeId target,
                                              IdSpan<NodeId, const Cost> lower_bounds) {
  expects(source.index() < graph.node_count(), "the source is a node of the graph");
  expects(target.index() < graph.node_count(), "the target is a node of the graph");
  expects(lower_bounds.size() == graph.node_count(), "there is one lower bound for each node");
  IdMap<NodeId, std::uint64_t> distances(graph.node_count(), CostGraph::unreachable);
  IdMap<NodeId, ArcId> entering(graph.node_count());
  IndexedHeap<std::uint64_t, NodeId> heap(graph.node_count());
  distances[source] = 0;
  heap.push(source, graph.packed(lower_bounds[source]));
  while (!heap.empty()) {
    const auto [estimate, node] = heap.pop();
    if (estimate >= distances[target] || node == target) break;
    if (graph.is_terminal(node) && node != source) continue;
    for (const CostGraph::Arc& arc : graph.outgoing(node)) {
      const std::uint64_t reached = distances[node] + arc.weight;
      const std::uint64_t remaining = graph.packed(lower_bounds[arc.other]);
      if (reached >= distances[arc.other] || remaining == CostGraph::unreachable) continue;
      distances[arc.other] = reached;
      entering[arc.other] = arc.id;
      // A node may come back after it was expanded: inconsistent bounds made its first distance too long.
      if (heap.contains(arc.other))
        heap.lower(arc.other, reached + remaining);
      else
        heap.push(arc.other, reached + remaining);
    }
  }
  if (distances[target] == CostGraph::unreachable) return std::nullopt;
  CostedPath answer{.path = {.source = source, .arcs = {}}, .cost = graph.cost(distances[target])};
  for (NodeId at = target; at != source; at = graph.topology().tail(entering[at]))
    answer.path.arcs.push_back(entering[at]);
  std::ranges::reverse(answer.path.arcs);
  return answer;
}

}  // namespace landbridge
