// Which network and which prices do the flags ask for?
#pragma once

#include "cli/command.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/provenance.hpp"

namespace landbridge::cli {

/// What --data, --cost-model and --set say, and how that is told in an answer.
struct Inputs {
  Network network;
  CostModel model;
  Provenance provenance;  ///< data, data_hash and cost_model; the rest is the command's
};

/// Reads them. Throws DataError for files, UsageError for a --set that is not key=value, OptionError for a
/// field or value that does not exist.
Inputs read_inputs(const GlobalFlags& flags);

}  // namespace landbridge::cli
