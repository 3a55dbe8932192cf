// What do the sections of the report's page hold? Names in words and plain numbers, ready to be set.
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/report/map.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// How a rank stands over draws of the costs.
struct PageRankRange {
  std::uint32_t low = 0;          ///< 5 % quantile
  std::uint32_t high = 0;         ///< 95 % quantile
  std::uint32_t undisturbed = 0;  ///< without disturbance
};

/// A city of the page. Shares are fractions of the demand that is served, 0 .. 1; each unit of demand counts
/// once a hub, under the first that applies of own, exchanged, cleared and passed.
struct PageHub {
  std::uint32_t rank = 0;  ///< ties share one
  std::string slug;
  std::string name;
  std::string country;    ///< or territory, by name
  std::string terminals;  ///< the kinds of its places in words: "rail, river port"
  GeoPoint at;
  double own = 0;                           ///< begins or ends there
  double exchanged = 0;                     ///< changes mode, train or gauge there
  double cleared = 0;                       ///< only clears a border there
  double passed = 0;                        ///< goes through without being handled
  std::optional<PageRankRange> range = {};  ///< nothing without draws
  std::string reason = {};                  ///< why it is there, in a sentence or two; empty: not asked

  double others() const noexcept { return exchanged + cleared; }
  double handled() const noexcept { return own + exchanged + cleared; }
};

/// A corridor section of the page: one link, or several in a row between which nothing joins or leaves; both
/// directions together.
struct PageLink {
  std::string key;       ///< of its link, or of its links joined by `;`
  std::string from, to;  ///< names of the places
  std::string mode;
  std::string corridors;  ///< names of the first three and how many more; empty where it belongs to none
  GeoPoint from_at, to_at;
  Kilometres length;
  double share = 0;                ///< of the demand that is served
  std::vector<GeoPoint> via = {};  ///< where its links meet
};

/// A strait, a canal or a border crossing of the page.
struct PagePassage {
  std::uint32_t rank = 0;  ///< ties share one
  std::string name;
  std::string kind;
  double share = 0;  ///< of the demand that is served
};

/// What the cost of a journey is made of: money and the worth of the hours, for one TEU.
struct PageCost {
  Usd haul, terminals, borders, waiting, access;

  Usd total() const noexcept { return haul + terminals + borders + waiting + access; }
};

/// The best way of one TEU from one end to the other.
struct PageJourney {
  std::string from, to;     ///< names
  std::string cargo_class;  ///< general
  TimeValue value_of_time;
  std::string missing = {};  ///< why there is no way; then the rest is empty
  std::string modes = {};    ///< in order, in words
  std::string legs = {};     ///< "train Chongqing–Dostyk, train Dostyk–Malaszewicze"
  Usd money = {};
  Hours time = {};
  Kilometres distance = {};
  KgCo2 co2 = {};
  PageCost cost = {};
  std::optional<double> dearer = {};  ///< cost over that of the best way in the whole network, less 1
};

/// A pair that is asked for often: one journey for each class of cargo.
struct PageFlagship {
  std::string from, to;
  std::vector<PageJourney> journeys;
  std::optional<TimeValue> break_even;  ///< from which on the best way is by land alone
  std::string break_even_note = {};     ///< why there is none
};

/// A published figure as it is shown beside the model's.
struct PagePublished {
  std::string text;
  double value = 0;
  std::string unit;
  std::string year;
  std::string source;
};

/// A corridor on its own: only its links and services, with its legs at sea, handling and access.
struct PageCorridor {
  std::string id, name;
  std::string modes;           ///< of its links in use, in words
  std::size_t links = 0;       ///< that are open
  std::string unit = {};       ///< of the amounts; empty: parts of pairs
  double demand = 0;           ///< all of it, in the whole network
  double served = 0;           ///< of it, with a route in the whole network
  double carried = 0;          ///< of that: the route uses a link or service of the corridor
  double carried_through = 0;  ///< of that: leaves or enters China on it, see `demand_crossing`
  double carried_alone = 0;    ///< of that: the route uses nothing else
  double servable = 0;         ///< of `demand`: has a route on the corridor alone
  double ends_demand = 0;      ///< between the corridor's ends
  double ends_servable = 0;
  double ends_carried = 0;            ///< of it: the route leaves or enters China on the corridor
  std::string origins, destinations;  ///< names, joined in words
  std::vector<PagePublished> published = {};  ///< containers of the newest full year, of each definition
  /// Shares of what the corridor serves alone: of the demand between its ends, of all demand where it has none.
  std::vector<PageHub> hubs = {};
  std::vector<PageLink> sections = {};
  std::vector<PagePassage> passages = {};
  std::vector<PageJourney> journeys = {};  ///< of the first class of cargo, each origin with each destination
};

/// A journey's published days beside those of the model.
struct PageTransit {
  std::string from, to, mode;
  std::string year;  ///< of the published figure; empty where it has none
  double published_days = 0;
  double modelled_days = 0;
  std::size_t figures = 0;  ///< that are published for the pair by that mode
  std::string source = {};
};

/// How alike two orders are: of the model and of what is published.
struct PageCorrelation {
  std::string name;  ///< ports by throughput
  double spearman = 0;
  double kendall = 0;
  std::size_t count = 0;  ///< items ranked
};

struct PageChecks {
  std::vector<PageTransit> transits;
  std::vector<PageCorrelation> correlations;
  std::optional<double> land_share;  ///< of the demand served between China's provinces and the EU
  double land_amount = 0;            ///< the same in the unit of the demand
  std::vector<PagePublished> land_published;

  bool empty() const { return transits.empty() && correlations.empty() && !land_share; }
};

/// Demand that is not served. `reason`: no hub, no route, within one hub.
struct PageUnserved {
  std::string reason;
  std::string key;   ///< of a region or hub
  std::string name;  ///< the same in words
  double amount = 0;
};

/// What a table of the data set rests on.
struct PageSourceGroup {
  std::string table;
  std::size_t rows = 0;
  std::size_t sources = 0;
  std::string years;     ///< "2011–2024"; empty where no row has one
  std::string foremost;  ///< titles of the sources cited most, with their licences where stated
};

/// Where a field's value comes from.
enum class AssumptionOrigin { standard, conditions, set };

/// One field of the cost model.
struct PageAssumption {
  std::string name;
  std::string value;
  std::string unit;
  std::string help;
  std::string basis;    ///< how the figure is known, with its year
  std::string address;  ///< of the source, or its id; empty where it is a judgement
  AssumptionOrigin origin = AssumptionOrigin::standard;
};

struct PageFact {
  std::string term;
  std::string text;
};

/// "TEU a year" of "TEU/yr".
std::string unit_in_words(std::string_view unit);

/// "1.2 million TEU a year", "840 TEU a year": an amount in the unit of the demand.
std::string amount_in_words(double amount, std::string_view unit);

/// "a", "a and b", "a, b and c".
std::string in_words(const std::vector<std::string>& parts);

}  // namespace landbridge
