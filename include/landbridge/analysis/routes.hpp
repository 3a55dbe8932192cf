// Which way does a container go, and what does each leg of it take?
#pragma once

#include "landbridge/analysis/names.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/paths/cost_graph.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace landbridge {

enum class LegGrain {
  run,   ///< from one handling to the next
  link,  ///< each link for itself
};

struct RouteOptions {
  LegGrain legs = LegGrain::run;
};

/// Moving: one or more links by one mode without being handled in between.
struct Leg {
  PlaceId from;
  PlaceId to;
  Vehicle vehicle = {};
  std::vector<LinkId> links = {};  ///< in order of travel
  Parts parts = {};
};

/// Standing: what happens to the container at a place. Money and hours of all of it together.
struct Stop {
  PlaceId place;
  bool loaded = false;
  bool unloaded = false;
  bool mode_changed = false;
  bool gauge_changed = false;
  bool vehicle_changed = false;  ///< another ship class or train of the same mode
  bool border_cleared = false;
  AccessId access = {};  ///< loaded from or unloaded to a province or country, by this road
  Parts parts = {};
};

/// One route. The parts of legs and stops add up to `total`; `total` weighs up to `cost` but for rounding to
/// quanta.
struct Route {
  Cost cost;
  Parts total = {};
  Breakdown breakdown = {};  ///< of the total
  KgCo2 co2_low = {};        ///< with the lowest and the highest published factors of the modes
  KgCo2 co2_high = {};
  std::vector<Leg> legs = {};
  std::vector<Stop> stops =
      {};  ///< one more than there are legs when legs are runs: loading, between legs, unloading
  std::vector<PlaceId> places = {};  ///< in order, without waypoints
  std::vector<Mode> modes = {};      ///< in order; a mode is named again after another
  std::size_t transfers = 0;         ///< changes of mode, ship class or train
  std::size_t gauge_changes = 0;
  std::size_t borders = 0;  ///< borders cleared
};

struct RouteAnswer {
  std::optional<Route> route;  ///< nothing: there is none, see `reason`
  std::string reason;          ///< empty when there is a route
};

/// The cheapest route under the objective that the network was priced for. From a place to itself or to its
/// own hub, from a region to itself: a route without legs at no cost; from a region to a hub of its own: its road
/// there, without legs. No route is an answer, not an error. Ties: the same one on every
/// machine. Complexity: one search, O((n + m) log n) over the priced moves.
RouteAnswer route(const Priced& priced, const Endpoint& from, const Endpoint& to,
                  const RouteOptions& options = {});

/// Whether a region's hub is the other end, or a hub of it: then its roads alone may be the way.
bool share_a_hub(const Network& network, const Endpoint& a, const Endpoint& b);

/// A path on the staircase as a route.
Route describe(const Priced& priced, const CostedPath& path, const RouteOptions& options = {});

/// The searchable form of a pricing: gates are terminals. The pricing must outlive it.
CostGraph searchable(const Priced& priced);

}  // namespace landbridge
