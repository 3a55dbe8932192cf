// What holds of every pricing, whatever the network and the model?
#pragma once

#include "landbridge/network/priced.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <gtest/gtest.h>

namespace landbridge::testing {

inline constexpr Objective objectives[] = {Objective::cost, Objective::money, Objective::time,
                                           Objective::distance, Objective::co2};

/// Parts weighted by the model are the cost within half a quantum, or one where a figure was raised to it.
inline void expect_parts_to_be_the_costs(const std::shared_ptr<const Staircase>& staircase,
                                         const CostModel& model) {
  for (const Objective by : objectives) {
    for (const double quantum : {0.01, 1.0, 100.0}) {
      const Priced priced = price(staircase, model, {.by = by, .quantum = quantum});
      double largest = 0;
      std::size_t outside = 0;
      for (const MoveId id : staircase->moves().ids()) {
        if (priced.costs[id].is_closed()) continue;
        const double exact = figure(model, by, priced.parts[id]);
        const double cost = static_cast<double>(priced.costs[id].quanta()) * quantum;
        const bool raised = exact > 0 && exact < quantum / 2;
        outside += std::abs(cost - exact) > (raised ? quantum : quantum / 2) + 1e-12 * std::max(1.0, exact);
        outside += (exact == 0) != (cost == 0);
        largest = std::max(largest, std::abs(cost - exact));
      }
      EXPECT_EQ(outside, 0u) << name(by);
      EXPECT_NEAR(priced.largest_error, largest, 1e-9);
    }
  }
}

inline void expect_breakdowns_to_be_the_parts(const Priced& priced) {
  const IdMap<MoveId, Breakdown> made_of = breakdowns(priced);
  ASSERT_EQ(made_of.size(), priced.parts.size());
  std::size_t outside = 0;
  for (const MoveId id : made_of.ids()) outside += made_of[id].total() != priced.parts[id];
  EXPECT_EQ(outside, 0u);
}

/// Nothing takes no time, no money or no cost.
inline void expect_no_free_moves(const std::shared_ptr<const Staircase>& staircase, const CostModel& model) {
  for (const Objective by : {Objective::cost, Objective::money, Objective::time})
    EXPECT_EQ(price(staircase, model, {.by = by}).free_moves, 0u) << name(by);
}

}  // namespace landbridge::testing
