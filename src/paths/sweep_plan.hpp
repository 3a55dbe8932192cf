// In which order are nodes swept, and by which ways? The layout behind Sweeps.
#pragma once

#include "landbridge/paths/sweeps.hpp"
#include "paths/sweep_kernels.hpp"

#include <memory>
#include <span>
#include <vector>

namespace landbridge::detail {

/// Nodes have *keys*: terminals first, by id, then all others by rank. What is swept has *rows*: keys
/// ascending, or the top of the hierarchy and then cell after cell.
class SweepPlan {
 public:
  /// An arc by which a terminal begins (backward: ends) paths.
  struct Access {
    std::uint32_t key;
    std::uint64_t weight;
    ArcId arc;
  };
  /// A part of the rows. The numbers of a cell stand behind those of the top, in the same memory for all
  /// cells.
  struct Cell {
    SweepRange range;
  };

  static std::unique_ptr<SweepPlan> make(const Metric& metric, const CostGraph& graph, SweepOptions options);
  virtual ~SweepPlan() = default;

  virtual unsigned lane_bits() const noexcept = 0;
  virtual std::unique_ptr<SweepRunner> runner() const = 0;
  virtual std::size_t up_count() const noexcept = 0;
  virtual std::size_t down_count() const noexcept = 0;

  std::uint32_t key(NodeId node) const {
    const Rank rank = metric_->hierarchy().rank(node);
    return rank.is_none() ? terminal_keys_[node.index()] : terminal_count() + rank.value();
  }
  std::uint32_t terminal_count() const { return static_cast<std::uint32_t>(terminals_.size()); }
  std::size_t key_count() const { return terminals_.size() + metric_->hierarchy().rank_count(); }
  bool is_terminal_key(std::uint32_t key) const { return key < terminal_count(); }
  /// The next higher key on the way up; `no_position` at the end.
  std::uint32_t parent(std::uint32_t key) const {
    if (is_terminal_key(key)) return no_position;
    const Rank parent = metric_->hierarchy().parent(Rank(key - terminal_count()));
    return parent.is_none() ? no_position : terminal_count() + parent.value();
  }
  std::span<const Access> access(std::uint32_t terminal) const {
    return std::span(access_).subspan(access_first_[terminal],
                                      access_first_[terminal + 1] - access_first_[terminal]);
  }
  std::size_t access_index(std::uint32_t terminal) const { return access_first_[terminal]; }

  const Metric& metric() const { return *metric_; }
  const CostGraph& graph() const { return *graph_; }
  const SweepOptions& options() const { return options_; }
  LaneCode code() const { return code_; }

  std::size_t row_count() const { return keys_.size(); }
  std::size_t slot_count() const { return slots_; }
  SweepRange top() const { return top_; }
  const std::vector<Cell>& cells() const { return cells_; }
  const std::vector<std::uint32_t>& keys() const { return keys_; }
  std::uint32_t row(std::uint32_t key) const { return rows_[key]; }  ///< `no_position`: not swept

  FlowSums flow_sums() const;
  void unpack(const FlowSums& sums, IdMap<NodeId, double>& nodes, IdMap<ArcId, double>& arcs) const;

 protected:
  SweepPlan(const Metric& metric, const CostGraph& graph, SweepOptions options);

  void choose_rows();
  void choose_cells();
  void collect_access(std::uint64_t widest);

  // Calls `visit(key of the upper end, shortcut, edge)` for each kept way on which paths of the direction
  // rise (fall) from (to) a rank.
  template <class Visit>
  void for_each_rise(Rank rank, Visit&& visit) const {
    for_each_kept(rank, options_.direction == SearchDirection::forward, visit);
  }
  template <class Visit>
  void for_each_fall(Rank rank, Visit&& visit) const {
    for_each_kept(rank, options_.direction == SearchDirection::backward, visit);
  }

  const Metric* metric_;
  const CostGraph* graph_;
  SweepOptions options_;
  LaneCode code_;
  std::vector<NodeId> terminals_;
  std::vector<std::uint32_t> terminal_keys_;  // by node
  std::vector<Access> access_;
  std::vector<std::uint32_t> access_first_;
  std::vector<std::uint32_t> keys_;    // by row
  std::vector<std::uint32_t> rows_;    // by key
  std::vector<std::uint32_t> shifts_;  // by row: row - slot
  std::size_t slots_ = 0;
  SweepRange top_{0, 0, 0};
  std::vector<Cell> cells_;
  std::vector<EdgeId> up_edges_;    // by way up
  std::vector<EdgeId> down_edges_;  // by way down; none: an arc of a terminal
  std::vector<ArcId> down_arcs_;    // of terminals' ways, which come first

 private:
  template <class Visit>
  void for_each_kept(Rank rank, bool up, Visit&& visit) const {
    const Hierarchy& hierarchy = metric_->hierarchy();
    for (const EdgeId edge : hierarchy.edges_up(rank)) {
      if (!(up ? metric_->keeps_up(edge) : metric_->keeps_down(edge))) continue;
      visit(terminal_count() + hierarchy.upper(edge).value(), up ? metric_->up(edge) : metric_->down(edge),
            edge);
    }
  }
};

/// What SweepWorker asks for, in one width of lanes.
class SweepRunner {
 public:
  virtual ~SweepRunner() = default;
  virtual bool add_flows(std::span<const NodeId> sources, const PairDemand& demand, double scale,
                         FlowSums& sums) = 0;
  virtual bool counts_are_safe(std::span<const NodeId> sources) = 0;
  virtual std::array<DistanceTally, sweep_lanes> tally(std::span<const NodeId> sources) = 0;
  virtual void find_distances(std::span<const NodeId> sources) = 0;
  virtual std::uint64_t packed(std::size_t lane, NodeId target) const = 0;
};

template <class Weight>
class WidthPlan final : public SweepPlan {
 public:
  WidthPlan(const Metric& metric, const CostGraph& graph, SweepOptions options);

  unsigned lane_bits() const noexcept override { return 8 * sizeof(Weight); }
  std::unique_ptr<SweepRunner> runner() const override;
  std::size_t up_count() const noexcept override { return up_ways_.size(); }
  std::size_t down_count() const noexcept override { return down_ways_.size(); }

  SweepRows<SweepWay<Weight>> up() const { return {up_first_.data(), up_ways_.data()}; }
  SweepRows<SweepWay<Weight>> down() const { return {down_first_.data(), down_ways_.data()}; }
  SweepRows<SweepStep<Weight>> up_steps() const { return {up_first_.data(), up_steps_.data()}; }
  SweepRows<SweepStep<Weight>> down_steps() const { return {down_first_.data(), down_steps_.data()}; }

 private:
  std::vector<std::uint32_t> up_first_;  // by key
  std::vector<SweepWay<Weight>> up_ways_;
  std::vector<SweepStep<Weight>> up_steps_;
  std::vector<std::uint32_t> down_first_;  // by row
  std::vector<SweepWay<Weight>> down_ways_;
  std::vector<SweepStep<Weight>> down_steps_;
};

template <class Weight>
std::unique_ptr<SweepRunner> make_runner(const WidthPlan<Weight>& plan);

}  // namespace landbridge::detail
