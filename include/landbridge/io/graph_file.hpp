// What does a graph file hold? A topology and exact costs, numbered as in the file.
#pragma once

#include "landbridge/graph/masks.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/io/lines.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace landbridge {

struct GraphFileOptions {
  /// The column that holds the weights; `none`: every arc has weight 1; empty: what is usual in the format.
  std::string weight = {};
  /// Size of a quantum as decimal text; empty: 1 when all weights are whole numbers, else 10^-d, d the most
  /// decimals that a weight needs (zeros at its end not counted). Weights are rounded to quanta from their
  /// decimal text, halves away from zero, a positive one never to 0.
  std::string quantum = {};
  std::size_t longest_line = LineReader::default_longest_line;
};

/// A weighted directed multigraph from a file. Node i is number i + `first_number` in the file, arcs are in
/// file order; loops and parallel arcs are kept.
struct GraphFile {
  Topology topology;
  Costs costs;
  Quantum quantum;  ///< its unit is the name of the weights
  std::uint64_t first_number = 0;
  NodeMask
      terminals;  ///< nodes that may begin or end a path but not be passed through, if the file names some
  std::string content_hash;     ///< of the bytes that were read (ContentHash)
  std::size_t free_arcs = 0;    ///< weights that are zero
  std::size_t raised_arcs = 0;  ///< positive weights below half a quantum, raised to one

  std::uint64_t number(NodeId node) const noexcept { return node.value() + first_number; }
};

// All readers share what they refuse, with all findings at once (DataError): weights that are negative, NaN,
// infinite or no numbers (a closed arc is a matter of a scenario, not of a file), node numbers out of range,
// rows with too few or too many values, counts that differ from what the file promises, empty and truncated
// files, and what LineReader refuses. A promise in a heading is checked, never believed: nothing is allocated
// for it. A weight of more than 2^63 - 2 quanta is a LimitError that says where it stands: it is never
// rounded silently. A quantum that is no positive decimal of at most 18 digits from 1e-300 to 1e300 is an
// OptionError.

}  // namespace landbridge
