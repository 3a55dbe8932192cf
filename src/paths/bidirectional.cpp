#include "landbridge/paths/bidirectional.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>

namespace landbridge {

BidirectionalSearch::BidirectionalSearch(const CostGraph& graph) : graph_(&graph) {
  for (Side* side : {&from_source_, &from_target_}) {
    side->distances.assign(graph.node_count(), CostGraph::unreachable);
    side->through.assign(graph.node_count(), ArcId::none());
    side->heap = IndexedHeap<std::uint64_t, NodeId>(graph.node_count());
  }
}

void BidirectionalSearch::reset(Side& side, NodeId start) {
  for (const NodeId node : side.touched) side.distances[node] = CostGraph::unreachable;
  side.touched.assign(1, start);
  side.heap.clear();
  side.start = start;
  side.distances[start] = 0;
  side.heap.push(start, 0);
}

void BidirectionalSearch::expand(Side& side, const Side& other, bool forward) {
  const auto [distance, node] = side.heap.pop();
  if (graph_->is_terminal(node) && node != side.start) return;
  for (const CostGraph::Arc& arc : forward ? graph_->outgoing(node) : graph_->incoming(node)) {
    const std::uint64_t reached = distance + arc.weight;
    std::uint64_t& best = side.distances[arc.other];
    if (reached >= best) continue;
    if (best == CostGraph::unreachable) {
      side.touched.push_back(arc.other);
      side.heap.push(arc.other, reached);
    } else {
      side.heap.lower(arc.other, reached);
    }
    best = reached;
    side.through[arc.other] = arc.id;
    // A terminal in the middle would be passed through.
    const bool may_meet = !graph_->is_terminal(arc.other) || arc.other == other.start;
    const std::uint64_t beyond = other.distances[arc.other];
    if (may_meet && beyond != CostGraph::unreachable && reached + beyond < best_) {
      best_ = reached + beyond;
      meeting_ = arc.other;
    }
  }
}

std::optional<CostedPath> BidirectionalSearch::operator()(NodeId source, NodeId target) {
  expects(source.index() < graph_->node_count(), "the source is a node of the graph");
  expects(target.index() < graph_->node_count(), "the target is a node of the graph");
  if (source == target) return CostedPath{.path = {.source = source, .arcs = {}}, .cost = Cost(0)};
  best_ = CostGraph::unreachable;
  reset(from_source_, source);
  reset(from_target_, target);
  while (!from_source_.heap.empty() && !from_target_.heap.empty()) {
    const std::uint64_t ahead = from_source_.heap.top().key;
    const std::uint64_t behind = from_target_.heap.top().key;
    if (ahead + behind >= best_) break;
    if (ahead <= behind)
      expand(from_source_, from_target_, true);
    else
      expand(from_target_, from_source_, false);
  }
  if (best_ == CostGraph::unreachable) return std::nullopt;
  return join();
}

CostedPath BidirectionalSearch::join() const {
  const Topology& topology = graph_->topology();
  Path path{.source = from_source_.start, .arcs = {}};
  for (NodeId at = meeting_; at != from_source_.start; at = topology.tail(path.arcs.back()))
    path.arcs.push_back(from_source_.through[at]);
  std::ranges::reverse(path.arcs);
  for (NodeId at = meeting_; at != from_target_.start; at = topology.head(path.arcs.back()))
    path.arcs.push_back(from_target_.through[at]);
  return {.path = std::move(path), .cost = graph_->cost(best_)};
}

}  // namespace landbridge
