#include "landbridge/centrality/traversal.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/detail/source_sweep.hpp"

#include <algorithm>
#include <memory>
#include <span>

namespace landbridge {

namespace {

struct Membership {
  GroupId group;
  std::uint8_t level;
  friend bool operator==(const Membership&, const Membership&) = default;
};

// Memberships by arc.
class Groups {
 public:
  Groups(const CostGraph& graph, std::size_t groups, std::vector<ArcMembership> memberships)
      : groups_(groups) {
    std::ranges::sort(memberships, {}, [](const ArcMembership& m) { return std::pair(m.arc, m.group); });
    const auto repeated = std::ranges::adjacent_find(
        memberships, [](const auto& a, const auto& b) { return a.arc == b.arc && a.group == b.group; });
    expects(repeated == memberships.end(), "an arc belongs to a group once");
    first_.assign(graph.topology().arc_count() + 1, 0);
    for (const ArcMembership& member : memberships) {
      expects(member.arc.index() < graph.topology().arc_count(),
              "a member of a group is an arc of the graph");
      expects(member.group.index() < groups, "a group is below the number of groups");
      expects(member.level >= 1 && member.level <= 15, "a level is from 1 to 15");
      ++first_[member.arc.index() + 1];
      members_.push_back({member.group, member.level});
      levels_ = std::max<std::size_t>(levels_, member.level);
    }
    for (std::size_t arc = 0; arc + 1 < first_.size(); ++arc) first_[arc + 1] += first_[arc];
    if (graph.parallel() == ParallelArcs::collapse) check_sharers(graph);
  }

  std::span<const Membership> of(ArcId arc) const {
    return std::span(members_).subspan(first_[arc.index()], first_[arc.index() + 1] - first_[arc.index()]);
  }
  std::uint8_t level(ArcId arc, GroupId group) const {
    for (const Membership& member : of(arc))
      if (member.group == group) return member.level;
    return 0;
  }
  std::size_t count() const { return groups_; }
  std::size_t levels() const { return levels_; }

 private:
  void check_sharers(const CostGraph& graph) const {
    for (const NodeId node : graph.topology().nodes())
      for (const CostGraph::Arc& arc : graph.outgoing(node))
        for (const ArcId sharer : graph.sharers(arc.id))
          expects(std::ranges::equal(of(arc.id), of(sharer)),
                  "parallel arcs that share a flow are in the same groups");
  }

  std::size_t groups_;
  std::size_t levels_ = 1;
  std::vector<std::uint32_t> first_;
  std::vector<Membership> members_;
};

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

struct Scratch {
  Scratch(const CostGraph& graph, const PairDemand& demand, std::size_t levels)
      : amounts(demand, graph.node_count()),
        sweep(graph),
        totals(graph.node_count(), 0.0),
        positions(graph.node_count(), 0),
        split(graph.node_count() * (levels + 1)),
        reached(graph.node_count(), 0) {}

  detail::TargetAmounts amounts;
  detail::SourceSweep<double> sweep;
  std::unique_ptr<detail::SourceSweep<PathCount>> wide_sweep;  // made when a source first needs it
  IdMap<NodeId, double> totals;
  IdMap<NodeId, std::uint32_t> positions;
  UsedPaths used;
  std::vector<double> split;           // by position: shares of the paths to it by highest level met
  std::vector<std::uint32_t> reached;  // by position: the group (plus one) whose split is valid
};

struct Sum {
  std::vector<double> amount;
  double served = 0;
  double unserved = 0;
};

template <class Count>
void find_used_paths(detail::SourceSweep<Count>& sweep, const Groups& groups, Scratch& scratch) {
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
      for (const Membership& member : groups.of(arc)) used.touched.emplace_back(member.group, position);
    });
  }
  used.first_entry.push_back(static_cast<std::uint32_t>(used.entries.size()));
  std::ranges::sort(used.touched);
  used.touched.erase(std::unique(used.touched.begin(), used.touched.end()), used.touched.end());
}

// Follows the paths behind the first arcs of one group and adds what ends there, by highest level met.
void add_group(const Groups& groups, GroupId group, std::uint32_t begin, Scratch& scratch, double* amount) {
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

void add_source(const Groups& groups, Scratch& scratch, Sum& sum) {
  std::ranges::fill(scratch.reached, 0u);
  const auto& touched = scratch.used.touched;
  for (std::size_t i = 0; i < touched.size();) {
    const auto [group, begin] = touched[i];
    add_group(groups, group, begin, scratch, sum.amount.data() + group.index() * groups.levels());
    while (i < touched.size() && touched[i].first == group) ++i;
  }
}

}  // namespace

Traversal traversal(const CostGraph& graph, std::size_t group_count,
                    const std::vector<ArcMembership>& memberships, const TraversalOptions& options,
                    const Run& run) {
  const Groups groups(graph, group_count, memberships);
  const std::vector<NodeId> sources = options.demand.sources(graph.node_count());
  Traversal result{.levels = groups.levels(),
                   .amount = std::vector<double>(groups.count() * groups.levels(), 0.0)};
  reduce_in_order(
      sources.size(), run, [&] { return Scratch(graph, options.demand, groups.levels()); },
      [&] { return Sum{.amount = std::vector<double>(result.amount.size(), 0.0)}; },
      [&](Scratch& scratch, Sum& sum, std::size_t item) {
        const NodeId source = sources[item];
        scratch.amounts.load(source);
        if (scratch.sweep.forward(source)) {
          find_used_paths(scratch.sweep, groups, scratch);
        } else {
          if (!scratch.wide_sweep)
            scratch.wide_sweep = std::make_unique<detail::SourceSweep<PathCount>>(graph);
          scratch.wide_sweep->forward(source);
          find_used_paths(*scratch.wide_sweep, groups, scratch);
        }
        add_source(groups, scratch, sum);
        options.demand.for_each_target(source, graph.node_count(), [&](NodeId target, double) {
          const bool reached = scratch.sweep.search().packed(target) != CostGraph::unreachable;
          (reached ? sum.served : sum.unserved) += scratch.amounts[target];
        });
      },
      [&](const Sum& sum) {
        for (std::size_t i = 0; i < sum.amount.size(); ++i) result.amount[i] += sum.amount[i];
        result.served += sum.served;
        result.unserved += sum.unserved;
      });
  const detail::DemandScale scale(options.demand);
  for (double& amount : result.amount) amount = scale.unscaled(amount);
  result.served = scale.unscaled(result.served);
  result.unserved = scale.unscaled(result.unserved);
  return result;
}

}  // namespace landbridge
