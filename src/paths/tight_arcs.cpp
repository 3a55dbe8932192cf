#include "landbridge/paths/tight_arcs.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/paths/search.hpp"

namespace landbridge {

namespace {

// Nodes are expanded when all shorter ones are, so the count at the tail of an arc is final when the arc is
// looked at.
struct Counts : SearchVisitor {
  IdMap<NodeId, PathCount>& counts;
  explicit Counts(IdMap<NodeId, PathCount>& map) : counts(map) {}
  void improved(NodeId from, const CostGraph::Arc& arc) { counts[arc.other] = counts[from]; }
  void tied(NodeId from, const CostGraph::Arc& arc) { counts[arc.other] += counts[from]; }
};

}  // namespace

TightArcs tight_arcs(const CostGraph& graph, NodeId source) {
  expects(source.index() < graph.node_count(), "the source is a node of the graph");
  TightArcs tight{.source = source,
                  .costs = IdMap<NodeId, Cost>(graph.node_count(), Cost::closed()),
                  .counts = IdMap<NodeId, PathCount>(graph.node_count()),
                  .order = {},
                  .arcs = {}};
  tight.counts[source] = PathCount(1);
  Search search(graph);
  search.run(source, SearchDirection::forward, Counts(tight.counts));
  tight.order.assign(search.settled().begin(), search.settled().end());
  for (const NodeId node : tight.order) {
    tight.costs[node] = search.cost(node);
    if (graph.is_terminal(node) && node != source) continue;
    for (const CostGraph::Arc& arc : graph.outgoing(node)) {
      if (search.packed(node) + arc.weight != search.packed(arc.other)) continue;
      if (graph.parallel() == ParallelArcs::distinct)
        tight.arcs.push_back(arc.id);
      else
        for (const ArcId sharer : graph.sharers(arc.id)) tight.arcs.push_back(sharer);
    }
  }
  return tight;
}

}  // namespace landbridge
