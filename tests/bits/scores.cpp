// Prints one line per graph with a hash of the bits of all betweenness scores. Every run of this program, in
// every build type, has to print the same lines. Arguments: repetitions, then numbers of threads; all must
// agree.
#include "landbridge/base/random.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/graph/generate.hpp"

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace landbridge;

class Hash {
 public:
  void add(double value) {
    for (unsigned byte = 0; byte < 8; ++byte) {  // FNV-1a
      state_ ^= std::bit_cast<std::uint64_t>(value) >> (8 * byte) & 0xff;
      state_ *= 0x100000001b3u;
    }
  }
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325u;
};

struct Graph {
  std::string name;
  Topology topology;
  std::uint64_t smallest_cost;
  std::uint64_t largest_cost;
};

std::uint64_t hash_of_scores(const Graph& graph, Engine engine, unsigned threads) {
  Costs costs(graph.topology.arc_count());
  RandomStream random(7, 1);
  for (const ArcId arc : graph.topology.arcs())
    costs[arc] = Cost(static_cast<std::int64_t>(graph.smallest_cost +
                                                random.below(graph.largest_cost - graph.smallest_cost + 1)));
  const CostGraph prepared(graph.topology, costs);
  const Betweenness scores = betweenness(prepared, {.engine = engine}, {.threads = threads});
  Hash hash;
  for (const NodeId node : graph.topology.nodes()) hash.add(scores.nodes[node]);
  for (const ArcId arc : graph.topology.arcs()) hash.add(scores.arcs[arc]);
  return hash.value();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Graph> graphs;
  graphs.push_back({"random multigraph, costs 0 to 3", random_multigraph(2100, 5200, 11), 0, 3});
  graphs.push_back({"unit grid 24x24", grid(24, 24), 1, 1});
  graphs.push_back({"layers whose path counts pass 2^480", layered(4, 260), 1, 1});
  std::vector<std::pair<Graph, Engine>> tasks;
  for (const Graph& graph : graphs)
    for (const Engine engine : {Engine::search, Engine::hierarchy}) tasks.emplace_back(graph, engine);
  int trouble = EXIT_SUCCESS;
  for (const auto& [graph, engine] : tasks) {
    std::optional<std::uint64_t> first;
    for (int repetition = 0; repetition < std::atoi(argv[1]); ++repetition) {
      for (int at = 2; at < argc; ++at) {
        const std::uint64_t hash = hash_of_scores(graph, engine, static_cast<unsigned>(std::atoi(argv[at])));
        if (!first) first = hash;
        if (hash == *first) continue;
        std::cerr << graph.name << ": other bits on " << argv[at] << " threads, repetition " << repetition
                  << '\n';
        trouble = EXIT_FAILURE;
      }
    }
    std::cout << graph.name << (engine == Engine::search ? ", searched: " : ", swept: ")
              << graph.topology.node_count() << " sources, " << std::hex << std::setw(16) << std::setfill('0')
              << first.value_or(0) << std::dec << '\n';
  }
  return trouble;
}
