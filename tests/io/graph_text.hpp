// What the tests of graph readers share.
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/io/graph_file.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace landbridge::test {

using Strings = std::vector<std::string>;
using Arcs = std::vector<std::tuple<unsigned, unsigned, std::int64_t>>;

/// (tail, head, quanta), numbered from 0.
inline Arcs arcs_of(const GraphFile& graph) {
  Arcs arcs;
  for (const ArcId arc : graph.topology.arcs())
    arcs.emplace_back(graph.topology.tail(arc).value(), graph.topology.head(arc).value(),
                      graph.costs[arc].quanta());
  return arcs;
}

/// The findings of reading `text`, or none when it was read.
template <class Read>
Strings findings_of(Read read, std::string_view text, const GraphFileOptions& options = {}) {
  Strings lines;
  try {
    read(TextSource::memory("g", text), options);
  } catch (const DataError& error) {
    for (const Finding& finding : error.findings()) lines.push_back(to_string(finding));
  }
  return lines;
}

}  // namespace landbridge::test
