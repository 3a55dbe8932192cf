// What does an arc cost? An exact integer number of quanta, or it is closed.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/path.hpp"
#include "landbridge/graph/topology.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace landbridge {

/// An exact cost: a whole number of quanta, 0 .. 2^63 - 2, or `closed()` (infinite).
/// Equal costs are equal, on every machine: that is what makes ties, path counts and rankings reproducible.
class Cost {
 public:
  constexpr Cost() noexcept = default;
  /// quanta >= 0 (the caller's duty; what reads figures checks them).
  constexpr explicit Cost(std::int64_t quanta) noexcept : quanta_(quanta) {}
  /// The cost of what cannot be used: above every finite cost; anything + closed = closed.
  static constexpr Cost closed() noexcept { return Cost(std::numeric_limits<std::int64_t>::max()); }

  constexpr bool is_closed() const noexcept { return *this == closed(); }
  /// Undefined for closed costs.
  constexpr std::int64_t quanta() const noexcept { return quanta_; }

  friend constexpr auto operator<=>(Cost, Cost) noexcept = default;
  /// Throws LimitError when the sum of two finite costs exceeds 2^63 - 2.
  friend Cost operator+(Cost a, Cost b);

 private:
  std::int64_t quanta_ = 0;
};

/// The cost of every arc.
using Costs = IdMap<ArcId, Cost>;

/// What one quantum stands for: `size` units. Declared in every result.
struct Quantum {
  double size = 1;
  std::string unit;
  friend bool operator==(const Quantum&, const Quantum&) = default;
};

/// Figures turned into costs, and how far they were moved.
struct QuantisedCosts {
  Costs costs;
  Quantum quantum;
  double largest_error = 0;     ///< in units, over all finite figures
  std::size_t free_arcs = 0;    ///< figures that are zero
  std::size_t raised_arcs = 0;  ///< positive figures below half a quantum, raised to one quantum
  std::size_t closed_arcs = 0;  ///< figures that are infinite
};

/// Rounds each figure to the nearest whole number of quanta (halves away from zero); a positive figure never
/// becomes 0. +infinity is closed. Throws ContractError for a negative figure, NaN or a quantum that is not
/// positive and finite, LimitError for a figure of 2^63 - 1 quanta or more. This is the only place where
/// costs are rounded.
QuantisedCosts quantise(IdSpan<ArcId, const double> figures, Quantum quantum);

/// Figures that are whole numbers already; negative ones throw ContractError.
Costs whole_costs(IdSpan<ArcId, const std::int64_t> quanta);

/// A path and its exact cost.
struct CostedPath {
  Path path;
  Cost cost;
  friend bool operator==(const CostedPath&, const CostedPath&) = default;
};

/// The sum over the path's arcs; closed as soon as one of them is.
Cost cost_of(const Path& path, const Costs& costs);

}  // namespace landbridge
