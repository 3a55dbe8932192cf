// Which graph does an edge list hold?
#pragma once

#include "landbridge/io/graph_file.hpp"

namespace landbridge {

/// First line `n m`, then a line `tail head weight` for each arc; nodes are numbered from 0. Empty lines are
/// passed over. With `weight = "none"` the weight may be missing. Weights have no name but `weight`.
/// Complexity O(bytes).
GraphFile read_edge_list(const TextSource& source, const GraphFileOptions& options = {});

}  // namespace landbridge
