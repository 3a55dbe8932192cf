// How are shortest paths from one node found, with all memory kept for the next search?
#pragma once

#include "landbridge/base/contract.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/monotone_heap.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landbridge {

/// Whether arcs are followed from tail to head or from head to tail.
enum class SearchDirection { forward, backward };

/// What a search tells as it goes; derive or imitate. `from` is being expanded, `arc` leads to `arc.other`.
struct SearchVisitor {
  /// A first or a cheaper way to arc.other was found.
  void improved(NodeId /*from*/, const CostGraph::Arc& /*arc*/) {}
  /// A further way to arc.other, as cheap as the best so far.
  void tied(NodeId /*from*/, const CostGraph::Arc& /*arc*/) {}
};

/// Dijkstra's search (1959, 10.1007/BF01386390) on packed weights, one object a thread.
///
/// A terminal is settled but not expanded unless it is the source. Nodes leave in order of ascending
/// distance; the order among equal distances depends on the graph alone. Complexity O((n + m) log n) a run,
/// resetting only what was touched. ContractError when the source is not a node of the graph.
class Search {
 public:
  /// The graph must outlive the search.
  explicit Search(const CostGraph& graph);
  explicit Search(CostGraph&&) = delete;

  /// Settles every node that `source` reaches (or, backward, that reaches it).
  template <class Visitor = SearchVisitor>
  void run(NodeId source, SearchDirection direction = SearchDirection::forward, Visitor&& visitor = {}) {
    run_until(source, NodeId::none(), direction, visitor);
  }
  /// The same, but stops as soon as `target` is settled.
  template <class Visitor = SearchVisitor>
  void run_until(NodeId source, NodeId target, SearchDirection direction = SearchDirection::forward,
                 Visitor&& visitor = {});

  const CostGraph& graph() const noexcept { return *graph_; }
  /// The nodes settled by the last run, in order of ascending distance, the source first.
  std::span<const NodeId> settled() const noexcept { return settled_; }
  /// Packed distance; final for settled nodes, `CostGraph::unreachable` for those never seen.
  std::uint64_t packed(NodeId node) const { return distances_[node]; }
  Cost cost(NodeId node) const { return graph_->cost(distances_[node]); }

 private:
  void reset();

  const CostGraph* graph_;
  IdMap<NodeId, std::uint64_t> distances_;
  MonotoneHeap<NodeId> heap_;
  std::vector<NodeId> settled_;
};

// ----------------------------------------------------------------------------------------------
// implementation

template <class Visitor>
void Search::run_until(NodeId source, NodeId target, SearchDirection direction, Visitor&& visitor) {
  expects(source.index() < graph_->node_count(), "the source is a node of the graph");
  reset();
  distances_[source] = 0;
  heap_.push(source, 0);
  while (!heap_.empty()) {
    const auto [distance, node] = heap_.pop();
    if (distance != distances_[node]) continue;  // a cheaper way was found after this entry was pushed
    settled_.push_back(node);
    if (node == target) break;
    if (graph_->is_terminal(node) && node != source) continue;
    const auto arcs = direction == SearchDirection::forward ? graph_->outgoing(node) : graph_->incoming(node);
    for (const CostGraph::Arc& arc : arcs) {
      const std::uint64_t reached = distance + arc.weight;
      std::uint64_t& best = distances_[arc.other];
      if (reached < best) {
        best = reached;
        heap_.push(arc.other, reached);
        visitor.improved(node, arc);
      } else if (reached == best) {
        visitor.tied(node, arc);
      }
    }
  }
}

}  // namespace landbridge
