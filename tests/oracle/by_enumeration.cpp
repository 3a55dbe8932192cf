#include "oracle/graph.hpp"

#include <compare>
#include <map>
#include <utility>
#include <vector>

namespace oracle {

namespace {

struct Length {
  long long cost = 0;
  int free = 0;
  auto operator<=>(const Length&) const = default;
};

struct Best {
  Length length;
  std::vector<std::vector<int>> paths;  // as lists of arcs
};

// All simple paths from one source; the best of each target are kept.
class Search {
 public:
  Search(const Graph& graph, int source)
      : graph_(graph), source_(source), visited_(static_cast<std::size_t>(graph.nodes)) {
    extend(source, {});
  }
  const std::map<int, Best>& best() const { return best_; }

 private:
  void extend(int at, Length length) {
    auto [entry, is_new] = best_.try_emplace(at, Best{length, {}});
    if (length < entry->second.length) entry->second = Best{length, {}};
    if (length == entry->second.length) entry->second.paths.push_back(path_);
    if (at != source_ && graph_.terminal[static_cast<std::size_t>(at)]) return;
    visited_[static_cast<std::size_t>(at)] = true;
    for (int number = 0; number < static_cast<int>(graph_.arcs.size()); ++number) {
      const Arc& arc = graph_.arcs[static_cast<std::size_t>(number)];
      if (arc.tail != at || arc.closed || visited_[static_cast<std::size_t>(arc.head)]) continue;
      path_.push_back(number);
      extend(arc.head, {length.cost + arc.cost, length.free + (arc.cost == 0 ? 1 : 0)});
      path_.pop_back();
    }
    visited_[static_cast<std::size_t>(at)] = false;
  }

  const Graph& graph_;
  int source_;
  std::vector<bool> visited_;
  std::vector<int> path_;
  std::map<int, Best> best_;
};

}  // namespace

Demand uniform_demand(int nodes) {
  return Demand(static_cast<std::size_t>(nodes), std::vector<int>(static_cast<std::size_t>(nodes), 1));
}

Answer by_enumeration(const Graph& graph, const Demand& demand) {
  const auto n = static_cast<std::size_t>(graph.nodes);
  Answer answer;
  answer.distances.assign(n, std::vector<std::optional<long long>>(n));
  answer.counts.assign(n, std::vector<Integer>(n));
  answer.nodes.assign(n, 0);
  answer.arcs.assign(graph.arcs.size(), 0);
  for (std::size_t s = 0; s < n; ++s) {
    const Search search(graph, static_cast<int>(s));
    for (const auto& [target, best] : search.best()) {
      const auto t = static_cast<std::size_t>(target);
      // Under collapse, paths over the same nodes are one path; its arc lists share what it carries.
      std::map<std::vector<int>, int> same_nodes;
      const auto name = [&](const std::vector<int>& path) {
        if (!graph.collapse) return path;
        std::vector<int> nodes;
        for (const int arc : path) nodes.push_back(graph.arcs[static_cast<std::size_t>(arc)].head);
        return nodes;
      };
      for (const auto& path : best.paths) ++same_nodes[name(path)];
      answer.distances[s][t] = best.length.cost;
      answer.counts[s][t] = same_nodes.size();
      if (s == t) continue;
      for (const auto& path : best.paths) {
        const Rational share =
            Rational(demand[s][t]) / Integer(same_nodes.size()) / Integer(same_nodes[name(path)]);
        for (const int arc : path) {
          answer.arcs[static_cast<std::size_t>(arc)] += share;
          const auto head = static_cast<std::size_t>(graph.arcs[static_cast<std::size_t>(arc)].head);
          if (head != t) answer.nodes[head] += share;
        }
      }
    }
  }
  return answer;
}

}  // namespace oracle
