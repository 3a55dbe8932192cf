#include "paths/sweep_plan.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace landbridge::detail {

namespace {

constexpr std::uint64_t widest_narrow = (std::uint64_t{1} << 31) - 2;
constexpr std::size_t swept_whole = 6000;  // rows whose numbers stay in a core's own cache
constexpr std::uint32_t cell_size = 1000;  // most rows of a cell

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
  return std::min(a + b, CostGraph::unreachable);
}

// The largest packed distance from (to) the node; nothing when one with an arc in (out) is not reached.
std::optional<std::uint64_t> eccentricity(const Metric& metric, const CostGraph& graph, NodeId landmark,
                                          SearchDirection direction) {
  const bool forward = direction == SearchDirection::forward;
  const Sweeps sweeps(metric, graph, {.direction = direction, .by_cells = false, .wide = true});
  SweepWorker worker(sweeps);
  worker.find_distances(std::span(&landmark, 1));
  std::uint64_t largest = 0;
  for (const NodeId node : graph.topology().nodes()) {
    if ((forward ? graph.incoming(node) : graph.outgoing(node)).empty()) continue;
    const std::uint64_t distance = worker.packed(0, node);
    if (distance == CostGraph::unreachable) return std::nullopt;
    largest = std::max(largest, distance);
  }
  return largest;
}

// Triangle inequality over the node of the highest rank: no path from a node that has an arc out to one that
// has an arc in is longer.
std::uint64_t landmark_bound(const Metric& metric, const CostGraph& graph) {
  const Hierarchy& hierarchy = metric.hierarchy();
  if (hierarchy.rank_count() == 0) return CostGraph::unreachable;
  const NodeId landmark = hierarchy.node(Rank::at(hierarchy.rank_count() - 1));
  const auto out = eccentricity(metric, graph, landmark, SearchDirection::forward);
  const auto in = out ? eccentricity(metric, graph, landmark, SearchDirection::backward) : std::nullopt;
  return in ? sum(*in, *out) : CostGraph::unreachable;
}

}  // namespace

std::unique_ptr<SweepPlan> SweepPlan::make(const Metric& metric, const CostGraph& graph,
                                           SweepOptions options) {
  expects(&graph.topology() == &metric.hierarchy().topology(), "metric and graph are of one topology");
  if (options.targets)
    for (const NodeId target : *options.targets)
      expects(target.index() < graph.node_count(), "a target is a node of the graph");
  const bool narrow =
      !options.wide && (metric.widest() <= widest_narrow || landmark_bound(metric, graph) <= widest_narrow);
  if (narrow) return std::make_unique<WidthPlan<std::uint32_t>>(metric, graph, std::move(options));
  return std::make_unique<WidthPlan<std::uint64_t>>(metric, graph, std::move(options));
}

SweepPlan::SweepPlan(const Metric& metric, const CostGraph& graph, SweepOptions options)
    : metric_(&metric),
      graph_(&graph),
      options_(std::move(options)),
      code_(options_.code == LaneCode::automatic ? best_lane_code() : options_.code) {
  expects(has_lane_code(code_), "this processor has the instructions asked for");
  terminal_keys_.assign(graph.node_count(), no_position);
  for (const NodeId node : graph.topology().nodes()) {
    expects(graph.is_terminal(node) == metric.hierarchy().rank(node).is_none(),
            "metric and graph have the same terminals");
    if (!graph.is_terminal(node)) continue;
    terminal_keys_[node.index()] = terminal_count();
    terminals_.push_back(node);
  }
  choose_rows();
}

void SweepPlan::choose_rows() {
  rows_.assign(key_count(), no_position);
  shifts_.clear();
  const bool cells =
      options_.by_cells && !options_.targets && terminals_.empty() && key_count() > swept_whole;
  if (cells) {
    choose_cells();
    return;
  }
  if (options_.targets) {
    // What leads down to the targets: their ancestors, and those of the arcs into terminals.
    const auto mark = [&](std::uint32_t key) {
      for (; key != no_position && rows_[key] == no_position; key = parent(key)) rows_[key] = 0;
    };
    const bool forward = options_.direction == SearchDirection::forward;
    for (const NodeId target : *options_.targets) {
      mark(key(target));
      if (graph_->is_terminal(target))
        for (const CostGraph::Arc& arc : forward ? graph_->incoming(target) : graph_->outgoing(target))
          if (!graph_->is_terminal(arc.other)) mark(key(arc.other));
    }
    for (std::uint32_t key = 0; key < key_count(); ++key)
      if (rows_[key] != no_position) keys_.push_back(key);
  } else {
    for (std::uint32_t key = 0; key < key_count(); ++key) keys_.push_back(key);
  }
  for (std::uint32_t row = 0; row < keys_.size(); ++row) rows_[keys_[row]] = row;
  shifts_.assign(keys_.size(), 0);
  slots_ = keys_.size();
  cells_.push_back({{0, static_cast<std::uint32_t>(keys_.size()), 0}});
}

// Cells are the largest subtrees of at most `cell_size` nodes, the top is the rest. No terminals: keys are
// ranks.
void SweepPlan::choose_cells() {
  const Hierarchy& hierarchy = metric_->hierarchy();
  std::vector<std::uint32_t> sizes(key_count(), 1);
  for (const Rank rank : hierarchy.ranks())
    if (const Rank parent = hierarchy.parent(rank); !parent.is_none())
      sizes[parent.index()] += sizes[rank.index()];
  for (std::uint32_t key = 0; key < key_count(); ++key)
    if (sizes[key] > cell_size) keys_.push_back(key);
  const auto top = static_cast<std::uint32_t>(keys_.size());
  shifts_.assign(top, 0);
  top_ = {0, top, 0};
  std::uint32_t largest = 0;
  for (std::uint32_t key = 0; key < key_count(); ++key) {
    const std::uint32_t above = parent(key);
    if (sizes[key] > cell_size || (above != no_position && sizes[above] <= cell_size)) continue;
    const auto begin = static_cast<std::uint32_t>(keys_.size());
    for (std::uint32_t member = key + 1 - sizes[key]; member <= key; ++member) {
      keys_.push_back(member);
      shifts_.push_back(begin - top);
    }
    largest = std::max(largest, sizes[key]);
    cells_.push_back({{begin, begin + sizes[key], begin - top}});
  }
  for (std::uint32_t row = 0; row < keys_.size(); ++row) rows_[keys_[row]] = row;
  slots_ = std::size_t{top} + largest;
}

// An arc that no lane can hold lies on no shortest path.
void SweepPlan::collect_access(std::uint64_t widest) {
  access_first_.assign(1, 0);
  for (const NodeId terminal : terminals_) {
    const bool forward = options_.direction == SearchDirection::forward;
    for (const CostGraph::Arc& arc : forward ? graph_->outgoing(terminal) : graph_->incoming(terminal))
      if (arc.weight < widest) access_.push_back({key(arc.other), arc.weight, arc.id});
    access_first_.push_back(static_cast<std::uint32_t>(access_.size()));
  }
}

template <class Weight>
WidthPlan<Weight>::WidthPlan(const Metric& metric, const CostGraph& graph, SweepOptions options)
    : SweepPlan(metric, graph, std::move(options)) {
  constexpr std::uint64_t far = far_away<Weight>;
  collect_access(far);
  up_first_.assign(terminals_.size() + 1, 0);
  for (const Rank rank : metric.hierarchy().ranks()) {
    for_each_rise(rank, [&](std::uint32_t upper, const Shortcut& way, EdgeId edge) {
      up_ways_.push_back({way.count, static_cast<Weight>(way.weight), upper});
      up_edges_.push_back(edge);
    });
    up_first_.push_back(static_cast<std::uint32_t>(up_ways_.size()));
  }
  down_first_.assign(1, 0);
  const auto add_down = [&](std::uint32_t from, double count, std::uint64_t weight) {
    const std::uint32_t row = rows_[from];
    down_ways_.push_back({count, static_cast<Weight>(weight), row - shifts_[row]});
  };
  const bool forward = options_.direction == SearchDirection::forward;
  for (const std::uint32_t key : keys_) {
    if (is_terminal_key(key)) {
      const NodeId terminal = terminals_[key];
      for (const CostGraph::Arc& arc : forward ? graph.incoming(terminal) : graph.outgoing(terminal)) {
        if (graph.is_terminal(arc.other) || arc.weight >= far) continue;
        add_down(this->key(arc.other), 1, arc.weight);
        down_edges_.push_back(EdgeId::none());
        down_arcs_.push_back(arc.id);
      }
    } else {
      for_each_fall(Rank(key - terminal_count()), [&](std::uint32_t upper, const Shortcut& way, EdgeId edge) {
        add_down(upper, way.count, way.weight);
        down_edges_.push_back(edge);
      });
    }
    down_first_.push_back(static_cast<std::uint32_t>(down_ways_.size()));
  }
  const auto steps = [](const std::vector<SweepWay<Weight>>& ways) {
    std::vector<SweepStep<Weight>> result;
    result.reserve(ways.size());
    for (const SweepWay<Weight>& way : ways) result.push_back({way.weight, way.to});
    return result;
  };
  up_steps_ = steps(up_ways_);
  down_steps_ = steps(down_ways_);
}

template <class Weight>
std::unique_ptr<SweepRunner> WidthPlan<Weight>::runner() const {
  return make_runner(*this);
}

FlowSums SweepPlan::flow_sums() const {
  return {.up = std::vector<double>(up_count(), 0.0),
          .down = std::vector<double>(down_count(), 0.0),
          .through = std::vector<double>(key_count(), 0.0),
          .access = std::vector<double>(access_.size(), 0.0)};
}

void SweepPlan::unpack(const FlowSums& sums, IdMap<NodeId, double>& nodes, IdMap<ArcId, double>& arcs) const {
  const Metric& metric = *metric_;
  const Hierarchy& hierarchy = metric.hierarchy();
  struct Flows {
    double up = 0;
    double down = 0;
  };
  // Flow, and when it is final flow over the number of paths.
  IdMap<EdgeId, Flows> flows(hierarchy.edge_count());
  for (std::size_t way = 0; way < up_edges_.size(); ++way) flows[up_edges_[way]].up += sums.up[way];
  for (std::size_t way = 0, arc = 0; way < down_edges_.size(); ++way) {
    if (down_edges_[way].is_none())
      arcs[down_arcs_[arc++]] += sums.down[way];
    else
      flows[down_edges_[way]].down += sums.down[way];
  }
  for (std::size_t i = 0; i < access_.size(); ++i) arcs[access_[i].arc] += sums.access[i];

  for (std::size_t at = hierarchy.rank_count(); at-- > 0;) {
    const Rank rank = Rank::at(at);
    double middle = 0;  // of shortcuts that this node is the lowest of
    hierarchy.for_each_triangle(rank, [&](EdgeId low, EdgeId high, EdgeId opposite) {
      const Flows paths = flows[opposite];
      if (paths.up > 0) {
        const Shortcut first = metric.down(low);
        const Shortcut second = metric.up(high);
        if (first.weight + second.weight == metric.up(opposite).weight) {
          const double flow = paths.up * first.count * second.count;
          flows[low].down += flow;
          flows[high].up += flow;
          middle += flow;
        }
      }
      if (paths.down > 0) {
        const Shortcut first = metric.down(high);
        const Shortcut second = metric.up(low);
        if (first.weight + second.weight == metric.down(opposite).weight) {
          const double flow = paths.down * first.count * second.count;
          flows[high].down += flow;
          flows[low].up += flow;
          middle += flow;
        }
      }
    });
    nodes[hierarchy.node(rank)] += sums.through[terminals_.size() + at] + middle;
    for (const EdgeId edge : hierarchy.edges_up(rank)) {
      Flows& own = flows[edge];
      if (own.up > 0) own.up /= metric.up(edge).count;
      if (own.down > 0) own.down /= metric.down(edge).count;
    }
  }
  for (const NodeId node : graph_->topology().nodes())
    for (const CostGraph::Arc& arc : graph_->outgoing(node)) {
      const auto [edge, up] = hierarchy.position(arc.id);
      if (edge.is_none()) continue;
      const std::uint64_t weight = up ? metric.up(edge).weight : metric.down(edge).weight;
      if (arc.weight == weight) arcs[arc.id] += up ? flows[edge].up : flows[edge].down;
    }
}

template class WidthPlan<std::uint32_t>;
template class WidthPlan<std::uint64_t>;

}  // namespace landbridge::detail
