// How does the demand of one source spread over its shortest paths? Forward with counts, backward with flows.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/centrality/detail/demand_scale.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/pair_demand.hpp"
#include "landbridge/paths/path_count.hpp"
#include "landbridge/paths/search.hpp"

#include <cstddef>
#include <type_traits>

namespace landbridge::detail {

/// The amounts that each node draws from the source at hand, as DemandScale has them.
class TargetAmounts {
 public:
  TargetAmounts(const PairDemand& demand, std::size_t node_count)
      : demand_(&demand), scale_(demand), amounts_(node_count, 0.0) {}

  /// Replaces the amounts by those of `source`.
  void load(NodeId source) {
    if (!loaded_.is_none())
      demand_->for_each_target(loaded_, amounts_.size(),
                               [&](NodeId target, double) { amounts_[target] = 0; });
    demand_->for_each_target(source, amounts_.size(),
                             [&](NodeId target, double amount) { amounts_[target] = scale_.scaled(amount); });
    loaded_ = source;
  }
  double operator[](NodeId node) const { return amounts_[node]; }
  /// As if the source at hand sent it nothing.
  void drop(NodeId node) { amounts_[node] = 0; }

 private:
  const PairDemand* demand_;
  DemandScale scale_;
  IdMap<NodeId, double> amounts_;
  NodeId loaded_;
};

inline double as_double(double value) noexcept {
  return value;
}
inline double as_double(PathCount value) noexcept {
  return value.value();
}

/// Scratch of one thread. `Count` is double in the safe range, PathCount past it.
template <class Count>
class SourceSweep {
 public:
  explicit SourceSweep(const CostGraph& graph)
      : graph_(&graph),
        search_(graph),
        counts_(graph.node_count()),
        entries_(graph.node_count()),
        through_(graph.node_count(), 0.0) {}

  /// Finds the shortest paths from `source` and counts them. False when a count has left the safe range of
  /// doubles: then nothing that follows may be used.
  bool forward(NodeId source) {
    counts_[source] = Count(1);
    search_.run(source, SearchDirection::forward, Counting{{}, counts_, entries_});
    if constexpr (std::is_same_v<Count, double>) {
      double most = 0;
      for (const NodeId node : search_.settled()) most = counts_[node] > most ? counts_[node] : most;
      return most <= 0x1p480;
    }
    return true;
  }

  /// Calls `visit(arc, share)` for every tight arc (as an incoming one) into `node`, with the share of the
  /// node's shortest paths that end with it. Not for the source.
  template <class Visit>
  void for_each_entry(NodeId node, Visit&& visit) const {
    spread(node, 1.0, visit);
  }

  /// Sends each reached node's amount back to the source along all shortest paths, each with an equal share.
  /// Calls `arc_flow(arc, flow)` for every tight arc and `node_flow(node, through)` for every reached node
  /// but the source, farthest first; `through` leaves out what ends at the node itself.
  template <class ArcFlow, class NodeFlow>
  void backward(const TargetAmounts& amounts, ArcFlow&& arc_flow, NodeFlow&& node_flow) {
    const auto settled = search_.settled();
    for (std::size_t i = settled.size(); i-- > 1;) {
      const NodeId node = settled[i];
      const double through = through_[node];
      const double total = through + amounts[node];
      through_[node] = 0;
      node_flow(node, through);
      spread(node, total, [&](NodeId from, ArcId arc, double flow) {
        through_[from] += flow;
        arc_flow(arc, flow);
      });
    }
    through_[source()] = 0;
  }

  /// The arc by which a node was first reached at its distance, and whether others tie with it.
  struct Entry {
    NodeId from;
    ArcId arc;
    bool tied = false;
  };
  /// Of a settled node other than the source.
  const Entry& entry(NodeId node) const { return entries_[node]; }

  NodeId source() const { return search_.settled().front(); }
  const Search& search() const noexcept { return search_; }

 private:
  // Divides `amount` among the tight arcs into `node` by the number of shortest paths that each stands for.
  template <class Visit>
  void spread(NodeId node, double amount, Visit&& visit) const {
    const Entry& entry = entries_[node];
    if (!entry.tied) {
      visit(entry.from, entry.arc, amount);
      return;
    }
    const Count a_path = Count(amount) / counts_[node];
    const std::uint64_t distance = search_.packed(node);
    for (const CostGraph::Arc& arc : graph_->incoming(node)) {
      if (search_.packed(arc.other) + arc.weight != distance) continue;
      if (graph_->is_terminal(arc.other) && arc.other != source()) continue;
      visit(arc.other, arc.id, as_double(a_path * counts_[arc.other]));
    }
  }

  struct Counting : SearchVisitor {
    IdMap<NodeId, Count>& counts;
    IdMap<NodeId, Entry>& entries;
    void improved(NodeId from, const CostGraph::Arc& arc) {
      counts[arc.other] = counts[from];
      entries[arc.other] = {from, arc.id, false};
    }
    void tied(NodeId from, const CostGraph::Arc& arc) {
      counts[arc.other] += counts[from];
      entries[arc.other].tied = true;
    }
  };

  const CostGraph* graph_;
  Search search_;
  IdMap<NodeId, Count> counts_;
  IdMap<NodeId, Entry> entries_;
  IdMap<NodeId, double> through_;
};

}  // namespace landbridge::detail
