#include "cli/graph/node_list.hpp"

#include "io/arc_list.hpp"

#include <charconv>
#include <system_error>

namespace landbridge::cli {

NodeList read_node_list(const TextSource& source, Findings& findings) {
  NodeList list{source.name(), {}};
  const std::size_t before = findings.error_count();
  LineReader lines(source, findings);
  std::vector<detail::Token> tokens;
  for (Line line; lines.next(line);) {
    if (!line.sound) continue;
    detail::split(line.text, tokens);
    if (tokens.empty()) continue;
    const detail::Token& token = tokens.front();
    NodeList::Entry entry{0, line.number, token.column};
    const char* const end = token.text.data() + token.text.size();
    const auto [stop, status] = std::from_chars(token.text.data(), end, entry.number);
    if (stop != end || status == std::errc::invalid_argument)
      findings.error(list.file, line.number, token.column, quoted(token.text) + " is not a node number");
    else if (status != std::errc())
      findings.error(list.file, line.number, token.column, "node " + quoted(token.text) + " is out of range");
    else if (tokens.size() > 1)
      findings.error(list.file, line.number, tokens[1].column,
                     "a line holds one node number: " + quoted(line.text));
    else
      list.entries.push_back(entry);
  }
  if (list.entries.empty() && findings.error_count() == before)
    findings.error(list.file, 0, 0, "the file names no node");
  return list;
}

std::vector<NodeId> nodes_of(const NodeList& list, const GraphFile& graph, Findings& findings) {
  const std::uint64_t first = graph.first_number, count = graph.topology.node_count();
  std::vector<NodeId> nodes;
  nodes.reserve(list.entries.size());
  for (const auto& [number, line, column] : list.entries) {
    if (number >= first && number - first < count)
      nodes.push_back(NodeId::at(static_cast<std::size_t>(number - first)));
    else
      findings.error(
          list.file, line, column,
          "node " + std::to_string(number) + " is out of range: the graph has " +
              (count == 0 ? "none" : std::to_string(first) + " to " + std::to_string(first + count - 1)));
  }
  return nodes;
}

}  // namespace landbridge::cli
