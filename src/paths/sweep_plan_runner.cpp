#include "landbridge/base/contract.hpp"
#include "paths/sweep_plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

namespace landbridge::detail {

namespace {

// Numbers that vector registers load in one go; not initialised.
template <class T>
class Numbers {
 public:
  Numbers() = default;
  explicit Numbers(std::size_t size) : size_(size) {
    if (size > 0) data_.reset(static_cast<T*>(::operator new (size * sizeof(T), std::align_val_t{64})));
  }
  T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) const { return data_.get()[i]; }

 private:
  struct Free {
    void operator()(T* data) const { ::operator delete (data, std::align_val_t{64}); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t size_ = 0;
};

template <class Weight>
class WidthRunner final : public SweepRunner {
 public:
  explicit WidthRunner(const WidthPlan<Weight>& plan)
      : plan_(&plan),
        kernels_(&sweep_kernels<Weight>(plan.code())),
        distances_(plan.slot_count() * sweep_lanes),
        positions_(plan.key_count(), no_position) {}

  bool add_flows(std::span<const NodeId> sources, const PairDemand& demand, double scale,
                 FlowSums& sums) override {
    expects(plan_->options().direction == SearchDirection::forward && !plan_->options().targets,
            "flows are of forward sweeps over all nodes");
    alignas(64) double served[sweep_lanes] = {};
    alignas(64) double unserved[sweep_lanes] = {};
    alignas(64) double constant[sweep_lanes] = {};
    begin(sources, true);
    const bool dense = !demand.wants_all_targets();
    if (dense)
      load_demand(sources, demand, scale);
    else
      std::fill_n(constant, sources.size(), scale);
    const SweepSums down{.demand = dense ? demand_.data() : constant,
                         .demand_stride = dense ? sweep_lanes : 0,
                         .way_flows = sums.down.data(),
                         .through = sums.through.data(),
                         .served = served,
                         .unserved = unserved};
    bool safe = descend(plan_->top());
    for (std::size_t cell = 0; cell < plan_->cells().size() && safe; ++cell) {
      const SweepRange range = plan_->cells()[cell].range;
      safe = descend(range);
      if (safe) kernels_->ascend(plan_->down(), arrays(), range, down);
    }
    if (safe) {
      kernels_->ascend(plan_->down(), arrays(), plan_->top(), down);
      SweepSums up = down;
      up.way_flows = sums.up.data();
      kernels_->return_down(plan_->up(), arrays(), members_.data(), members_.size(), up);
      for (const Seed& seed : seeds_) {
        if (seed.access == no_position) continue;
        const std::size_t at = std::size_t{positions_[seed.key]} * sweep_lanes + seed.lane;
        if (up_distances_[at] == seed.weight) sums.access[seed.access] += up_flows_[at];
      }
      for (std::size_t lane = 0; lane < sources.size(); ++lane) {
        sums.served += served[lane];
        sums.unserved += unserved[lane];
      }
    }
    if (dense) unload_demand(sources, demand);
    end();
    return safe;
  }

  bool counts_are_safe(std::span<const NodeId> sources) override {
    begin(sources, true);
    bool safe = descend(plan_->top());
    for (std::size_t cell = 0; cell < plan_->cells().size() && safe; ++cell)
      safe = descend(plan_->cells()[cell].range);
    end();
    return safe;
  }

  std::array<DistanceTally, sweep_lanes> tally(std::span<const NodeId> sources) override {
    alignas(64) double reached[sweep_lanes] = {};
    alignas(64) double distance[sweep_lanes] = {};
    alignas(64) double harmonic[sweep_lanes] = {};
    alignas(64) double coincident[sweep_lanes] = {};
    const SweepTally tally{reached, distance, harmonic, coincident, plan_->metric().free_bits()};
    begin(sources, false);
    const auto sweep = [&](SweepRange range) {
      kernels_->descend_distances(plan_->down_steps(), arrays(), range);
      kernels_->tally(arrays(), range, tally);
    };
    sweep(plan_->top());
    for (const SweepPlan::Cell& cell : plan_->cells()) sweep(cell.range);
    end();
    std::array<DistanceTally, sweep_lanes> result;
    for (std::size_t lane = 0; lane < sources.size(); ++lane) {
      // The source itself is reached at cost 0 where it is swept.
      const double own = plan_->row(plan_->key(sources[lane])) == no_position ? 0 : 1;
      result[lane] = {reached[lane] - own, distance[lane], harmonic[lane], coincident[lane] - own};
    }
    return result;
  }

  void find_distances(std::span<const NodeId> sources) override {
    expects(plan_->cells().size() <= 1, "distances are kept where sweeps do not go by cells");
    begin(sources, false);
    for (const SweepPlan::Cell& cell : plan_->cells())
      kernels_->descend_distances(plan_->down_steps(), arrays(), cell.range);
    end();
  }

  std::uint64_t packed(std::size_t lane, NodeId target) const override {
    const std::uint32_t row = plan_->row(plan_->key(target));
    expects(row != no_position, "the target is swept");
    const Weight distance = distances_[std::size_t{row} * sweep_lanes + lane];
    return distance == far_away<Weight> ? CostGraph::unreachable : distance;
  }

 private:
  // Where a lane's paths begin.
  struct Seed {
    std::uint32_t key;
    std::uint32_t lane;
    Weight weight;
    std::uint32_t access;  // `no_position`: at the source itself
  };

  SweepArrays<Weight> arrays() const {
    return {distances_.data(), counts_.data(),    flows_.data(),     up_distances_.data(), up_counts_.data(),
            up_flows_.data(),  positions_.data(), own_lanes_.data(), plan_->keys().data()};
  }

  // Collects the nodes above the sources, seeds them, and goes up.
  void begin(std::span<const NodeId> sources, bool counting) {
    expects(sources.size() <= sweep_lanes, "a block has at most sixteen sources");
    if (counting && counts_.size() == 0) {
      counts_ = Numbers<double>(plan_->slot_count() * sweep_lanes);
      flows_ = Numbers<double>(plan_->slot_count() * sweep_lanes);
    }
    seeds_.clear();
    members_.clear();
    std::fill_n(most_, sweep_lanes, 0.0);
    for (std::uint32_t lane = 0; lane < sources.size(); ++lane) {
      expects(sources[lane].index() < plan_->graph().node_count(), "the source is a node of the graph");
      const std::uint32_t source = plan_->key(sources[lane]);
      add_seed(source, lane, 0, no_position);
      if (!plan_->is_terminal_key(source)) continue;
      auto index = static_cast<std::uint32_t>(plan_->access_index(source));
      for (const SweepPlan::Access& access : plan_->access(source))
        add_seed(access.key, lane, static_cast<Weight>(access.weight), index++);
    }
    std::ranges::sort(members_);
    const std::size_t numbers = members_.size() * sweep_lanes;
    if (up_distances_.size() < numbers) up_distances_ = Numbers<Weight>(2 * numbers);
    if (counting && up_counts_.size() < numbers) {
      up_counts_ = Numbers<double>(2 * numbers);
      up_flows_ = Numbers<double>(2 * numbers);
    }
    own_lanes_.assign(members_.size(), 0);
    for (std::uint32_t at = 0; at < members_.size(); ++at) positions_[members_[at]] = at;
    std::fill_n(up_distances_.data(), numbers, far_away<Weight>);
    if (counting) {
      std::fill_n(up_counts_.data(), numbers, 0.0);
      std::fill_n(up_flows_.data(), numbers, 0.0);
    }
    for (const Seed& seed : seeds_) {
      const std::uint32_t position = positions_[seed.key];
      const std::size_t at = std::size_t{position} * sweep_lanes + seed.lane;
      if (seed.access == no_position)
        own_lanes_[position] = static_cast<std::uint16_t>(own_lanes_[position] | 1u << seed.lane);
      if (seed.weight < up_distances_[at]) {
        up_distances_[at] = seed.weight;
        if (counting) up_counts_[at] = 1;
      } else if (counting && seed.weight == up_distances_[at]) {
        up_counts_[at] += 1;
      }
    }
    if (counting)
      kernels_->climb(plan_->up(), arrays(), members_.data(), members_.size());
    else
      kernels_->climb_distances(plan_->up_steps(), arrays(), members_.data(), members_.size());
  }

  void add_seed(std::uint32_t key, std::uint32_t lane, Weight weight, std::uint32_t access) {
    seeds_.push_back({key, lane, weight, access});
    for (; key != no_position && positions_[key] == no_position; key = plan_->parent(key)) {
      positions_[key] = 0;
      members_.push_back(key);
    }
  }

  void end() {
    for (const std::uint32_t member : members_) positions_[member] = no_position;
  }

  bool descend(SweepRange range) {
    kernels_->descend(plan_->down(), arrays(), range, most_);
    return std::ranges::all_of(most_, [](double count) { return count <= 0x1p480; });
  }

  void load_demand(std::span<const NodeId> sources, const PairDemand& demand, double scale) {
    if (demand_.size() == 0) {
      demand_ = Numbers<double>(plan_->row_count() * sweep_lanes);
      std::fill_n(demand_.data(), demand_.size(), 0.0);
    }
    for (std::size_t lane = 0; lane < sources.size(); ++lane)
      demand.for_each_target(sources[lane], plan_->graph().node_count(), [&](NodeId target, double amount) {
        demand_[std::size_t{plan_->row(plan_->key(target))} * sweep_lanes + lane] = amount * scale;
      });
  }
  void unload_demand(std::span<const NodeId> sources, const PairDemand& demand) {
    for (std::size_t lane = 0; lane < sources.size(); ++lane)
      demand.for_each_target(sources[lane], plan_->graph().node_count(), [&](NodeId target, double) {
        demand_[std::size_t{plan_->row(plan_->key(target))} * sweep_lanes + lane] = 0;
      });
  }

  const WidthPlan<Weight>* plan_;
  const SweepKernels<Weight>* kernels_;
  Numbers<Weight> distances_;
  Numbers<double> counts_;
  Numbers<double> flows_;
  Numbers<Weight> up_distances_;
  Numbers<double> up_counts_;
  Numbers<double> up_flows_;
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint16_t> own_lanes_;
  std::vector<std::uint32_t> members_;
  std::vector<Seed> seeds_;
  Numbers<double> demand_;
  alignas(64) double most_[sweep_lanes] = {};
};

}  // namespace

template <class Weight>
std::unique_ptr<SweepRunner> make_runner(const WidthPlan<Weight>& plan) {
  return std::make_unique<WidthRunner<Weight>>(plan);
}

template std::unique_ptr<SweepRunner> make_runner(const WidthPlan<std::uint32_t>&);
template std::unique_ptr<SweepRunner> make_runner(const WidthPlan<std::uint64_t>&);

}  // namespace landbridge::detail
