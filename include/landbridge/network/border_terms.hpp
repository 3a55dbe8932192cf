// What is a border taken to cost, also where sources are silent?
#pragma once

#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace landbridge {

/// What a crossing is taken to cost; each flag says whether the figure was recorded for that very border and
/// direction.
struct BorderTerms {
  Hours time;  ///< whole crossing, the change of gauge included where `includes_gauge_change`
  Usd clearance_money;
  Usd gauge_change_money;  ///< added where the gauges differ
  /// Trains change gauge there as a rule. Where they do not, one that does all the same takes the hours of a
  /// change of gauge beside the crossing's.
  bool includes_gauge_change = false;
  bool time_recorded = false;
  bool clearance_recorded = false;
  bool gauge_change_recorded = false;
};

/// The terms of every border of a network. No fact, no gift: a figure that a record lacks is the median of
/// the recorded ones of its kind (the same mode, with or without a change of gauge, between the same two
/// customs territories; else that mode with or without a change of gauge; else that mode; else all), so what
/// is unknown is never free and never cheaper than the cheapest known. Where nothing at all is recorded, the
/// model's border and gauge change fields. A link that crosses several borders on its way (out of a customs
/// territory and into it again) pays each of them in time and clearance, unless it has a record of its own:
/// that is whole, and no measure for others. Network and model must outlive this. Complexity O(links +
/// records log records) to make.
class BorderBook {
 public:
  BorderBook(const Network& network, const CostModel& model);
  /// ContractError when the link crosses no border.
  const BorderTerms& terms(LinkId link, Direction direction) const;

 private:
  std::vector<std::array<BorderTerms, 2>> terms_;  ///< of the links that cross a border, forward and backward
  IdMap<LinkId, std::size_t> place_of_;            ///< in `terms_`
  static constexpr std::size_t no_border = static_cast<std::size_t>(-1);
};

}  // namespace landbridge
