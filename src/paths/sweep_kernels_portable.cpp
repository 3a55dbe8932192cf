#include "paths/sweep_kernels.hpp"

namespace landbridge::detail {

namespace {

#define LANDBRIDGE_LANES_TARGET
#define LANDBRIDGE_LANES_BYTES 16
#include "paths/sweep_kernels_loops.hpp"
#include "paths/sweep_kernels_vectors.hpp"

constexpr SweepKernels<std::uint32_t> narrow = Loops<VectorLanes<std::uint32_t>>::table();
constexpr SweepKernels<std::uint64_t> wide = Loops<VectorLanes<std::uint64_t>>::table();

}  // namespace

template <>
const SweepKernels<std::uint32_t>& portable_sweep_kernels() {
  return narrow;
}
template <>
const SweepKernels<std::uint64_t>& portable_sweep_kernels() {
  return wide;
}

}  // namespace landbridge::detail
