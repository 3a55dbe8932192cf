// How is a cost written in units?
#pragma once

#include "landbridge/paths/cost.hpp"

#include <cmath>

namespace landbridge::cli {

/// A cost that is not closed, in the unit of its quantum.
inline double cost_in_units(const Quantum& quantum, Cost cost) {
  // 67018 quanta of 0.01 are 670.18; times 0.01 they would be 670.1800000000001.
  const double quanta = static_cast<double>(cost.quanta());
  const double in_one = std::round(1 / quantum.size);
  return in_one * quantum.size == 1 ? quanta / in_one : quanta * quantum.size;
}

}  // namespace landbridge::cli
