#include "landbridge/graph/boost_graph.hpp"

#include <stack>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <gtest/gtest.h>

namespace landbridge {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Topology>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Topology>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Topology>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Topology>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<const Topology>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<const Topology>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<const Topology>));

// 0 -> 1 twice (cost 1 each), 0 -> 2 (1), 1 -> 3 (1), 2 -> 3 (1), a loop at 3: three shortest paths 0 -> 3.
Topology two_ways() {
  TopologyBuilder builder(4);
  for (auto [tail, head] : {std::pair{0u, 1u}, {0u, 1u}, {0u, 2u}, {1u, 3u}, {2u, 3u}, {3u, 3u}})
    builder.add_arc(NodeId(tail), NodeId(head));
  return std::move(builder).build();
}

TEST(BoostGraph, DijkstraRunsUnchanged) {
  const Topology topology = two_ways();
  const IdMap<ArcId, int> weights{5, 4, 2, 3, 7, 1};
  IdMap<NodeId, int> distances(4);
  boost::dijkstra_shortest_paths(
      topology, NodeId(0), boost::weight_map(property_map(weights)).distance_map(property_map(distances)));
  EXPECT_EQ(distances, (IdMap<NodeId, int>{0, 4, 2, 7}));
}

TEST(BoostGraph, WeightedBetweennessRunsUnchangedWithADoubleCountOfPaths) {
  const Topology topology = two_ways();
  const IdMap<ArcId, int> weights{1, 1, 1, 1, 1, 1};
  IdMap<NodeId, double> scores(4), dependency(4), counts(4);
  IdMap<ArcId, double> arc_scores(6);
  IdMap<NodeId, int> distances(4);
  std::vector<std::vector<ArcId>> incoming(4);
  // The predecessor lists and the count of paths are the caller's: the default count is an integer and
  // overflows.
  boost::brandes_betweenness_centrality(
      topology, property_map(scores), property_map(arc_scores),
      boost::make_iterator_property_map(incoming.begin(), IdIndexMap<NodeId>{}), property_map(distances),
      property_map(dependency), property_map(counts), IdIndexMap<NodeId>{}, property_map(weights));
  EXPECT_DOUBLE_EQ(scores[NodeId(1)], 2.0 / 3);
  EXPECT_DOUBLE_EQ(scores[NodeId(2)], 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores[NodeId(0)], 0);
  EXPECT_DOUBLE_EQ(arc_scores[ArcId(0)], 0.5 + 1.0 / 3);
}

TEST(BoostGraph, StrongComponentsRunUnchanged) {
  TopologyBuilder builder(5);
  for (auto [tail, head] : {std::pair{0u, 1u}, {1u, 0u}, {1u, 2u}, {2u, 3u}, {3u, 2u}})
    builder.add_arc(NodeId(tail), NodeId(head));
  const Topology topology = std::move(builder).build();
  IdMap<NodeId, int> component(5);
  EXPECT_EQ(boost::strong_components(topology, property_map(component)), 3);
  EXPECT_EQ(component[NodeId(0)], component[NodeId(1)]);
  EXPECT_EQ(component[NodeId(2)], component[NodeId(3)]);
  EXPECT_NE(component[NodeId(0)], component[NodeId(2)]);
}

TEST(BoostGraph, BiconnectedComponentsRunUnchangedOnASymmetricGraph) {
  TopologyBuilder builder(5);  // a triangle 0 1 2 with a tail 2 - 3 - 4
  for (auto [a, b] : {std::pair{0u, 1u}, {1u, 2u}, {2u, 0u}, {2u, 3u}, {3u, 4u}}) {
    builder.add_arc(NodeId(a), NodeId(b));
    builder.add_arc(NodeId(b), NodeId(a));
  }
  const Topology topology = std::move(builder).build();
  IdMap<ArcId, std::size_t> component(10);
  std::vector<NodeId> cut;
  const auto [count, end] =
      boost::biconnected_components(topology, property_map(component), std::back_inserter(cut));
  EXPECT_EQ(count, 3u);
  EXPECT_EQ(cut, (std::vector{NodeId(3), NodeId(2)}));
}

template <class Graph>
void freezes() {
  Graph graph;
  std::vector<typename boost::graph_traits<Graph>::vertex_descriptor> v;
  for (std::size_t i = 0; i < 3; ++i)
    v.push_back(add_vertex(boost::property<boost::vertex_index_t, std::size_t>(i), graph));
  add_edge(v[0], v[1], 2.5, graph);
  add_edge(v[0], v[1], 3.5, graph);
  add_edge(v[1], v[2], 4.5, graph);
  add_edge(v[2], v[2], 5.5, graph);
  const auto frozen = freeze(graph, get(boost::vertex_index, graph));
  constexpr bool directed = boost::is_directed_graph<Graph>::value;
  ASSERT_EQ(frozen.topology.arc_count(), directed ? 4u : 7u);
  const auto weights = frozen.arc_values(get(boost::edge_weight, graph));
  double sum = 0;
  for (const ArcId arc : frozen.topology.arcs()) {
    const auto edge = frozen.edges[arc];
    const auto tail = get(boost::vertex_index, graph, source(edge, graph));
    const auto head = get(boost::vertex_index, graph, target(edge, graph));
    EXPECT_EQ(std::minmax(tail, head),
              std::minmax(frozen.topology.tail(arc).index(), frozen.topology.head(arc).index()));
    sum += weights[arc];
  }
  EXPECT_EQ(sum, directed ? 16.0 : 26.5);
  EXPECT_EQ(frozen.vertices[NodeId(2)], v[2]);
}

using IndexedVertex = boost::property<boost::vertex_index_t, std::size_t>;
using WeightedEdge = boost::property<boost::edge_weight_t, double>;

TEST(BoostGraph, FreezesDirectedAndUndirectedGraphsWithoutVectorStorage) {
  freezes<boost::adjacency_list<boost::listS, boost::listS, boost::directedS, IndexedVertex, WeightedEdge>>();
  freezes<
      boost::adjacency_list<boost::listS, boost::listS, boost::undirectedS, IndexedVertex, WeightedEdge>>();
}

TEST(BoostGraph, FreezesATopologyIntoItself) {
  const Topology topology = two_ways();
  EXPECT_EQ(freeze(topology).topology, topology);
}

TEST(BoostGraph, RefusesAnIndexMapThatRepeatsOrRunsOver) {
  using Graph = boost::adjacency_list<boost::vecS, boost::listS, boost::directedS, IndexedVertex>;
  Graph repeated;
  add_vertex(IndexedVertex(0), repeated);
  add_vertex(IndexedVertex(0), repeated);
  EXPECT_THROW(freeze(repeated), ContractError);
  Graph over;
  add_vertex(IndexedVertex(1), over);
  EXPECT_THROW(freeze(over), ContractError);
}

}  // namespace
}  // namespace landbridge
