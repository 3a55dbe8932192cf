#include "cli/commands/all.hpp"
#include "cli/inputs.hpp"
#include "landbridge/io/citations.hpp"
#include "landbridge/io/corridor_ends.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/report/corridor_report.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace landbridge::cli {
namespace {

struct Options {
  std::string folder = "report";
  std::uint64_t top = 10;
  std::string cargo_class = "all";
};

/// What gives the same page again.
std::string command_line(const Options& options, const GlobalFlags& flags) {
  std::string line = "landbridge report";
  const auto add = [&](const char* flag, const std::string& value) {
    if (!value.empty()) line += fmt::format(" {} {}", flag, value);
  };
  add("--data", flags.data);
  for (const std::string& corridor : flags.corridors) add("--corridor", corridor);
  add("--date", flags.date);
  add("--conditions", flags.conditions);
  add("--cost-model", flags.cost_model);
  for (const std::string& setting : flags.set) add("--set", setting);
  if (options.cargo_class != "all") add("--class", options.cargo_class);
  return line;
}

Answer answer(const Options& options, const Context& context) {
  Inputs inputs = read_inputs(context.flags);
  CorridorReportOptions wanted;
  wanted.corridors = context.flags.corridors;
  wanted.price = inputs.options;
  wanted.conditions = inputs.conditions;
  wanted.cargo_class = options.cargo_class;
  wanted.provenance = inputs.provenance;
  wanted.ends = load_corridor_ends(context.flags.data);
  wanted.observations = load_observations(context.flags.data);
  wanted.citations = load_citations(context.flags.data);
  wanted.command = command_line(options, context.flags);
  const CorridorReport report = corridor_report(inputs.network, inputs.model, wanted, context.run);
  const std::vector<std::string> files = write_report(report, options.folder);

  Document document;
  document.command = "report";
  document.provenance = report.provenance;
  document.summary = {{"page", files.front()},
                      {"tables", Value::List(files.begin() + 1, files.end())},
                      {"conditions", inputs.conditions.empty() ? Value() : Value(inputs.conditions)},
                      {"date", text(inputs.options.date)},
                      {"findings", findings(report.page)}};
  document.columns = {{"rank", ColumnKind::whole},
                      {"hub"},
                      {"name"},
                      {"country"},
                      {.name = "handled", .kind = ColumnKind::number, .decimals = 3},
                      {.name = "own", .kind = ColumnKind::number, .decimals = 3},
                      {.name = "exchanged", .kind = ColumnKind::number, .decimals = 3},
                      {.name = "cleared", .kind = ColumnKind::number, .decimals = 3},
                      {.name = "through", .kind = ColumnKind::number, .decimals = 3}};
  const auto count = std::min<std::size_t>(options.top, report.hubs.rows.size());
  for (std::size_t i = 0; i < count; ++i) {
    const HubShare& row = report.hubs.rows[i];
    const Hub& hub = inputs.network[row.hub];
    document.rows.push_back({{row.rank, hub.slug, hub.name, hub.country, row.handled(), row.own,
                              row.exchanged, row.cleared, row.through}});
  }
  return {std::move(document)};
}

}  // namespace

Command report_command() {
  return make_command<Options>(
      {.name = "report",
       .help = "The corridor report: one page with a map, and its tables; the top hubs are the rows"},
      [](Flags& flags, Options& options) {
        flags.option("--out", options.folder, "folder to write the page and its tables to");
        flags.option("--top", options.top, "how many hubs to print");
        flags.option("--class", options.cargo_class, "class of cargo: general, time-critical, all");
      },
      answer);
}

}  // namespace landbridge::cli
