// Components, bridges and articulation points by their definitions: try it and see.
#pragma once

#include "oracle/graph.hpp"

#include <set>
#include <utility>
#include <vector>

namespace oracle {

// [v][w]: w can be reached from v along open arcs; with `both_ways` whichever way they point.
std::vector<std::vector<bool>> reachable(const Graph& graph, bool both_ways);

// The lowest node that each node shares a component with.
std::vector<int> lowest_of_weak_component(const Graph& graph);
std::vector<int> lowest_of_strong_component(const Graph& graph);

// Pairs of nodes joined by an undirected edge without which they are parted. An arc and one opposite are one
// edge.
std::set<std::pair<int, int>> bridges(const Graph& graph);
std::set<int> articulation_points(const Graph& graph);

}  // namespace oracle
