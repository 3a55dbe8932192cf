// Which road network does a TNTP file (`*_net.tntp`) hold?
#pragma once

#include "landbridge/io/graph_file.hpp"

namespace landbridge {

/// Tags `<NAME> value` up to `<END OF METADATA>`, a heading line that begins with `~` and names the columns,
/// then a row for each arc that ends by `;`; nodes are numbered from 1 (TransportationNetworks,
/// github.com/bstabler). The ends are the columns `init_node` and `term_node`; weights are chosen by column
/// name, `free_flow_time` unless told otherwise. Nodes below
/// `<FIRST THRU NODE>` become `terminals`; whether that rule is kept is the caller's choice.
/// Complexity O(bytes).
GraphFile read_tntp(const TextSource& source, const GraphFileOptions& options = {});

}  // namespace landbridge
