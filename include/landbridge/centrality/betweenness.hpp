// Which nodes and arcs carry the shortest paths between all pairs, or the demand of the pairs that count?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/engine.hpp"
#include "landbridge/paths/metric.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <cstddef>

namespace landbridge {

struct BetweennessOptions {
  /// Pairs (s, t) and their weight d(s, t).
  PairDemand demand = PairDemand::uniform();
  Engine engine = Engine::automatic;
};

/// Scores in the unit of demand, raw: not normalised, ordered pairs, end points not counted at nodes.
struct Betweenness {
  IdMap<NodeId, double>
      nodes;                  ///< sum of d(s,t) x share of shortest s-t paths that pass through, s != v != t
  IdMap<ArcId, double> arcs;  ///< sum of d(s,t) x share of shortest s-t paths that use the arc
  double served = 0;          ///< demand of the pairs that are connected
  double unserved = 0;        ///< demand of the pairs that are not; it is in no score
  std::size_t sources = 0;    ///< nodes with demand to another
  std::size_t wide_count_sources =
      0;  ///< of these, sources whose path counts passed 2^480 and were kept with an exponent
  EngineUsed engine = {};  ///< what answered, and why
};

/// Exact weighted betweenness of all nodes and arcs, by one search a source (Brandes
/// 2001, 10.1080/0022250X.2001.9990249; pairs, demand and arcs as in Brandes
/// 2008, 10.1016/j.socnet.2007.11.001) or by sweeps over a hierarchy (see paths/sweeps.hpp).
///
/// Shortest paths are CostGraph's: exact ties, free arcs, closed arcs, terminals (a terminal scores 0) and
/// the policy for parallel arcs. Scores are added up, never subtracted: a node or arc on no path scores
/// exactly 0 and none is negative. Path counts are exact to 2^53; a source whose counts pass 2^480 is
/// searched again with counts that carry an exponent, so scores stay finite and right on graphs with more
/// than 1e308 shortest paths (in sweeps that is done to all sources of a block). Amounts may span a factor of
/// 2^500. For undirected figures each unordered pair once: give each edge as two arcs and halve.
///
/// Complexity: searches O(sources x (n + m) log n) time, O(threads x (n + m)) memory; sweeps O(sources x
/// edges of the completion), its memory, and O(threads x edges). Determinism: the same bits for any number of
/// threads and any kind of processor; the two engines agree within 1e-12 relative, and each is within that of
/// exact. Throws Cancelled when stopped, ContractError when demand names a node that is not in the graph,
/// LimitError when a score or the whole demand is past the range of doubles, or the hierarchy was asked for
/// and does not fit.
Betweenness betweenness(const CostGraph& graph, const BetweennessOptions& options = {}, const Run& run = {});

/// The same by a metric made of this graph, whatever `options.engine` says: for many costs on one topology
/// recustomise one metric. Searches where its counts are not safe.
Betweenness betweenness(const CostGraph& graph, const Metric& metric, const BetweennessOptions& options = {},
                        const Run& run = {});

}  // namespace landbridge
