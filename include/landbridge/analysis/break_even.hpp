// From which value of time on does cargo stay on land?
#pragma once

#include "landbridge/analysis/routes.hpp"

#include <memory>
#include <optional>

namespace landbridge {

struct BreakEvenOptions {
  TimeValue highest{1000};     ///< beyond it the way by water is taken to win always
  TimeValue tolerance{0.001};
  Modes land = {Mode::rail, Mode::road, Mode::ferry};
};

/// Where the best way over land overtakes the best way of all.
struct BreakEven {
  /// The least value of time, within the tolerance, from which the best route uses land modes alone.
  /// 0: it always does. Nothing: it never does up to the highest value, or no route is by land alone.
  std::optional<TimeValue> value_of_time;
  std::optional<Route> land;   ///< best by land alone at that value (at 0 where there is none)
  std::optional<Route> water;  ///< best of all just below it (at the highest value where there is none)
};

/// By bisection over the value of time: costs of both ways are concave and piecewise linear in it, and the way by
/// land, being the faster one, wins from some value on. Where it is not the faster one, it wins from 0 or never.
/// The options' objective is cost, whatever they say, and nothing flies: air would be faster still. Complexity: about 40 pricings and searches. Throws
/// OptionError for a tolerance or highest value that is not positive.
BreakEven break_even(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                     const PriceOptions& options, const Endpoint& from, const Endpoint& to,
                     const BreakEvenOptions& how = {});

}  // namespace landbridge
