// What does Boost.Graph answer? Its own algorithms on its own fastest graph.
#pragma once

#include "instances/instances.hpp"
#include "landbridge/centrality/betweenness.hpp"

#include <functional>

namespace landbridge::benchmarks {

struct Scores {
  IdMap<NodeId, double> nodes;
  IdMap<ArcId, double> arcs;
};

/// What Boost is given as the weight of an arc.
enum class BoostWeights {
  packed,  ///< (cost << k) | free, as ours: equal costs prefer fewer free arcs, so both answer the same
           ///< question
  plain,   ///< the cost alone
};

/// brandes_betweenness_centrality of nodes and edges on compressed_sparse_row_graph with 32-bit integer
/// weights and indices and a double count of paths. Throws Absent when a sum of weights might not fit.
std::function<Scores()> boost_betweenness(const WeightedGraph& graph, BoostWeights weights);

}  // namespace landbridge::benchmarks
