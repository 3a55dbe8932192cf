#include "landbridge/centrality/traversal.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/detail/source_sweep.hpp"

#include <algorithm>
#include <memory>
#include <span>

namespace landbridge {

namespace {

// Under `collapse` arcs that share a flow have to be in the same groups.
void check_sharers(const CostGraph& graph, const ArcGroups& groups) {
  if (graph.parallel() != ParallelArcs::collapse) return;
  for (const NodeId node : graph.topology().nodes())
    for (const CostGraph::Arc& arc : graph.outgoing(node))
      for (const ArcId sharer : graph.sharers(arc.id))
        expects(std::ranges::equal(groups.of(arc.id), groups.of(sharer)),
                "parallel arcs that share a flow are in the same groups");
}

// The part of a source's shortest paths that carries demand, tails before heads.
struct UsedPaths {
  struct Entry {
    std::uint32_t from;  // position in `nodes`
    ArcId arc;
    double share;
  };
  std::vector<NodeId> nodes;
  std::vector<std::uint32_t> first_entry;
  std::vector<Entry> entries;
  // Positions in `nodes` whose entries belong to a group, sorted by (group, position).
  std::vector<std::pair<GroupId, std::uint32_t>> touched;
};

// What is known of a node when it has but one shortest path.
struct OnlyPath {
  NodeId member;  // the nearest node up the path, itself included, that is entered by an arc of some group
  bool tied;      // it has several
};

struct Workspace {
  Workspace(const CostGraph& graph, const ArcGroups& arc_groups, const PairDemand& pair_demand)
      : groups(arc_groups),
        demand(pair_demand),
        amounts(pair_demand, graph.node_count()),
        sweep(graph),
        only(graph.node_count()),
        met(arc_groups.count(), 0),
        met_level(arc_groups.count(), 0),
        totals(graph.node_count(), 0.0),
        positions(graph.node_count(), 0),
        split(graph.node_count() * (arc_groups.levels() + 1)),
        reached(graph.node_count(), 0) {}

  const ArcGroups& groups;
  const PairDemand& demand;
  detail::TargetAmounts amounts;
  detail::SourceSweep<double> sweep;
  std::unique_ptr<detail::SourceSweep<PathCount>> wide_sweep;  // made when a source first needs it

  // For targets with one shortest path.
  IdMap<NodeId, OnlyPath> only;
  IdMap<GroupId, std::uint32_t> met;  // the target (counted from 1) on whose path the group was last met
  IdMap<GroupId, std::uint8_t> met_level;
  std::vector<GroupId> met_groups;
  std::uint32_t target_number = 0;

  // For the others.
  IdMap<NodeId, double> totals;
  IdMap<NodeId, std::uint32_t> positions;
  UsedPaths used;
  std::vector<double> split;           // by position: shares of the paths to it by highest level met
  std::vector<std::uint32_t> reached;  // by position: the group (plus one) whose split is valid
};

// Finds the nodes with one shortest path; those of ties lie behind a tie.
void find_only_paths(Workspace& work) {
  const auto settled = work.sweep.search().settled();
  const NodeId source = settled.front();
  work.only[source] = {source, false};
  for (const NodeId node : settled.subspan(1)) {
    const auto& entry = work.sweep.entry(node);
    const OnlyPath& before = work.only[entry.from];
    work.only[node] = {work.groups.of(entry.arc).empty() ? before.member : node, entry.tied || before.tied};
  }
}

// Walks up the one path to the target and adds its amount to each group met, at the highest level.
void add_only_path(Workspace& work, NodeId target, double* amounts) {
  if (++work.target_number == 0) {  // all numbers have been used
    std::ranges::fill(work.met, 0u);
    work.target_number = 1;
  }
  work.met_groups.clear();
  const NodeId source = work.sweep.source();
  for (NodeId at = work.only[target].member; at != source;) {
    const auto& entry = work.sweep.entry(at);
    for (const auto& [group, level] : work.groups.of(entry.arc)) {
      std::uint8_t& highest = work.met_level[group];
      if (work.met[group] != work.target_number) {
        work.met[group] = work.target_number;
        work.met_groups.push_back(group);
        highest = level;
      } else if (level > highest) {
        highest = level;
      }
    }
    at = work.only[entry.from].member;
  }
  const double amount = work.amounts[target];
  for (const GroupId group : work.met_groups)
    amounts[group.index() * work.groups.levels() + work.met_level[group] - 1] += amount;
}

template <class Count>
void find_used_paths(detail::SourceSweep<Count>& sweep, const ArcGroups& groups, Workspace& scratch) {
  UsedPaths& used = scratch.used;
  used.nodes.clear();
  used.first_entry.clear();
  used.entries.clear();
  used.touched.clear();
  sweep.backward(
      scratch.amounts, [](ArcId, double) {},
      [&](NodeId node, double through) { scratch.totals[node] = through + scratch.amounts[node]; });
  const auto settled = sweep.search().settled();
  for (const NodeId node : settled) {
    if (node != settled.front() && scratch.totals[node] == 0) continue;
    const auto position = static_cast<std::uint32_t>(used.nodes.size());
    scratch.positions[node] = position;
    used.nodes.push_back(node);
    used.first_entry.push_back(static_cast<std::uint32_t>(used.entries.size()));
    if (node == settled.front()) continue;
    // A used node's tight predecessors are used too, but for one whose share is too small for a double.
    sweep.for_each_entry(node, [&](NodeId from, ArcId arc, double share) {
      if (from != settled.front() && scratch.totals[from] == 0) return;
      used.entries.push_back({scratch.positions[from], arc, share});
      for (const ArcGroups::Member& member : groups.of(arc))
        used.touched.emplace_back(member.group, position);
    });
  }
  used.first_entry.push_back(static_cast<std::uint32_t>(used.entries.size()));
  std::ranges::sort(used.touched);
  used.touched.erase(std::unique(used.touched.begin(), used.touched.end()), used.touched.end());
}

// Follows the paths behind the first arcs of one group and adds what ends there, by highest level met.
void add_group(const ArcGroups& groups, GroupId group, std::uint32_t begin, Workspace& scratch,
               double* amount) {
  const UsedPaths& used = scratch.used;
  const std::size_t width = groups.levels() + 1;
  const std::uint32_t mark = group.value() + 1;
  for (std::uint32_t at = begin; at < used.nodes.size(); ++at) {
    double* split = scratch.split.data() + at * width;
    bool met = false;
    for (std::uint32_t e = used.first_entry[at]; e < used.first_entry[at + 1] && !met; ++e)
      met = scratch.reached[used.entries[e].from] == mark || groups.level(used.entries[e].arc, group) != 0;
    if (!met) continue;
    scratch.reached[at] = mark;
    std::fill_n(split, width, 0.0);
    for (std::uint32_t e = used.first_entry[at]; e < used.first_entry[at + 1]; ++e) {
      const auto& [from, arc, share] = used.entries[e];
      const std::size_t level = groups.level(arc, group);
      if (scratch.reached[from] != mark) {
        split[level] += share;
        continue;
      }
      const double* before = scratch.split.data() + from * width;
      for (std::size_t k = 0; k < width; ++k) split[std::max(k, level)] += share * before[k];
    }
    const double ends_here = scratch.amounts[used.nodes[at]];
    if (ends_here == 0) continue;
    for (std::size_t k = 1; k < width; ++k) amount[k - 1] += ends_here * split[k];
  }
}

void add_used_paths(Workspace& scratch, double* amounts) {
  std::ranges::fill(scratch.reached, 0u);
  const auto& touched = scratch.used.touched;
  for (std::size_t i = 0; i < touched.size();) {
    const auto [group, begin] = touched[i];
    add_group(scratch.groups, group, begin, scratch, amounts + group.index() * scratch.groups.levels());
    while (i < touched.size() && touched[i].first == group) ++i;
  }
}

void add_source(const CostGraph& graph, NodeId source, Workspace& work, Traversal& sum) {
  work.amounts.load(source);
  const bool safe = work.sweep.forward(source);
  find_only_paths(work);
  bool ties = false;
  work.demand.for_each_target(source, graph.node_count(), [&](NodeId target, double) {
    if (work.sweep.search().packed(target) == CostGraph::unreachable) {
      sum.unserved += work.amounts[target];
      return;
    }
    sum.served += work.amounts[target];
    if (work.only[target].tied) {
      ties = true;
      return;
    }
    add_only_path(work, target, sum.amount.data());
    work.amounts.drop(target);
  });
  if (!ties) return;
  if (safe) {
    find_used_paths(work.sweep, work.groups, work);
  } else {
    if (!work.wide_sweep) work.wide_sweep = std::make_unique<detail::SourceSweep<PathCount>>(graph);
    work.wide_sweep->forward(source);
    find_used_paths(*work.wide_sweep, work.groups, work);
  }
  add_used_paths(work, sum.amount.data());
}

}  // namespace

ArcGroups::ArcGroups(const Topology& topology, std::size_t groups, std::vector<ArcMembership> memberships)
    : groups_(groups) {
  std::ranges::sort(memberships, {}, [](const ArcMembership& m) { return std::pair(m.arc, m.group); });
  const auto repeated = std::ranges::adjacent_find(
      memberships, [](const auto& a, const auto& b) { return a.arc == b.arc && a.group == b.group; });
  expects(repeated == memberships.end(), "an arc belongs to a group once");
  first_.assign(topology.arc_count() + 1, 0);
  for (const ArcMembership& member : memberships) {
    expects(member.arc.index() < topology.arc_count(), "a member of a group is an arc of the graph");
    expects(member.group.index() < groups, "a group is below the number of groups");
    expects(member.level >= 1 && member.level <= 15, "a level is from 1 to 15");
    ++first_[member.arc.index() + 1];
    members_.push_back({member.group, member.level});
    levels_ = std::max<std::size_t>(levels_, member.level);
  }
  for (std::size_t arc = 0; arc + 1 < first_.size(); ++arc) first_[arc + 1] += first_[arc];
}

std::uint8_t ArcGroups::level(ArcId arc, GroupId group) const {
  for (const Member& member : of(arc))
    if (member.group == group) return member.level;
  return 0;
}

struct TraversalCounter::Scratch {
  Scratch(const CostGraph& costs, const ArcGroups& groups, const PairDemand& demand)
      : graph(costs), work(costs, groups, demand) {}

  const CostGraph& graph;
  Workspace work;
};

TraversalCounter::TraversalCounter(const CostGraph& graph, const ArcGroups& groups,
                                   const PairDemand& demand) {
  expects(groups.arc_count() == graph.topology().arc_count(), "the groups are of the graph's arcs");
  check_sharers(graph, groups);
  scratch_ = std::make_unique<Scratch>(graph, groups, demand);
}
TraversalCounter::~TraversalCounter() = default;
TraversalCounter::TraversalCounter(TraversalCounter&&) noexcept = default;

Traversal TraversalCounter::zero() const {
  const ArcGroups& groups = scratch_->work.groups;
  return {.levels = groups.levels(), .amount = std::vector<double>(groups.count() * groups.levels(), 0.0)};
}

void TraversalCounter::add(NodeId source, Traversal& sum) {
  add_source(scratch_->graph, source, scratch_->work, sum);
}

Traversal TraversalCounter::finish(Traversal sum, const PairDemand& demand) {
  const detail::DemandScale scale(demand);
  for (double& amount : sum.amount) amount = scale.unscaled(amount);
  sum.served = scale.unscaled(sum.served);
  sum.unserved = scale.unscaled(sum.unserved);
  return sum;
}

Traversal traversal(const CostGraph& graph, const ArcGroups& groups, const TraversalOptions& options,
                    const Run& run) {
  const std::vector<NodeId> sources = options.demand.sources(graph.node_count());
  const TraversalCounter empty(graph, groups, options.demand);
  Traversal result = empty.zero();
  reduce_in_order(
      sources.size(), run, [&] { return TraversalCounter(graph, groups, options.demand); },
      [&] { return empty.zero(); },
      [&](TraversalCounter& counter, Traversal& sum, std::size_t item) { counter.add(sources[item], sum); },
      [&](const Traversal& sum) {
        for (std::size_t i = 0; i < sum.amount.size(); ++i) result.amount[i] += sum.amount[i];
        result.served += sum.served;
        result.unserved += sum.unserved;
      });
  return TraversalCounter::finish(std::move(result), options.demand);
}

Traversal traversal(const CostGraph& graph, std::size_t group_count,
                    const std::vector<ArcMembership>& memberships, const TraversalOptions& options,
                    const Run& run) {
  return traversal(graph, ArcGroups(graph.topology(), group_count, memberships), options, run);
}

}  // namespace landbridge
