// What is a border taken to cost, also where sources are silent?
#pragma once

#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace landbridge {

/// What a crossing is taken to cost; each flag says whether the figure was recorded for that very border and
/// direction.
struct BorderTerms {
  Hours time;  ///< whole crossing, the change of gauge included where the gauges differ
  Usd clearance_money;
  Usd gauge_change_money;  ///< added where the gauges differ
  bool time_recorded = false;
  bool clearance_recorded = false;
  bool gauge_change_recorded = false;
};

/// The terms of every border of a network. No fact, no gift: a figure that a record lacks is the median of
/// the recorded ones of its kind (the same mode; all modes where that mode has none), so what is unknown is
/// never free and never cheaper than the cheapest known. Where nothing at all is recorded, the model's border
/// and gauge change fields. Network and model must outlive this. Complexity O(records log records) to make.
class BorderBook {
 public:
  BorderBook(const Network& network, const CostModel& model);
  /// ContractError when the link crosses no border.
  BorderTerms terms(LinkId link, Direction direction) const;

 private:
  struct Medians {
    std::optional<Hours> time;
    std::optional<Usd> clearance;
    std::optional<Usd> gauge_change;
  };
  /// Mode and territories, the lesser first.
  using Kind = std::tuple<Mode, std::string_view, std::string_view>;

  Kind kind_of(LinkId link) const;
  template <class Belongs>
  Medians medians(Belongs belongs) const;

  const Network* network_;
  const CostModel* model_;
  std::map<Kind, Medians> by_kind_;
  std::map<Mode, Medians> by_mode_;
  Medians overall_;
};

}  // namespace landbridge
