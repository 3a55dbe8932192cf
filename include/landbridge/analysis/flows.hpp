// Which demand is routed, and how much of it is served?
#pragma once

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <vector>

namespace landbridge {

/// So much goes from one hub to another. Without unit: only shares are made of it.
struct HubPair {
  HubId from;
  HubId to;
  double amount = 1;
};

/// Demand between hubs, and what was left out of it on the way.
struct HubDemand {
  std::vector<HubPair> pairs;
  std::vector<HubId> origins;            ///< hubs on one side
  std::vector<HubId> destinations;       ///< hubs on the other
  std::vector<std::string> without_hub;  ///< provinces and countries that no hub serves: slugs and codes
  std::vector<std::string>
      border_only;  ///< countries whose only hubs are border stations, which stand for no demand

  double total() const;
};

/// Every hub of one set with every hub of the other, each 1 in both directions; a hub with itself is left
/// out.
HubDemand uniform_demand(const std::vector<HubId>& one, const std::vector<HubId>& other);

/// The hubs of the province capitals with the gateways of the partner countries, each pair 1 in both
/// directions. Border stations are no gateways: they are passed, not the end of demand.
HubDemand default_demand(const Network& network);

/// The demand as pairs of the hubs' gates.
PairDemand gate_demand(const Staircase& staircase, const HubDemand& demand);

/// Pairs for which the pricing has no route, in the order of the demand.
std::vector<HubPair> unserved_pairs(const Priced& priced, const HubDemand& demand, const Run& run = {});

}  // namespace landbridge
