// What does a search run on? The arcs that can lie on a shortest path, with weights that make every tie
// exact.
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace landbridge {

/// What parallel arcs (same tail, same head) count as.
enum class ParallelArcs {
  distinct,  ///< each is a path of its own
  collapse,  ///< the cheapest between an ordered pair count as one path whose flow they share equally; dearer
             ///< ones get 0
};

struct CostGraphOptions {
  ParallelArcs parallel = ParallelArcs::distinct;
  /// Nodes that may begin or end a path but not be passed through. Shorter than the graph: the rest are not
  /// terminals.
  NodeMask terminals = {};
};

/// A topology with costs, prepared for searching.
///
/// Shortest path, the definition every analysis uses: among the paths whose inner nodes are not terminals and
/// whose arcs are not closed, the cheapest; among equally cheap ones, those with the fewest free arcs (cost
/// 0). So a cycle of free arcs never counts, and all shortest paths are simple. Internally an arc weighs
/// (cost << k) | (cost == 0), k being the bits needed to count the distinct heads of free arcs (0 when there
/// are none): weights are positive, a comparison of two sums compares the costs first. Costs are shifted back
/// before anybody sees them.
///
/// Loops and closed arcs are left out; under `collapse` so are all but the first of the cheapest parallel
/// arcs. Width: with B = the sum over nodes of the dearest arc that enters (or, where that is too wide and
/// every node reaches and is reached from one landmark, the landmark's in- plus out-eccentricity, if
/// smaller), (B + 1) 2^k - 1 must not exceed 2^63 - 2, else LimitError; nothing is ever rounded. The topology
/// must outlive this. Complexity O(n + m log m); 32 bytes an arc, 8 bytes a node.
class CostGraph {
 public:
  struct Arc {
    NodeId other;  ///< the head of an outgoing, the tail of an incoming arc
    ArcId id;
    std::uint64_t weight;  ///< packed
  };

  /// Weight of what cannot be reached; larger than every distance, and adding a weight to a distance cannot
  /// wrap.
  static constexpr std::uint64_t unreachable = (std::uint64_t{1} << 63) - 1;

  /// Throws ContractError when `costs` has another size than the topology has arcs, LimitError as above.
  CostGraph(const Topology& topology, const Costs& costs, CostGraphOptions options = {});
  CostGraph(Topology&&, const Costs&, CostGraphOptions = {}) = delete;

  const Topology& topology() const noexcept { return *topology_; }
  std::size_t node_count() const noexcept { return topology_->node_count(); }
  ParallelArcs parallel() const noexcept { return options_.parallel; }
  bool is_terminal(NodeId node) const noexcept { return options_.terminals[node]; }
  const NodeMask& terminals() const noexcept { return options_.terminals; }

  std::span<const Arc> outgoing(NodeId node) const { return out_.row(node); }
  std::span<const Arc> incoming(NodeId node) const { return in_.row(node); }

  /// The cost that a packed distance stands for; closed for `unreachable`.
  Cost cost(std::uint64_t packed) const noexcept {
    return packed == unreachable ? Cost::closed() : Cost(static_cast<std::int64_t>(packed >> free_bits_));
  }
  /// The smallest packed distance of that cost (no free arcs); `unreachable` for closed or past the width.
  std::uint64_t packed(Cost cost) const noexcept;

  /// Under `collapse` the arcs that share the flow of `arc`, one that a search uses: all equally cheap
  /// parallel ones, itself first, by ascending id. Empty under `distinct`, where no arc shares.
  std::span<const ArcId> sharers(ArcId arc) const {
    if (sharer_count_.empty()) return {};
    return std::span(sharer_arcs_).subspan(sharer_first_[arc], sharer_count_[arc]);
  }

  /// Arcs of cost 0 that are not loops.
  std::size_t free_arc_count() const noexcept { return free_arcs_; }
  /// k of the packed weights.
  unsigned free_bits() const noexcept { return free_bits_; }

 private:
  struct Rows {
    std::vector<std::uint32_t> first;
    std::vector<Arc> arcs;
    std::span<const Arc> row(NodeId node) const {
      return {arcs.data() + first[node.index()], arcs.data() + first[node.index() + 1]};
    }
  };

  static Rows rows(const Topology& topology, const std::vector<std::pair<ArcId, std::uint64_t>>& kept,
                   bool outgoing);
  void collapse_parallel(const Costs& costs, std::vector<ArcId>& kept);

  const Topology* topology_;
  CostGraphOptions options_;
  Rows out_;
  Rows in_;
  unsigned free_bits_ = 0;
  std::size_t free_arcs_ = 0;
  // Only under `collapse`: the sharers of each leading arc, one after the other.
  IdMap<ArcId, std::uint32_t> sharer_first_;
  IdMap<ArcId, std::uint32_t> sharer_count_;
  std::vector<ArcId> sharer_arcs_;
};

}  // namespace landbridge
