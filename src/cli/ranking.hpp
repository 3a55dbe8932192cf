// Which demand do the flags of a ranking ask for, and how is what is not served told?
#pragma once

#include "cli/demand.hpp"
#include "cli/pricing.hpp"
#include "landbridge/analysis/flows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace landbridge::cli {

struct RankingFlags {
  std::string from;
  std::string to;
  std::string demand;  ///< uniform, trade or a file; empty: see `asked_demand`
  std::uint64_t top = 10;  ///< 0: all
  PricingFlags pricing;
};

void declare(Flags& flags, RankingFlags& options);

/// What --demand, --from and --to ask for.
AskedDemand demand_as_asked(const Inputs& inputs, const RankingFlags& options, const Context& context);

/// Adds to the summary what the shares are of, and which demand has no route or no hub.
void tell_demand(const Network& network, const AskedDemand& demand, double served, double total,
                 const std::vector<HubPair>& unserved, std::vector<NamedValue>& summary);

}  // namespace landbridge::cli
