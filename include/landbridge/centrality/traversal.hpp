// How much demand uses a group of arcs at least once, and what is the most it does there?
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace landbridge {

struct GroupTag;
/// A named set of arcs: everything that happens at one hub, the crossings of one strait.
using GroupId = Id<GroupTag>;

/// `arc` belongs to `group`, at a level from 1 to 15. An arc may belong to several groups, to each once.
struct ArcMembership {
  ArcId arc;
  GroupId group;
  std::uint8_t level = 1;
};

struct TraversalOptions {
  PairDemand demand = PairDemand::uniform();
};

struct Traversal {
  std::size_t levels = 0;      ///< highest level named
  std::vector<double> amount;  ///< by group, then by level: see `at`
  double served = 0;           ///< demand of connected pairs
  double unserved = 0;         ///< demand of pairs without a path

  /// The demand whose route uses at least one arc of the group and whose highest level there is `level` (1 ..
  /// levels).
  double at(GroupId group, std::size_t level) const { return amount[group.index() * levels + level - 1]; }
};

/// For each group of arcs: sum over pairs of d(s,t) x share of shortest s-t paths that use an arc of the
/// group, split by the highest level met. A path counts once for a group however often it enters, so the
/// levels of a group add up to at most the served demand. With one level and one group an arc it is arc
/// betweenness.
///
/// Group ids are 0 .. groups - 1. Added up, never subtracted: a group on no path has exactly 0. Under
/// ParallelArcs::collapse, memberships of the sharers of a flow must agree (ContractError otherwise).
/// Shares of paths are ratios of counts, finite past the range of doubles. Shortest paths are CostGraph's.
/// Complexity: one search a source, plus for each group on the used paths of a source the size of what lies
/// behind it. Determinism: the same bits for any number of threads. Errors: ContractError for an arc, group
/// or level out of range, Cancelled when stopped, LimitError as for betweenness. Reference: group
/// betweenness, Everett and Borgatti 1999, 10.1080/0022250X.1999.9990219.
Traversal traversal(const CostGraph& graph, std::size_t groups, const std::vector<ArcMembership>& memberships,
                    const TraversalOptions& options = {}, const Run& run = {});

}  // namespace landbridge
