// The loops of SweepKernels, written once over the operations of `Lanes`. Each kind of processor includes
// this in its own source and in an unnamed namespace, after defining LANDBRIDGE_LANES_TARGET, so that no
// function compiled for one kind is ever called on another. No include guard on purpose: it is no header of
// its own.

template <class Lanes>
struct Loops {
  using Weight = typename Lanes::Weight;
  using Distances = typename Lanes::Distances;
  using Values = typename Lanes::Values;
  using Mask = typename Lanes::Mask;
  using Ways = SweepRows<SweepWay<Weight>>;
  using Steps = SweepRows<SweepStep<Weight>>;
  using Arrays = SweepArrays<Weight>;

  LANDBRIDGE_LANES_TARGET static void climb(const Ways& up, const Arrays& arrays,
                                            const std::uint32_t* members, std::size_t count) {
    for (std::size_t at = 0; at < count; ++at) {
      const Distances from = Lanes::load(arrays.up_distances + at * sweep_lanes);
      const Values from_counts = Lanes::load(arrays.up_counts + at * sweep_lanes);
      const std::uint32_t end = up.first[members[at] + 1];
      for (std::uint32_t w = up.first[members[at]]; w < end; ++w) {
        const std::size_t to = std::size_t{arrays.positions[up.ways[w].to]} * sweep_lanes;
        const Distances best = Lanes::load(arrays.up_distances + to);
        const Distances reached = Lanes::add(from, up.ways[w].weight);
        const Mask nearer = Lanes::less(reached, best);
        const Mask tied = Lanes::equal(reached, best);
        if (!Lanes::any(nearer, tied)) continue;
        Lanes::store(arrays.up_distances + to, Lanes::least(reached, best));
        const Values offered = Lanes::multiply(from_counts, up.ways[w].count);
        const Values counts = Lanes::load(arrays.up_counts + to);
        Lanes::store(arrays.up_counts + to, Lanes::take(nearer, tied, counts, offered));
      }
    }
  }

  LANDBRIDGE_LANES_TARGET static void climb_distances(const Steps& up, const Arrays& arrays,
                                                      const std::uint32_t* members, std::size_t count) {
    for (std::size_t at = 0; at < count; ++at) {
      const Distances from = Lanes::load(arrays.up_distances + at * sweep_lanes);
      const std::uint32_t end = up.first[members[at] + 1];
      for (std::uint32_t w = up.first[members[at]]; w < end; ++w) {
        Weight* to = arrays.up_distances + std::size_t{arrays.positions[up.ways[w].to]} * sweep_lanes;
        Lanes::store(to, Lanes::least(Lanes::load(to), Lanes::add(from, up.ways[w].weight)));
      }
    }
  }

  LANDBRIDGE_LANES_TARGET static void descend(const Ways& down, const Arrays& arrays, SweepRange range,
                                              double* most) {
    Values largest = Lanes::load(most);
    for (std::uint32_t row = range.end; row-- > range.begin;) {
      Distances best = Lanes::far();
      Values counts = Lanes::zero();
      if (const std::uint32_t at = arrays.positions[arrays.keys[row]]; at != no_position) {
        best = Lanes::load(arrays.up_distances + std::size_t{at} * sweep_lanes);
        counts = Lanes::load(arrays.up_counts + std::size_t{at} * sweep_lanes);
      }
      const std::uint32_t end = down.first[row + 1];
      for (std::uint32_t w = down.first[row]; w < end; ++w) {
        const std::size_t from = std::size_t{down.ways[w].to} * sweep_lanes;
        const Distances reached = Lanes::add(Lanes::load(arrays.distances + from), down.ways[w].weight);
        const Mask nearer = Lanes::less(reached, best);
        const Mask tied = Lanes::equal(reached, best);
        if (!Lanes::any(nearer, tied)) continue;
        best = Lanes::least(reached, best);
        counts = Lanes::take(nearer, tied, counts,
                             Lanes::multiply(Lanes::load(arrays.counts + from), down.ways[w].count));
      }
      const std::size_t slot = std::size_t{row - range.shift} * sweep_lanes;
      Lanes::store(arrays.distances + slot, best);
      Lanes::store(arrays.counts + slot, counts);
      Lanes::store(arrays.flows + slot, Lanes::zero());
      largest = Lanes::largest(largest, counts);
    }
    Lanes::store(most, largest);
  }

  LANDBRIDGE_LANES_TARGET static void descend_distances(const Steps& down, const Arrays& arrays,
                                                        SweepRange range) {
    for (std::uint32_t row = range.end; row-- > range.begin;) {
      Distances best = Lanes::far();
      if (const std::uint32_t at = arrays.positions[arrays.keys[row]]; at != no_position)
        best = Lanes::load(arrays.up_distances + std::size_t{at} * sweep_lanes);
      const std::uint32_t end = down.first[row + 1];
      for (std::uint32_t w = down.first[row]; w < end; ++w) {
        const std::size_t from = std::size_t{down.ways[w].to} * sweep_lanes;
        best = Lanes::least(Lanes::add(Lanes::load(arrays.distances + from), down.ways[w].weight), best);
      }
      Lanes::store(arrays.distances + std::size_t{row - range.shift} * sweep_lanes, best);
    }
  }

  LANDBRIDGE_LANES_TARGET static void ascend(const Ways& down, const Arrays& arrays, SweepRange range,
                                             const SweepSums& sums) {
    Values served = Lanes::load(sums.served);
    Values unserved = Lanes::load(sums.unserved);
    for (std::uint32_t row = range.begin; row < range.end; ++row) {
      const std::size_t slot = std::size_t{row - range.shift} * sweep_lanes;
      const Distances distance = Lanes::load(arrays.distances + slot);
      const Values counts = Lanes::load(arrays.counts + slot);
      Values through = Lanes::load(arrays.flows + slot);
      Values demand = Lanes::load(sums.demand + row * sums.demand_stride);
      const std::uint32_t at = arrays.positions[arrays.keys[row]];
      if (at != no_position && arrays.own_lanes[at] != 0) {
        through = Lanes::without(arrays.own_lanes[at], through);
        demand = Lanes::without(arrays.own_lanes[at], demand);
      }
      const Mask reached = Lanes::less(distance, Lanes::far());
      const Values ending = Lanes::where(reached, demand);
      served = Lanes::sum(served, ending);
      unserved = Lanes::sum(unserved, Lanes::where_not(reached, demand));
      sums.through[arrays.keys[row]] += Lanes::reduce(through);
      const Values a_path = Lanes::where(reached, Lanes::divide(Lanes::sum(through, ending), counts));
      if (at != no_position) {
        const std::size_t up = std::size_t{at} * sweep_lanes;
        const Mask came_up =
            Lanes::both(reached, Lanes::equal(distance, Lanes::load(arrays.up_distances + up)));
        Lanes::store(arrays.up_flows + up,
                     Lanes::where(came_up, Lanes::product(a_path, Lanes::load(arrays.up_counts + up))));
      }
      const std::uint32_t end = down.first[row + 1];
      for (std::uint32_t w = down.first[row]; w < end; ++w) {
        const std::size_t from = std::size_t{down.ways[w].to} * sweep_lanes;
        const Mask tight =
            Lanes::equal(Lanes::add(Lanes::load(arrays.distances + from), down.ways[w].weight), distance);
        if (!Lanes::any(tight)) continue;
        const Values flow = Lanes::where(tight, Lanes::product(Lanes::multiply(a_path, down.ways[w].count),
                                                               Lanes::load(arrays.counts + from)));
        Lanes::store(arrays.flows + from, Lanes::sum(Lanes::load(arrays.flows + from), flow));
        sums.way_flows[w] += Lanes::reduce(flow);
      }
    }
    Lanes::store(sums.served, served);
    Lanes::store(sums.unserved, unserved);
  }

  LANDBRIDGE_LANES_TARGET static void return_down(const Ways& up, const Arrays& arrays,
                                                  const std::uint32_t* members, std::size_t count,
                                                  const SweepSums& sums) {
    for (std::size_t at = count; at-- > 0;) {
      const std::size_t from = at * sweep_lanes;
      const Distances distance = Lanes::load(arrays.up_distances + from);
      const Values counts = Lanes::load(arrays.up_counts + from);
      Values through = Lanes::zero();
      const std::uint32_t end = up.first[members[at] + 1];
      for (std::uint32_t w = up.first[members[at]]; w < end; ++w) {
        const std::size_t to = std::size_t{arrays.positions[up.ways[w].to]} * sweep_lanes;
        const Mask tight =
            Lanes::equal(Lanes::add(distance, up.ways[w].weight), Lanes::load(arrays.up_distances + to));
        if (!Lanes::any(tight)) continue;
        const Values flow = Lanes::where(
            tight,
            Lanes::product(Lanes::multiply(Lanes::load(arrays.up_flows + to), up.ways[w].count), counts));
        through = Lanes::sum(through, flow);
        sums.way_flows[w] += Lanes::reduce(flow);
      }
      const Values flow = Lanes::sum(Lanes::load(arrays.up_flows + from), through);
      const Mask reached = Lanes::less(distance, Lanes::far());
      Lanes::store(arrays.up_flows + from, Lanes::where(reached, Lanes::divide(flow, counts)));
      sums.through[members[at]] += Lanes::reduce(Lanes::without(arrays.own_lanes[at], through));
    }
  }

  // A sum of inverses as a fraction: divisions are slow, and one does for four rows.
  struct Fraction {
    Values above;
    Values below;
  };
  LANDBRIDGE_LANES_TARGET static __attribute__((always_inline)) inline Fraction plus(const Fraction& a,
                                                                                     const Fraction& b) {
    return {Lanes::sum(Lanes::product(a.above, b.below), Lanes::product(b.above, a.below)),
            Lanes::product(a.below, b.below)};
  }

  LANDBRIDGE_LANES_TARGET static void tally(const Arrays& arrays, SweepRange range, const SweepTally& tally) {
    constexpr std::uint32_t together = 4;
    Values reached = Lanes::load(tally.reached);
    Values distance = Lanes::load(tally.distance);
    Values harmonic = Lanes::load(tally.harmonic);
    Values coincident = Lanes::load(tally.coincident);
    const Values one = Lanes::ones();
    for (std::uint32_t row = range.begin; row < range.end; row += together) {
      Fraction inverses[together];
      for (std::uint32_t i = 0; i < together; ++i) {
        inverses[i] = {Lanes::zero(), one};
        if (row + i >= range.end) continue;
        const Distances packed =
            Lanes::load(arrays.distances + std::size_t{row + i - range.shift} * sweep_lanes);
        const Distances cost = Lanes::shifted(packed, tally.free_bits);
        const Mask is_reached = Lanes::less(packed, Lanes::far());
        const Mask counts = Lanes::both(is_reached, Lanes::less(Lanes::none(), cost));
        const Values value = Lanes::where(counts, Lanes::values(cost));
        inverses[i] = {Lanes::where(counts, one), Lanes::sum(value, Lanes::where_not(counts, one))};
        reached = Lanes::sum(reached, Lanes::where(is_reached, one));
        distance = Lanes::sum(distance, value);
        coincident = Lanes::sum(coincident, Lanes::where(Lanes::equal(cost, Lanes::none()), one));
      }
      const Fraction all = plus(plus(inverses[0], inverses[1]), plus(inverses[2], inverses[3]));
      harmonic = Lanes::sum(harmonic, Lanes::divide(all.above, all.below));
    }
    Lanes::store(tally.reached, reached);
    Lanes::store(tally.distance, distance);
    Lanes::store(tally.harmonic, harmonic);
    Lanes::store(tally.coincident, coincident);
  }

  static constexpr SweepKernels<Weight> table() {
    return {&climb, &climb_distances, &descend, &descend_distances, &ascend, &return_down, &tally};
  }
};
