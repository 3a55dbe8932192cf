// Closeness by its formula, in fractions, from a table of distances.
#pragma once

#include "oracle/graph.hpp"

#include <vector>

namespace oracle {

struct Nearness {
  std::vector<Rational> mean_based;       // reached / sum of distances
  std::vector<Rational> wasserman_faust;  // the same times reached / possible
  std::vector<Rational> harmonic;
  int coincident = 0;
};

// Outward: of the distances [v][t]; otherwise of the distances [s][v].
Nearness nearness(const Answer& answer, const Demand& demand, bool outward);

}  // namespace oracle
