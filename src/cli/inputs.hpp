// Which network, day and prices do the flags ask for?
#pragma once

#include "cli/command.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/report/provenance.hpp"

namespace landbridge::cli {

/// What --data, --date, --conditions, --cost-model and --set say, and how that is told in an answer. Conditions
/// set fields first, then the file of the cost model, then --set.
struct Inputs {
  Network network;
  CostModel model;
  PriceOptions options;    ///< the date, and the links that the conditions close
  std::string conditions;  ///< name of the conditions in use; empty: none
  Provenance provenance;  ///< data, data_hash and cost_model; the rest is the command's
};

/// Reads them. Throws DataError for files, UsageError for a --set that is not key=value and for a --date that is
/// no day, OptionError for a field or value that does not exist, NameError for unknown conditions.
Inputs read_inputs(const GlobalFlags& flags);

}  // namespace landbridge::cli
