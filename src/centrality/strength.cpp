#include "landbridge/centrality/strength.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/centrality/detail/cost_sum.hpp"

#include <cmath>
#include <span>

namespace landbridge {

Degrees degrees(const Topology& topology, const DegreeOptions& options) {
  Degrees result{IdMap<NodeId, std::uint32_t>(topology.node_count()),
                 IdMap<NodeId, std::uint32_t>(topology.node_count())};
  for (const ArcId arc : topology.arcs()) {
    if (options.closed[arc]) continue;
    ++result.out[topology.tail(arc)];
    ++result.in[topology.head(arc)];
  }
  return result;
}

Strengths strength(const Topology& topology, const IdMap<ArcId, double>& weights) {
  expects(weights.size() == topology.arc_count(), "every arc has a weight");
  Strengths result{IdMap<NodeId, double>(topology.node_count()),
                   IdMap<NodeId, double>(topology.node_count())};
  for (const ArcId arc : topology.arcs()) {
    expects(std::isfinite(weights[arc]), "a weight to be added up is finite");
    result.out[topology.tail(arc)] += weights[arc];
    result.in[topology.head(arc)] += weights[arc];
  }
  return result;
}

Strengths strength(const Topology& topology, const Costs& costs) {
  expects(costs.size() == topology.arc_count(), "every arc has a cost");
  Strengths result{IdMap<NodeId, double>(topology.node_count()),
                   IdMap<NodeId, double>(topology.node_count())};
  const auto sum = [&](std::span<const ArcId> arcs) {
    detail::CostSum total;
    for (const ArcId arc : arcs)
      if (!costs[arc].is_closed()) total.add(costs[arc]);
    return total.value();
  };
  for (const NodeId node : topology.nodes()) {
    result.out[node] = sum(topology.outgoing(node));
    result.in[node] = sum(topology.incoming(node));
  }
  return result;
}

}  // namespace landbridge
