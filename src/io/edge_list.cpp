#include "landbridge/io/edge_list.hpp"

#include "io/arc_list.hpp"
#include "landbridge/base/error.hpp"

namespace landbridge {

GraphFile read_edge_list(const TextSource& source, const GraphFileOptions& options) {
  detail::ArcList arcs(source, options, "weight", 0);
  if (arcs.is_weighted() && arcs.weight() != "weight")
    throw OptionError("weight", options.weight, "an edge list has no named weights: weight or none");
  std::vector<detail::Token> tokens;
  bool heading = true;
  for (Line line; arcs.next(line);) {
    if (heading && arcs.unsound_lines() != 0) break;  // the heading may be what was passed over
    detail::split(line.text, tokens);
    if (tokens.empty()) continue;
    if (heading) {
      heading = false;
      if (tokens.size() != 2) {
        arcs.error(line.number, 1,
                   "the first line holds two numbers, of nodes and arcs: " + quoted(line.text));
        break;
      }
      const auto node_count = arcs.count(line.number, tokens[0], "number of nodes");
      const auto arc_count = arcs.count(line.number, tokens[1], "number of arcs");
      if (!node_count || !arc_count) break;
      arcs.promise_nodes(*node_count, line.number, tokens[0].column);
      arcs.promise_arcs(*arc_count, line.number, tokens[1].column);
      continue;
    }
    const bool fits = tokens.size() == 3 || (tokens.size() == 2 && !arcs.is_weighted());
    if (fits) {
      arcs.add(line.number, tokens[0], tokens[1], tokens.back());
      continue;
    }
    arcs.add_faulty();
    arcs.error(line.number, tokens.size() > 3 ? tokens[3].column : line.text.size() + 1,
               "a line of an arc holds tail, head and weight: " + quoted(line.text));
  }
  if (heading && !arcs.has_findings() && arcs.line_number() != 0)
    arcs.error(1, 1, "the first line, number of nodes and arcs, is missing");
  return std::move(arcs).finish();
}

}  // namespace landbridge
