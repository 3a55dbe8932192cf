#include "paths/sweep_kernels.hpp"

#if defined(__x86_64__)

// GCC 12 reports its own header's deliberately undefined registers.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>

namespace landbridge::detail {

namespace {

#define LANDBRIDGE_LANES_TARGET __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq")))
#define LANES LANDBRIDGE_LANES_TARGET __attribute__((always_inline)) static inline

// Two registers of doubles, one bit a lane for masks.
struct Lanes512 {
  struct Values {
    __m512d low, high;
  };
  struct Mask {
    __mmask8 low, high;
  };

  LANES Values load(const double* from) { return {_mm512_loadu_pd(from), _mm512_loadu_pd(from + 8)}; }
  LANES void store(double* to, const Values& v) {
    _mm512_storeu_pd(to, v.low);
    _mm512_storeu_pd(to + 8, v.high);
  }
  LANES Values zero() { return {_mm512_setzero_pd(), _mm512_setzero_pd()}; }
  LANES Values ones() { return {_mm512_set1_pd(1), _mm512_set1_pd(1)}; }
  LANES Mask both(Mask a, Mask b) {
    return {static_cast<__mmask8>(a.low & b.low), static_cast<__mmask8>(a.high & b.high)};
  }
  LANES bool any(Mask a) { return (a.low | a.high) != 0; }
  LANES bool any(Mask a, Mask b) { return (a.low | a.high | b.low | b.high) != 0; }
  LANES Values sum(const Values& a, const Values& b) {
    return {_mm512_add_pd(a.low, b.low), _mm512_add_pd(a.high, b.high)};
  }
  LANES Values product(const Values& a, const Values& b) {
    return {_mm512_mul_pd(a.low, b.low), _mm512_mul_pd(a.high, b.high)};
  }
  LANES Values multiply(const Values& a, double b) {
    const __m512d factor = _mm512_set1_pd(b);
    return {_mm512_mul_pd(a.low, factor), _mm512_mul_pd(a.high, factor)};
  }
  LANES Values divide(const Values& a, const Values& b) {
    return {_mm512_div_pd(a.low, b.low), _mm512_div_pd(a.high, b.high)};
  }
  LANES Values largest(const Values& a, const Values& b) {
    return {_mm512_max_pd(a.low, b.low), _mm512_max_pd(a.high, b.high)};
  }
  LANES Values where(Mask mask, const Values& v) {
    return {_mm512_maskz_mov_pd(mask.low, v.low), _mm512_maskz_mov_pd(mask.high, v.high)};
  }
  LANES Values where_not(Mask mask, const Values& v) {
    return where({static_cast<__mmask8>(~mask.low), static_cast<__mmask8>(~mask.high)}, v);
  }
  LANES Values without(std::uint16_t lanes, const Values& v) {
    return where_not({static_cast<__mmask8>(lanes & 0xff), static_cast<__mmask8>(lanes >> 8)}, v);
  }
  LANES Values take(Mask nearer, Mask tied, const Values& counts, const Values& offered) {
    return {_mm512_mask_mov_pd(_mm512_mask_add_pd(counts.low, tied.low, counts.low, offered.low), nearer.low,
                               offered.low),
            _mm512_mask_mov_pd(_mm512_mask_add_pd(counts.high, tied.high, counts.high, offered.high),
                               nearer.high, offered.high)};
  }
  LANES double reduce(const Values& v) {
    const __m512d eight = _mm512_add_pd(v.low, v.high);
    const __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(eight), _mm512_extractf64x4_pd(eight, 1));
    const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
    return _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
  }
};

struct NarrowLanes : Lanes512 {
  using Weight = std::uint32_t;
  struct Distances {
    __m512i all;
  };
  using Lanes512::load;
  using Lanes512::store;

  LANES Mask split(__mmask16 mask) {
    return {static_cast<__mmask8>(mask & 0xff), static_cast<__mmask8>(mask >> 8)};
  }
  LANES Distances load(const Weight* from) { return {_mm512_loadu_si512(from)}; }
  LANES void store(Weight* to, const Distances& v) { _mm512_storeu_si512(to, v.all); }
  LANES Distances none() { return {_mm512_setzero_si512()}; }
  LANES Distances far() { return {_mm512_set1_epi32(static_cast<int>(far_away<Weight>))}; }
  LANES Distances add(const Distances& a, Weight b) {
    return {_mm512_add_epi32(a.all, _mm512_set1_epi32(static_cast<int>(b)))};
  }
  LANES Distances least(const Distances& a, const Distances& b) { return {_mm512_min_epu32(a.all, b.all)}; }
  LANES Distances shifted(const Distances& a, unsigned bits) {
    return {_mm512_srl_epi32(a.all, _mm_cvtsi32_si128(static_cast<int>(bits)))};
  }
  LANES Mask less(const Distances& a, const Distances& b) {
    return split(_mm512_cmplt_epu32_mask(a.all, b.all));
  }
  LANES Mask equal(const Distances& a, const Distances& b) {
    return split(_mm512_cmpeq_epu32_mask(a.all, b.all));
  }
  LANES Values values(const Distances& a) {
    return {_mm512_cvtepu32_pd(_mm512_castsi512_si256(a.all)),
            _mm512_cvtepu32_pd(_mm512_extracti64x4_epi64(a.all, 1))};
  }
};

struct WideLanes : Lanes512 {
  using Weight = std::uint64_t;
  struct Distances {
    __m512i low, high;
  };
  using Lanes512::load;
  using Lanes512::store;

  LANES Distances load(const Weight* from) {
    return {_mm512_loadu_si512(from), _mm512_loadu_si512(from + 8)};
  }
  LANES void store(Weight* to, const Distances& v) {
    _mm512_storeu_si512(to, v.low);
    _mm512_storeu_si512(to + 8, v.high);
  }
  LANES Distances all(Weight value) {
    return {_mm512_set1_epi64(static_cast<long long>(value)),
            _mm512_set1_epi64(static_cast<long long>(value))};
  }
  LANES Distances none() { return all(0); }
  LANES Distances far() { return all(far_away<Weight>); }
  LANES Distances add(const Distances& a, Weight b) {
    const Distances other = all(b);
    return {_mm512_add_epi64(a.low, other.low), _mm512_add_epi64(a.high, other.high)};
  }
  LANES Distances least(const Distances& a, const Distances& b) {
    return {_mm512_min_epu64(a.low, b.low), _mm512_min_epu64(a.high, b.high)};
  }
  LANES Distances shifted(const Distances& a, unsigned bits) {
    const __m128i by = _mm_cvtsi32_si128(static_cast<int>(bits));
    return {_mm512_srl_epi64(a.low, by), _mm512_srl_epi64(a.high, by)};
  }
  LANES Mask less(const Distances& a, const Distances& b) {
    return {_mm512_cmplt_epu64_mask(a.low, b.low), _mm512_cmplt_epu64_mask(a.high, b.high)};
  }
  LANES Mask equal(const Distances& a, const Distances& b) {
    return {_mm512_cmpeq_epu64_mask(a.low, b.low), _mm512_cmpeq_epu64_mask(a.high, b.high)};
  }
  LANES Values values(const Distances& a) { return {_mm512_cvtepu64_pd(a.low), _mm512_cvtepu64_pd(a.high)}; }
};

#include "paths/sweep_kernels_loops.hpp"

constexpr SweepKernels<std::uint32_t> narrow = Loops<NarrowLanes>::table();
constexpr SweepKernels<std::uint64_t> wide = Loops<WideLanes>::table();

}  // namespace

template <>
const SweepKernels<std::uint32_t>& avx512_sweep_kernels() {
  return narrow;
}
template <>
const SweepKernels<std::uint64_t>& avx512_sweep_kernels() {
  return wide;
}

}  // namespace landbridge::detail

#endif
