// What does a place do to the cargo that comes by, visit for visit?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"

#include <span>
#include <vector>

namespace landbridge {

/// Amounts of demand at one place, counted by visit: a route that comes twice counts twice. Law, for every
/// place: arrived = passed + exchanged + cleared + ended, and left = passed + exchanged + cleared + begun.
struct PlaceVisits {
  PlaceId place;
  double arrived = 0;    ///< comes in by links
  double left = 0;       ///< goes out by links
  double begun = 0;      ///< loaded
  double ended = 0;      ///< unloaded, cleared or not
  double exchanged = 0;  ///< handled on to another mode, ship, train or gauge
  double cleared = 0;    ///< handled on after a border, by the same means
  double passed = 0;     ///< goes through without being handled
};

/// Every place, waypoints too, in the order of the network. Cheapest routes of each class, ties shared equally.
/// Each figure is added up from the moves that make it, none is a difference. Complexity: one search for each
/// origin and class. Determinism: the same bits for any number of threads. Throws Cancelled.
std::vector<PlaceVisits> place_visits(std::span<const PricedClass> classes, const HubDemand& demand,
                                      const Run& run = {});

}  // namespace landbridge
