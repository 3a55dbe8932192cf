#include "cli/draws.hpp"

#include <string>

namespace landbridge::cli {

namespace {

/// All rows are shown under --top 0; the first ten are counted all the same.
std::size_t first_rows(const RankingFlags& options) {
  return options.top == 0 ? DrawOptions().top : static_cast<std::size_t>(options.top);
}

}  // namespace

void declare(Flags& flags, DrawFlags& options) {
  flags.option(
      "--draws", options.draws,
      "scores are means over so many draws of the costs of links, terminals, borders and waits, each within "
      "its spread (--set rail_spread=0.3); 0: the costs as they are; at most " +
          std::to_string(most_draws));
}

Rankings rank_as_asked(const Inputs& inputs, const DrawFlags& draws, const RankingFlags& options,
                       const Priced& priced, const HubDemand& demand, HubMeasure by, RankedKinds kinds,
                       const Run& run) {
  return rank_over_draws(priced.staircase, inputs.model, priced.options, cargo_class(inputs, options.pricing),
                         demand, {.draws = draws.draws, .top = first_rows(options), .by = by, .kinds = kinds},
                         run);
}

void add_draw_columns(const DrawFlags& draws, std::vector<Column>& columns) {
  const bool drawn = draws.draws > 0;
  columns.push_back(
      {.name = "score_undisturbed", .kind = ColumnKind::number, .decimals = 4, .in_table = false});
  columns.push_back({.name = "rank_undisturbed", .kind = ColumnKind::whole, .in_table = false});
  columns.push_back({.name = "rank_low", .kind = ColumnKind::whole, .in_table = drawn});
  columns.push_back({.name = "rank_high", .kind = ColumnKind::whole, .in_table = drawn});
  columns.push_back({.name = "p_top", .kind = ColumnKind::number, .decimals = 2, .in_table = drawn});
}

void add_draw_cells(const DrawFlags& draws, const OverDraws& over, std::vector<Value>& cells) {
  cells.insert(cells.end(), {Value(over.score_undisturbed), Value(over.rank_undisturbed)});
  if (draws.draws > 0)
    cells.insert(cells.end(), {Value(over.rank_low), Value(over.rank_high), Value(over.p_top)});
  else
    cells.insert(cells.end(), 3, Value());
}

void tell_draws(const DrawFlags& draws, const RankingFlags& options, const Run& run, Document& document) {
  document.summary.push_back({"draws", draws.draws});
  if (draws.draws == 0) return;
  document.summary.push_back({"p_top_of", first_rows(options)});
  document.provenance.seed = run.seed;
}

}  // namespace landbridge::cli
