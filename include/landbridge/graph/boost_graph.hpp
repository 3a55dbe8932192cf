// How do Boost.Graph and Landbridge use each other's graphs? Ours is a Boost graph; any Boost graph can be
// frozen into ours.
#pragma once

#include "landbridge/base/contract.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/graph/topology_builder.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

namespace landbridge {

namespace detail {

// Boost's algorithms ask iterators for their traversal category, which a range of values lacks in C++17's
// terms.
template <class IdType>
class BoostIdIterator : public boost::iterator_facade<BoostIdIterator<IdType>, IdType,
                                                      boost::random_access_traversal_tag, IdType> {
 public:
  BoostIdIterator() = default;
  explicit BoostIdIterator(std::size_t at) : at_(at) {}

 private:
  friend class boost::iterator_core_access;
  IdType dereference() const { return IdType::at(at_); }
  bool equal(const BoostIdIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t n) { at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + n); }
  std::ptrdiff_t distance_to(const BoostIdIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
  }
  std::size_t at_ = 0;
};

class BoostAdjacencyIterator : public boost::iterator_facade<BoostAdjacencyIterator, NodeId,
                                                             boost::random_access_traversal_tag, NodeId> {
 public:
  BoostAdjacencyIterator() = default;
  BoostAdjacencyIterator(const Topology* topology, const ArcId* at) : topology_(topology), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  NodeId dereference() const { return topology_->head(*at_); }
  bool equal(const BoostAdjacencyIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t n) { at_ += n; }
  std::ptrdiff_t distance_to(const BoostAdjacencyIterator& other) const { return other.at_ - at_; }
  const Topology* topology_ = nullptr;
  const ArcId* at_ = nullptr;
};

}  // namespace detail

/// The property map vertex or edge -> 0 .. size - 1 that Boost's algorithms ask for as `vertex_index`,
/// `edge_index`.
template <class IdType>
struct IdIndexMap {
  using key_type = IdType;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(IdIndexMap, IdType id) { return id.index(); }
  std::size_t operator[](IdType id) const { return id.index(); }
};

/// An IdMap seen as a Boost property map, read and written in place; the map must outlive it.
template <class IdType, class T>
auto property_map(IdMap<IdType, T>& map) {
  return boost::iterator_property_map<T*, IdIndexMap<IdType>, T, T&>(map.data());
}
template <class IdType, class T>
auto property_map(const IdMap<IdType, T>& map) {
  return boost::iterator_property_map<const T*, IdIndexMap<IdType>, T, const T&>(map.data());
}

struct TopologyTraversal : virtual boost::bidirectional_graph_tag,
                           virtual boost::adjacency_graph_tag,
                           virtual boost::vertex_list_graph_tag,
                           virtual boost::edge_list_graph_tag {};

// The functions of Boost's VertexListGraph, EdgeListGraph, AdjacencyGraph and BidirectionalGraph; found by
// argument-dependent look-up.
inline std::size_t num_vertices(const Topology& g) {
  return g.node_count();
}
inline std::size_t num_edges(const Topology& g) {
  return g.arc_count();
}
inline auto vertices(const Topology& g) {
  using It = detail::BoostIdIterator<NodeId>;
  return std::pair(It(0), It(g.node_count()));
}
inline auto edges(const Topology& g) {
  using It = detail::BoostIdIterator<ArcId>;
  return std::pair(It(0), It(g.arc_count()));
}
inline NodeId source(ArcId arc, const Topology& g) {
  return g.tail(arc);
}
inline NodeId target(ArcId arc, const Topology& g) {
  return g.head(arc);
}
inline auto out_edges(NodeId node, const Topology& g) {
  const auto arcs = g.outgoing(node);
  return std::pair(arcs.data(), arcs.data() + arcs.size());
}
inline auto in_edges(NodeId node, const Topology& g) {
  const auto arcs = g.incoming(node);
  return std::pair(arcs.data(), arcs.data() + arcs.size());
}
inline auto adjacent_vertices(NodeId node, const Topology& g) {
  const auto arcs = g.outgoing(node);
  using It = detail::BoostAdjacencyIterator;
  return std::pair(It(&g, arcs.data()), It(&g, arcs.data() + arcs.size()));
}
inline std::size_t out_degree(NodeId node, const Topology& g) {
  return g.outgoing(node).size();
}
inline std::size_t in_degree(NodeId node, const Topology& g) {
  return g.incoming(node).size();
}
inline std::size_t degree(NodeId node, const Topology& g) {
  return out_degree(node, g) + in_degree(node, g);
}
inline IdIndexMap<NodeId> get(boost::vertex_index_t, const Topology&) {
  return {};
}
inline IdIndexMap<ArcId> get(boost::edge_index_t, const Topology&) {
  return {};
}
inline std::size_t get(boost::vertex_index_t, const Topology&, NodeId node) {
  return node.index();
}
inline std::size_t get(boost::edge_index_t, const Topology&, ArcId arc) {
  return arc.index();
}

/// A Boost graph turned into a Topology, with the way back.
template <class BoostGraph>
struct Frozen {
  using Vertex = typename boost::graph_traits<BoostGraph>::vertex_descriptor;
  using Edge = typename boost::graph_traits<BoostGraph>::edge_descriptor;
  Topology topology;
  IdMap<NodeId, Vertex> vertices;  ///< node -> the Boost vertex it came from
  IdMap<ArcId, Edge> edges;        ///< arc -> the Boost edge it came from

  /// The values of a property map of the Boost graph's edges, by arc.
  template <class EdgeMap>
  auto arc_values(const EdgeMap& map) const {
    using Value = std::remove_cvref_t<decltype(get(map, std::declval<Edge>()))>;
    IdMap<ArcId, Value> values(edges.size());
    for (const ArcId arc : edges.ids()) values[arc] = get(map, edges[arc]);
    return values;
  }
};

/// Copies any Boost graph (VertexListGraph and EdgeListGraph) into a Topology.
///
/// Node i is the vertex whose `index_map` is i (0 .. n-1, each once; else ContractError). Arcs follow Boost's
/// order of edges; an edge of an undirected graph becomes two arcs in a row, one each way (an undirected
/// loop: one arc), both of which lead back to the same edge. Complexity O(n + m): about one single-source
/// search.
template <class BoostGraph, class IndexMap>
Frozen<BoostGraph> freeze(const BoostGraph& graph, IndexMap index_map);

template <class BoostGraph>
Frozen<BoostGraph> freeze(const BoostGraph& graph) {
  return freeze(graph, get(boost::vertex_index, graph));
}

// ----------------------------------------------------------------------------------------------
// implementation

template <class BoostGraph, class IndexMap>
Frozen<BoostGraph> freeze(const BoostGraph& graph, IndexMap index_map) {
  using Traits = boost::graph_traits<BoostGraph>;
  constexpr bool undirected =
      std::is_convertible_v<typename Traits::directed_category, boost::undirected_tag>;
  const auto count = static_cast<std::size_t>(num_vertices(graph));
  Frozen<BoostGraph> frozen;
  frozen.vertices = IdMap<NodeId, typename Traits::vertex_descriptor>(count);
  IdMap<NodeId, unsigned char> seen(count, 0);
  const auto node_of = [&](auto vertex) {
    const auto index = static_cast<std::size_t>(get(index_map, vertex));
    if (index >= count)
      throw ContractError("freeze: the index map gives a number past the number of vertices");
    return NodeId::at(index);
  };
  for (auto [it, end] = vertices(graph); it != end; ++it) {
    const NodeId node = node_of(*it);
    if (seen[node]++ != 0) throw ContractError("freeze: the index map gives two vertices the same number");
    frozen.vertices[node] = *it;
  }
  TopologyBuilder builder(count);
  for (auto [it, end] = edges(graph); it != end; ++it) {
    const NodeId tail = node_of(source(*it, graph));
    const NodeId head = node_of(target(*it, graph));
    builder.add_arc(tail, head);
    frozen.edges.push_back(*it);
    if (undirected && tail != head) {
      builder.add_arc(head, tail);
      frozen.edges.push_back(*it);
    }
  }
  frozen.topology = std::move(builder).build();
  return frozen;
}

}  // namespace landbridge

namespace boost {

template <>
struct graph_traits<landbridge::Topology> {
  using vertex_descriptor = landbridge::NodeId;
  using edge_descriptor = landbridge::ArcId;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = landbridge::TopologyTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = landbridge::detail::BoostIdIterator<landbridge::NodeId>;
  using edge_iterator = landbridge::detail::BoostIdIterator<landbridge::ArcId>;
  using out_edge_iterator = const landbridge::ArcId*;
  using in_edge_iterator = const landbridge::ArcId*;
  using adjacency_iterator = landbridge::detail::BoostAdjacencyIterator;
  static vertex_descriptor null_vertex() { return {}; }
};

// Boost 1.74's weighted betweenness asks for the traits of the const type.
template <>
struct graph_traits<const landbridge::Topology> : graph_traits<landbridge::Topology> {};

template <>
struct property_map<landbridge::Topology, vertex_index_t> {
  using type = landbridge::IdIndexMap<landbridge::NodeId>;
  using const_type = type;
};
template <>
struct property_map<const landbridge::Topology, vertex_index_t>
    : property_map<landbridge::Topology, vertex_index_t> {};
template <>
struct property_map<landbridge::Topology, edge_index_t> {
  using type = landbridge::IdIndexMap<landbridge::ArcId>;
  using const_type = type;
};
template <>
struct property_map<const landbridge::Topology, edge_index_t>
    : property_map<landbridge::Topology, edge_index_t> {};

}  // namespace boost
