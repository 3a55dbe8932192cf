// Which graph does a DIMACS shortest-path file (`.gr`, `.gr.gz`) hold?
#pragma once

#include "landbridge/io/graph_file.hpp"

namespace landbridge {

/// Lines `c ...` (comment), one `p sp n m`, then `a tail head weight` for each arc; nodes are numbered from 1
/// (9th DIMACS implementation challenge). Weights have no name but `weight`.
/// Complexity O(bytes).
GraphFile read_dimacs(const TextSource& source, const GraphFileOptions& options = {});

}  // namespace landbridge
