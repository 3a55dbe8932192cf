// Lanes as vectors of the compiler's own kind, LANDBRIDGE_LANES_BYTES wide. Included like
// sweep_kernels_loops.hpp, and before it; no include guard on purpose.

constexpr std::size_t register_bytes = LANDBRIDGE_LANES_BYTES;

template <class T, std::size_t Bytes>
struct VectorOf {
  typedef T type __attribute__((vector_size(Bytes)));
  typedef T in_memory __attribute__((vector_size(Bytes), may_alias));  // aligned: rows are
};

// Sixteen lanes of weights, distances below 2^31 or 2^63, and doubles beside them, in as many registers as it
// takes. A mask has all bits of a weight set or none.
template <class W>
struct VectorLanes {
  using Weight = W;
  static constexpr std::size_t width = register_bytes / 8;  // doubles to a register
  static constexpr std::size_t parts = sweep_lanes / width;
  static constexpr std::size_t weights = register_bytes / sizeof(W);
  static constexpr std::size_t weight_parts = sweep_lanes / weights;
  using Distance = typename VectorOf<W, register_bytes>::type;
  using Value = typename VectorOf<double, register_bytes>::type;
  using DistanceRow = typename VectorOf<W, register_bytes>::in_memory;
  using ValueRow = typename VectorOf<double, register_bytes>::in_memory;
  using Bits = typename VectorOf<std::int64_t, register_bytes>::type;
  struct Distances {
    Distance part[weight_parts];
  };
  struct Values {
    Value part[parts];
  };
  struct Mask {
    Distance part[weight_parts];
  };

#define LANES LANDBRIDGE_LANES_TARGET __attribute__((always_inline)) static inline
#define EACH for (std::size_t i = 0; i < parts; ++i)
#define EACH_WEIGHTS for (std::size_t i = 0; i < weight_parts; ++i)

  LANES Distances load(const Weight* from) {
    Distances r;
    EACH_WEIGHTS r.part[i] = reinterpret_cast<const DistanceRow*>(from)[i];
    return r;
  }
  LANES Values load(const double* from) {
    Values r;
    EACH r.part[i] = reinterpret_cast<const ValueRow*>(from)[i];
    return r;
  }
  LANES void store(Weight* to, const Distances& v) {
    EACH_WEIGHTS reinterpret_cast<DistanceRow*>(to)[i] = v.part[i];
  }
  LANES void store(double* to, const Values& v) {
    EACH reinterpret_cast<ValueRow*>(to)[i] = v.part[i];
  }
  LANES Distances none() {
    return Distances{};
  }
  LANES Distances far() {
    Distances r;
    EACH_WEIGHTS r.part[i] = Distance{} + far_away<Weight>;
    return r;
  }
  LANES Values zero() {
    return Values{};
  }
  LANES Values ones() {
    Values r;
    EACH r.part[i] = Value{} + 1.0;
    return r;
  }

  LANES Distances add(const Distances& a, Weight b) {
    Distances r;
    EACH_WEIGHTS r.part[i] = a.part[i] + b;
    return r;
  }
  LANES Distances least(const Distances& a, const Distances& b) {
    Distances r;
    EACH_WEIGHTS r.part[i] = a.part[i] < b.part[i] ? a.part[i] : b.part[i];
    return r;
  }
  LANES Distances shifted(const Distances& a, unsigned bits) {
    Distances r;
    EACH_WEIGHTS r.part[i] = a.part[i] >> static_cast<Weight>(bits);
    return r;
  }
  LANES Mask less(const Distances& a, const Distances& b) {
    Mask r;
    EACH_WEIGHTS r.part[i] = reinterpret_cast<Distance>(a.part[i] < b.part[i]);
    return r;
  }
  LANES Mask equal(const Distances& a, const Distances& b) {
    Mask r;
    EACH_WEIGHTS r.part[i] = reinterpret_cast<Distance>(a.part[i] == b.part[i]);
    return r;
  }
  LANES Mask both(const Mask& a, const Mask& b) {
    Mask r;
    EACH_WEIGHTS r.part[i] = a.part[i] & b.part[i];
    return r;
  }
  LANES bool any(const Mask& a) {
    Distance all = a.part[0];
    for (std::size_t i = 1; i < weight_parts; ++i) all |= a.part[i];
    const Bits bits = reinterpret_cast<Bits>(all);
    std::int64_t one = bits[0];
    for (std::size_t i = 1; i < width; ++i) one |= bits[i];
    return one != 0;
  }
  LANES bool any(const Mask& a, const Mask& b) {
    Mask r;
    EACH_WEIGHTS r.part[i] = a.part[i] | b.part[i];
    return any(r);
  }
  // The part of a mask that goes with the i-th part of values: where weights are half as wide, each is
  // doubled.
  LANES Bits bits(const Mask& mask, std::size_t i) {
    if constexpr (sizeof(Weight) == 8) {
      return reinterpret_cast<Bits>(mask.part[i]);
    } else if constexpr (width == 2) {
      const Distance part = mask.part[i / 2];
      return reinterpret_cast<Bits>(i % 2 == 0 ? __builtin_shufflevector(part, part, 0, 0, 1, 1)
                                               : __builtin_shufflevector(part, part, 2, 2, 3, 3));
    } else {
      const Distance part = mask.part[i / 2];
      return reinterpret_cast<Bits>(i % 2 == 0 ? __builtin_shufflevector(part, part, 0, 0, 1, 1, 2, 2, 3, 3)
                                               : __builtin_shufflevector(part, part, 4, 4, 5, 5, 6, 6, 7, 7));
    }
  }

  LANES Values sum(const Values& a, const Values& b) {
    Values r;
    EACH r.part[i] = a.part[i] + b.part[i];
    return r;
  }
  LANES Values product(const Values& a, const Values& b) {
    Values r;
    EACH r.part[i] = a.part[i] * b.part[i];
    return r;
  }
  LANES Values multiply(const Values& a, double b) {
    Values r;
    EACH r.part[i] = a.part[i] * b;
    return r;
  }
  LANES Values divide(const Values& a, const Values& b) {
    Values r;
    EACH r.part[i] = a.part[i] / b.part[i];
    return r;
  }
  LANES Values largest(const Values& a, const Values& b) {
    Values r;
    EACH r.part[i] = a.part[i] > b.part[i] ? a.part[i] : b.part[i];
    return r;
  }
  LANES Values values(const Distances& a) {
    Values r;
    for (std::size_t lane = 0; lane < sweep_lanes; ++lane)
      r.part[lane / width][lane % width] = static_cast<double>(a.part[lane / weights][lane % weights]);
    return r;
  }
  LANES Value masked(const Bits& mask, const Value& v) {
    return reinterpret_cast<Value>(mask & reinterpret_cast<Bits>(v));
  }
  LANES Values where(const Mask& mask, const Values& v) {
    Values r;
    EACH r.part[i] = masked(bits(mask, i), v.part[i]);
    return r;
  }
  LANES Values where_not(const Mask& mask, const Values& v) {
    Values r;
    EACH r.part[i] = masked(~bits(mask, i), v.part[i]);
    return r;
  }
  /// 0 in the lanes whose bit is set.
  LANES Values without(std::uint16_t lanes, const Values& v) {
    Values r = v;
    for (std::size_t lane = 0; lane < sweep_lanes; ++lane)
      if ((lanes >> lane & 1) != 0) r.part[lane / width][lane % width] = 0;
    return r;
  }
  /// The count after an offer: replaced where nearer, added to where tied.
  LANES Values take(const Mask& nearer, const Mask& tied, const Values& counts, const Values& offered) {
    Values r;
    EACH {
      const Value added = counts.part[i] + masked(bits(tied, i), offered.part[i]);
      const Bits replaced = bits(nearer, i);
      r.part[i] = reinterpret_cast<Value>((replaced & reinterpret_cast<Bits>(offered.part[i])) |
                                          (~replaced & reinterpret_cast<Bits>(added)));
    }
    return r;
  }
  LANES double reduce(const Values& v) {
    // Parts first, while whole ones are to be added; then the lanes of the last.
    Value half[parts];
    EACH half[i] = v.part[i];
    for (std::size_t step = parts / 2; step > 0; step /= 2)
      for (std::size_t i = 0; i < step; ++i) half[i] = half[i] + half[i + step];
    double lanes[width];
    for (std::size_t lane = 0; lane < width; ++lane) lanes[lane] = half[0][lane];
    for (std::size_t step = width / 2; step > 0; step /= 2)
      for (std::size_t lane = 0; lane < step; ++lane) lanes[lane] += lanes[lane + step];
    return lanes[0];
  }

#undef EACH
#undef EACH_WEIGHTS
#undef LANES
};
