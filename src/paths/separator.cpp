#include "paths/separator.hpp"

#include "landbridge/base/random.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>

namespace landbridge::detail {

namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::uint32_t coarse_enough = 100;
constexpr int seeds_tried = 6;
constexpr int most_passes = 4;
constexpr std::uint32_t often_tried = 1500;  // larger graphs: the best of several cuts

// One level: nodes stand for groups of nodes of the graph given, edges for bundles of its edges.
struct Level {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> neighbours;
  std::vector<std::uint32_t> edge_weights;
  std::vector<std::uint32_t> node_weights;
  std::vector<std::uint32_t> coarse;  // by node: the node of the next level that it is part of

  std::uint32_t size() const { return static_cast<std::uint32_t>(node_weights.size()); }
  std::span<const std::uint32_t> row(std::uint32_t node) const {
    return std::span(neighbours).subspan(first[node], first[node + 1] - first[node]);
  }
};

// A drawn order, but nodes with few neighbours first: they find a mate least easily.
std::vector<std::uint32_t> drawn_order(const Level& level, RandomStream& random) {
  std::vector<std::uint32_t> drawn(level.size());
  std::iota(drawn.begin(), drawn.end(), 0u);
  for (std::size_t i = drawn.size(); i > 1; --i) std::swap(drawn[i - 1], drawn[random.below(i)]);
  const auto degree = [&](std::uint32_t node) {
    return std::min<std::uint32_t>(level.first[node + 1] - level.first[node], 6);
  };
  std::array<std::uint32_t, 8> next{};
  for (std::uint32_t node = 0; node < level.size(); ++node) ++next[degree(node) + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<std::uint32_t> order(drawn.size());
  for (const std::uint32_t node : drawn) order[next[degree(node)]++] = node;
  return order;
}

// Joins each node with the neighbour it shares its heaviest edge with, where both are free. Returns the
// number of groups.
std::uint32_t match(Level& level, std::uint32_t heaviest, RandomStream& random) {
  std::vector<std::uint32_t> mates(level.size(), none);
  for (const std::uint32_t node : drawn_order(level, random)) {
    if (mates[node] != none) continue;
    std::uint32_t mate = node;
    std::uint32_t heaviest_edge = 0;
    for (std::uint32_t e = level.first[node]; e < level.first[node + 1]; ++e) {
      const std::uint32_t other = level.neighbours[e];
      if (mates[other] != none || level.node_weights[node] + level.node_weights[other] > heaviest) continue;
      if (level.edge_weights[e] > heaviest_edge) {
        heaviest_edge = level.edge_weights[e];
        mate = other;
      }
    }
    mates[node] = mate;
    mates[mate] = node;
  }
  level.coarse.assign(level.size(), none);
  std::uint32_t groups = 0;
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    if (level.coarse[node] != none) continue;
    level.coarse[node] = level.coarse[mates[node]] = groups++;
  }
  return groups;
}

Level contracted(const Level& level, std::uint32_t groups) {
  Level next;
  next.node_weights.assign(groups, 0);
  std::vector<std::array<std::uint32_t, 2>> members(groups, {none, none});
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    const std::uint32_t group = level.coarse[node];
    next.node_weights[group] += level.node_weights[node];
    members[group][members[group][0] == none ? 0 : 1] = node;
  }
  std::vector<std::uint32_t> at(groups, none);  // by group: its edge in the row being made
  next.neighbours.reserve(level.neighbours.size());
  next.edge_weights.reserve(level.neighbours.size());
  for (std::uint32_t group = 0; group < groups; ++group) {
    const auto begin = static_cast<std::uint32_t>(next.neighbours.size());
    for (const std::uint32_t node : members[group]) {
      if (node == none) continue;
      for (std::uint32_t e = level.first[node]; e < level.first[node + 1]; ++e) {
        const std::uint32_t other = level.coarse[level.neighbours[e]];
        if (other == group) continue;
        if (at[other] == none || at[other] < begin) {
          at[other] = static_cast<std::uint32_t>(next.neighbours.size());
          next.neighbours.push_back(other);
          next.edge_weights.push_back(0);
        }
        next.edge_weights[at[other]] += level.edge_weights[e];
      }
    }
    next.first.push_back(static_cast<std::uint32_t>(next.neighbours.size()));
  }
  return next;
}

constexpr Side opposite(Side side) {
  return side == Side::left ? Side::right : Side::left;
}
constexpr std::size_t index(Side side) {
  return static_cast<std::size_t>(side);
}

// A cut of one level, made better by moving separator nodes to a side, which draws their neighbours on the
// other side into the separator.
class Cut {
 public:
  Cut(const Level& level, std::vector<Side> sides)
      : level_(&level), sides_(std::move(sides)), outside_(level.size()), locked_(level.size(), 0) {
    for (std::uint32_t node = 0; node < level.size(); ++node)
      weights_[index(sides_[node])] += level.node_weights[node];
    const std::uint64_t total = weights_[0] + weights_[1] + weights_[2];
    most_ = total * 3 / 5;
  }

  // Less is better: what exceeds the balance, the separator, the larger side.
  using Quality = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;
  Quality quality() const {
    const std::uint64_t larger = std::max(weights_[0], weights_[1]);
    return {larger > most_ ? larger - most_ : 0, weights_[2], larger};
  }
  const std::vector<Side>& sides() const { return sides_; }

  void refine() {
    for (int pass = 0; pass < most_passes; ++pass)
      if (!improve()) break;
  }

 private:
  struct Wish {
    std::int64_t gain;
    std::uint32_t order;  // earlier wishes first among equal gains
    std::uint32_t node;
    bool operator<(const Wish& other) const {
      return std::pair(gain, other.order) < std::pair(other.gain, order);
    }
  };
  struct Move {
    std::uint32_t node;
    Side to;
    std::uint32_t first_drawn;
  };

  std::int64_t gain(std::uint32_t node, Side to) const {
    return static_cast<std::int64_t>(level_->node_weights[node]) -
           static_cast<std::int64_t>(outside_[node][index(opposite(to))]);
  }
  void wish(std::uint32_t node, Side to) {
    if (locked_[node] == 0) wishes_[index(to)].push({gain(node, to), order_++, node});
  }
  void enter_separator(std::uint32_t node) {
    outside_[node] = {0, 0};
    for (const std::uint32_t other : level_->row(node))
      if (sides_[other] != Side::separator)
        outside_[node][index(sides_[other])] += level_->node_weights[other];
    wish(node, Side::left);
    wish(node, Side::right);
  }
  bool is_current(const Wish& wish, Side to) const {
    return sides_[wish.node] == Side::separator && locked_[wish.node] == 0 &&
           wish.gain == gain(wish.node, to);
  }

  // The best node that may move to the side; none when there is none.
  std::uint32_t best(Side to) {
    auto& wishes = wishes_[index(to)];
    while (!wishes.empty() && !is_current(wishes.top(), to)) wishes.pop();
    if (wishes.empty()) return none;
    const std::uint32_t node = wishes.top().node;
    const std::uint64_t reached = weights_[index(to)] + level_->node_weights[node];
    const bool lighter = weights_[index(to)] < weights_[index(opposite(to))];
    return reached <= most_ || lighter ? node : none;
  }

  void move(std::uint32_t node, Side to) {
    moves_.push_back({node, to, static_cast<std::uint32_t>(drawn_.size())});
    const std::uint32_t weight = level_->node_weights[node];
    sides_[node] = to;
    locked_[node] = 1;
    weights_[2] -= weight;
    weights_[index(to)] += weight;
    const Side from = opposite(to);
    for (const std::uint32_t other : level_->row(node)) {
      if (sides_[other] == Side::separator) {
        outside_[other][index(to)] += weight;
        wish(other, from);
      } else if (sides_[other] == from) {
        const std::uint32_t drawn = level_->node_weights[other];
        sides_[other] = Side::separator;
        drawn_.push_back(other);
        weights_[index(from)] -= drawn;
        weights_[2] += drawn;
        enter_separator(other);
        for (const std::uint32_t third : level_->row(other)) {
          if (sides_[third] != Side::separator || third == other) continue;
          outside_[third][index(from)] -= std::min<std::uint64_t>(outside_[third][index(from)], drawn);
          wish(third, to);
        }
      }
    }
  }

  void undo_to(std::size_t kept) {
    while (moves_.size() > kept) {
      const Move last = moves_.back();
      moves_.pop_back();
      const Side from = opposite(last.to);
      while (drawn_.size() > last.first_drawn) {
        const std::uint32_t node = drawn_.back();
        drawn_.pop_back();
        sides_[node] = from;
        weights_[2] -= level_->node_weights[node];
        weights_[index(from)] += level_->node_weights[node];
      }
      sides_[last.node] = Side::separator;
      weights_[index(last.to)] -= level_->node_weights[last.node];
      weights_[2] += level_->node_weights[last.node];
    }
  }

  bool improve() {
    for (auto& wishes : wishes_) wishes = {};
    order_ = 0;
    std::ranges::fill(locked_, 0);
    moves_.clear();
    drawn_.clear();
    for (std::uint32_t node = 0; node < level_->size(); ++node)
      if (sides_[node] == Side::separator) enter_separator(node);
    const Quality before = quality();
    Quality best_quality = before;
    std::size_t kept = 0;
    const std::size_t patience = std::clamp<std::size_t>(level_->size() / 50, 40, 300);
    while (moves_.size() - kept < patience) {
      const std::uint32_t left = best(Side::left);
      const std::uint32_t right = best(Side::right);
      if (left == none && right == none) break;
      const bool to_left =
          right == none || (left != none && std::pair(gain(left, Side::left), weights_[1]) >=
                                                std::pair(gain(right, Side::right), weights_[0]));
      move(to_left ? left : right, to_left ? Side::left : Side::right);
      if (quality() < best_quality) {
        best_quality = quality();
        kept = moves_.size();
      }
    }
    undo_to(kept);
    return best_quality < before;
  }

  const Level* level_;
  std::vector<Side> sides_;
  std::array<std::uint64_t, 3> weights_{};
  std::uint64_t most_ = 0;
  std::vector<std::array<std::uint64_t, 2>>
      outside_;  // of separator nodes: weight of neighbours on each side
  std::vector<std::uint8_t> locked_;
  std::array<std::priority_queue<Wish>, 2> wishes_;
  std::uint32_t order_ = 0;
  std::vector<Move> moves_;
  std::vector<std::uint32_t> drawn_;
};

// Half the weight around a seed is left, what borders on it the separator, the rest right.
std::vector<Side> region(const Level& level, std::uint32_t seed) {
  std::vector<Side> sides(level.size(), Side::right);
  std::uint64_t total = 0;
  for (const std::uint32_t weight : level.node_weights) total += weight;
  std::vector<std::uint32_t> queue{seed};
  std::vector<std::uint8_t> seen(level.size(), 0);
  seen[seed] = 1;
  std::uint64_t grown = 0;
  for (std::size_t at = 0; at < queue.size() && 2 * grown < total; ++at) {
    sides[queue[at]] = Side::left;
    grown += level.node_weights[queue[at]];
    for (const std::uint32_t other : level.row(queue[at]))
      if (std::exchange(seen[other], std::uint8_t{1}) == 0) queue.push_back(other);
  }
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    if (sides[node] != Side::right) continue;
    for (const std::uint32_t other : level.row(node))
      if (sides[other] == Side::left) sides[node] = Side::separator;
  }
  return sides;
}

std::vector<Side> first_cut(const Level& level, int seeds, RandomStream& random) {
  std::vector<Side> best;
  Cut::Quality best_quality{};
  for (int attempt = 0; attempt < seeds; ++attempt) {
    Cut cut(level, region(level, static_cast<std::uint32_t>(random.below(level.size()))));
    cut.refine();
    if (!best.empty() && cut.quality() >= best_quality) continue;
    best_quality = cut.quality();
    best = cut.sides();
  }
  return best;
}

// Coarsens, cuts, and refines the cut at each level on the way back.
std::pair<std::vector<Side>, Cut::Quality> multilevel_cut(const Level& finest, RandomStream& random) {
  std::vector<Level> levels{finest};
  const std::uint32_t heaviest = std::max(finest.size() * 3 / (2 * coarse_enough), 2u);
  while (levels.back().size() > coarse_enough) {
    const std::uint32_t groups = match(levels.back(), heaviest, random);
    if (groups > levels.back().size() * std::uint64_t{19} / 20) break;
    levels.push_back(contracted(levels.back(), groups));
  }
  std::vector<Side> sides =
      first_cut(levels.back(), finest.size() > often_tried ? 4 * seeds_tried : seeds_tried, random);
  Cut::Quality quality = Cut(levels.back(), sides).quality();
  for (std::size_t at = levels.size() - 1; at-- > 0;) {
    std::vector<Side> finer(levels[at].size());
    for (std::uint32_t node = 0; node < levels[at].size(); ++node)
      finer[node] = sides[levels[at].coarse[node]];
    Cut cut(levels[at], std::move(finer));
    cut.refine();
    sides = cut.sides();
    quality = cut.quality();
  }
  return {std::move(sides), quality};
}

}  // namespace

std::vector<Side> find_separator(const SimpleGraph& graph, std::uint64_t key) {
  if (graph.size() == 0) return {};
  Level level;
  level.first = graph.first;
  level.neighbours = graph.neighbours;
  level.edge_weights.assign(graph.neighbours.size(), 1);
  level.node_weights.assign(graph.size(), 1);
  const int attempts = graph.size() > often_tried ? 3 : 1;
  std::vector<Side> best;
  Cut::Quality best_quality{};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    RandomStream random(key, 0x637574, static_cast<std::uint64_t>(attempt));  // "cut"
    auto [sides, quality] = multilevel_cut(level, random);
    if (!best.empty() && quality >= best_quality) continue;
    best = std::move(sides);
    best_quality = quality;
  }
  return best;
}

}  // namespace landbridge::detail
