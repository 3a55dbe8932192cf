// Which hubs does the demand need, and which does it only pass?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landbridge {

/// By what hubs are ranked.
enum class HubMeasure { handled, own, exchanged, cleared, through };

/// "handled", "own", "exchanged", "cleared", "through".
std::string_view name(HubMeasure measure) noexcept;

struct HubOptions {
  HubMeasure by = HubMeasure::handled;
};

/// How an item of a ranking stands over draws of the costs, see analysis/draws.hpp. Without draws all zero.
struct OverDraws {
  double score_undisturbed = 0;  ///< without disturbance
  std::uint32_t rank_undisturbed = 0;
  std::uint32_t rank_low = 0;   ///< 5 % quantile of its ranks
  std::uint32_t rank_high = 0;  ///< 95 % quantile
  double p_top = 0;             ///< share of the draws in which it is among the first
};

/// Shares of the served demand, 0 .. 1. Each unit of demand counts once a hub, under the first that applies:
/// own (it begins or ends there), exchanged (it changes mode, ship, train or gauge there), cleared (it only clears a
/// border there), through (it goes through without being handled). So handled = own + exchanged + cleared,
/// and handled + through <= 1.
struct HubShare {
  HubId hub;
  std::uint32_t rank = 0;  ///< ties share one, see centrality/ranking.hpp
  double score = 0;        ///< the share of the measure asked for
  double own = 0;
  double exchanged = 0;
  double cleared = 0;
  double through = 0;
  OverDraws over = {};

  double handled() const { return own + exchanged + cleared; }
};

struct HubRanking {
  std::vector<HubShare> rows;     ///< every hub, highest first; waypoints are none
  double served = 0;              ///< demand with a route: what the shares are of
  double total = 0;               ///< demand asked for
  std::vector<HubPair> unserved;  ///< pairs without a route
  std::size_t draws = 0;          ///< that the shares are means of; 0: the undisturbed costs
};

/// Routes every pair of the demand cheapest, for each class of cargo by itself (ties share the demand equally) and counts what happens at each
/// hub. Links between places of one hub are inside it. Complexity: one search for each origin, see
/// centrality/traversal.hpp. Determinism: the same bits for any number of threads. Throws Cancelled.
HubRanking rank_hubs(std::span<const PricedClass> classes, const HubDemand& demand,
                     const HubOptions& options = {}, const Run& run = {});

}  // namespace landbridge
