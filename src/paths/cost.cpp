#include "landbridge/paths/cost.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace landbridge {

namespace {

std::string text(double value) {
  std::array<char, 32> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

}  // namespace

Cost operator+(Cost a, Cost b) {
  if (a.is_closed() || b.is_closed()) return Cost::closed();
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.quanta(), b.quanta(), &sum) || sum == Cost::closed().quanta())
    throw LimitError("a sum of costs exceeds 2^63 - 2 quanta");
  return Cost(sum);
}

QuantisedCosts quantise(IdSpan<ArcId, const double> figures, Quantum quantum) {
  expects(quantum.size > 0 && std::isfinite(quantum.size), "a quantum is positive and finite");
  QuantisedCosts result;
  result.costs = Costs(figures.size(), Cost::closed());
  for (const ArcId arc : figures.ids()) {
    const double figure = figures[arc];
    expects(figure >= 0, "a figure to be quantised is a number and not negative");
    if (std::isinf(figure)) {
      ++result.closed_arcs;
      continue;
    }
    double quanta = std::round(figure / quantum.size);
    if (quanta >= 0x1p63)
      throw LimitError("a figure of " + text(figure) + " exceeds 2^63 - 2 quanta of " + text(quantum.size));
    if (figure == 0) ++result.free_arcs;
    if (quanta == 0 && figure > 0) {
      quanta = 1;
      ++result.raised_arcs;
    }
    result.costs[arc] = Cost(static_cast<std::int64_t>(quanta));
    result.largest_error = std::max(result.largest_error, std::abs(quanta * quantum.size - figure));
  }
  result.quantum = std::move(quantum);
  return result;
}

Costs whole_costs(IdSpan<ArcId, const std::int64_t> quanta) {
  Costs costs(quanta.size());
  for (const ArcId arc : quanta.ids()) {
    expects(quanta[arc] >= 0, "a cost is not negative");
    costs[arc] = Cost(quanta[arc]);
  }
  return costs;
}

Cost cost_of(const Path& path, const Costs& costs) {
  Cost sum;
  for (const ArcId arc : path.arcs) sum = sum + costs[arc];
  return sum;
}

}  // namespace landbridge
