// What does `landbridge graph` answer?
#pragma once

#include "cli/command.hpp"
#include "cli/graph/graph_options.hpp"

#include <string>
#include <vector>

namespace landbridge::cli {

/// The analyses by name, in the order of the help.
std::vector<std::string> graph_analyses();

/// Reads the file and computes. Throws UsageError for flags that do not go together, and what readers and
/// engines throw.
Answer analyse_graph(const GraphOptions& options, const Context& context);

}  // namespace landbridge::cli
