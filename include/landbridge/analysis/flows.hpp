// Which demand is routed, and how much of it is served?
#pragma once

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/paths/pair_demand.hpp"

#include <span>
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

/// So much goes from one region, hub or place to another, in the unit of its demand.
struct EndpointAmount {
  Endpoint from;
  Endpoint to;
  double amount = 1;
};

/// Whether two regions are one customs territory that is both a province's equal and a partner: it does not trade with itself.
bool same_territory(const Network& network, const Endpoint& a, const Endpoint& b);

/// Amounts divided over the hubs of their ends; amounts of a pair given twice add up. Pairs of one territory are left out. The
/// amounts end up in `pairs`, `no_hub` and `within_hub`, nothing is lost. A place stands for its hub. Origins and destinations
/// are the ends in the order in which they come.
HubDemand divided_demand(const Network& network, std::span<const EndpointAmount> amounts);

/// What of the amounts goes between two sets, in either direction; an empty set is everything. A hub or place in a set stands for the part
/// of a region's amount that its hub takes.
std::vector<EndpointAmount> amounts_between(const Network& network, std::span<const EndpointAmount> amounts,
                                            const std::vector<Endpoint>& one, const std::vector<Endpoint>& other);

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

struct DividedSkimOptions {
  bool parts = true;  ///< false: `mean` is left at zero, which saves following each route
};

/// The same from each of some to each of others, in order of `from`, then `to`. Complexity: one search for each hub of `from`, in
/// parallel; the same bits for any number of threads. Throws Cancelled.
std::vector<DividedSkim> divided_skims(const Priced& priced, const std::vector<Endpoint>& from,
                                       const std::vector<Endpoint>& to, const DividedSkimOptions& options = {},
                                       const Run& run = {});

}  // namespace landbridge
