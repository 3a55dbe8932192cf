// Which is the cheapest path between two nodes, by a hierarchy? Up from both ends until the ways meet.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/metric.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace landbridge {

/// Answers for single pairs, one object a thread.
///
/// Each end looks at its ancestors in the elimination tree alone; the cheapest common one splits a shortest
/// path, whose shortcuts are unpacked to arcs over their lower triangles. No heap: O(edges above the ends), a
/// few thousand on a road network of a quarter of a million nodes. Among equal paths which one is answered
/// depends on hierarchy and costs alone. Metric, graph and topology must outlive it; the graph is the one
/// that the metric was made of. ContractError when it is of another topology or an end is not a node of it.
/// Dibbelt, Strasser, Wagner 2016, 10.1145/2886843.
class HierarchyQuery {
 public:
  HierarchyQuery(const Metric& metric, const CostGraph& graph);

  /// Exact; closed when there is no path; 0 from a node to itself.
  Cost cost(NodeId source, NodeId target);
  /// No arcs from a node to itself, nothing when there is no path.
  std::optional<CostedPath> path(NodeId source, NodeId target);

 private:
  // How a rank was reached: by a shortcut from a lower rank, or by an arc from a terminal; by neither where
  // the end of the pair itself is.
  struct Reached {
    std::uint64_t distance = CostGraph::unreachable;
    EdgeId edge = {};
    ArcId arc = {};
  };
  struct Climb {
    IdMap<Rank, Reached> reached;
    std::vector<Rank> members;  // ascending
  };
  struct Meeting {
    std::uint64_t distance = CostGraph::unreachable;
    Rank rank = {};  // none: an arc between two terminals, or no path
    ArcId arc = {};
  };

  void climb(Climb& climb, NodeId end, bool forward);
  void offer(Climb& climb, Rank rank, const Reached& reached) const;
  Meeting meet(NodeId source, NodeId target);
  void unpack(EdgeId edge, bool up, std::vector<ArcId>& arcs) const;

  const Metric* metric_;
  const CostGraph* graph_;
  Climb from_source_;
  Climb from_target_;
};

}  // namespace landbridge
