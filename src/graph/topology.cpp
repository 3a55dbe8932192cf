#include "landbridge/graph/topology.hpp"

#include "landbridge/graph/topology_builder.hpp"

#include <utility>

namespace landbridge {

namespace {

// Counting sort of the arcs by one of their ends; stable, so each row lists arcs by ascending id.
void fill_rows(std::size_t nodes, const IdMap<ArcId, NodeId>& ends, std::vector<std::uint32_t>& first,
               std::vector<ArcId>& arcs) {
  first.assign(nodes + 1, 0);
  for (const NodeId end : ends) ++first[end.index() + 1];
  for (std::size_t node = 0; node < nodes; ++node) first[node + 1] += first[node];
  arcs.resize(ends.size());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const ArcId arc : ends.ids()) arcs[next[ends[arc].index()]++] = arc;
}

}  // namespace

Topology::Topology(std::size_t nodes, IdMap<ArcId, NodeId> tails, IdMap<ArcId, NodeId> heads)
    : tails_(std::move(tails)), heads_(std::move(heads)) {
  fill_rows(nodes, tails_, out_first_, out_arcs_);
  fill_rows(nodes, heads_, in_first_, in_arcs_);
}

Topology reversed(const Topology& topology) {
  TopologyBuilder builder(topology.node_count());
  builder.reserve_arcs(topology.arc_count());
  for (const ArcId arc : topology.arcs()) builder.add_arc(topology.head(arc), topology.tail(arc));
  return std::move(builder).build();
}

}  // namespace landbridge
