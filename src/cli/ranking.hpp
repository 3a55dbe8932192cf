// Which demand do the flags of a ranking ask for, and how is what is not served told?
#pragma once

#include "cli/pricing.hpp"
#include "landbridge/analysis/flows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace landbridge::cli {

struct RankingFlags {
  std::string from;
  std::string to;
  std::string demand = "uniform";
  std::uint64_t top = 10;  ///< 0: all
  PricingFlags pricing;
};

void declare(Flags& flags, RankingFlags& options);

/// Every hub of --from with every hub of --to, both directions alike; province capitals and foreign gateways
/// unless given.
HubDemand demand_as_asked(const Network& network, const RankingFlags& options);

/// Adds to the summary what the shares are of, and which demand has no route or no hub.
void tell_demand(const Network& network, const HubDemand& demand, double served, double total,
                 const std::vector<HubPair>& unserved, std::vector<NamedValue>& summary);

}  // namespace landbridge::cli
