// Comparing doubles with exact fractions, and with one another.
#pragma once

#include "landbridge/graph/topology.hpp"
#include "landbridge/paths/pair_demand.hpp"
#include "oracle/graph.hpp"

#include <cmath>

namespace landbridge::laws {

/// Within 1e-12 of what it should be, relative to that; an exact zero must be met exactly.
inline bool is_near(double found, double exact) {
  return std::abs(found - exact) <= 1e-12 * std::abs(exact);
}
inline bool is_near(double found, const oracle::Rational& exact) {
  return is_near(found, exact.convert_to<double>());
}

inline PairDemand pair_demand(const oracle::Demand& demand) {
  std::vector<PairAmount> entries;
  for (std::size_t s = 0; s < demand.size(); ++s)
    for (std::size_t t = 0; t < demand.size(); ++t)
      if (demand[s][t] != 0)
        entries.push_back({NodeId::at(s), NodeId::at(t), static_cast<double>(demand[s][t])});
  return PairDemand::from_entries(std::move(entries));
}

}  // namespace landbridge::laws
