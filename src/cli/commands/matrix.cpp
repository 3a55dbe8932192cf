#include "cli/commands/all.hpp"
#include "cli/measure.hpp"
#include "cli/pricing.hpp"
#include "landbridge/analysis/skims.hpp"

#include <string>

namespace landbridge::cli {

namespace {

struct Options {
  std::string from;
  std::string to;
  PricingFlags pricing;
};

Answer answer(const Options& options, const Context& context) {
  if (options.from.empty() || options.to.empty()) throw UsageError("matrix needs --from SET and --to SET");
  Stopwatch watch;
  const Inputs inputs = read_inputs(context.flags);
  const double loaded = watch.lap();
  const Priced priced = price_as_asked(inputs, options.pricing, context.flags);
  const std::vector<Endpoint> from = resolve_endpoints(inputs.network, options.from);
  const std::vector<Endpoint> to = resolve_endpoints(inputs.network, options.to);
  const double prepared = watch.lap();
  const std::vector<Skim> rows = skims(priced, from, to, context.run);
  Document document;
  document.command = "matrix";
  document.provenance = provenance_of(inputs, priced);
  std::size_t unreachable = 0;
  document.columns = {
      {.name = "from"}, {.name = "to"}, {.name = "cost", .kind = ColumnKind::number, .decimals = 2}};
  for (Column& column : figure_columns()) document.columns.push_back(std::move(column));
  for (const Skim& skim : rows) {
    Row row{{skim.from.key, skim.to.key}};
    if (skim.reached) {
      row.cells.emplace_back(cost_in_units(priced, skim.cost));
      for (Value& value : figures(skim.total)) row.cells.push_back(std::move(value));
    } else {
      row.cells.resize(document.columns.size());
      ++unreachable;
    }
    document.rows.push_back(std::move(row));
  }
  document.summary = {{"unit", std::string(unit(priced.options.by)) + "/TEU"},
                      {"from", from.size()},
                      {"to", to.size()},
                      {"unreachable", unreachable},
                      {"same_place_left_out", from.size() * to.size() - rows.size()}};
  tell_pricing(inputs, options.pricing, document.summary);
  tell_corridors(inputs.network, priced.options, context.flags, document.summary);
  document.run = run_figures({loaded, prepared, watch.lap()}, context.run.worker_count());
  return {std::move(document)};
}

}  // namespace

Command matrix_command() {
  return make_command<Options>(
      {.name = "matrix", .help = "What it takes from each of some places to each of others"},
      [](Flags& flags, Options& options) {
        flags.option(
            "--from", options.from,
            "places, country:POL, province:gansu, kind:port, corridor:ID, mode:rail, comma-separated");
        flags.option("--to", options.to, "the same, on the other side");
        declare(flags, options.pricing);
        declare_ready(flags, options.pricing);
      },
      answer);
}

}  // namespace landbridge::cli
