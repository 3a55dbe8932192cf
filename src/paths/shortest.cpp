#include "landbridge/paths/shortest.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/paths/search.hpp"

#include <algorithm>

namespace landbridge {

namespace {

struct EnteringArcs : SearchVisitor {
  IdMap<NodeId, ArcId>& entering;
  explicit EnteringArcs(IdMap<NodeId, ArcId>& map) : entering(map) {}
  void improved(NodeId, const CostGraph::Arc& arc) { entering[arc.other] = arc.id; }
};

Path walk_back(const Topology& topology, const IdMap<NodeId, ArcId>& entering, NodeId source, NodeId target) {
  Path path{.source = source, .arcs = {}};
  for (NodeId at = target; at != source; at = topology.tail(entering[at])) path.arcs.push_back(entering[at]);
  std::ranges::reverse(path.arcs);
  return path;
}

}  // namespace

ShortestPaths shortest_paths(const CostGraph& graph, NodeId source) {
  expects(source.index() < graph.node_count(), "the source is a node of the graph");
  ShortestPaths paths{.source = source,
                      .costs = IdMap<NodeId, Cost>(graph.node_count(), Cost::closed()),
                      .entering = IdMap<NodeId, ArcId>(graph.node_count())};
  Search search(graph);
  search.run(source, SearchDirection::forward, EnteringArcs(paths.entering));
  for (const NodeId node : search.settled()) paths.costs[node] = search.cost(node);
  return paths;
}

std::optional<CostedPath> path_to(const CostGraph& graph, const ShortestPaths& paths, NodeId target) {
  expects(target.index() < paths.costs.size(), "the target is a node of the graph");
  if (paths.costs[target].is_closed()) return std::nullopt;
  return CostedPath{.path = walk_back(graph.topology(), paths.entering, paths.source, target),
                    .cost = paths.costs[target]};
}

std::optional<CostedPath> shortest_path(const CostGraph& graph, NodeId source, NodeId target) {
  expects(source.index() < graph.node_count(), "the source is a node of the graph");
  expects(target.index() < graph.node_count(), "the target is a node of the graph");
  IdMap<NodeId, ArcId> entering(graph.node_count());
  Search search(graph);
  search.run_until(source, target, SearchDirection::forward, EnteringArcs(entering));
  if (search.packed(target) == CostGraph::unreachable) return std::nullopt;
  return CostedPath{.path = walk_back(graph.topology(), entering, source, target),
                    .cost = search.cost(target)};
}

}  // namespace landbridge
