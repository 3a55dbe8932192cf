#include "landbridge/paths/order.hpp"

#include "landbridge/base/content_hash.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/base/parallel.hpp"
#include "paths/minimum_degree.hpp"
#include "paths/separator.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace landbridge {

namespace {

using detail::Side;
using detail::SimpleGraph;

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::size_t small_piece = 100;      // ordered by minimum degree
constexpr std::size_t largest_piece = 4000;  // above that a piece that cannot be cut is ordered as it comes

// The nodes that are ordered, ascending, and the simple undirected graph between them.
struct Canonical {
  std::vector<NodeId> nodes;
  SimpleGraph graph;
};

Canonical canonical(const Topology& topology, const NodeMask& terminals) {
  Canonical made;
  IdMap<NodeId, std::uint32_t> numbers(topology.node_count(), none);
  for (const NodeId node : topology.nodes()) {
    if (terminals[node]) continue;
    numbers[node] = static_cast<std::uint32_t>(made.nodes.size());
    made.nodes.push_back(node);
  }
  std::vector<std::uint32_t> row;
  for (const NodeId node : made.nodes) {
    row.clear();
    for (const ArcId arc : topology.outgoing(node)) row.push_back(numbers[topology.head(arc)]);
    for (const ArcId arc : topology.incoming(node)) row.push_back(numbers[topology.tail(arc)]);
    std::ranges::sort(row);
    row.erase(std::unique(row.begin(), row.end()), row.end());
    for (const std::uint32_t other : row)
      if (other != none && other != numbers[node]) made.graph.neighbours.push_back(other);
    made.graph.first.push_back(static_cast<std::uint32_t>(made.graph.neighbours.size()));
  }
  return made;
}

// Orders the nodes of one graph by cutting it again and again.
class Dissection {
 public:
  Dissection(const SimpleGraph& graph, const Run& run)
      : graph_(&graph), run_(&run), local_(graph.size(), none), component_(graph.size(), none) {}

  std::vector<std::uint32_t> order() && {
    std::vector<std::uint32_t> all(graph_->size());
    for (std::uint32_t node = 0; node < graph_->size(); ++node) all[node] = node;
    order_part(std::move(all), 1);
    return std::move(order_);
  }

 private:
  // `key` numbers the parts as the nodes of a binary tree, so that each has its own random stream.
  void order_part(std::vector<std::uint32_t> part, std::uint64_t key) {
    detail::check_stop(*run_);
    for (std::vector<std::uint32_t>& piece : components(std::move(part))) {
      if (piece.size() <= small_piece)
        detail::order_by_degree(*graph_, piece, local_, order_);
      else
        cut_piece(piece, key);
    }
  }

  void cut_piece(std::vector<std::uint32_t>& piece, std::uint64_t key) {
    const std::vector<Side> sides = detail::find_separator(induced(piece), key);
    std::vector<std::uint32_t> halves[3];
    for (std::size_t i = 0; i < piece.size(); ++i)
      halves[static_cast<std::size_t>(sides[i])].push_back(piece[i]);
    if (halves[0].empty() || halves[1].empty()) {
      if (piece.size() <= largest_piece)
        detail::order_by_degree(*graph_, piece, local_, order_);
      else
        order_.insert(order_.end(), piece.begin(), piece.end());
      return;
    }
    piece = {};
    order_part(std::move(halves[0]), 2 * key);
    order_part(std::move(halves[1]), 2 * key + 1);
    order_.insert(order_.end(), halves[2].begin(), halves[2].end());
  }

  SimpleGraph induced(const std::vector<std::uint32_t>& piece) {
    SimpleGraph sub;
    for (std::uint32_t i = 0; i < piece.size(); ++i) local_[piece[i]] = i;
    for (const std::uint32_t node : piece) {
      for (const std::uint32_t other : graph_->row(node))
        if (local_[other] != none) sub.neighbours.push_back(local_[other]);
      sub.first.push_back(static_cast<std::uint32_t>(sub.neighbours.size()));
    }
    for (const std::uint32_t node : piece) local_[node] = none;
    return sub;
  }

  // Ascending nodes each, by lowest node.
  std::vector<std::vector<std::uint32_t>> components(std::vector<std::uint32_t> part) {
    constexpr std::uint32_t waiting = none - 1;
    for (const std::uint32_t node : part) component_[node] = waiting;
    std::uint32_t count = 0;
    std::vector<std::uint32_t> stack;
    for (const std::uint32_t start : part) {
      if (component_[start] != waiting) continue;
      component_[start] = count;
      stack.push_back(start);
      while (!stack.empty()) {
        const std::uint32_t node = stack.back();
        stack.pop_back();
        for (const std::uint32_t other : graph_->row(node)) {
          if (component_[other] != waiting) continue;
          component_[other] = count;
          stack.push_back(other);
        }
      }
      ++count;
    }
    std::vector<std::vector<std::uint32_t>> pieces(count);
    for (const std::uint32_t node : part) pieces[component_[node]].push_back(node);
    for (const std::uint32_t node : part) component_[node] = none;
    return pieces;
  }

  const SimpleGraph* graph_;
  const Run* run_;
  std::vector<std::uint32_t> local_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> order_;
};

// The elimination tree (Liu 1986, 10.1145/6497.6499) by position in the order.
std::vector<std::uint32_t> elimination_tree(const SimpleGraph& graph,
                                            const std::vector<std::uint32_t>& elimination,
                                            const std::vector<std::uint32_t>& positions) {
  std::vector<std::uint32_t> parents(graph.size(), none);
  std::vector<std::uint32_t> ancestors(graph.size(), none);  // shortened ways up
  for (std::uint32_t at = 0; at < graph.size(); ++at) {
    for (const std::uint32_t other : graph.row(elimination[at])) {
      std::uint32_t below = positions[other];
      while (below < at) {
        const std::uint32_t above = std::exchange(ancestors[below], at);
        if (above == none) parents[below] = at;
        if (above == at) break;
        below = above;
      }
    }
  }
  return parents;
}

// By position: its rank in the post-order that visits children by position.
std::vector<std::uint32_t> post_order(const std::vector<std::uint32_t>& parents) {
  const auto n = static_cast<std::uint32_t>(parents.size());
  std::vector<std::uint32_t> sizes(n, 1);  // of subtrees
  for (std::uint32_t at = 0; at < n; ++at)
    if (parents[at] != none) sizes[parents[at]] += sizes[at];
  std::vector<std::uint32_t> ranks(n);
  // A node is last in the block of its subtree; its children share the rest of the block. A parent comes
  // after its children, so going down from the last each node knows its block before its children ask.
  std::vector<std::uint32_t> next_free(n);  // where the next child's block ends, from the right
  std::uint32_t end = n;
  for (std::uint32_t at = n; at-- > 0;) {
    std::uint32_t& bound = parents[at] == none ? end : next_free[parents[at]];
    ranks[at] = bound - 1;
    next_free[at] = bound - 1;
    bound -= sizes[at];
  }
  return ranks;
}

// Counts edges and triangles of the completion by walking the row subtrees (Gilbert, Ng, Peyton
// 1994, 10.1137/S089547989223921): O(edges) time, O(n) memory.
void count_completion(const SimpleGraph& graph, const std::vector<std::uint32_t>& node_at,
                      const std::vector<std::uint32_t>& rank_of, std::uint64_t limit, NodeOrder& order) {
  const std::uint32_t n = graph.size();
  std::vector<std::uint32_t> columns(n, 0);
  std::vector<std::uint32_t> marks(n, none);
  for (std::uint32_t rank = 0; rank < n && !order.exceeded; ++rank) {
    marks[rank] = rank;
    for (const std::uint32_t other : graph.row(node_at[rank])) {
      for (std::uint32_t below = rank_of[other]; below < rank && marks[below] != rank;
           below = order.parents[Rank(below)].value()) {
        marks[below] = rank;
        ++columns[below];
        ++order.edges;
      }
    }
    order.exceeded = order.edges > limit;
  }
  for (const std::uint64_t column : columns) order.triangles += column * (column - (column > 0)) / 2;
}

NodeOrder ranked(const Topology& topology, const Canonical& canonical,
                 const std::vector<std::uint32_t>& elimination, std::uint64_t limit) {
  const std::uint32_t n = canonical.graph.size();
  std::vector<std::uint32_t> positions(n);
  for (std::uint32_t at = 0; at < n; ++at) positions[elimination[at]] = at;
  const std::vector<std::uint32_t> parents = elimination_tree(canonical.graph, elimination, positions);
  const std::vector<std::uint32_t> ranks = post_order(parents);

  NodeOrder order{.ranks = IdMap<NodeId, Rank>(topology.node_count()),
                  .nodes = IdMap<Rank, NodeId>(n),
                  .parents = IdMap<Rank, Rank>(n)};
  std::vector<std::uint32_t> node_at(n), rank_of(n);
  for (std::uint32_t at = 0; at < n; ++at) {
    const Rank rank(ranks[at]);
    const NodeId node = canonical.nodes[elimination[at]];
    node_at[ranks[at]] = elimination[at];
    rank_of[elimination[at]] = ranks[at];
    order.nodes[rank] = node;
    order.ranks[node] = rank;
    if (parents[at] != none) order.parents[rank] = Rank(ranks[parents[at]]);
  }
  count_completion(canonical.graph, node_at, rank_of, limit, order);

  ContentHash hash;
  for (const Rank rank : order.ranks) {
    char bytes[4];
    for (unsigned byte = 0; byte < 4; ++byte)
      bytes[byte] = static_cast<char>(rank.value() >> (8 * byte) & 0xff);
    hash.add(std::string_view(bytes, 4));
  }
  order.hash = hash.text();
  return order;
}

}  // namespace

NodeOrder nested_dissection(const Topology& topology, const NodeOrderOptions& options, const Run& run) {
  const Canonical made = canonical(topology, options.terminals);
  detail::Thinned thinned = detail::thin_out(made.graph);
  std::vector<std::uint32_t> elimination = std::move(thinned.eliminated);
  for (const std::uint32_t node : Dissection(thinned.core, run).order())
    elimination.push_back(thinned.kept[node]);
  return ranked(topology, made, elimination, options.most_edges);
}

NodeOrder elimination_order(const Topology& topology, std::span<const NodeId> elimination,
                            const NodeOrderOptions& options) {
  const Canonical made = canonical(topology, options.terminals);
  IdMap<NodeId, std::uint32_t> numbers(topology.node_count(), none);
  for (std::uint32_t i = 0; i < made.nodes.size(); ++i) numbers[made.nodes[i]] = i;
  std::vector<std::uint32_t> numbered;
  expects(elimination.size() == made.nodes.size(), "an order names each node that is not a terminal once");
  for (const NodeId node : elimination) {
    expects(node.index() < topology.node_count() && numbers[node] != none,
            "an order names each node that is not a terminal once");
    numbered.push_back(std::exchange(numbers[node], none));
  }
  return ranked(topology, made, numbered, options.most_edges);
}

}  // namespace landbridge
