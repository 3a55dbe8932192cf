// How many draws of the costs does a ranking take, and how are they told?
#pragma once

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/ranking.hpp"
#include "landbridge/analysis/draws.hpp"

#include <cstdint>
#include <vector>

namespace landbridge::cli {

struct DrawFlags {
  std::uint64_t draws = 32;
};

void declare(Flags& flags, DrawFlags& options);

/// What --draws, --top, --class and --seed ask for; `priced` is the pricing without draws of one class of
/// them.
Rankings rank_as_asked(const Inputs& inputs, const DrawFlags& draws, const RankingFlags& options,
                       const Priced& priced, const HubDemand& demand, HubMeasure by, RankedKinds kinds,
                       const Run& run);

/// `score_undisturbed, rank_undisturbed, rank_low, rank_high, p_top`; the first two are left out of tables
/// for people, and all of them without draws.
void add_draw_columns(const DrawFlags& draws, std::vector<Column>& columns);
/// The cells of these columns. Without draws there are no quantiles.
void add_draw_cells(const DrawFlags& draws, const OverDraws& over, std::vector<Value>& cells);

/// Adds the number of draws, and of how many first `p_top` tells, to the summary; the seed to the provenance.
void tell_draws(const DrawFlags& draws, const RankingFlags& options, const Run& run, Document& document);

}  // namespace landbridge::cli
