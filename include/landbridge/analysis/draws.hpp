// How do hubs, links and passages rank when a few dollars must not decide?
#pragma once

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace landbridge {

/// What is ranked.
struct RankedKinds {
  bool hubs = true;
  bool links = true;
  bool passages = true;
};

struct DrawOptions {
  std::size_t draws = 32;  ///< 0 .. 4096
  std::size_t top = 10;    ///< how many are the first, for `OverDraws::p_top`; 1 or more
  HubMeasure by = HubMeasure::handled;
  RankedKinds kinds = {};
};
inline constexpr std::size_t most_draws = 4096;

/// Rows of the kinds that were asked for; the others are empty.
struct Rankings {
  HubRanking hubs;
  LinkRanking links;
  PassageRanking passages;
};

/// The rankings of `rank_hubs`, `rank_links` and `rank_passages` as means over draws of the costs
/// (PriceOptions:: draw, numbers 0 .. draws - 1 of the stream `run.seed`): in each draw every pair takes its
/// cheapest routes at the drawn costs, and shares and scores are the means of what the draws give. Sending
/// every pair one way at the model's figures lets a difference of a few dollars decide for one port; over
/// draws, ports within the spread of the costs share.
///
/// Ranks are those of the means (centrality/ranking.hpp). Of each item `over` says its score and rank without
/// disturbance, the quantiles of its ranks in the draws, and how often it is among the first `top`: its rank
/// is `top` at most and its score positive. The quantile p of n ranks is the smallest of them that p n of
/// them or more do not exceed. Draws of another count are the same ones: 64 begin with the 32. Without draws
/// the rankings are those of the three calls, and `over` holds score and rank alone.
///
/// One search for each origin, class and draw feeds all three kinds. Served demand does not depend on draws.
/// Determinism: the same bits for any number of threads. Memory: pricings of the draws at work, and a rank
/// for each item and draw. `run.progress` counts over all draws. Errors: OptionError for a number out of
/// range, ContractError when the options name a draw themselves, Cancelled; else as `price_classes`.
Rankings rank_over_draws(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                         const PriceOptions& options, std::string_view which_class, const HubDemand& demand,
                         const DrawOptions& draws = {}, const Run& run = {});

}  // namespace landbridge
