// Which links, straits, canals and borders does the demand use?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/priced.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace landbridge {

/// Demand whose route uses the link at least once, in either direction.
struct LinkShare {
  LinkId link;
  std::uint32_t rank = 0;
  double score = 0;  ///< amount of demand
  double share = 0;  ///< of the served demand
  OverDraws over = {};
};

struct LinkRanking {
  std::vector<LinkShare>
      rows;  ///< links in use, highest first; exchange links are left out
  double served = 0;
  double total = 0;
  std::vector<HubPair> unserved;
  std::size_t draws = 0;  ///< that the shares are means of; 0: the undisturbed costs
};

LinkRanking rank_links(std::span<const PricedClass> classes, const HubDemand& demand,
                        const Run& run = {});

/// A strait or canal that links name in `passes`, or a border crossing: a link between customs territories.
struct PassageShare {
  std::string name;  ///< suez; for a border the key of its link
  bool border = false;
  std::vector<LinkId> links;  ///< that make it
  std::uint32_t rank = 0;
  double share = 0;  ///< of the served demand: its route uses one of the links, counted once a route
  OverDraws over = {};
};

struct PassageRanking {
  std::vector<PassageShare> rows;
  double served = 0;
  double total = 0;
  std::vector<HubPair> unserved;
  std::size_t draws = 0;  ///< that the shares are means of; 0: the undisturbed costs
};

/// Both as `rank_hubs`: cheapest routes of each class, ties share equally, the same bits for any number of threads.
PassageRanking rank_passages(std::span<const PricedClass> classes, const HubDemand& demand,
                        const Run& run = {});

}  // namespace landbridge
