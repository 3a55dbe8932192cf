// Demonstrates: a Boost graph of your own, frozen once; our exact betweenness and Boost's own algorithms on
// the result.
#include <landbridge/centrality/betweenness.hpp>
#include <landbridge/centrality/ranking.hpp>
#include <landbridge/graph/boost_graph.hpp>
#include <landbridge/paths/cost_graph.hpp>

#include <cstdint>
#include <iostream>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

struct City {
  std::string name;
};
struct Road {
  std::int64_t minutes;
};
using Roads = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, City, Road>;

int main() {
  Roads roads;
  for (const char* name : {"Almaty", "Bishkek", "Shymkent", "Tashkent", "Samarkand"})
    add_vertex(City{name}, roads);
  add_edge(0, 1, Road{240}, roads);
  add_edge(1, 2, Road{480}, roads);
  add_edge(0, 2, Road{720}, roads);  // as long as by Bishkek: an exact tie
  add_edge(2, 3, Road{150}, roads);
  add_edge(3, 4, Road{270}, roads);

  // Freeze: a compact copy, each undirected edge as two arcs, and the way back to Boost's own descriptors.
  const auto frozen = landbridge::freeze(roads);
  const landbridge::Costs costs = landbridge::whole_costs(frozen.arc_values(get(&Road::minutes, roads)));

  // Ours: exact, ties included. Each unordered pair was counted in both directions, so halve.
  const landbridge::CostGraph graph(frozen.topology, costs);
  const landbridge::Betweenness scores = landbridge::betweenness(graph);
  for (const auto& entry : landbridge::ranking(scores.nodes))
    std::cout << entry.rank << ". " << roads[frozen.vertices[entry.id]].name << ": " << entry.score / 2
              << '\n';

  // Boost's, unchanged, on the frozen graph.
  landbridge::IdMap<landbridge::NodeId, int> component(frozen.topology.node_count());
  const int components = strong_components(frozen.topology, landbridge::property_map(component));
  std::cout << "strong components: " << components << '\n';
}
