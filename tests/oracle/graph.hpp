// The slow twins' own picture of a graph: nothing here comes from the library, so nothing can go wrong in
// both alike.
#pragma once

#include <optional>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

namespace oracle {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

struct Arc {
  int tail = 0;
  int head = 0;
  long long cost = 0;
  bool closed = false;
};

struct Graph {
  int nodes = 0;
  std::vector<Arc> arcs;
  std::vector<bool> terminal;  // one for each node: may begin or end a path, never lie inside one
  bool collapse = false;       // the cheapest parallel arcs of an ordered pair count as one path
};

// demand[s][t]: how much the ordered pair counts. Whole numbers, so that every score is a fraction.
using Demand = std::vector<std::vector<int>>;
Demand uniform_demand(int nodes);

// What the definition says. The shortest paths from s to t are, among the simple paths without a terminal
// inside, those of the lowest cost, and among these those with the fewest free arcs.
struct Answer {
  std::vector<std::vector<std::optional<long long>>> distances;  // [s][t]; 0 from a node to itself
  std::vector<std::vector<Integer>> counts;                      // shortest paths; 1 from a node to itself
  std::vector<Rational> nodes;                                   // betweenness, ends not counted
  std::vector<Rational> arcs;
};

// Lists every simple path by depth-first search. For graphs of up to about 8 nodes.
Answer by_enumeration(const Graph& graph, const Demand& demand);

// Distances by Floyd and Warshall on (cost, free arcs), counts and scores by the products of counts, in whole
// numbers.
Answer by_products(const Graph& graph, const Demand& demand);

}  // namespace oracle
