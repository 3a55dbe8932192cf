#include "cli/graph/analyse.hpp"

#include "cli/cost_units.hpp"
#include "cli/graph/node_list.hpp"
#include "cli/graph/undirected.hpp"
#include "cli/measure.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/centrality/closeness.hpp"
#include "landbridge/connectivity/bridges.hpp"
#include "landbridge/connectivity/components.hpp"
#include "landbridge/io/dimacs.hpp"
#include "landbridge/io/edge_list.hpp"
#include "landbridge/io/tntp.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/engine.hpp"
#include "landbridge/paths/many_to_many.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace landbridge::cli {

namespace {

constexpr std::uint64_t sampling_purpose =
    0x736f7572636573;  // "sources": the key of the stream that draws them

// A row of the matrix takes some 200 bytes, and its text.
constexpr std::size_t most_pairs = 20'000'000;

constexpr std::array engines{Engine::automatic, Engine::hierarchy, Engine::search};

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
    times_.load = watch_.lap();
  }

  Answer answer() && {
    if (is_on_paths()) prepare();
    describe();
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
  bool is_on_paths() const { return is_scored() || is("matrix"); }

  void check_flags() const {
    if (context_.flags.format == "geojson")
      throw UsageError("--format geojson means nothing to the command graph: its rows have no coordinates");
    const auto needs = [](bool given, bool meant, const std::string& sentence) {
      if (given && !meant) throw UsageError(sentence);
    };
    needs(options_.engine == "hierarchy", is_on_paths(),
          "--engine hierarchy means nothing to " + options_.analysis);
    needs(!options_.from.empty() || !options_.to.empty(), is("matrix"),
          "--from and --to mean nothing to " + options_.analysis);
    if (is("matrix") && (options_.from.empty() || options_.to.empty()))
      throw UsageError("matrix needs --from FILE and --to FILE, one node number a line");
    needs(options_.sources.has_value(), is_scored(), "--sources means nothing to " + options_.analysis);
    needs(options_.scale == "fraction", is_scored() && !is("closeness"),
          "--scale fraction means nothing to " + options_.analysis +
              (is("closeness") ? ": it is one over a mean already" : ""));
    needs(options_.scale == "fraction" && options_.sources, is("harmonic"),
          "--scale fraction goes with all sources, not with --sources");
    needs(options_.direction == "inward", is("closeness") || is("harmonic"),
          "--direction means nothing to " + options_.analysis);
    needs(options_.kind == "strong", is("components"), "--kind means nothing to " + options_.analysis);
    needs(options_.first_thru, is_on_paths(), "--first-thru means nothing to " + options_.analysis);
    if (options_.sources && *options_.sources == 0) throw UsageError("--sources must be at least 1");
  }

  std::string input_format() const {
    if (options_.input != "auto") return options_.input;
    const std::string_view name = options_.file;
    if (name.ends_with(".gr") || name.ends_with(".gr.gz")) return "dimacs";
    return name.ends_with(".tntp") || name.ends_with(".tntp.gz") ? "tntp" : "edges";
  }

  void read() {
    if (!is("matrix")) return read_graph();
    std::vector<Finding> all;
    bool has_graph = true;
    try {
      read_graph();
    } catch (const DataError& error) {
      all = error.findings();
      has_graph = false;
    }
    Findings findings;
    const NodeList from = read_node_list(TextSource::file(options_.from), findings);
    const NodeList to = read_node_list(TextSource::file(options_.to), findings);
    if (has_graph) {
      from_ = nodes_of(from, graph_, findings);
      to_ = nodes_of(to, graph_, findings);
      findings.throw_if_errors();
    } else {
      std::ranges::copy(findings.list(), std::back_inserter(all));
      throw DataError(std::move(all));
    }
  }

  void read_graph() {
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
    provenance.engine = is_on_paths() ? name(engine_.used.engine) : "boost";
    provenance.order_hash = engine_.used.order_hash;
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
    if (is_on_paths()) add_summary("engine_reason", engine_.used.reason);
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
    else if (is("matrix"))
      compute_matrix();
    else if (is("components"))
      compute_components();
    else
      compute_bridges();
  }

  // Everything that scores do not ask for again: costs, pairs, and the hierarchy where it answers.
  void prepare() {
    CostGraphOptions how;
    how.parallel = options_.parallel == "collapse" ? ParallelArcs::collapse : ParallelArcs::distinct;
    if (options_.first_thru) how.terminals = graph_.terminals;
    prepared_.emplace(graph_.topology, graph_.costs, how);
    sample_ = sample();
    if (sample_)
      pairs_ = options_.direction == "inward" ? PairDemand::subset(std::nullopt, sample_)
                                              : PairDemand::subset(sample_, std::nullopt);
    EngineRequest request;
    request.engine = *std::ranges::find(engines, options_.engine, [](Engine engine) { return name(engine); });
    request.sources = is("matrix") ? from_.size() : pairs_.sources(prepared_->node_count()).size();
    request.counts = is("betweenness") || is("arc-betweenness");
    engine_ = prepare_engine(*prepared_, request, context_.run);
    times_.prepare = watch_.lap();
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
    const BetweennessOptions how{.demand = pairs_, .engine = Engine::search};
    const Betweenness result = engine_.metric ? betweenness(*prepared_, *engine_.metric, how, context_.run)
                                              : betweenness(*prepared_, how, context_.run);
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
    ClosenessOptions how{.pairs = pairs_, .engine = Engine::search};
    if (options_.direction == "inward") how.direction = ClosenessDirection::inward;
    const Closeness result = engine_.metric ? closeness(*prepared_, *engine_.metric, how, context_.run)
                                            : closeness(*prepared_, how, context_.run);
    document_.columns = {node_column, score_column};
    const auto& scores = is("closeness") ? result.closeness : result.harmonic;
    const double others = static_cast<double>(graph_.topology.node_count()) - 1;
    const double divisor = graph_.quantum.size * (options_.scale == "fraction" && others > 0 ? others : 1);
    const auto add = [&](NodeId node) { add_row({graph_.number(node), scores[node] / divisor}); };
    if (sample_)
      std::ranges::for_each(*sample_, add);
    else
      std::ranges::for_each(graph_.topology.nodes(), add);
    add_summary("sources", document_.rows.size());
    add_summary("direction", options_.undirected ? "both" : options_.direction);
    add_summary("coincident_pairs", result.coincident_pairs);
  }

  void compute_matrix() {
    if (to_.size() > most_pairs / from_.size())
      throw LimitError("a matrix of " + std::to_string(from_.size()) + " x " + std::to_string(to_.size()) +
                       " pairs is more than " + std::to_string(most_pairs) +
                       " rows; ask for a part at a time");
    const CostTable table =
        engine_.metric ? many_to_many(*prepared_, *engine_.metric, from_, to_, context_.run)
                       : many_to_many(*prepared_, from_, to_, {.engine = Engine::search}, context_.run);
    // Whole numbers stay whole where doubles would round them.
    const bool whole = graph_.quantum.size == 1;
    document_.columns = {{.name = "from", .kind = ColumnKind::whole},
                         {.name = "to", .kind = ColumnKind::whole},
                         {.name = "cost", .kind = whole ? ColumnKind::whole : ColumnKind::number}};
    std::size_t unreachable = 0;
    document_.rows.reserve(table.costs.size());
    for (std::size_t i = 0; i < from_.size(); ++i)
      for (std::size_t j = 0; j < to_.size(); ++j) {
        const Cost cost = table.at(i, j);
        unreachable += cost.is_closed();
        add_row({graph_.number(from_[i]), graph_.number(to_[j]),
                 cost.is_closed() ? Value()
                 : whole          ? Value(cost.quanta())
                                  : Value(cost_in_units(graph_.quantum, cost))});
      }
    add_summary("from", from_.size());
    add_summary("to", to_.size());
    add_summary("unreachable", unreachable);
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
  IdMap<ArcId, ArcId> origin_;     // of each arc: the one it is numbered by
  std::vector<NodeId> from_, to_;  // of the matrix
  std::optional<CostGraph> prepared_;
  std::optional<std::vector<NodeId>> sample_;
  PairDemand pairs_ = PairDemand::uniform();
  PreparedEngine engine_;
  Document document_;
};

}  // namespace

std::vector<std::string> graph_analyses() {
  return {"betweenness", "arc-betweenness", "closeness", "harmonic",
          "matrix",      "components",      "bridges",   "articulation"};
}

Answer analyse_graph(const GraphOptions& options, const Context& context) {
  return Analysis(options, context).answer();
}

}  // namespace landbridge::cli
