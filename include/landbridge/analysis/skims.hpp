// What does it take from each of these to each of those?
#pragma once

#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/run.hpp"

#include <vector>

namespace landbridge {

struct Skim {
  Endpoint from;
  Endpoint to;
  bool reached = false;
  Cost cost = Cost::closed();
  Parts total = {};  ///< of the cheapest route under the pricing's objective
};

/// Every pair of the product, in order of `from`, then `to`; a pair of an endpoint with itself or with its
/// own hub is left out. Unreachable pairs are in it, not reached. Each total is that of the route that
/// `route` gives, so each is followed: searches, whatever the number of pairs (docs/design/hierarchy.md).
/// Complexity: one search for each `from`, in parallel; the same answer for any number of
/// threads. Throws Cancelled.
std::vector<Skim> skims(const Priced& priced, const std::vector<Endpoint>& from,
                        const std::vector<Endpoint>& to, const Run& run = {});

}  // namespace landbridge
