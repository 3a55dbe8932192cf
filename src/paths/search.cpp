#include "landbridge/paths/search.hpp"

namespace landbridge {

Search::Search(const CostGraph& graph)
    : graph_(&graph), distances_(graph.node_count(), CostGraph::unreachable) {
  settled_.reserve(graph.node_count());
}

void Search::reset() {
  for (const NodeId node : settled_) distances_[node] = CostGraph::unreachable;
  // After an early stop some nodes were seen but not settled.
  while (!heap_.empty()) distances_[heap_.pop().id] = CostGraph::unreachable;
  heap_.clear();
  settled_.clear();
}

}  // namespace landbridge
