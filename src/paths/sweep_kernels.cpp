#include "paths/sweep_kernels.hpp"

namespace landbridge {

bool has_lane_code(LaneCode code) {
  switch (code) {
#if defined(__x86_64__)
    case LaneCode::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
    case LaneCode::avx2:
      return __builtin_cpu_supports("avx2");
#endif
    case LaneCode::portable:
      return true;
    default:
      return false;
  }
}

LaneCode best_lane_code() {
  static const LaneCode best = has_lane_code(LaneCode::avx512) ? LaneCode::avx512
                               : has_lane_code(LaneCode::avx2) ? LaneCode::avx2
                                                               : LaneCode::portable;
  return best;
}

namespace detail {

template <class Weight>
const SweepKernels<Weight>& sweep_kernels(LaneCode code) {
  if (code == LaneCode::automatic) code = best_lane_code();
#if defined(__x86_64__)
  if (code == LaneCode::avx512) return avx512_sweep_kernels<Weight>();
  if (code == LaneCode::avx2) return avx2_sweep_kernels<Weight>();
#endif
  static_cast<void>(code);
  return portable_sweep_kernels<Weight>();
}

template const SweepKernels<std::uint32_t>& sweep_kernels(LaneCode);
template const SweepKernels<std::uint64_t>& sweep_kernels(LaneCode);

}  // namespace detail

}  // namespace landbridge
