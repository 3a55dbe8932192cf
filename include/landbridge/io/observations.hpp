// What has been published that a model of the network can be held against?
#pragma once

#include "landbridge/base/date.hpp"
#include "landbridge/base/error.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace landbridge {

/// A published length of a way. `via`: places to be passed in order (by land), or passages (by sea).
struct PublishedDistance {
  std::string mode;
  std::string from;
  std::string to;
  std::vector<std::string> via = {};
  double kilometres = 0;
  bool independent = false;  ///< of the figures that the network was built from
  std::string source = {};
};

/// Published days under way between two hubs.
struct PublishedTransit {
  std::string mode;  ///< rail, sea, sea-rail, road, rail-road, air
  std::string from;
  std::string to;
  double days = 0;
  std::optional<int> year = {};
  std::string source = {};
};

/// A published rate for a container from one hub or market to another.
struct PublishedRate {
  std::string mode;
  std::string from;
  std::string to;
  std::string direction;  ///< headhaul, backhaul or empty
  double usd_per_teu = 0;
  int year = 0;
  std::string period = {};
  std::string basis = {};
  std::string source = {};
};

/// A port that a closed passage cuts off from the oceans.
struct BasinPort {
  std::string basin;
  std::string closure;
  std::string place;
  std::string source = {};
};

/// What is observed of hubs, ports, borders or trade that a ranking or share of the model is held against.
struct ObservedScore {
  std::string ranking;  ///< origin_trains, seaport_teu, border_trains, border_tonnes, land_share_exports, ...
  std::vector<std::string> subjects;  ///< hubs or places, taken together
  double value = 0;
  std::string unit;
  std::string year;
  std::string basis;
  std::string source;
};

/// A figure of a province, a country, a port or a corridor in a year.
struct PublishedMeasure {
  std::string subject;  ///< corridor:cere, province:gansu, eu
  std::string measure;  ///< teu, trains, ...
  std::string year;     ///< 2024; 2013-2023 where it is of several
  std::string period = {};  ///< full, Jan-Jun, ...
  double value = 0;
  std::string unit = {};
  std::string definition = {};
  std::string source = {};
};

struct Observations {
  std::vector<PublishedDistance> distances;
  std::vector<PublishedTransit> transits;
  std::vector<PublishedRate> rates;
  std::vector<BasinPort> basins;
  std::vector<ObservedScore> scores;
  std::map<std::string, std::string> market_ports;  ///< hub that stands for a market of the rates
  std::vector<PublishedMeasure> measures;
  std::map<std::string, std::vector<std::string>> blocs;  ///< members by bloc: eu -> AUT, BEL, ...

  bool empty() const { return distances.empty() && transits.empty() && rates.empty() && basins.empty() && scores.empty(); }
};

/// From the tables distances, transit_times, prices, basins, market_ports, observed_rankings, measures and memberships of a folder, or of the built-in data
/// set where the folder's name is empty. A table that is absent has no rows. Rows without a figure, or without the
/// two ends, are no observation and left out. A year of a page, an edition or the reading (`year_basis` published,
/// vintage, read) only bounds the figure from above: a rate with none but such is left out, too, and a transit time
/// has no year. Throws DataError with everything that is wrong in them.
Observations load_observations(const std::string& folder = {});

}  // namespace landbridge
