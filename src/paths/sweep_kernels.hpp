// What is done to sixteen sources at once, node after node? The loops, one set for each kind of processor.
#pragma once

#include "landbridge/paths/sweeps.hpp"

#include <cstddef>
#include <cstdint>

namespace landbridge::detail {

inline constexpr std::uint32_t no_position = ~std::uint32_t{0};

/// Distance of what is not reached: adding a weight to it wraps in neither width, and equals no distance.
template <class Weight>
inline constexpr Weight far_away = static_cast<Weight>(~Weight{0}) >> 1;

/// A kept way, at the row of its end that the loops visit; `to` names the other end.
template <class Weight>
struct SweepWay {
  double count;
  Weight weight;
  std::uint32_t to;
};
/// The same without its count.
template <class Weight>
struct SweepStep {
  Weight weight;
  std::uint32_t to;
};

/// Rows of ways: those of row r are `first[r] .. first[r + 1]`.
template <class Way>
struct SweepRows {
  const std::uint32_t* first;
  const Way* ways;
};

/// One worker's numbers, sixteen to an entry, entries aligned to 64 bytes. By slot: what the way down needs.
/// By position: what the way up found, for its *members* alone; `positions` by key, `no_position` for the
/// rest.
template <class Weight>
struct SweepArrays {
  Weight* distances;
  double* counts;
  double* flows;
  Weight* up_distances;
  double* up_counts;
  double* up_flows;
  const std::uint32_t* positions;
  const std::uint16_t* own_lanes;  ///< by position: the lanes whose source the node is
  const std::uint32_t* keys;       ///< by row
};

/// The rows that a loop visits; a row's slot is its number less `shift`.
struct SweepRange {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t shift;
};

/// Where the way back adds what it finds. Each is added up over lanes as l + (l + 8), then + 4, + 2, + 1.
struct SweepSums {
  const double* demand;       ///< by row and lane
  std::size_t demand_stride;  ///< 16; 0 when all rows have the same
  double* way_flows;          ///< by way
  double* through;            ///< by key
  double* served;             ///< by lane
  double* unserved;           ///< by lane
};

/// What the distances from (or to) sixteen nodes add up to.
struct SweepTally {
  double* reached;     ///< by lane: rows reached
  double* distance;    ///< by lane: sum of costs
  double* harmonic;    ///< by lane: sum of 1 / cost over costs above 0
  double* coincident;  ///< by lane: rows at cost 0
  unsigned free_bits;
};

/// Every set of loops gives the same bits: no operation depends on the width of the machine's registers.
template <class Weight>
struct SweepKernels {
  using Ways = SweepRows<SweepWay<Weight>>;
  using Steps = SweepRows<SweepStep<Weight>>;
  using Arrays = SweepArrays<Weight>;

  /// Up: from each member, ascending, to its upper neighbours, which are members too.
  void (*climb)(const Ways& up, const Arrays& arrays, const std::uint32_t* members, std::size_t count);
  void (*climb_distances)(const Steps& up, const Arrays& arrays, const std::uint32_t* members,
                          std::size_t count);
  /// Down: rows descending, each from its upper neighbours. `most` takes the largest counts by lane.
  void (*descend)(const Ways& down, const Arrays& arrays, SweepRange range, double* most);
  void (*descend_distances)(const Steps& down, const Arrays& arrays, SweepRange range);
  /// Back: rows ascending, flow goes to the upper neighbours it came by; members keep what came by the way
  /// up.
  void (*ascend)(const Ways& down, const Arrays& arrays, SweepRange range, const SweepSums& sums);
  /// Back along the way up: members descending. Leaves flow / count in `up_flows`.
  void (*return_down)(const Ways& up, const Arrays& arrays, const std::uint32_t* members, std::size_t count,
                      const SweepSums& sums);
  void (*tally)(const Arrays& arrays, SweepRange range, const SweepTally& tally);
};

template <class Weight>
const SweepKernels<Weight>& sweep_kernels(LaneCode code);

template <class Weight>
const SweepKernels<Weight>& portable_sweep_kernels();
template <class Weight>
const SweepKernels<Weight>& avx2_sweep_kernels();
template <class Weight>
const SweepKernels<Weight>& avx512_sweep_kernels();

}  // namespace landbridge::detail
