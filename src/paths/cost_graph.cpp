#include "landbridge/paths/cost_graph.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <queue>
#include <tuple>
#include <utility>

namespace landbridge {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t widest = CostGraph::unreachable - 1;  // 2^63 - 2

bool fits(Wide bound, unsigned free_bits) {
  return ((bound + 1) << free_bits) - 1 <= widest;
}

// Sum over nodes of the dearest arc that enters: no simple path costs more.
Wide sum_of_dearest(const Topology& topology, const Costs& costs, const std::vector<ArcId>& kept) {
  IdMap<NodeId, std::int64_t> dearest(topology.node_count(), 0);
  for (const ArcId arc : kept) {
    std::int64_t& most = dearest[topology.head(arc)];
    most = std::max(most, costs[arc].quanta());
  }
  Wide sum = 0;
  for (const std::int64_t cost : dearest) sum += static_cast<std::uint64_t>(cost);
  return sum;
}

// The largest distance from (or to) the landmark in 128 bits; nothing when some node is not reached.
std::optional<Wide> eccentricity(const Topology& topology, const Costs& costs, const NodeMask& terminals,
                                 const IdMap<ArcId, unsigned char>& usable, NodeId landmark, bool outward) {
  constexpr Wide far = ~Wide{0};
  IdMap<NodeId, Wide> distances(topology.node_count(), far);
  using Entry = std::pair<Wide, NodeId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  distances[landmark] = 0;
  queue.emplace(0, landmark);
  Wide largest = 0;
  std::size_t reached = 0;
  while (!queue.empty()) {
    const auto [distance, node] = queue.top();
    queue.pop();
    if (distance != distances[node]) continue;
    ++reached;
    largest = distance;
    if (terminals[node] && node != landmark) continue;
    for (const ArcId arc : outward ? topology.outgoing(node) : topology.incoming(node)) {
      if (!usable[arc]) continue;
      const NodeId other = outward ? topology.head(arc) : topology.tail(arc);
      const Wide through = distance + static_cast<std::uint64_t>(costs[arc].quanta());
      if (through < distances[other]) {
        distances[other] = through;
        queue.emplace(through, other);
      }
    }
  }
  if (reached != topology.node_count()) return std::nullopt;
  return largest;
}

// In- plus out-eccentricity of the first node that may be passed through: no shortest path costs more.
std::optional<Wide> landmark_bound(const Topology& topology, const Costs& costs, const NodeMask& terminals,
                                   const std::vector<ArcId>& kept) {
  const auto nodes = topology.nodes();
  const auto landmark = std::ranges::find_if(nodes, [&](NodeId node) { return !terminals[node]; });
  if (landmark == nodes.end()) return std::nullopt;
  IdMap<ArcId, unsigned char> usable(topology.arc_count(), 0);
  for (const ArcId arc : kept) usable[arc] = 1;
  const auto out = eccentricity(topology, costs, terminals, usable, *landmark, true);
  const auto in = out ? eccentricity(topology, costs, terminals, usable, *landmark, false) : std::nullopt;
  if (!in) return std::nullopt;
  return *out + *in;
}

}  // namespace

CostGraph::CostGraph(const Topology& topology, const Costs& costs, CostGraphOptions options)
    : topology_(&topology), options_(std::move(options)) {
  expects(costs.size() == topology.arc_count(), "there is one cost for each arc");
  std::vector<ArcId> kept;
  for (const ArcId arc : topology.arcs()) {
    expects(costs[arc] >= Cost(0), "a cost is not negative");
    if (!costs[arc].is_closed() && !topology.is_loop(arc)) kept.push_back(arc);
  }
  if (options_.parallel == ParallelArcs::collapse) collapse_parallel(costs, kept);

  NodeMask free_heads(topology.node_count());
  for (const ArcId arc : kept) {
    if (costs[arc] != Cost(0)) continue;
    ++free_arcs_;
    free_heads.set(topology.head(arc));
  }
  free_bits_ = static_cast<unsigned>(std::bit_width(free_heads.count()));

  if (!fits(sum_of_dearest(topology, costs, kept), free_bits_)) {
    const auto bound = landmark_bound(topology, costs, options_.terminals, kept);
    if (!bound || !fits(*bound, free_bits_))
      throw LimitError(
          "the costs are too wide for exact 64-bit distances: a path could cost 2^63 - 1 quanta or more; "
          "choose a larger quantum");
    // An arc dearer than every shortest path lies on none, and its weight might not fit.
    std::erase_if(kept, [&](ArcId arc) { return static_cast<std::uint64_t>(costs[arc].quanta()) > *bound; });
  }

  std::vector<std::pair<ArcId, std::uint64_t>> weighted;
  weighted.reserve(kept.size());
  for (const ArcId arc : kept)
    weighted.emplace_back(arc, static_cast<std::uint64_t>(costs[arc].quanta()) << free_bits_ |
                                   static_cast<std::uint64_t>(costs[arc] == Cost(0)));
  out_ = rows(topology, weighted, true);
  in_ = rows(topology, weighted, false);
}

CostGraph::Rows CostGraph::rows(const Topology& topology,
                                const std::vector<std::pair<ArcId, std::uint64_t>>& kept, bool outgoing) {
  Rows rows;
  rows.first.assign(topology.node_count() + 1, 0);
  const auto& ends = outgoing ? topology.tails() : topology.heads();
  const auto& others = outgoing ? topology.heads() : topology.tails();
  for (const auto& [arc, weight] : kept) ++rows.first[ends[arc].index() + 1];
  for (std::size_t node = 0; node < topology.node_count(); ++node) rows.first[node + 1] += rows.first[node];
  rows.arcs.resize(kept.size());
  std::vector<std::uint32_t> next(rows.first.begin(), rows.first.end() - 1);
  for (const auto& [arc, weight] : kept) rows.arcs[next[ends[arc].index()]++] = {others[arc], arc, weight};
  return rows;
}

void CostGraph::collapse_parallel(const Costs& costs, std::vector<ArcId>& kept) {
  const auto key = [&](ArcId arc) {
    return std::tuple(topology_->tail(arc), topology_->head(arc), costs[arc], arc);
  };
  std::ranges::sort(kept, {}, key);
  const auto same_ends = [&](ArcId a, ArcId b) {
    return topology_->tail(a) == topology_->tail(b) && topology_->head(a) == topology_->head(b);
  };
  sharer_first_.assign(topology_->arc_count(), 0);
  sharer_count_.assign(topology_->arc_count(), 0);
  std::vector<ArcId> leaders;
  for (std::size_t i = 0; i < kept.size();) {
    const ArcId leader = kept[i];
    sharer_first_[leader] = static_cast<std::uint32_t>(sharer_arcs_.size());
    leaders.push_back(leader);
    for (; i < kept.size() && same_ends(leader, kept[i]); ++i) {
      if (costs[kept[i]] != costs[leader]) continue;
      sharer_arcs_.push_back(kept[i]);
      ++sharer_count_[leader];
    }
  }
  std::ranges::sort(leaders);
  kept = std::move(leaders);
}

std::uint64_t CostGraph::packed(Cost cost) const noexcept {
  if (cost.is_closed() || static_cast<std::uint64_t>(cost.quanta()) > widest >> free_bits_)
    return unreachable;
  return static_cast<std::uint64_t>(cost.quanta()) << free_bits_;
}

}  // namespace landbridge
