// How far does what one item takes lie from the model's figure, in one draw of the costs?
#pragma once

#include "landbridge/base/id_map.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/handling.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced_staircase.hpp"

#include <array>
#include <cstdint>
#include <iterator>

namespace landbridge {

/// One of many sets of costs that the model's spreads allow. Draws of the same seed and number are the same.
struct CostDraw {
  std::uint64_t seed = 1;
  std::uint64_t number = 0;  ///< below 2^56

  friend bool operator==(const CostDraw&, const CostDraw&) = default;
};

/// The value that a standard normal variable stays below with that probability, 0 < p < 1. Algorithm AS 241
/// (Wichura 1988, 10.2307/2347330), right to about 1e-15, with + - * / and square roots alone: the same bits
/// on every machine, which the mathematical library's logarithm does not give. ContractError out of range.
double normal_quantile(double probability);

/// exp(s z - s^2 / 2) with s^2 = ln(1 + spread^2): lognormal with mean 1 and that spread where z is standard
/// normal. Rounded to a multiple of 2^-20 and never below one; exactly 1 for a spread of 0. The same bits on
/// every machine.
double spread_factor(Spread spread, double normal);

/// The factors of one draw, mean 1, by which the money and the hours of each item are multiplied; its length
/// and CO2 stay. Items, and what names each:
/// - a link by its key: one standard normal number for both directions and whatever runs on it; what is
/// sailed
///   by deep-sea ships and by feeders takes it with the spread of each;
/// - the road between a region and a hub by both their keys;
/// - each kind of handling at a place by place and kind;
/// - a border by link and direction, its change of gauge included;
/// - the wait for a departure by place and vehicle: mode, kind of ship, id of the service;
/// - the stay in a seaport's yard by place.
/// The numbers come from a stream keyed by seed, draw, sort of item and that name (base/random.hpp), so they
/// depend on nothing else: not on ids, order, threads, what is open or what else is in the data. Comparing
/// two scenarios under the same draws compares like with like (common random numbers). Network must outlive
/// this. Complexity O(links + places + accesses) to make; of asking O(1).
class CostFactors {
 public:
  CostFactors(const Network& network, const CostModel& model, const CostDraw& draw);

  double link(LinkId link, ShipClass ship) const {
    return (ship == ShipClass::feeder ? feeder_ : links_)[link];
  }
  double access(AccessId access) const { return accesses_[access]; }
  double handling(PlaceId place, HandlingKind kind) const {
    return handling_[static_cast<std::size_t>(kind)][place];
  }
  /// 1 for a link that crosses no border.
  double border(LinkId link, Direction direction) const {
    return borders_[static_cast<std::size_t>(direction)][link];
  }
  double wait(PlaceId place, const Vehicle& vehicle) const;
  double yard(PlaceId place) const { return yards_[place]; }

 private:
  const Network* network_;
  CostDraw draw_;
  Spread waiting_;
  IdMap<LinkId, double> links_, feeder_;
  std::array<IdMap<LinkId, double>, 2> borders_;
  IdMap<AccessId, double> accesses_;
  std::array<IdMap<PlaceId, double>, std::size(all_handling_kinds)> handling_;
  IdMap<PlaceId, double> yards_;
  IdMap<PlaceId, std::uint64_t> place_keys_;
  IdMap<ServiceId, std::uint64_t> service_keys_;
};

}  // namespace landbridge
