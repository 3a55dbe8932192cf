// What does it cost from each of some nodes to each of some others?
#pragma once

#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/engine.hpp"
#include "landbridge/paths/metric.hpp"

#include <cstddef>
#include <vector>

namespace landbridge {

/// One row a source, one column a target, in the order given.
struct CostTable {
  std::vector<NodeId> sources;
  std::vector<NodeId> targets;
  std::vector<Cost> costs;  ///< row by row; closed where there is no path; 0 from a node to itself
  EngineUsed engine = {};   ///< what answered, and why

  Cost at(std::size_t source, std::size_t target) const { return costs[source * targets.size() + target]; }
};

struct CostTableOptions {
  Engine engine = Engine::automatic;
};

/// Exact costs of all pairs, definition of shortest as in CostGraph. Nodes may be named several times.
///
/// By searches, one a source, O(sources x (n + m) log n); or by sweeps of sixteen sources down to the targets
/// alone, O(sources x what lies above the targets) after the hierarchy. Knopp, Sanders, Schultes, Schulz,
/// Wagner 2007, 10.1137/1.9781611972870.4; Delling, Goldberg, Werneck 2011, 10.4230/OASIcs.ATMOS.2011.52. The
/// same for any number of threads and either engine. ContractError for a node that is not in the graph;
/// Cancelled; LimitError when the hierarchy was asked for and does not fit.
CostTable many_to_many(const CostGraph& graph, std::vector<NodeId> sources, std::vector<NodeId> targets,
                       const CostTableOptions& options = {}, const Run& run = {});

/// The same by a metric made of this graph.
CostTable many_to_many(const CostGraph& graph, const Metric& metric, std::vector<NodeId> sources,
                       std::vector<NodeId> targets, const Run& run = {});

}  // namespace landbridge
