// How do the figures of a corridor read on one page?
#pragma once

#include "landbridge/report/map.hpp"
#include "landbridge/report/page_sections.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace landbridge {

/// All that stands on the page. Texts are plain; what has a meaning in HTML is escaped.
struct CorridorPage {
  std::string question;               ///< the title
  std::string subject;                ///< one line under it: whose demand, which routes
  std::vector<PageHub> hubs;          ///< ranked by what they handle, largest first
  std::vector<PageLink> links;        ///< used ones, largest share first
  std::vector<PagePassage> passages;  ///< largest share first; none: the section is left out
  double unserved = 0;                ///< fraction of the demand that is not served
  std::string unit;                   ///< of the demand, "TEU/yr"; empty: only shares are shown
  double served_amount = 0;           ///< demand served, in that unit
  std::string period;                 ///< the day and the conditions, for the map
  std::size_t draws = 0;              ///< that shares are means over; 0: none
  std::vector<PageCorridor> corridors;
  std::vector<PageFlagship> flagships;
  PageChecks checks;
  std::vector<PageUnserved> unserved_rows;  ///< largest first of each reason
  std::vector<PageAssumption> assumptions;
  std::vector<PageSourceGroup> sources;
  std::vector<PageFact> basis;       ///< what is sourced and what is estimated
  std::vector<PageFact> provenance;  ///< what is needed to get the same page again
  std::vector<PageFact> files;       ///< tables beside the page: file name and what it holds
};

struct CorridorPageOptions {
  std::size_t hubs = 20;  ///< rows of the table of hubs
  std::size_t links = 8;  ///< rows of the table of links for each mode
  std::size_t passages = 15;
  std::size_t corridor_rows = 8;  ///< rows of each table of a corridor's section
  std::size_t unserved = 12;      ///< rows of the table of demand that is not served
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
