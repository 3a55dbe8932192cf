#include "cli/commands/all.hpp"
#include "cli/demand.hpp"
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
  std::string demand;
  std::uint64_t draws = DrawOptions().draws;
};

/// How the demand was made, for the reader of the page.
std::string demand_note(const AskedDemand& demand) {
  if (!demand.trade) return {};
  return fmt::format(
      "trade of 2023 in containers, {:.1f} million TEU a year: what provinces and partners sell and buy, divided over pairs "
      "by a gravity model over the costs of this network; {:.0f} % of the containers lie in sums that are published (shares of "
      "partners in a province's trade, of {}), the rest is estimated.",
      demand.total() / 1e6, 100 * demand.trade->observed_share, demand.trade->observed_years);
}

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
  add("--demand", options.demand);
  if (options.draws != DrawOptions().draws) add("--draws", fmt::format("{}", options.draws));
  if (flags.seed != GlobalFlags().seed) add("--seed", fmt::format("{}", flags.seed));
  return line;
}

Answer answer(const Options& options, const Context& context) {
  if (options.folder.empty()) throw UsageError("--out: no folder is named");
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
  AskedDemand demand = asked_demand(
      inputs, {.demand = options.demand, .from = {}, .to = {}, .cargo_class = options.cargo_class}, context);
  wanted.demand_note = demand_note(demand);
  wanted.trade = std::move(demand.trade);
  wanted.demand = std::move(static_cast<HubDemand&>(demand));
  wanted.draws = options.draws;
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
        flags.option("--demand", options.demand,
                     "trade (unless the data have none), uniform: each pair alike, or a file of from,to,teu");
        flags.option("--draws", options.draws, "over how many draws of the costs shares are means; 0: none");
      },
      answer);
}

}  // namespace landbridge::cli
