#include "cli/graph/analyse.hpp"

#include "cli/graph/undirected.hpp"
#include "cli/measure.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/centrality/closeness.hpp"
#include "landbridge/connectivity/bridges.hpp"
#include "landbridge/connectivity/components.hpp"
#include "landbridge/io/dimacs.hpp"
#include "landbridge/io/edge_list.hpp"
#include "landbridge/io/tntp.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace landbridge::cli {

namespace {

constexpr std::uint64_t sampling_purpose =
    0x736f7572636573;  // "sources": the key of the stream that draws them

const Column node_column{.name = "node", .kind = ColumnKind::whole};
const Column score_column{.name = "score", .kind = ColumnKind::number};
const std::vector<Column> arc_columns{{.name = "arc", .kind = ColumnKind::whole},
                                      {.name = "tail", .kind = ColumnKind::whole},
                                      {.name = "head", .kind = ColumnKind::whole}};

// A graph as it was read, and the document that grows.
class Analysis {
 public:
  Analysis(const GraphOptions& options, const Context& context) : options_(options), context_(context) {
    check_flags();
    read();
    if (options.undirected) make_undirected();
    describe();
    times_.load = watch_.lap();
  }

  Answer answer() && {
    compute();
    if (graph_.topology.node_count() == 0) add_summary("reason", "the graph has no nodes");
    document_.run = run_figures({times_.load, times_.prepare, watch_.lap()}, context_.run.worker_count());
    return {std::move(document_)};
  }

 private:
  bool is(std::string_view analysis) const { return options_.analysis == analysis; }
  bool is_scored() const {
    return is("betweenness") || is("arc-betweenness") || is("closeness") || is("harmonic");
  }

  void check_flags() const {
    if (context_.flags.format == "geojson")
      throw UsageError("--format geojson means nothing to the command graph: its rows have no coordinates");
    if (options_.engine == "hierarchy")
      throw UsageError("--engine hierarchy is not available for now; --engine search computes the same");
    const auto needs = [](bool given, bool meant, const std::string& sentence) {
      if (given && !meant) throw UsageError(sentence);
    };
    needs(options_.sources.has_value(), is_scored(), "--sources means nothing to " + options_.analysis);
    needs(options_.scale == "fraction", is_scored() && !is("closeness"),
          "--scale fraction means nothing to " + options_.analysis +
              (is("closeness") ? ": it is one over a mean already" : ""));
    needs(options_.scale == "fraction" && options_.sources, is("harmonic"),
          "--scale fraction goes with all sources, not with --sources");
    needs(options_.direction == "inward", is("closeness") || is("harmonic"),
          "--direction means nothing to " + options_.analysis);
    needs(options_.kind == "strong", is("components"), "--kind means nothing to " + options_.analysis);
    needs(options_.first_thru, is_scored(), "--first-thru means nothing to " + options_.analysis);
    if (options_.sources && *options_.sources == 0) throw UsageError("--sources must be at least 1");
  }

  std::string input_format() const {
    if (options_.input != "auto") return options_.input;
    const std::string_view name = options_.file;
    if (name.ends_with(".gr") || name.ends_with(".gr.gz")) return "dimacs";
    return name.ends_with(".tntp") || name.ends_with(".tntp.gz") ? "tntp" : "edges";
  }

  void read() {
    const std::string format = input_format();
    if (options_.first_thru && format != "tntp")
      throw UsageError("--first-thru needs a TNTP file, which names such nodes");
    const TextSource source = TextSource::file(options_.file);
    const GraphFileOptions how{.weight = options_.weight, .quantum = options_.quantum};
    graph_ = format == "tntp"     ? read_tntp(source, how)
             : format == "dimacs" ? read_dimacs(source, how)
                                  : read_edge_list(source, how);
    arcs_in_file_ = graph_.topology.arc_count();
    origin_.reserve(arcs_in_file_);
    for (const ArcId arc : graph_.topology.arcs()) origin_.push_back(arc);
  }

  void make_undirected() {
    EdgeGraph edges = undirected(graph_.topology, graph_.costs);
    graph_.topology = std::move(edges.topology);
    graph_.costs = std::move(edges.costs);
    origin_ = std::move(edges.origin);
  }

  void add_summary(std::string name, Value value) {
    document_.summary.push_back({std::move(name), std::move(value)});
  }

  void describe() {
    document_.command = "graph-" + options_.analysis;
    Provenance& provenance = document_.provenance;
    provenance.data = options_.file;
    provenance.data_hash = graph_.content_hash;
    provenance.quantum = graph_.quantum.size;
    provenance.quantum_unit = graph_.quantum.unit == "none" ? "" : graph_.quantum.unit;
    provenance.engine = is_scored() ? "search" : "boost";
    provenance.parallel_links = options_.parallel;
    provenance.scale = is_scored() ? options_.scale : "";
    if (options_.sources) provenance.seed = context_.run.seed;
    add_summary("nodes", graph_.topology.node_count());
    add_summary("arcs", arcs_in_file_);
    if (options_.undirected) {
      std::size_t edges = 0;
      for (const ArcId arc : graph_.topology.arcs()) edges += is_edge(arc);
      add_summary("edges", edges);
    }
    add_summary("engine", provenance.engine);
    add_summary("weight", graph_.quantum.unit);
    add_summary("free_arcs", graph_.free_arcs);
    add_summary("raised_arcs", graph_.raised_arcs);
  }

  // The first of the arcs that an edge is made of, or any arc of a directed graph.
  bool is_edge(ArcId arc) const {
    return !options_.undirected || arc.index() == 0 || origin_[ArcId::at(arc.index() - 1)] != origin_[arc];
  }
  std::uint64_t number(ArcId arc) const { return origin_[arc].value() + graph_.first_number; }
  double pair_factor() const { return options_.undirected ? 0.5 : 1; }

  void add_row(std::vector<Value> cells) { document_.rows.push_back({std::move(cells)}); }
  Row arc_row(ArcId arc) const {
    return {
        {number(arc), graph_.number(graph_.topology.tail(arc)), graph_.number(graph_.topology.head(arc))}};
  }

  void compute() {
    if (is("betweenness") || is("arc-betweenness"))
      compute_betweenness();
    else if (is("closeness") || is("harmonic"))
      compute_closeness();
    else if (is("components"))
      compute_components();
    else
      compute_bridges();
  }

  CostGraph prepare() {
    CostGraphOptions how;
    how.parallel = options_.parallel == "collapse" ? ParallelArcs::collapse : ParallelArcs::distinct;
    if (options_.first_thru) how.terminals = graph_.terminals;
    CostGraph prepared(graph_.topology, graph_.costs, how);
    times_.prepare = watch_.lap();
    return prepared;
  }

  // The nodes drawn, by number: a shuffle of all that stops after as many as are wanted.
  std::optional<std::vector<NodeId>> sample() const {
    if (!options_.sources) return std::nullopt;
    std::vector<NodeId> nodes(graph_.topology.nodes().begin(), graph_.topology.nodes().end());
    const std::size_t count = std::min<std::size_t>(*options_.sources, nodes.size());
    RandomStream random(context_.run.seed, sampling_purpose);
    for (std::size_t i = 0; i < count; ++i) std::swap(nodes[i], nodes[i + random.below(nodes.size() - i)]);
    nodes.resize(count);
    std::ranges::sort(nodes);
    return nodes;
  }

  void compute_betweenness() {
    const CostGraph prepared = prepare();
    BetweennessOptions how;
    if (const auto sources = sample()) how.demand = PairDemand::subset(sources, std::nullopt);
    const Betweenness result = betweenness(prepared, how, context_.run);
    const auto n = static_cast<double>(graph_.topology.node_count());
    const bool fraction = options_.scale == "fraction";
    const auto scaled = [&](double score, double pairs) {
      return fraction && pairs > 0 ? score / pairs : pair_factor() * score;
    };
    double sum = 0;
    if (is("betweenness")) {
      document_.columns = {node_column, score_column};
      for (const NodeId node : graph_.topology.nodes()) {
        // Both directions of an undirected pair are in the score and in the number of pairs: the halves
        // cancel.
        const double score = scaled(result.nodes[node], (n - 1) * (n - 2));
        sum += score;
        add_row({graph_.number(node), score});
      }
    } else {
      document_.columns = arc_columns;
      document_.columns.push_back(score_column);
      for (const ArcId arc : graph_.topology.arcs()) {
        if (!is_edge(arc)) continue;
        const ArcId next = ArcId::at(arc.index() + 1);
        const bool has_back = next.index() < graph_.topology.arc_count() && !is_edge(next);
        const double score = scaled(result.arcs[arc] + (has_back ? result.arcs[next] : 0), n * (n - 1));
        sum += score;
        Row row = arc_row(arc);
        row.cells.emplace_back(score);
        document_.rows.push_back(std::move(row));
      }
    }
    add_summary("sources", result.sources);
    add_summary("pairs_connected", pair_factor() * result.served);
    add_summary("pairs_not_connected", pair_factor() * result.unserved);
    add_summary("sum", sum);
  }

  void compute_closeness() {
    const CostGraph prepared = prepare();
    const auto sources = sample();
    ClosenessOptions how;
    if (options_.direction == "inward") how.direction = ClosenessDirection::inward;
    if (sources)
      how.pairs = options_.direction == "inward" ? PairDemand::subset(std::nullopt, sources)
                                                 : PairDemand::subset(sources, std::nullopt);
    const Closeness result = closeness(prepared, how, context_.run);
    document_.columns = {node_column, score_column};
    const auto& scores = is("closeness") ? result.closeness : result.harmonic;
    const double others = static_cast<double>(graph_.topology.node_count()) - 1;
    const double divisor = graph_.quantum.size * (options_.scale == "fraction" && others > 0 ? others : 1);
    const auto add = [&](NodeId node) { add_row({graph_.number(node), scores[node] / divisor}); };
    if (sources)
      std::ranges::for_each(*sources, add);
    else
      std::ranges::for_each(graph_.topology.nodes(), add);
    add_summary("sources", document_.rows.size());
    add_summary("direction", options_.undirected ? "both" : options_.direction);
    add_summary("coincident_pairs", result.coincident_pairs);
  }

  // Under `collapse` the graph is simple: all but the first of parallel arcs are taken as absent.
  ArcMask surplus_arcs() const {
    ArcMask surplus(graph_.topology.arc_count());
    if (options_.parallel != "collapse") return surplus;
    IdMap<NodeId, NodeId> seen_from(graph_.topology.node_count(), NodeId::none());
    for (const NodeId tail : graph_.topology.nodes())
      for (const ArcId arc : graph_.topology.outgoing(tail))
        if (std::exchange(seen_from[graph_.topology.head(arc)], tail) == tail) surplus.set(arc);
    return surplus;
  }

  void compute_components() {
    const Components result =
        options_.kind == "strong" ? strong_components(graph_.topology) : weak_components(graph_.topology);
    document_.columns = {node_column, {.name = "component", .kind = ColumnKind::whole}};
    for (const NodeId node : graph_.topology.nodes())
      add_row({graph_.number(node), result.component[node].value() + 1});
    add_summary("kind", options_.kind);
    add_summary("components", result.count());
    add_summary("largest", result.count() == 0 ? 0 : result.sizes[result.largest()]);
  }

  void compute_bridges() {
    const BridgesOptions how{.closed = surplus_arcs()};
    if (is("bridges")) {
      document_.columns = arc_columns;
      for (const Bridge& bridge : bridges(graph_.topology, how))
        document_.rows.push_back(arc_row(std::min(bridge.forward, bridge.backward)));
    } else {
      document_.columns = {node_column};
      for (const NodeId node : articulation_points(graph_.topology, how)) add_row({graph_.number(node)});
    }
    add_summary(options_.analysis, document_.rows.size());
  }

  struct Times {
    double load = 0;
    double prepare = 0;
  };

  const GraphOptions& options_;
  const Context& context_;
  Stopwatch watch_;
  Times times_;
  GraphFile graph_;
  std::size_t arcs_in_file_ = 0;
  IdMap<ArcId, ArcId> origin_;  // of each arc: the one it is numbered by
  Document document_;
};

}  // namespace

std::vector<std::string> graph_analyses() {
  return {"betweenness", "arc-betweenness", "closeness", "harmonic", "components", "bridges", "articulation"};
}

Answer analyse_graph(const GraphOptions& options, const Context& context) {
  return Analysis(options, context).answer();
}

}  // namespace landbridge::cli
