#include "landbridge/io/dimacs.hpp"

#include "io/arc_list.hpp"
#include "landbridge/base/error.hpp"

namespace landbridge {

namespace {

void read_problem_line(detail::ArcList& arcs, const Line& line, const std::vector<detail::Token>& tokens) {
  if (arcs.has_node_count()) return arcs.error(line.number, 1, "a second problem line: " + quoted(line.text));
  if (tokens.size() != 4 || tokens[1].text != "sp")
    return arcs.error(line.number, 1, "the problem line reads p sp NODES ARCS: " + quoted(line.text));
  const auto node_count = arcs.count(line.number, tokens[2], "number of nodes");
  const auto arc_count = arcs.count(line.number, tokens[3], "number of arcs");
  if (!node_count || !arc_count) return;
  arcs.promise_nodes(*node_count, line.number, tokens[2].column);
  arcs.promise_arcs(*arc_count, line.number, tokens[3].column);
}

}  // namespace

GraphFile read_dimacs(const TextSource& source, const GraphFileOptions& options) {
  detail::ArcList arcs(source, options, "weight", 1);
  if (arcs.is_weighted() && arcs.weight() != "weight")
    throw OptionError("weight", options.weight, "a DIMACS file has no named weights: weight or none");
  std::vector<detail::Token> tokens;
  bool problem_line = false;
  for (Line line; arcs.next(line);) {
    detail::split(line.text, tokens);
    if (tokens.empty() || tokens[0].text.starts_with('c')) continue;
    if (tokens[0].text == "p") {
      read_problem_line(arcs, line, tokens);
      problem_line = true;
    } else if (tokens[0].text != "a") {
      arcs.error(line.number, tokens[0].column,
                 "a line begins with c, p or a, not with " + quoted(tokens[0].text));
    } else if (!problem_line) {
      if (arcs.unsound_lines() == 0)
        arcs.error(line.number, 1, "an arc before the problem line p sp NODES ARCS");
      break;
    } else if (tokens.size() != 4) {
      arcs.add_faulty();
      arcs.error(line.number, tokens.size() > 4 ? tokens[4].column : line.text.size() + 1,
                 "a line of an arc reads a TAIL HEAD WEIGHT: " + quoted(line.text));
    } else {
      arcs.add(line.number, tokens[1], tokens[2], tokens[3]);
    }
  }
  if (!problem_line && !arcs.has_findings() && arcs.line_number() != 0)
    arcs.error(arcs.line_number(), 0, "there is no problem line p sp NODES ARCS");
  return std::move(arcs).finish();
}

}  // namespace landbridge
