// Which pairs of nodes count, and how much?
#pragma once

#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace landbridge {

struct PairAmount {
  NodeId source;
  NodeId target;
  double amount = 0;
};

/// A weight for ordered pairs (source, target). A pair of a node with itself is left out of every analysis.
class PairDemand {
 public:
  /// Every ordered pair of different nodes, 1 each.
  static PairDemand uniform() { return {}; }
  /// Every pair of the product of two sets, 1 each; no value: all nodes. Nodes named twice count once.
  static PairDemand subset(std::optional<std::vector<NodeId>> sources,
                           std::optional<std::vector<NodeId>> targets);
  /// The pairs listed; amounts of a pair listed twice add up.
  /// Throws ContractError for an amount, or a sum of a pair's, that is negative, infinite or NaN, and for a
  /// none id.
  static PairDemand from_entries(std::vector<PairAmount> entries);

  bool is_uniform() const noexcept { return !sparse_ && !sources_ && !targets_; }
  /// Whether each source has a pair with every other node, 1 each.
  bool wants_all_targets() const noexcept { return !sparse_ && !targets_; }
  /// Whether each target has a pair with every other node, 1 each.
  bool wants_all_sources() const noexcept { return !sparse_ && !sources_; }
  /// The nodes to search to, by ascending id, in the same sense.
  std::vector<NodeId> targets(std::size_t node_count) const;

  /// The nodes to search from, by ascending id: all that have a pair with another node. Of two sets it is the
  /// first one as named, unless the second is empty. ContractError when a node was named, if only with the
  /// amount 0, that is not below `node_count`.
  std::vector<NodeId> sources(std::size_t node_count) const;
  /// The largest amount; 1 unless given by entries; 0 when entries hold no pair.
  double largest() const noexcept { return largest_; }

  /// Calls `visit(target, amount)` for each target of `source` other than itself, by ascending id.
  template <class Visit>
  void for_each_target(NodeId source, std::size_t node_count, Visit&& visit) const {
    if (sparse_) {
      for (std::size_t i = first_entry(source); i < entries_.size() && entries_[i].source == source; ++i)
        if (entries_[i].target != source) visit(entries_[i].target, entries_[i].amount);
    } else if (targets_) {
      for (const NodeId target : *targets_)
        if (target != source) visit(target, 1.0);
    } else {
      for (const NodeId target : IdRange<NodeId>::first(node_count))
        if (target != source) visit(target, 1.0);
    }
  }

 private:
  std::size_t first_entry(NodeId source) const;

  bool sparse_ = false;
  double largest_ = 1;
  std::size_t nodes_needed_ = 0;  // one more than the highest node named
  std::optional<std::vector<NodeId>> sources_;
  std::optional<std::vector<NodeId>> targets_;
  std::vector<PairAmount> entries_;  // sorted by source, then target; pairs once
};

}  // namespace landbridge
