// How much begins and ends at each node? Degrees and strengths.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstdint>

namespace landbridge {

struct DegreeOptions {
  ArcMask closed = {};  ///< arcs taken as absent
};

/// The number of arcs at each node.
struct Degrees {
  IdMap<NodeId, std::uint32_t> out;  ///< arcs that leave it
  IdMap<NodeId, std::uint32_t> in;   ///< arcs that enter it
};

/// Counts arcs by their ends. Parallel arcs count each; a loop leaves and enters its node, once each.
/// Complexity: O(n + m). Deterministic.
Degrees degrees(const Topology& topology, const DegreeOptions& options = {});

/// The sum of the weights of the arcs at each node, in the unit of the weights.
struct Strengths {
  IdMap<NodeId, double> out;  ///< over arcs that leave it
  IdMap<NodeId, double> in;   ///< over arcs that enter it
};

/// s_out(v) = sum of w(a) over arcs a that leave v; s_in(v) over arcs that enter it.
///
/// Weights may be any finite numbers, one for each arc (else ContractError); what is absent has weight 0.
/// Parallel arcs count each; a loop counts in both sums.
///
/// Sums run by ascending arc id, so the bits never change. Complexity: O(n + m).
/// Barrat et al. 2004, 10.1073/pnas.0400087101.
Strengths strength(const Topology& topology, const IdMap<ArcId, double>& weights);

/// The same over costs, in quanta; closed arcs count nothing. Sums are exact and rounded once to a double:
/// exact up to 2^53 quanta. Costs for each arc, else ContractError.
Strengths strength(const Topology& topology, const Costs& costs);

}  // namespace landbridge
