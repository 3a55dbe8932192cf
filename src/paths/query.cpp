#include "landbridge/paths/query.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

HierarchyQuery::HierarchyQuery(const Metric& metric, const CostGraph& graph)
    : metric_(&metric), graph_(&graph) {
  expects(&graph.topology() == &metric.hierarchy().topology(), "metric and graph are of one topology");
  from_source_.reached.assign(metric.hierarchy().rank_count(), {});
  from_target_.reached.assign(metric.hierarchy().rank_count(), {});
}

void HierarchyQuery::offer(Climb& climb, Rank rank, const Reached& reached) const {
  if (reached.distance < climb.reached[rank].distance) climb.reached[rank] = reached;
}

void HierarchyQuery::climb(Climb& climb, NodeId end, bool forward) {
  const Hierarchy& hierarchy = metric_->hierarchy();
  for (const Rank rank : climb.members) climb.reached[rank] = {};
  climb.members.clear();
  const auto begin_at = [&](Rank rank, const Reached& reached) {
    for (Rank at = rank; !at.is_none(); at = hierarchy.parent(at)) climb.members.push_back(at);
    offer(climb, rank, reached);
  };
  if (const Rank rank = hierarchy.rank(end); !rank.is_none()) {
    begin_at(rank, {0, {}, {}});
  } else {
    for (const CostGraph::Arc& arc : forward ? graph_->outgoing(end) : graph_->incoming(end))
      if (!graph_->is_terminal(arc.other)) begin_at(hierarchy.rank(arc.other), {arc.weight, {}, arc.id});
    std::ranges::sort(climb.members);
    climb.members.erase(std::unique(climb.members.begin(), climb.members.end()), climb.members.end());
  }
  for (const Rank rank : climb.members) {
    const std::uint64_t distance = climb.reached[rank].distance;
    if (distance == CostGraph::unreachable) continue;
    for (const EdgeId edge : hierarchy.edges_up(rank)) {
      if (!(forward ? metric_->keeps_up(edge) : metric_->keeps_down(edge))) continue;
      const Shortcut way = forward ? metric_->up(edge) : metric_->down(edge);
      offer(climb, hierarchy.upper(edge), {distance + way.weight, edge, {}});
    }
  }
}

HierarchyQuery::Meeting HierarchyQuery::meet(NodeId source, NodeId target) {
  expects(source.index() < graph_->node_count() && target.index() < graph_->node_count(),
          "both ends are nodes of the graph");
  Meeting best;
  if (graph_->is_terminal(source) && graph_->is_terminal(target))
    for (const CostGraph::Arc& arc : graph_->outgoing(source))
      if (arc.other == target && arc.weight < best.distance) best = {arc.weight, {}, arc.id};
  climb(from_source_, source, true);
  climb(from_target_, target, false);
  for (const Rank rank : from_source_.members) {
    const std::uint64_t down = from_target_.reached[rank].distance;
    const std::uint64_t sum = from_source_.reached[rank].distance + down;  // no wrap: both below 2^63
    if (down != CostGraph::unreachable && sum < best.distance) best = {sum, rank, {}};
  }
  return best;
}

Cost HierarchyQuery::cost(NodeId source, NodeId target) {
  const Meeting meeting = meet(source, target);
  return graph_->cost(source == target ? 0 : meeting.distance);
}

std::optional<CostedPath> HierarchyQuery::path(NodeId source, NodeId target) {
  const Meeting meeting = meet(source, target);
  CostedPath result{{source, {}}, graph_->cost(source == target ? 0 : meeting.distance)};
  if (source == target) return result;
  if (meeting.distance == CostGraph::unreachable) return std::nullopt;
  if (meeting.rank.is_none()) {
    result.path.arcs.push_back(meeting.arc);
    return result;
  }
  const Hierarchy& hierarchy = metric_->hierarchy();
  std::vector<EdgeId> edges;
  Rank at = meeting.rank;
  for (; !from_source_.reached[at].edge.is_none(); at = hierarchy.lower(edges.back()))
    edges.push_back(from_source_.reached[at].edge);
  std::vector<ArcId>& arcs = result.path.arcs;
  if (const ArcId arc = from_source_.reached[at].arc; !arc.is_none()) arcs.push_back(arc);
  for (std::size_t i = edges.size(); i-- > 0;) unpack(edges[i], true, arcs);
  for (at = meeting.rank; !from_target_.reached[at].edge.is_none();) {
    const EdgeId edge = from_target_.reached[at].edge;
    unpack(edge, false, arcs);
    at = hierarchy.lower(edge);
  }
  if (const ArcId arc = from_target_.reached[at].arc; !arc.is_none()) arcs.push_back(arc);
  return result;
}

// A shortcut is an arc as cheap as it, or goes through the lowest rank that it can.
void HierarchyQuery::unpack(EdgeId whole, bool whole_up, std::vector<ArcId>& arcs) const {
  const Hierarchy& hierarchy = metric_->hierarchy();
  std::vector<std::pair<EdgeId, bool>> stack{{whole, whole_up}};
  while (!stack.empty()) {
    const auto [edge, up] = stack.back();
    stack.pop_back();
    const std::uint64_t weight = up ? metric_->up(edge).weight : metric_->down(edge).weight;
    const NodeId tail = hierarchy.node(up ? hierarchy.lower(edge) : hierarchy.upper(edge));
    const NodeId head = hierarchy.node(up ? hierarchy.upper(edge) : hierarchy.lower(edge));
    const auto outgoing = graph_->outgoing(tail);
    const auto arc = std::ranges::find_if(
        outgoing, [&](const CostGraph::Arc& a) { return a.other == head && a.weight == weight; });
    if (arc != outgoing.end()) {
      arcs.push_back(arc->id);
      continue;
    }
    std::optional<std::pair<EdgeId, EdgeId>> legs;  // tail to the lower rank, from there to the head
    hierarchy.for_each_triangle_below(edge, [&](EdgeId low, EdgeId high) {
      const EdgeId first = up ? low : high;
      const EdgeId second = up ? high : low;
      if (!legs && metric_->down(first).weight + metric_->up(second).weight == weight) legs = {first, second};
    });
    expects(legs.has_value(), "the graph is the one that the metric was made of");
    stack.emplace_back(legs->second, true);
    stack.emplace_back(legs->first, false);
  }
}

}  // namespace landbridge
