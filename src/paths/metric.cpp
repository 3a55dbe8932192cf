#include "landbridge/paths/metric.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace landbridge {

namespace {

// No sum of two weights wraps; what does not fit is out of reach, and no shortest path.
std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
  return std::min(a + b, CostGraph::unreachable);
}

// Offers the path made of two shortcuts.
void offer(Shortcut& way, const Shortcut& first, const Shortcut& second) {
  const std::uint64_t weight = sum(first.weight, second.weight);
  if (weight < way.weight) {
    way.weight = weight;
    way.count = first.count * second.count;
  } else if (weight == way.weight && weight != CostGraph::unreachable) {
    way.count += first.count * second.count;
  }
}

bool is_far(std::uint64_t up, std::uint64_t down) {
  return up == CostGraph::unreachable && down == CostGraph::unreachable;
}

// The edge to `upper` in the row in which `edge` is, at it or behind it.
EdgeId edge_to(const Hierarchy& hierarchy, EdgeId edge, Rank upper) {
  while (hierarchy.upper(edge) != upper) edge = EdgeId(edge.value() + 1);
  return edge;
}

}  // namespace

Metric::Metric(const Hierarchy& hierarchy, const CostGraph& graph)
    : hierarchy_(&hierarchy), given_(given(graph)), distances_(hierarchy.edge_count()) {
  take_bounds(graph);
  customise_all();
  find_distances();
  check_counts();
}

IdMap<EdgeId, Metric::Given> Metric::given(const CostGraph& graph) const {
  const Hierarchy& hierarchy = *hierarchy_;
  expects(&graph.topology() == &hierarchy.topology(), "hierarchy and costs are of one topology");
  IdMap<EdgeId, Given> result(hierarchy.edge_count());
  for (const NodeId node : graph.topology().nodes()) {
    expects(graph.is_terminal(node) == hierarchy.rank(node).is_none(),
            "hierarchy and costs have the same terminals");
    for (const CostGraph::Arc& arc : graph.outgoing(node)) {
      const auto [edge, up] = hierarchy.position(arc.id);
      if (edge.is_none()) continue;
      Given& entry = result[edge];
      std::uint64_t& weight = up ? entry.weights.up : entry.weights.down;
      std::uint32_t& count = up ? entry.ups : entry.downs;
      if (arc.weight < weight) {
        weight = arc.weight;
        count = 1;
      } else if (arc.weight == weight) {
        ++count;
      }
    }
  }
  return result;
}

// A simple path enters each node at most once, and at most one terminal.
void Metric::take_bounds(const CostGraph& graph) {
  free_bits_ = graph.free_bits();
  std::uint64_t inner = 0;
  std::uint64_t terminal = 0;
  for (const NodeId node : graph.topology().nodes()) {
    std::uint64_t dearest = 0;
    for (const CostGraph::Arc& arc : graph.incoming(node)) dearest = std::max(dearest, arc.weight);
    if (graph.is_terminal(node))
      terminal = std::max(terminal, dearest);
    else
      inner = sum(inner, dearest);
  }
  widest_ = sum(inner, terminal);
}

Metric::Ways Metric::ways(const Given& given) {
  return {{given.weights.up, static_cast<double>(given.ups)},
          {given.weights.down, static_cast<double>(given.downs)}};
}

void Metric::customise_all() {
  const Hierarchy& hierarchy = *hierarchy_;
  ways_.assign(hierarchy.edge_count(), {});
  for (const EdgeId edge : given_.ids()) ways_[edge] = ways(given_[edge]);
  // The triangles of each rank; ways that lead nowhere are left out before the third edge is looked for.
  for (const Rank rank : hierarchy.ranks()) {
    const auto edges = hierarchy.edges_up(rank);
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const Ways to_middle = ways_[edges[i]];
      if (is_far(to_middle.up.weight, to_middle.down.weight)) continue;
      EdgeId opposite = *hierarchy.edges_up(hierarchy.upper(edges[i])).begin();
      for (std::size_t k = i + 1; k < edges.size(); ++k) {
        const Ways& to_highest = ways_[edges[k]];
        if (is_far(to_highest.up.weight, to_highest.down.weight)) continue;
        opposite = edge_to(hierarchy, opposite, hierarchy.upper(edges[k]));
        offer(ways_[opposite].up, to_middle.down, to_highest.up);
        offer(ways_[opposite].down, to_highest.down, to_middle.up);
      }
    }
  }
}

std::size_t Metric::recustomise(const CostGraph& graph) {
  IdMap<EdgeId, Given> fresh = given(graph);
  take_bounds(graph);
  IdMap<EdgeId, std::uint8_t> changed(fresh.size(), 0);
  std::size_t changes = 0;
  for (const EdgeId edge : fresh.ids()) {
    changed[edge] = !(fresh[edge] == given_[edge]);
    changes += changed[edge];
  }
  given_ = std::move(fresh);
  if (changes == 0) return 0;
  std::size_t visited = given_.size();
  if (changes > given_.size() / 8)
    customise_all();
  else
    visited = customise_changed(changed);
  find_distances();
  check_counts();
  return visited;
}

// Edges are numbered by lower rank, so an edge comes after all that its triangles below are made of.
std::size_t Metric::customise_changed(const IdMap<EdgeId, std::uint8_t>& changed) {
  const Hierarchy& hierarchy = *hierarchy_;
  IdMap<EdgeId, std::uint8_t> dirty = changed;
  std::size_t visited = 0;
  for (const EdgeId edge : ways_.ids()) {
    if (dirty[edge] == 0) continue;
    ++visited;
    Ways fresh = ways(given_[edge]);
    hierarchy.for_each_triangle_below(edge, [&](EdgeId low, EdgeId high) {
      offer(fresh.up, ways_[low].down, ways_[high].up);
      offer(fresh.down, ways_[high].down, ways_[low].up);
    });
    if (fresh.up == ways_[edge].up && fresh.down == ways_[edge].down) continue;
    ways_[edge] = fresh;
    const Rank lower = hierarchy.lower(edge);
    for (const EdgeId other : hierarchy.edges_up(lower))
      if (other != edge) dirty[hierarchy.edge_between(hierarchy.upper(edge), hierarchy.upper(other))] = 1;
  }
  return visited;
}

// The distance between the ends of an edge begins with a way to some upper neighbour of its lower end; these
// neighbours are joined, by edges whose distances are known when ranks descend.
void Metric::find_distances() {
  const Hierarchy& hierarchy = *hierarchy_;
  for (const EdgeId edge : ways_.ids()) distances_[edge] = {ways_[edge].up.weight, ways_[edge].down.weight};
  const auto take = [](std::uint64_t& best, std::uint64_t first, std::uint64_t second) {
    best = std::min(best, first + second);  // no wrap: both below 2^63
  };
  for (std::size_t at = hierarchy.rank_count(); at-- > 0;) {
    const auto edges = hierarchy.edges_up(Rank::at(at));
    for (std::size_t i = 0; i < edges.size(); ++i) {
      Weights middle = distances_[edges[i]];
      EdgeId opposite = *hierarchy.edges_up(hierarchy.upper(edges[i])).begin();
      for (std::size_t k = i + 1; k < edges.size(); ++k) {
        Weights& highest = distances_[edges[k]];
        if (is_far(middle.up, middle.down) && is_far(highest.up, highest.down)) continue;
        opposite = edge_to(hierarchy, opposite, hierarchy.upper(edges[k]));
        const Weights between = distances_[opposite];
        take(highest.up, middle.up, between.up);
        take(highest.down, between.down, middle.down);
        take(middle.up, highest.up, between.down);
        take(middle.down, between.up, highest.down);
      }
      distances_[edges[i]] = middle;
    }
  }
}

void Metric::check_counts() {
  safe_counts_ = true;
  for (const EdgeId edge : ways_.ids()) {
    if (keeps_up(edge)) safe_counts_ &= ways_[edge].up.count <= 0x1p480;
    if (keeps_down(edge)) safe_counts_ &= ways_[edge].down.count <= 0x1p480;
  }
}

std::size_t Metric::kept_count() const {
  std::size_t kept = 0;
  for (const EdgeId edge : ways_.ids())
    kept += static_cast<std::size_t>(keeps_up(edge)) + static_cast<std::size_t>(keeps_down(edge));
  return kept;
}

}  // namespace landbridge
