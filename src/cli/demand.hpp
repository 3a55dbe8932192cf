// Which demand do --demand, --from and --to ask for?
#pragma once

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/analysis/trade_demand.hpp"
#include "landbridge/report/rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landbridge::cli {

/// What the flags say.
struct DemandFlags {
  std::string demand;       ///< uniform, trade or a file; empty: see `asked_demand`
  std::string from;         ///< a set; empty: not given
  std::string to;           ///< likewise
  std::string cargo_class;  ///< whose costs trade follows
};

/// A demand, and what a summary says of how it was made.
struct AskedDemand : HubDemand {
  std::vector<NamedValue> told;
  std::optional<TradeDemand> trade = {};  ///< of all provinces and partners: what the demand was made of
};

/// Uniform: each endpoint of --from with each of --to, provinces and partners where they are not given. Trade
/// and files: what goes between the two sets, a set that is not given being everything. Without --demand it
/// is trade where the data set has the tables and neither set is given, else uniform. Throws UsageError,
/// NameError, OptionError where the data set has no figures of trade, DataError with everything that is wrong
/// in a file, and for margins that cannot be met.
AskedDemand asked_demand(const Inputs& inputs, const DemandFlags& flags, const Context& context);

/// Trade by the costs of the whole network on the day, under the conditions and for the class: what
/// --corridor, --modes, --avoid, --open and
/// --by say limits what can be carried, not what is traded. Throws DataError where margins cannot be met.
TradeDemand trade_as_priced(const Inputs& inputs, const TradeTables& tables, const std::string& cargo_class,
                            const TradeDemandOptions& options, const Run& run);

/// How the margins were met, and what of the containers rests on observed shares.
void tell_balance(const TradeDemand& trade, std::vector<NamedValue>& summary);

}  // namespace landbridge::cli
