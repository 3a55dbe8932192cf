#include "oracle/graph.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace oracle {

namespace {

struct Length {
  long long cost = 0;
  int free = 0;
  auto operator<=>(const Length&) const = default;
  Length operator+(Length other) const { return {cost + other.cost, free + other.free}; }
};
constexpr Length unreachable{std::numeric_limits<long long>::max() / 4, 0};

// One step between two nodes: an arc, or under collapse the cheapest arcs of an ordered pair together.
struct Step {
  std::size_t tail = 0;
  std::size_t head = 0;
  Length length;
  std::vector<std::size_t> arcs;
};

std::vector<Step> steps_of(const Graph& graph) {
  std::vector<Step> steps;
  std::map<std::pair<int, int>, std::size_t> of_pair;
  for (std::size_t number = 0; number < graph.arcs.size(); ++number) {
    const Arc& arc = graph.arcs[number];
    if (arc.closed || arc.tail == arc.head) continue;
    const Step step{static_cast<std::size_t>(arc.tail),
                    static_cast<std::size_t>(arc.head),
                    Length{arc.cost, arc.cost == 0 ? 1 : 0},
                    {number}};
    const auto [entry, is_new] = of_pair.try_emplace({arc.tail, arc.head}, steps.size());
    if (is_new || !graph.collapse) {
      steps.push_back(step);
      continue;
    }
    Step& known = steps[entry->second];
    if (step.length.cost < known.length.cost)
      known = step;
    else if (step.length.cost == known.length.cost)
      known.arcs.push_back(number);
  }
  return steps;
}

// A sum of fractions kept apart by their denominators, so that adding is done in whole numbers.
class FractionSum {
 public:
  void add(const Integer& numerator, const Integer& denominator) { parts_[denominator] += numerator; }
  Rational value() const {
    Rational sum = 0;
    for (const auto& [denominator, numerator] : parts_) sum += Rational(numerator, denominator);
    return sum;
  }

 private:
  std::map<Integer, Integer> parts_;
};

}  // namespace

Answer by_products(const Graph& graph, const Demand& demand) {
  const auto n = static_cast<std::size_t>(graph.nodes);
  const std::vector<Step> steps = steps_of(graph);

  std::vector<std::vector<Length>> length(n, std::vector<Length>(n, unreachable));
  for (const Step& step : steps)
    length[step.tail][step.head] = std::min(length[step.tail][step.head], step.length);
  for (std::size_t i = 0; i < n; ++i) length[i][i] = {};
  for (std::size_t via = 0; via < n; ++via) {
    if (graph.terminal[via]) continue;
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = 0; t < n; ++t)
        if (length[s][via] < unreachable && length[via][t] < unreachable)
          length[s][t] = std::min(length[s][t], length[s][via] + length[via][t]);
  }

  Answer answer;
  answer.distances.assign(n, std::vector<std::optional<long long>>(n));
  answer.counts.assign(n, std::vector<Integer>(n));
  for (std::size_t s = 0; s < n; ++s) {
    std::vector<std::size_t> by_length(n);
    std::iota(by_length.begin(), by_length.end(), 0u);
    std::sort(by_length.begin(), by_length.end(),
              [&](std::size_t a, std::size_t b) { return length[s][a] < length[s][b]; });
    answer.counts[s][s] = 1;
    for (const std::size_t t : by_length) {
      if (length[s][t] == unreachable) continue;
      answer.distances[s][t] = length[s][t].cost;
      if (s == t) continue;
      for (const Step& step : steps)
        if (step.head == t && (step.tail == s || !graph.terminal[step.tail]) &&
            length[s][step.tail] < unreachable && length[s][step.tail] + step.length == length[s][t])
          answer.counts[s][t] += answer.counts[s][step.tail];
    }
  }

  std::vector<FractionSum> nodes(n), arcs(graph.arcs.size());
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = 0; t < n; ++t) {
      if (s == t || demand[s][t] == 0 || length[s][t] == unreachable) continue;
      const Integer& all = answer.counts[s][t];
      for (std::size_t v = 0; v < n; ++v)
        if (v != s && v != t && !graph.terminal[v] && length[s][v] < unreachable &&
            length[v][t] < unreachable && length[s][v] + length[v][t] == length[s][t])
          nodes[v].add(demand[s][t] * answer.counts[s][v] * answer.counts[v][t], all);
      for (const Step& step : steps) {
        if ((step.tail != s && graph.terminal[step.tail]) || (step.head != t && graph.terminal[step.head]) ||
            length[s][step.tail] == unreachable || length[step.head][t] == unreachable ||
            length[s][step.tail] + step.length + length[step.head][t] != length[s][t])
          continue;
        const Integer through = demand[s][t] * answer.counts[s][step.tail] * answer.counts[step.head][t];
        const Integer shared = all * step.arcs.size();
        for (const std::size_t arc : step.arcs) arcs[arc].add(through, shared);
      }
    }
  }
  for (const FractionSum& sum : nodes) answer.nodes.push_back(sum.value());
  for (const FractionSum& sum : arcs) answer.arcs.push_back(sum.value());
  return answer;
}

}  // namespace oracle
