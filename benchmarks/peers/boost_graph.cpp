#include "peers/boost_graph.hpp"

#include "runner/runner.hpp"

#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace landbridge::benchmarks {

namespace {

struct Edge {
  std::int32_t weight;
};
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Edge,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using EdgeDescriptor = boost::graph_traits<Graph>::edge_descriptor;

}  // namespace

std::function<Scores()> boost_betweenness(const WeightedGraph& weighted, BoostWeights kind) {
  const CostGraph prepared(weighted.topology, weighted.costs);
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<Edge> weights;
  std::vector<ArcId> arc_of;
  std::uint64_t bound = 0;
  for (const NodeId node : weighted.topology.nodes()) {
    std::uint64_t dearest = 0;
    for (const CostGraph::Arc& arc : prepared.outgoing(node)) {
      const std::uint64_t weight = kind == BoostWeights::packed
                                       ? arc.weight
                                       : static_cast<std::uint64_t>(weighted.costs[arc.id].quanta());
      dearest = std::max(dearest, weight);
      ends.emplace_back(static_cast<Vertex>(node.index()), static_cast<Vertex>(arc.other.index()));
      weights.push_back({static_cast<std::int32_t>(weight)});
      arc_of.push_back(arc.id);
    }
    bound += dearest;
    if (bound > std::uint64_t{std::numeric_limits<std::int32_t>::max()})
      throw Absent("a path's weight may pass 32 bits");
  }
  const auto graph =
      std::make_shared<const Graph>(boost::edges_are_sorted, ends.begin(), ends.end(), weights.begin(),
                                    static_cast<Vertex>(weighted.topology.node_count()));

  return [graph, arc_of = std::move(arc_of), arc_count = weighted.topology.arc_count()] {
    const auto index = get(boost::vertex_index, *graph);
    const std::size_t n = num_vertices(*graph);
    std::vector<double> vertex_scores(n);
    std::vector<double> edge_scores(num_edges(*graph));
    std::vector<std::vector<EdgeDescriptor>> incoming(n);
    std::vector<std::int32_t> distance(n);
    std::vector<double> dependency(n);
    std::vector<double> path_count(n);
    boost::brandes_betweenness_centrality(
        *graph, boost::make_iterator_property_map(vertex_scores.begin(), index),
        boost::make_iterator_property_map(edge_scores.begin(), get(boost::edge_index, *graph)),
        boost::make_iterator_property_map(incoming.begin(), index),
        boost::make_iterator_property_map(distance.begin(), index),
        boost::make_iterator_property_map(dependency.begin(), index),
        boost::make_iterator_property_map(path_count.begin(), index), index, get(&Edge::weight, *graph));

    Scores scores{IdMap<NodeId, double>(n), IdMap<ArcId, double>(arc_count)};
    for (std::size_t i = 0; i < n; ++i) scores.nodes[NodeId::at(i)] = vertex_scores[i];
    for (std::size_t i = 0; i < edge_scores.size(); ++i) scores.arcs[arc_of[i]] = edge_scores[i];
    return scores;
  };
}

}  // namespace landbridge::benchmarks
