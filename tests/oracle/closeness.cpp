#include "oracle/closeness.hpp"

namespace oracle {

Nearness nearness(const Answer& answer, const Demand& demand, bool outward) {
  Nearness found;
  const std::size_t n = answer.distances.size();
  for (std::size_t v = 0; v < n; ++v) {
    Integer possible = 0, reached = 0, sum = 0;
    Rational harmonic = 0;
    for (std::size_t w = 0; w < n; ++w) {
      const std::size_t s = outward ? v : w;
      const std::size_t t = outward ? w : v;
      const int amount = demand[s][t];
      if (v == w || amount == 0) continue;
      possible += amount;
      if (!answer.distances[s][t]) continue;
      const Integer distance = *answer.distances[s][t];
      reached += amount;
      sum += amount * distance;
      if (distance == 0)
        ++found.coincident;
      else
        harmonic += Rational(amount, distance);
    }
    const Rational mean_based = sum == 0 ? Rational(0) : Rational(reached, sum);
    found.mean_based.push_back(mean_based);
    found.wasserman_faust.push_back(possible == 0 ? Rational(0) : Rational(mean_based * reached / possible));
    found.harmonic.push_back(harmonic);
  }
  return found;
}

}  // namespace oracle
