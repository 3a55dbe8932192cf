// Which nodes does a file name?
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/graph/topology.hpp"
#include "landbridge/io/graph_file.hpp"
#include "landbridge/io/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace landbridge::cli {

/// Node numbers as they stand in a file, and where.
struct NodeList {
  struct Entry {
    std::uint64_t number = 0;
    std::size_t line = 0;
    std::size_t column = 0;
  };
  std::string file;
  std::vector<Entry> entries;
};

/// One number a line; empty lines are passed over. Findings: what LineReader refuses, a line that holds
/// anything but one whole number, a file without a number.
NodeList read_node_list(const TextSource& source, Findings& findings);

/// The nodes of those numbers, in the order of the file, repeated ones repeated. A number that the graph's
/// file does not have is a finding.
std::vector<NodeId> nodes_of(const NodeList& list, const GraphFile& graph, Findings& findings);

}  // namespace landbridge::cli
