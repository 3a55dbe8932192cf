#include "oracle/connectivity.hpp"

#include <algorithm>
#include <map>

namespace oracle {

namespace {

// Lowers each node to the lowest of its neighbours until nothing changes.
int count_components(const Graph& graph) {
  std::vector<int> lowest;
  for (int node = 0; node < graph.nodes; ++node) lowest.push_back(node);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Arc& arc : graph.arcs) {
      int& tail = lowest[static_cast<std::size_t>(arc.tail)];
      int& head = lowest[static_cast<std::size_t>(arc.head)];
      if (arc.closed || tail == head) continue;
      tail = head = std::min(tail, head);
      changed = true;
    }
  }
  return static_cast<int>(std::set<int>(lowest.begin(), lowest.end()).size());
}

std::vector<int> lowest_mutual(const Graph& graph, bool both_ways) {
  const auto reach = reachable(graph, both_ways);
  std::vector<int> lowest;
  for (std::size_t v = 0; v < reach.size(); ++v) {
    std::size_t w = 0;
    while (!(reach[v][w] && reach[w][v])) ++w;
    lowest.push_back(static_cast<int>(w));
  }
  return lowest;
}

}  // namespace

std::vector<std::vector<bool>> reachable(const Graph& graph, bool both_ways) {
  const auto n = static_cast<std::size_t>(graph.nodes);
  std::vector<std::vector<bool>> reach(n, std::vector<bool>(n));
  for (std::size_t v = 0; v < n; ++v) reach[v][v] = true;
  for (const Arc& arc : graph.arcs) {
    if (arc.closed) continue;
    reach[static_cast<std::size_t>(arc.tail)][static_cast<std::size_t>(arc.head)] = true;
    if (both_ways) reach[static_cast<std::size_t>(arc.head)][static_cast<std::size_t>(arc.tail)] = true;
  }
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t v = 0; v < n; ++v)
      for (std::size_t w = 0; w < n && reach[v][via]; ++w)
        if (reach[via][w]) reach[v][w] = true;
  return reach;
}

std::vector<int> lowest_of_weak_component(const Graph& graph) {
  return lowest_mutual(graph, true);
}
std::vector<int> lowest_of_strong_component(const Graph& graph) {
  return lowest_mutual(graph, false);
}

std::set<std::pair<int, int>> bridges(const Graph& graph) {
  std::map<std::pair<int, int>, std::pair<int, int>> arcs_between;  // (low, high) -> arcs up, arcs down
  for (const Arc& arc : graph.arcs) {
    if (arc.closed || arc.tail == arc.head) continue;
    auto& [up, down] = arcs_between[std::minmax(arc.tail, arc.head)];
    ++(arc.tail < arc.head ? up : down);
  }
  std::set<std::pair<int, int>> found;
  const int before = count_components(graph);
  for (const auto& [pair, count] : arcs_between) {
    if (std::max(count.first, count.second) > 1) continue;  // a second edge is left
    Graph without = graph;
    for (Arc& arc : without.arcs)
      if (std::pair<int, int>(std::minmax(arc.tail, arc.head)) == pair) arc.closed = true;
    if (count_components(without) > before) found.insert(pair);
  }
  return found;
}

std::set<int> articulation_points(const Graph& graph) {
  std::set<int> found;
  const int before = count_components(graph);
  for (int node = 0; node < graph.nodes; ++node) {
    Graph without = graph;
    bool isolated = true;
    for (Arc& arc : without.arcs) {
      if (arc.tail != node && arc.head != node) continue;
      if (!arc.closed && arc.tail != arc.head) isolated = false;
      arc.closed = true;
    }
    // Cut off, the node is a component of its own, which it was before only if it was isolated.
    if (!isolated && count_components(without) - 1 > before) found.insert(node);
  }
  return found;
}

}  // namespace oracle
