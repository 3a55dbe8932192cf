#include "landbridge/connectivity/components.hpp"

#include "landbridge/graph/boost_graph.hpp"
#include "landbridge/graph/topology_builder.hpp"

#include <utility>

#include <boost/graph/incremental_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

namespace landbridge {

namespace {

// From any naming of the parts by numbers below n to the numbering by lowest node.
template <class PartOf>
Components numbered(const Topology& topology, PartOf part_of) {
  Components result;
  result.component = IdMap<NodeId, ComponentId>(topology.node_count());
  IdMap<NodeId, ComponentId> of_part(topology.node_count());
  for (const NodeId node : topology.nodes()) {
    ComponentId& component = of_part[NodeId::at(part_of(node))];
    if (component.is_none()) component = result.sizes.push_back(0);
    result.component[node] = component;
    ++result.sizes[component];
  }
  return result;
}

Topology without(const Topology& topology, const ArcMask& closed) {
  TopologyBuilder builder(topology.node_count());
  for (const ArcId arc : topology.arcs())
    if (!closed[arc]) builder.add_arc(topology.tail(arc), topology.head(arc));
  return std::move(builder).build();
}

Components strong_components_of_all_arcs(const Topology& topology) {
  IdMap<NodeId, std::size_t> part(topology.node_count());
  boost::strong_components(topology, property_map(part));
  return numbered(topology, [&](NodeId node) { return part[node]; });
}

}  // namespace

ComponentId Components::largest() const {
  ComponentId best;
  for (const ComponentId at : sizes.ids())
    if (best.is_none() || sizes[at] > sizes[best]) best = at;
  return best;
}

Components weak_components(const Topology& topology, const ComponentsOptions& options) {
  IdMap<NodeId, std::size_t> rank(topology.node_count());
  IdMap<NodeId, NodeId> parent(topology.node_count());
  boost::disjoint_sets sets(property_map(rank), property_map(parent));
  boost::initialize_incremental_components(topology, sets);
  for (const ArcId arc : topology.arcs())
    if (!options.closed[arc]) sets.union_set(topology.tail(arc), topology.head(arc));
  return numbered(topology, [&](NodeId node) { return sets.find_set(node).index(); });
}

Components strong_components(const Topology& topology, const ComponentsOptions& options) {
  return options.closed.none() ? strong_components_of_all_arcs(topology)
                               : strong_components_of_all_arcs(without(topology, options.closed));
}

}  // namespace landbridge
