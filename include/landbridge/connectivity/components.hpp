// Which nodes hang together? Weak and strong components.
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"

#include <cstddef>
#include <cstdint>

namespace landbridge {

struct ComponentTag;
using ComponentId = Id<ComponentTag>;

struct ComponentsOptions {
  ArcMask closed = {};  ///< arcs taken as absent
};

/// A partition of the nodes. Components are numbered by their lowest node: component 0 holds node 0, and the
/// lowest node of a component is above that of every component with a lower number.
struct Components {
  IdMap<NodeId, ComponentId> component;     ///< of each node
  IdMap<ComponentId, std::uint32_t> sizes;  ///< nodes in each; every component has at least one

  std::size_t count() const noexcept { return sizes.size(); }
  /// The one with the most nodes, among equals that with the lowest number; none for a graph without nodes.
  ComponentId largest() const;
};

/// Two nodes are in one weak component when a chain of arcs joins them, whichever way the arcs point.
///
/// Loops and parallel arcs change nothing; a node without open arcs is a component of its own. What arcs cost
/// and which nodes are terminals plays no part.
///
/// Complexity: O((n + m) a(n)), a the inverse Ackermann function. Deterministic: the numbering depends on the
/// partition alone. Engine: Boost.Graph's incremental components (disjoint sets).
/// Galler and Fischer 1964, 10.1145/364099.364331.
Components weak_components(const Topology& topology, const ComponentsOptions& options = {});

/// Two nodes are in one strong component when each is reached from the other along arcs.
///
/// Loops, parallel arcs, costs and terminals as for weak components; a strong component lies in one weak one.
///
/// Complexity: O(n + m), no recursion. Deterministic: the numbering depends on the partition alone.
/// Engine: Boost.Graph's strong_components. Tarjan 1972, 10.1137/0201010.
Components strong_components(const Topology& topology, const ComponentsOptions& options = {});

}  // namespace landbridge
