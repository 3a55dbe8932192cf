// Which demand is routed, and how much of it is served?
#pragma once

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <string>
#include <vector>

namespace landbridge {

/// So much goes from one hub to another, in the unit of its demand.
struct HubPair {
  HubId from;
  HubId to;
  double amount = 1;
};

/// Demand that never gets a route, and why.
struct UnplacedDemand {
  std::string key;  ///< a province or country that no hub serves, or a hub whose demand stays within it
  double amount = 0;
};

/// Demand between hubs. A province's or country's demand is divided over its hubs by the weights of its
/// accesses; each part begins or ends at the gate of its own hub. A hub in two regions adds up.
struct HubDemand {
  std::vector<HubPair> pairs;             ///< by from, then to; each pair once
  std::vector<Endpoint> origins;          ///< one side, as named
  std::vector<Endpoint> destinations;     ///< the other
  std::vector<UnplacedDemand> no_hub;     ///< of regions without a hub
  std::vector<UnplacedDemand> within_hub; ///< parts whose two ends are the same hub
  std::string name = "uniform";           ///< uniform, trade, or the file it was read from
  std::string unit = {};                  ///< "TEU/yr"; empty: parts of pairs, of which only shares are made

  /// All of it, what no hub serves included, what stays within a hub not.
  double total() const;
};

/// Each endpoint of one set with each of the other, 1 in both directions; an endpoint with itself is left out, and
/// so is a customs territory that is both a province and a partner with itself.
/// A place stands for its hub.
HubDemand uniform_demand(const Network& network, const std::vector<Endpoint>& one,
                         const std::vector<Endpoint>& other);

/// Every province with every partner country or territory, each pair 1 in both directions.
HubDemand default_demand(const Network& network);

/// The regions of a kind as endpoints.
std::vector<Endpoint> regions(const Network& network, RegionKind kind);

/// The demand as pairs of the hubs' gates.
PairDemand gate_demand(const Staircase& staircase, const HubDemand& demand);

/// Pairs for which the pricing has no route, in the order of the demand.
std::vector<HubPair> unserved_pairs(const Priced& priced, const HubDemand& demand, const Run& run = {});

/// What one unit of a region's or hub's demand to another takes on average: the parts of the cheapest route of
/// each pair of their hubs, its two access roads added, weighted by what each pair carries of the demand that has
/// a route. `served` is that share, 0 .. 1. The same hub at both ends takes the access roads alone.
struct DividedSkim {
  double served = 0;
  double cost = 0;  ///< in the unit of the pricing's objective
  Parts mean = {};
};
DividedSkim divided_skim(const Priced& priced, const Endpoint& from, const Endpoint& to);

}  // namespace landbridge
