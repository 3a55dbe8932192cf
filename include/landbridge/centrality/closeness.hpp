// How near is each node to the others? Closeness and harmonic closeness.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/engine.hpp"
#include "landbridge/paths/metric.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <cstddef>

namespace landbridge {

/// Whose distances a node's score is made of.
enum class ClosenessDirection {
  outward,  ///< from the node to the others
  inward,   ///< from the others to the node
};

/// What closeness makes of pairs that are not connected.
enum class UnreachedPairs {
  wasserman_faust,  ///< the mean over reached pairs, times the part of its pairs that the node reaches
  leave_out,        ///< the mean over reached pairs alone: a node of a small component may score highest
};

struct ClosenessOptions {
  ClosenessDirection direction = ClosenessDirection::outward;
  UnreachedPairs unreached = UnreachedPairs::wasserman_faust;
  /// Pairs (s, t) and their weight a(s, t); a pair belongs to its source (outward) or to its target (inward).
  PairDemand pairs = PairDemand::uniform();
  Engine engine = Engine::automatic;
};

struct Closeness {
  IdMap<NodeId, double> closeness;   ///< 1 / quantum
  IdMap<NodeId, double> harmonic;    ///< weight / quantum
  IdMap<NodeId, double> reached;     ///< weight of the node's pairs that are connected
  IdMap<NodeId, double> possible;    ///< weight of all its pairs: n - 1 each when uniform
  std::size_t coincident_pairs = 0;  ///< pairs of different nodes at distance zero (joined by free arcs)
  EngineUsed engine = {};            ///< what answered, and why
};

/// With W the weight of all pairs of a node v, R that of the connected ones, and D the sum of weight x
/// distance over these:
///
/// - closeness(v) = R / D x R / W (wasserman_faust) or R / D (leave_out): one over the mean distance, made
///   smaller or not by what is out of reach. 0 when R = 0 (no pair connected, or none at all) or D = 0.
/// - harmonic(v) = sum of weight / distance over connected pairs; an unreachable pair adds 0, whatever
///   `unreached` says.
///
/// Distances are exact costs in quanta over CostGraph's shortest paths: closed arcs, terminals and free arcs
/// as there; what free arcs add to packed weights is taken off before anything is added or inverted.
///
/// Pairs at distance zero count as reached at no distance in closeness and add nothing to harmonic, so every
/// score is finite; such pairs are counted.
///
/// Unit: for scores per unit, divide by the quantum. Both measures come from one search a source, or from
/// sweeps over a hierarchy (see paths/sweeps.hpp) for sixteen at once.
/// Complexity: O(sources x (n + m) log n) time and O(threads x n) memory by searches, O(sources x edges of
/// the completion) by sweeps. Determinism: the same bits for any number of threads and any kind of processor.
/// Sums of distances are exact, so the same in both engines, while below 2^53 quanta and weights whole;
/// harmonic scores of the two agree within 1e-12 relative. Errors: Cancelled when stopped, ContractError when
/// a pair names a node that is not in the graph, LimitError when weights add up to more than a double holds.
/// Bavelas 1950, 10.1121/1.1906679; Wasserman and Faust 1994, 10.1017/CBO9780511815478; harmonic: Marchiori
/// and Latora 2000, 10.1016/S0378-4371(00)00311-3; Boldi and Vigna 2014, 10.1080/15427951.2013.865686.
Closeness closeness(const CostGraph& graph, const ClosenessOptions& options = {}, const Run& run = {});

/// The same by a metric made of this graph, whatever `options.engine` says.
Closeness closeness(const CostGraph& graph, const Metric& metric, const ClosenessOptions& options = {},
                    const Run& run = {});

}  // namespace landbridge
