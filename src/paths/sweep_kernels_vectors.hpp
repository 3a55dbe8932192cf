// Lanes as vectors of the compiler's own kind, LANDBRIDGE_LANES_BYTES wide. Included like
// sweep_kernels_loops.hpp, and before it; no include guard on purpose.

constexpr std::size_t register_bytes = LANDBRIDGE_LANES_BYTES;

template <class T, std::size_t Bytes>
struct VectorOf {
  typedef T type __attribute__((vector_size(Bytes)));
};

// Sixteen lanes of weights, distances below 2^31 or 2^63, and doubles beside them.
template <class W>
struct VectorLanes {
  using Weight = W;
  // As many lanes of either kind to a vector; a mask has 64 bits a lane.
  static constexpr std::size_t width = register_bytes / 8;
  static constexpr std::size_t parts = sweep_lanes / width;
  using Distance = typename VectorOf<W, width * sizeof(W)>::type;
  using Value = typename VectorOf<double, register_bytes>::type;
  using Bits = typename VectorOf<std::int64_t, register_bytes>::type;
  struct Distances {
    Distance part[parts];
  };
  struct Values {
    Value part[parts];
  };
  struct Mask {
    Bits part[parts];
  };

#define LANES LANDBRIDGE_LANES_TARGET __attribute__((always_inline)) static inline
#define EACH for (std::size_t i = 0; i < parts; ++i)

  LANES Distances load(const Weight* from) {
    Distances r;
    __builtin_memcpy(&r, from, sizeof r);
    return r;
  }
  LANES Values load(const double* from) {
    Values r;
    __builtin_memcpy(&r, from, sizeof r);
    return r;
  }
  LANES void store(Weight* to, const Distances& v) {
    __builtin_memcpy(to, &v, sizeof v);
  }
  LANES void store(double* to, const Values& v) {
    __builtin_memcpy(to, &v, sizeof v);
  }
  LANES Distances none() {
    return Distances{};
  }
  LANES Distances far() {
    Distances r;
    EACH r.part[i] = Distance{} + far_away<Weight>;
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
    EACH r.part[i] = a.part[i] + b;
    return r;
  }
  LANES Distances least(const Distances& a, const Distances& b) {
    Distances r;
    EACH r.part[i] = a.part[i] < b.part[i] ? a.part[i] : b.part[i];
    return r;
  }
  LANES Distances shifted(const Distances& a, unsigned bits) {
    Distances r;
    EACH r.part[i] = a.part[i] >> static_cast<Weight>(bits);
    return r;
  }
  LANES Mask less(const Distances& a, const Distances& b) {
    Mask r;
    EACH r.part[i] = __builtin_convertvector(a.part[i] < b.part[i], Bits);
    return r;
  }
  LANES Mask equal(const Distances& a, const Distances& b) {
    Mask r;
    EACH r.part[i] = __builtin_convertvector(a.part[i] == b.part[i], Bits);
    return r;
  }
  LANES Mask both(const Mask& a, const Mask& b) {
    Mask r;
    EACH r.part[i] = a.part[i] & b.part[i];
    return r;
  }
  LANES bool any(const Mask& a) {
    Bits all = a.part[0];
    for (std::size_t i = 1; i < parts; ++i) all |= a.part[i];
    std::int64_t one = all[0];
    for (std::size_t i = 1; i < width; ++i) one |= all[i];
    return one != 0;
  }
  LANES bool any(const Mask& a, const Mask& b) {
    Mask r;
    EACH r.part[i] = a.part[i] | b.part[i];
    return any(r);
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
    EACH r.part[i] = __builtin_convertvector(a.part[i], Value);
    return r;
  }
  LANES Value masked(const Bits& mask, const Value& v) {
    return reinterpret_cast<Value>(mask & reinterpret_cast<Bits>(v));
  }
  LANES Values where(const Mask& mask, const Values& v) {
    Values r;
    EACH r.part[i] = masked(mask.part[i], v.part[i]);
    return r;
  }
  LANES Values where_not(const Mask& mask, const Values& v) {
    Values r;
    EACH r.part[i] = masked(~mask.part[i], v.part[i]);
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
      const Value added = counts.part[i] + masked(tied.part[i], offered.part[i]);
      r.part[i] = nearer.part[i] ? offered.part[i] : added;
    }
    return r;
  }
  LANES double reduce(const Values& v) {
    double lanes[sweep_lanes];
    Value half[parts / 2];
    for (std::size_t i = 0; i < parts / 2; ++i) half[i] = v.part[i] + v.part[i + parts / 2];
    __builtin_memcpy(lanes, half, sizeof half);
    for (std::size_t step = 4; step > 0; step /= 2)
      for (std::size_t lane = 0; lane < step; ++lane) lanes[lane] += lanes[lane + step];
    return lanes[0];
  }

#undef EACH
#undef LANES
};
