// How long does cargo wait for the next train, ship, barge, ferry or flight?
#pragma once

#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced_staircase.hpp"

namespace landbridge {

/// Mean hours from being ready until departure. A service: half its headway, or the mean over its timetable.
/// What belongs to no known service, and a service of unknown frequency: the median of the known ones of its
/// kind (trains, deep-sea ships, feeders, barges, ferries, flights), else half the model's headway; so the
/// unknown never waits less than the best known. Ships wait by port: times the square root of (median
/// connectivity of the ports of that class / the port's own), between a half and twice; a port without
/// connectivity counts as the median one. Ferries: what is recorded at the port or in its country goes first.
/// Trucks wait for nothing. Network must outlive this. Complexity O(places + services log services) to make;
/// of asking O(1).
class WaitBook {
 public:
  WaitBook(const Network& network, const CostModel& model);

  Hours wait(PlaceId place, const Vehicle& vehicle) const;

 private:
  const Network* network_;
  Hours rail_, deep_sea_, feeder_, river_, air_;
  IdMap<PlaceId, Hours> ferry_;
  IdMap<PlaceId, double> deep_sea_factor_;
  IdMap<PlaceId, double> feeder_factor_;
  IdMap<ServiceId, Hours> services_;
};

/// Least and greatest factor by which a port's connectivity shortens or lengthens the wait for a ship.
inline constexpr double least_wait_factor = 0.5;
inline constexpr double greatest_wait_factor = 2;

/// The kind of ships a liner service sails: feeders where its kind says so, else deep-sea ships; none for
/// what is no ship.
ShipClass ship_class(const Service& service);

}  // namespace landbridge
