// How do all nodes stand to sixteen sources at once? Distances, counts and flows by sweeps over a hierarchy.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/metric.hpp"
#include "landbridge/paths/pair_demand.hpp"
#include "landbridge/paths/search.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace landbridge {

/// Sources that a sweep serves at once.
inline constexpr std::size_t sweep_lanes = 16;

/// Which instructions the loops use. Every one gives the same bits.
enum class LaneCode { automatic, portable, avx2, avx512 };
/// Whether this processor, and this build, has it.
bool has_lane_code(LaneCode code);
/// What `automatic` stands for; found once.
LaneCode best_lane_code();

struct SweepOptions {
  /// Backward: distances to the sources instead of from them. Flows are forward only.
  SearchDirection direction = SearchDirection::forward;
  /// Only these nodes' distances are wanted; no value: all. Then only what leads down to them is swept.
  std::optional<std::vector<NodeId>> targets = {};
  /// Whether larger graphs are swept piece by piece, so that the numbers of a piece stay in the cache.
  /// Distances of single nodes can then not be read.
  bool by_cells = true;
  /// How, not what: no bit depends on these two.
  LaneCode code = LaneCode::automatic;
  bool wide = false;  ///< 64-bit lanes even where 32 would do
};

/// What flows add up to, in the numbering of the sweeps; made by `Sweeps::flow_sums`.
struct FlowSums {
  std::vector<double> up;       ///< by kept way up
  std::vector<double> down;     ///< by kept way down
  std::vector<double> through;  ///< by key
  std::vector<double> access;   ///< by arc that leaves a terminal
  double served = 0;
  double unserved = 0;

  /// Adds sums of the same sweeps.
  void add(const FlowSums& other);
};

/// What the distances of one source add up to, itself left out.
struct DistanceTally {
  double reached = 0;     ///< nodes
  double distance = 0;    ///< sum of costs: exact below 2^53
  double harmonic = 0;    ///< sum of 1 / cost
  double coincident = 0;  ///< nodes at cost 0
};

namespace detail {
class SweepPlan;
class SweepRunner;
}  // namespace detail

/// A metric's kept ways, laid out in the order in which sweeps meet them.
///
/// A shortest path goes up the hierarchy and then down. *Forward*: from each source up along its ancestors,
/// then all nodes by descending rank from their upper neighbours. *Backward*: flows return the same ways, to
/// the upper neighbours by ascending rank, then down along the ancestors to the sources. No heap and no
/// branch on data but skips of what cannot matter. Terminals end the way down and seed the way up: their arcs
/// are swept, they are not passed.
///
/// Lanes have 32 bits where no distance exceeds 2^31 - 2: by the sum over nodes of the dearest entering arc,
/// or by a landmark's eccentricities where all nodes reach it and are reached. 64 bits otherwise.
///
/// Metric, graph and topology must outlive this. The graph is the one the metric was made of. Memory: 28
/// bytes a kept way (44 in wide lanes). Determinism: what a block of sources gives, and the order in which it
/// is added to sums, depends on graph, costs and sources alone. Geisberger et al.
/// 2012, 10.1287/trsc.1110.0401; sweeps: Delling, Goldberg, Nowatzyk, Werneck
/// 2013, 10.1016/j.jpdc.2012.02.007; flows: Brandes 2001, 10.1080/0022250X.2001.9990249.
class Sweeps {
 public:
  /// ContractError when the metric's hierarchy is of another topology, or a target is not a node of it.
  Sweeps(const Metric& metric, const CostGraph& graph, SweepOptions options = {});
  Sweeps(Sweeps&&) noexcept;
  Sweeps& operator=(Sweeps&&) noexcept;
  ~Sweeps();

  unsigned lane_bits() const noexcept;
  LaneCode code() const noexcept;
  std::size_t cell_count() const noexcept;

  /// Puts sources into the order in which neighbours share most of their way up.
  void sort(std::vector<NodeId>& sources) const;

  /// All zero.
  FlowSums flow_sums() const;
  /// Divides the flows of shortcuts over the arcs they stand for, and adds what they make of nodes and arcs:
  /// the demand through each node, ends not counted, and the demand on each arc. Added up, never subtracted.
  /// Under `collapse` the first of the sharers gets all. O(triangles), once for all sources.
  void unpack(const FlowSums& sums, IdMap<NodeId, double>& nodes, IdMap<ArcId, double>& arcs) const;

 private:
  friend class SweepWorker;
  std::unique_ptr<detail::SweepPlan> plan_;
};

/// The numbers of one thread; 320 bytes a node swept at once (384 in wide lanes). The sweeps must outlive it.
class SweepWorker {
 public:
  explicit SweepWorker(const Sweeps& sweeps);
  explicit SweepWorker(Sweeps&&) = delete;
  SweepWorker(SweepWorker&&) noexcept;
  SweepWorker& operator=(SweepWorker&&) noexcept;
  ~SweepWorker();

  /// Adds the demand of up to 16 different sources, each amount times `scale`. False when a count has left
  /// the safe range, 2^480: then nothing has been added where there is one cell, and sums are spoilt where
  /// there are several (ask `counts_are_safe` first, or begin again).
  bool add_flows(std::span<const NodeId> sources, const PairDemand& demand, double scale, FlowSums& sums);
  /// The forward half alone.
  bool counts_are_safe(std::span<const NodeId> sources);

  /// Over all nodes that are swept.
  std::array<DistanceTally, sweep_lanes> tally(std::span<const NodeId> sources);

  /// Finds the distances of up to 16 sources; `packed` reads them. ContractError where sweeps go by cells.
  void find_distances(std::span<const NodeId> sources);
  /// As CostGraph packs it; of a target, where targets were named.
  std::uint64_t packed(std::size_t lane, NodeId target) const;

 private:
  std::unique_ptr<detail::SweepRunner> runner_;
};

}  // namespace landbridge
