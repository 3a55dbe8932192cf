// How much demand uses a group of arcs at least once, and what is the most it does there?
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace landbridge {

struct GroupTag;
/// A named set of arcs: everything that happens at one hub, the crossings of one strait.
using GroupId = Id<GroupTag>;

/// `arc` belongs to `group`, at a level from 1 to 15. An arc may belong to several groups, to each once.
struct ArcMembership {
  ArcId arc;
  GroupId group;
  std::uint8_t level = 1;
};

/// Memberships checked and sorted by arc, once for all costs of a topology. ContractError for an arc, group
/// or level out of range, and for an arc that is in a group twice. Complexity O(m + k log k) for k
/// memberships.
class ArcGroups {
 public:
  struct Member {
    GroupId group;
    std::uint8_t level;
    friend bool operator==(const Member&, const Member&) = default;
  };

  ArcGroups(const Topology& topology, std::size_t groups, std::vector<ArcMembership> memberships);

  /// By ascending group.
  std::span<const Member> of(ArcId arc) const {
    return {members_.data() + first_[arc.index()], members_.data() + first_[arc.index() + 1]};
  }
  /// 0 when the arc is not in the group.
  std::uint8_t level(ArcId arc, GroupId group) const;
  std::size_t count() const noexcept { return groups_; }
  /// The highest level named, at least 1.
  std::size_t levels() const noexcept { return levels_; }
  std::size_t arc_count() const noexcept { return first_.size() - 1; }

 private:
  std::size_t groups_;
  std::size_t levels_ = 1;
  std::vector<std::uint32_t> first_;
  std::vector<Member> members_;
};

struct TraversalOptions {
  PairDemand demand = PairDemand::uniform();
};

struct Traversal {
  std::size_t levels = 0;      ///< highest level named
  std::vector<double> amount;  ///< by group, then by level: see `at`
  double served = 0;           ///< demand of connected pairs
  double unserved = 0;         ///< demand of pairs without a path

  /// The demand whose route uses at least one arc of the group and whose highest level there is `level` (1 ..
  /// levels).
  double at(GroupId group, std::size_t level) const { return amount[group.index() * levels + level - 1]; }
};

/// For each group of arcs: sum over pairs of d(s,t) x share of shortest s-t paths that use an arc of the
/// group, split by the highest level met. A path counts once for a group however often it enters, so the
/// levels of a group add up to at most the served demand. With one level and one group an arc it is arc
/// betweenness.
///
/// Group ids are 0 .. groups - 1. Added up, never subtracted: a group on no path has exactly 0. Under
/// ParallelArcs::collapse, memberships of the sharers of a flow must agree (ContractError otherwise).
/// Shares of paths are ratios of counts, finite past the range of doubles. Shortest paths are CostGraph's.
/// Complexity: one search a source, plus for each target with one shortest path the memberships on it, plus
/// for each group on the used paths of the other targets of a source the size of what lies behind it.
/// Determinism: the same bits for any number of threads. Errors: ContractError for an arc, group or level out
/// of range, Cancelled when stopped, LimitError as for betweenness. Reference: group betweenness, Everett and
/// Borgatti 1999, 10.1080/0022250X.1999.9990219.
Traversal traversal(const CostGraph& graph, std::size_t groups, const std::vector<ArcMembership>& memberships,
                    const TraversalOptions& options = {}, const Run& run = {});
/// The same with memberships that were prepared for the graph's topology.
Traversal traversal(const CostGraph& graph, const ArcGroups& groups, const TraversalOptions& options = {},
                    const Run& run = {});

/// The same a source at a time, for callers that spread many graphs over threads themselves: one object a
/// thread. What `add` gives depends on the graph, the demand and the order of the calls alone.
class TraversalCounter {
 public:
  /// All must outlive it. ContractError as `traversal`.
  TraversalCounter(const CostGraph& graph, const ArcGroups& groups, const PairDemand& demand);
  ~TraversalCounter();
  TraversalCounter(TraversalCounter&&) noexcept;

  /// An empty sum.
  Traversal zero() const;
  /// Adds what the source sends, in a unit that `finish` takes away again.
  void add(NodeId source, Traversal& sum);
  /// In the unit of the demand. LimitError past the range of doubles.
  static Traversal finish(Traversal sum, const PairDemand& demand);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace landbridge
