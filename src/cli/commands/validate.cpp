#include "landbridge/report/validation.hpp"

#include "cli/commands/all.hpp"
#include "cli/inputs.hpp"
#include "cli/measure.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/io/trade_tables.hpp"
#include "landbridge/report/ranking_validation.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace landbridge::cli {

namespace {

struct Options {
  std::uint64_t draws = DrawOptions().draws;
};

Answer answer(const Options& options, const Context& context) {
  Stopwatch watch;
  const Inputs inputs = read_inputs(context.flags);
  const Observations observations = load_observations(context.flags.data);
  const double loaded = watch.lap();
  std::vector<ValidationTable> tables =
      validate(inputs.network, observations, inputs.model, inputs.options, context.run);
  const TradeTables trade = load_trade_tables(context.flags.data);
  if (!trade.empty()) {
    const RankingEvidence evidence =
        ranking_evidence(std::make_shared<const Staircase>(inputs.network), trade, inputs.model, inputs.options,
                         {.draws = options.draws}, context.run);
    for (ValidationTable& table : validate_rankings(evidence, observations, trade, context.run))
      tables.push_back(std::move(table));
  }
  Document document;
  document.command = "validate";
  document.provenance = inputs.provenance;
  document.provenance.engine = "search";
  document.columns = {{.name = "table"},
                      {.name = "item"},
                      {.name = "observed", .kind = ColumnKind::number, .decimals = 0},
                      {.name = "modelled", .kind = ColumnKind::number, .decimals = 2},
                      {.name = "difference", .kind = ColumnKind::number, .unit = "%", .decimals = 1},
                      {.name = "unit"},
                      {.name = "note"},
                      {.name = "source"}};
  const auto number = [](const std::optional<double>& value) { return value ? Value(*value) : Value(); };
  for (const ValidationTable& table : tables) {
    document.summary.push_back({table.name, table.question});
    for (const ValidationFigure& figure : table.figures)
      document.summary.push_back(
          {fmt::format("{}: {}", table.name, figure.name),
           fmt::format("{:.4g}{}{}", figure.value, figure.unit.empty() ? "" : " " + figure.unit,
                       figure.target.empty() ? "" : fmt::format(" (hoped for: {})", figure.target))});
    for (const ValidationRow& row : table.rows)
      document.rows.push_back({{table.name, row.item, number(row.observed), number(row.modelled),
                                number(row.difference_percent), row.unit.empty() ? table.unit : row.unit,
                                row.note.empty() ? Value() : Value(row.note),
                                row.source.empty() ? Value() : Value(row.source)}});
  }
  document.run = run_figures({loaded, 0, watch.lap()}, context.run.worker_count());
  return {std::move(document)};
}

}  // namespace

Command validate_command() {
  return make_command<Options>(
      {.name = "validate", .help = "The data and the default prices held against published figures; prices given move the "
               "flagship pairs and the tables of rankings alone"},
      [](Flags& flags, Options& options) {
        flags.option("--draws", options.draws, "over how many draws of the costs rankings are means; 0: none");
      },
      answer);
}

}  // namespace landbridge::cli
