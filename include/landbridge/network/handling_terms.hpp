// What does a terminal, a call or a change of gauge take at a place, also where sources are silent?
#pragma once

#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/handling.hpp"
#include "landbridge/network/network.hpp"

#include <array>
#include <iterator>

namespace landbridge {

/// What one kind of handling is taken to cost at a place; each flag says whether the figure was recorded for
/// that place or its country.
struct HandlingTerms {
  Hours time;
  Usd money;
  bool time_recorded = false;
  bool money_recorded = false;
};

/// The terms of every kind of handling at every place. No fact, no gift: the figure of the place, else of its
/// country, else the median of the recorded ones of its kind, else the model's field; so what is unknown is
/// never cheaper than the cheapest known. A kind that has no money of its own (calls, waiting) has none here.
/// Complexity O(places + facts log facts) to make; complexity of asking O(1).
class HandlingBook {
 public:
  HandlingBook(const Network& network, const CostModel& model);
  const HandlingTerms& terms(PlaceId place, HandlingKind kind) const {
    return terms_[static_cast<std::size_t>(kind)][place];
  }

 private:
  std::array<IdMap<PlaceId, HandlingTerms>, std::size(all_handling_kinds)> terms_;
};

}  // namespace landbridge
