// How do the figures of a corridor read on one page?
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/report/map.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace landbridge {

/// A city of the page. Shares are fractions of the demand that is served, 0 .. 1; each unit of demand counts
/// once a hub, under the first that applies of own, exchanged, cleared and passed.
struct PageHub {
  std::uint32_t rank = 0;  ///< ties share one
  std::string slug;
  std::string name;
  std::string country;    ///< or territory, by name
  std::string terminals;  ///< the kinds of its places in words: "rail, river port"
  GeoPoint at;
  double own = 0;        ///< begins or ends there
  double exchanged = 0;  ///< changes mode, train or gauge there
  double cleared = 0;    ///< only clears a border there
  double passed = 0;     ///< goes through without being handled

  double handled() const noexcept { return own + exchanged + cleared; }
};

/// A corridor section of the page: one link, or several in a row between which nothing joins or leaves; both
/// directions together.
struct PageLink {
  std::string key;       ///< of its link, or of its links joined by `;`
  std::string from, to;  ///< names of the places
  std::string mode;
  std::string corridors;  ///< names, joined in words; empty where it belongs to none
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

/// One field of the cost model.
struct PageAssumption {
  std::string name;
  std::string value;
  std::string unit;
  std::string help;
  std::string basis;    ///< how the figure is known, with its year
  std::string address;  ///< of the source; empty where it is a judgement
};

struct PageFact {
  std::string term;
  std::string text;
};

/// All that stands on the page. Texts are plain; what has a meaning in HTML is escaped.
struct CorridorPage {
  std::string question;               ///< the title
  std::string subject;                ///< one line under it: whose demand, which routes
  std::vector<PageHub> hubs;          ///< ranked by what they handle, largest first
  std::vector<PageLink> links;        ///< used ones, largest share first
  std::vector<PagePassage> passages;  ///< largest share first; none: the section is left out
  double unserved = 0;                ///< fraction of the demand that finds no route
  std::vector<PageAssumption> assumptions;
  std::vector<PageFact> basis;       ///< what is sourced and what is estimated
  std::vector<PageFact> provenance;  ///< what is needed to get the same page again
  std::vector<PageFact> files;       ///< tables beside the page: file name and what it holds
};

struct CorridorPageOptions {
  std::size_t hubs = 20;  ///< rows of the table of hubs
  std::size_t links = 8;  ///< rows of the table of links for each mode
  std::size_t passages = 15;
  std::size_t names = 26;  ///< at most so many names on the map
};

/// What the numbers say, in a few sentences: which hubs handle most, which of them others' cargo needs, which
/// is passed most, and where the busiest sections are. Nothing in it is typed by hand. Empty without hubs and
/// links.
std::string findings(const CorridorPage& page);

/// The page: title, findings, map, tables, what it rests on. One self-contained HTML text; see html_page.
std::string corridor_page(const CorridorPage& page, const Coastline& land,
                          const CorridorPageOptions& options = {});

}  // namespace landbridge
