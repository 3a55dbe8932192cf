#include "landbridge/io/tntp.hpp"

#include "io/arc_list.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace landbridge {

namespace {

using detail::Token;

// Reads a file in the order of its parts: tags, heading, rows.
class TntpParser {
 public:
  TntpParser(const TextSource& source, const GraphFileOptions& options)
      : arcs_(source, options, "free_flow_time", 1) {}

  GraphFile parse() && {
    const bool can_go_on = read_tags() && read_heading();
    if (can_go_on) read_rows();
    if (!arcs_.has_findings() && !can_go_on && arcs_.line_number() != 0)
      arcs_.error(arcs_.line_number(), 0, "the file ends before its rows: it is truncated");
    GraphFile graph = std::move(arcs_).finish();
    if (first_through_) {
      graph.terminals = NodeMask(graph.topology.node_count());
      for (const NodeId node : graph.topology.nodes())
        if (graph.number(node) < *first_through_) graph.terminals.set(node);
    }
    return graph;
  }

 private:
  struct Tag {
    std::size_t line = 0;
    Token value;
    std::string text;
  };

  bool next(Line& line) {
    while (arcs_.next(line)) {
      detail::split(line.text, tokens_);
      if (!tokens_.empty()) return true;
    }
    return false;
  }

  // True when the tags are complete.
  bool read_tags() {
    std::map<std::string, Tag, std::less<>> tags;
    for (Line line; next(line);) {
      const std::size_t begin = tokens_[0].column - 1;
      const std::size_t end = line.text.find('>', begin);
      if (line.text[begin] == '~') continue;
      if (line.text[begin] != '<' || end == std::string_view::npos) {
        arcs_.error(line.number, begin + 1,
                    "a line before <END OF METADATA> holds a tag <NAME> value: " + quoted(line.text));
        return false;
      }
      const std::string name(line.text.substr(begin + 1, end - begin - 1));
      if (name == "END OF METADATA") return take_tags(tags, line.number);
      detail::split(line.text.substr(end + 1), tokens_);
      Tag tag;
      tag.line = line.number;
      tag.text = tokens_.empty() ? std::string() : std::string(tokens_[0].text);
      tag.value.column = tokens_.empty() ? end + 2 : end + 1 + tokens_[0].column;
      if (!tags.emplace(name, std::move(tag)).second)
        arcs_.error(line.number, begin + 1, "tag <" + name + "> stands in the file twice");
    }
    return false;
  }

  bool take_tags(const std::map<std::string, Tag, std::less<>>& tags, std::size_t end_line) {
    const auto value = [&](std::string_view name, bool required) -> std::optional<std::uint64_t> {
      const auto found = tags.find(name);
      if (found != tags.end())
        return arcs_.count(found->second.line, {found->second.text, found->second.value.column}, name);
      if (required && arcs_.unsound_lines() == 0)
        arcs_.error(end_line, 1, "tag <" + std::string(name) + "> is missing");
      return std::nullopt;
    };
    const auto node_count = value("NUMBER OF NODES", true);
    const auto arc_count = value("NUMBER OF LINKS", true);
    value("NUMBER OF ZONES", false);
    first_through_ = value("FIRST THRU NODE", false);
    if (!node_count || !arc_count) return false;
    const Tag& nodes = tags.at("NUMBER OF NODES");
    const Tag& arcs = tags.at("NUMBER OF LINKS");
    arcs_.promise_nodes(*node_count, nodes.line, nodes.value.column);
    arc_promise_ = [this, count = *arc_count, line = arcs.line, column = arcs.value.column] {
      arcs_.promise_arcs(count, line, column);
    };
    if (first_through_ && *first_through_ > *node_count + 1) {
      const Tag& first = tags.at("FIRST THRU NODE");
      arcs_.error(first.line, first.value.column,
                  "FIRST THRU NODE: " + quoted(first.text) + " is above the number of nodes " + nodes.text);
    }
    return true;
  }

  // Names are set apart by tabs; where there is none, by spaces. `Init node` is `init_node`.
  static std::vector<std::string> column_names(std::string_view heading) {
    const std::string_view between = heading.find('\t') != std::string_view::npos ? "\t" : " ";
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= heading.size();) {
      const std::size_t end = std::min(heading.find(between, at), heading.size());
      std::string name(heading.substr(at, end - at));
      at = end + 1;
      std::replace(name.begin(), name.end(), ' ', '_');
      name.erase(0, name.find_first_not_of('_'));
      name.erase(name.find_last_not_of('_') + 1);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      if (!name.empty() && name != ";") names.push_back(std::move(name));
    }
    return names;
  }

  bool read_heading() {
    Line line;
    const std::size_t unsound_before = arcs_.unsound_lines();
    // A line that was passed over may have been the heading.
    if (!next(line) || arcs_.unsound_lines() != unsound_before) return false;
    if (tokens_[0].text.front() != '~') {
      arcs_.error(line.number, tokens_[0].column,
                  "the heading line, which begins with ~ and names the columns, is missing");
      return false;
    }
    const std::vector<std::string> names = column_names(line.text.substr(tokens_[0].column));
    column_count_ = names.size();
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    const auto find = [&](std::string_view wanted) -> std::size_t {
      const auto found = std::find(names.begin(), names.end(), wanted);
      if (found == names.end())
        arcs_.error(line.number, tokens_[0].column,
                    "column " + quoted(wanted) + " is missing; there are " + (list.empty() ? "none" : list));
      return static_cast<std::size_t>(found - names.begin());
    };
    tail_ = find("init_node");
    head_ = find("term_node");
    weight_ = arcs_.is_weighted() ? find(arcs_.weight()) : tail_;
    return std::max({tail_, head_, weight_}) < column_count_;
  }

  void read_rows() {
    arc_promise_();  // held against the rows only if they are read
    for (Line line; next(line);) {
      if (tokens_[0].text.front() == '~') continue;
      bool closed = tokens_.back().text.ends_with(';');
      if (closed) {
        tokens_.back().text.remove_suffix(1);
        if (tokens_.back().text.empty()) tokens_.pop_back();
      }
      if (closed && tokens_.size() == column_count_) {
        arcs_.add(line.number, tokens_[tail_], tokens_[head_], tokens_[weight_]);
        continue;
      }
      arcs_.add_faulty();
      arcs_.error(line.number, 1,
                  tokens_.size() != column_count_
                      ? "the row has " + std::to_string(tokens_.size()) + " values, the heading " +
                            std::to_string(column_count_)
                      : "the row does not end by a semicolon");
    }
  }

  detail::ArcList arcs_;
  std::vector<Token> tokens_;
  std::optional<std::uint64_t> first_through_;
  std::function<void()> arc_promise_;
  std::size_t column_count_ = 0;
  std::size_t tail_ = 0;
  std::size_t head_ = 0;
  std::size_t weight_ = 0;
};

}  // namespace

GraphFile read_tntp(const TextSource& source, const GraphFileOptions& options) {
  return TntpParser(source, options).parse();
}

}  // namespace landbridge
