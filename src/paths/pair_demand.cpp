#include "landbridge/paths/pair_demand.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace landbridge {

namespace {

void sort_once(std::optional<std::vector<NodeId>>& nodes) {
  if (!nodes) return;
  std::ranges::sort(*nodes);
  nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
  expects(nodes->empty() || !nodes->back().is_none(), "a set of nodes does not hold none");
}

}  // namespace

PairDemand PairDemand::subset(std::optional<std::vector<NodeId>> sources,
                              std::optional<std::vector<NodeId>> targets) {
  PairDemand demand;
  sort_once(sources);
  sort_once(targets);
  for (const auto& nodes : {sources, targets})
    if (nodes && !nodes->empty())
      demand.nodes_needed_ = std::max(demand.nodes_needed_, nodes->back().index() + 1);
  demand.sources_ = std::move(sources);
  demand.targets_ = std::move(targets);
  return demand;
}

PairDemand PairDemand::from_entries(std::vector<PairAmount> entries) {
  PairDemand demand;
  demand.sparse_ = true;
  demand.largest_ = 0;
  for (const PairAmount& entry : entries) {
    expects(std::isfinite(entry.amount) && entry.amount >= 0,
            "an amount of demand is finite and not negative");
    expects(!entry.source.is_none() && !entry.target.is_none(), "a pair of demand has two ends");
    demand.nodes_needed_ =
        std::max({demand.nodes_needed_, entry.source.index() + 1, entry.target.index() + 1});
  }
  std::ranges::stable_sort(entries, {}, [](const PairAmount& e) { return std::pair(e.source, e.target); });
  for (const PairAmount& entry : entries) {
    auto& kept = demand.entries_;
    if (!kept.empty() && kept.back().source == entry.source && kept.back().target == entry.target)
      kept.back().amount += entry.amount;
    else
      kept.push_back(entry);
  }
  std::erase_if(demand.entries_, [](const PairAmount& e) { return e.amount == 0; });
  for (const PairAmount& entry : demand.entries_)
    if (entry.source != entry.target) demand.largest_ = std::max(demand.largest_, entry.amount);
  expects(std::isfinite(demand.largest_), "the amounts of a pair add up to a finite number");
  return demand;
}

std::vector<NodeId> PairDemand::sources(std::size_t node_count) const {
  expects(nodes_needed_ <= node_count, "demand names nodes of the graph");
  std::vector<NodeId> sources;
  if (sparse_) {
    for (const PairAmount& entry : entries_)
      if (entry.source != entry.target && (sources.empty() || sources.back() != entry.source))
        sources.push_back(entry.source);
    return sources;
  }
  if (targets_ && targets_->empty()) return sources;
  if (sources_) return *sources_;
  const auto all = IdRange<NodeId>::first(node_count);
  return {all.begin(), all.end()};
}

std::vector<NodeId> PairDemand::targets(std::size_t node_count) const {
  expects(nodes_needed_ <= node_count, "demand names nodes of the graph");
  std::vector<NodeId> targets;
  if (sparse_) {
    for (const PairAmount& entry : entries_)
      if (entry.source != entry.target) targets.push_back(entry.target);
    std::ranges::sort(targets);
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
  }
  if (sources_ && sources_->empty()) return targets;
  if (targets_) return *targets_;
  const auto all = IdRange<NodeId>::first(node_count);
  return {all.begin(), all.end()};
}

std::size_t PairDemand::first_entry(NodeId source) const {
  const auto at = std::ranges::lower_bound(entries_, source, {}, &PairAmount::source);
  return static_cast<std::size_t>(at - entries_.begin());
}

}  // namespace landbridge
