#include "cli/commands/all.hpp"
#include "cli/graph/analyse.hpp"

namespace landbridge::cli {

Command graph_command() {
  return make_command<GraphOptions>(
      {.name = "graph",
       .help = "The same engines on any weighted graph, read from a file",
       .takes_data = false},
      [](Flags& flags, GraphOptions& options) {
        flags.positional_choice("ANALYSIS", options.analysis, graph_analyses(), "what to compute");
        flags.positional("FILE", options.file, "the graph; what is gzip-compressed is read as what it holds");
        flags.choice("--input", options.input, {"auto", "tntp", "dimacs", "edges"},
                     "format of the file; auto: by its name, .tntp, .gr, anything else is an edge list");
        flags.option("--weight", options.weight,
                     "column of the weights (TNTP: free_flow_time unless told otherwise); none: every arc "
                     "has weight 1");
        flags.option("--quantum", options.quantum,
                     "weights are counted in whole quanta of this size; default: that of the longest "
                     "decimals in the file");
        flags.flag("--undirected", options.undirected,
                   "one edge of each arc and its opposite, the cheaper weight kept; each unordered pair "
                   "counts once");
        flags.choice("--parallel", options.parallel, {"distinct", "collapse"},
                     "parallel arcs: each a path of its own, or only the cheapest, which share their flow");
        flags.choice("--engine", options.engine, {"auto", "hierarchy", "search"},
                     "how shortest paths are found: by sweeps over a hierarchy or by one search a source; "
                     "auto: what should be faster. The answer is the same and says which it was");
        flags.option("--from", options.from,
                     "of matrix: a file with one node number a line, as the graph's file numbers them");
        flags.option("--to", options.to, "the same, on the other side");
        flags.option(
            "--sources", options.sources,
            "only so many sources, drawn by --seed: sums over them, unscaled; closeness: only their rows");
        flags.choice("--scale", options.scale, {"raw", "fraction"},
                     "fraction: divided by the number of pairs that could count");
        flags.flag("--first-thru", options.first_thru,
                   "keep TNTP's rule: nodes below the first thru node are not passed through");
        flags.choice("--kind", options.kind, {"weak", "strong"}, "of components");
        flags.choice("--direction", options.direction, {"outward", "inward"},
                     "of closeness and harmonic: from the node, or to it");
      },
      analyse_graph);
}

}  // namespace landbridge::cli
