#include "landbridge/paths/hierarchy.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/error.hpp"

#include <utility>

namespace landbridge {

Hierarchy::Hierarchy(const Topology& topology, NodeOrder order)
    : topology_(&topology), order_(std::move(order)) {
  expects(order_.ranks.size() == topology.node_count(), "the order is one of this topology's nodes");
  if (order_.exceeded || order_.edges > none / 2 - 1)
    throw LimitError("the completion of this graph is too large for a hierarchy: more than " +
                     std::to_string(order_.edges - 1) + " edges");
  complete();
  find_positions();
}

void Hierarchy::complete() {
  const std::size_t n = rank_count();
  std::vector<std::uint32_t> child_first(n + 2, 0);  // children, by parent
  for (const Rank parent : order_.parents)
    if (!parent.is_none()) ++child_first[parent.index() + 2];
  for (std::size_t i = 2; i < child_first.size(); ++i) child_first[i] += child_first[i - 1];
  std::vector<Rank> children(n);
  for (const Rank rank : ranks())
    if (const Rank parent = order_.parents[rank]; !parent.is_none())
      children[child_first[parent.index() + 1]++] = rank;

  first_.assign(1, 0);
  uppers_.reserve(order_.edges);
  IdMap<Rank, Rank> seen_by(n);
  std::vector<Rank> row;
  for (const Rank rank : ranks()) {
    row.clear();
    const auto add = [&](Rank other) {
      if (other.is_none() || other <= rank || seen_by[other] == rank) return;
      seen_by[other] = rank;
      row.push_back(other);
    };
    for (const ArcId arc : topology_->outgoing(node(rank))) add(this->rank(topology_->head(arc)));
    for (const ArcId arc : topology_->incoming(node(rank))) add(this->rank(topology_->tail(arc)));
    for (std::uint32_t i = child_first[rank.index()]; i < child_first[rank.index() + 1]; ++i)
      for (const EdgeId edge : edges_up(children[i])) add(uppers_[edge]);
    std::ranges::sort(row);
    for (const Rank other : row) {
      uppers_.push_back(other);
      lowers_.push_back(rank);
    }
    first_.push_back(static_cast<std::uint32_t>(uppers_.size()));
  }

  lower_first_.assign(n + 1, 0);
  for (const Rank upper : uppers_) ++lower_first_[upper.index() + 1];
  for (std::size_t i = 0; i < n; ++i) lower_first_[i + 1] += lower_first_[i];
  lower_edges_.resize(uppers_.size());
  std::vector<std::uint32_t> next(lower_first_.begin(), lower_first_.end() - 1);
  for (const EdgeId edge : uppers_.ids()) lower_edges_[next[uppers_[edge].index()]++] = edge;
}

EdgeId Hierarchy::edge_between(Rank a, Rank b) const {
  const auto edges = edges_up(std::min(a, b));
  const auto begin = uppers_.begin() + edges[0].value();
  const auto end = begin + static_cast<std::ptrdiff_t>(edges.size());
  const auto found = std::lower_bound(begin, end, std::max(a, b));
  if (found == end || *found != std::max(a, b)) return EdgeId::none();
  return EdgeId::at(static_cast<std::size_t>(found - uppers_.begin()));
}

void Hierarchy::find_positions() {
  positions_.assign(topology_->arc_count(), none);
  for (const ArcId arc : topology_->arcs()) {
    const Rank tail = rank(topology_->tail(arc));
    const Rank head = rank(topology_->head(arc));
    if (tail.is_none() || head.is_none() || tail == head) continue;
    positions_[arc] = edge_between(tail, head).value() << 1 | static_cast<std::uint32_t>(tail < head);
  }
}

}  // namespace landbridge
