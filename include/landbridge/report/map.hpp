// What does the corridor look like on a map?
#pragma once

#include "landbridge/report/coastline.hpp"
#include "landbridge/report/projection.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace landbridge {

/// A circle on the map. Shares are fractions of all demand, 0 .. 1.
struct MapPlace {
  std::string name;
  GeoPoint at;
  double share = 0;       ///< area of the circle
  double core_share = 0;  ///< area of the disc within it, at most `share`
  std::string note;       ///< what a pointer at rest shows
};

/// A line on the map. Both directions of a link are one line; links in a row may be one line, too.
struct MapLink {
  GeoPoint from, to;
  std::string mode;                ///< rail, road, ferry, sea, river; anything else is drawn as road
  double share = 0;                ///< width of the line
  std::string note;                ///< what a pointer at rest shows
  std::vector<GeoPoint> via = {};  ///< points between the ends that the line leads through
};

struct MapOptions {
  double width = 1180;           ///< of the picture, in units of which a name is `font_size` high
  double least_height = 0.47;    ///< of the frame, as a fraction of the width
  double most_height = 0.62;     ///< of the frame, as a fraction of the width
  double central_meridian = 70;  ///< of the projection, in degrees east
  double least_share = 0.001;    ///< links and circles below it are left out; unused ones always
  std::size_t names = 24;        ///< at most so many circles are named, those with the largest shares
  double font_size = 12.5;       ///< of the names
  double widest_line = 9;        ///< of the largest share of a link
  double largest_circle = 17;    ///< radius of the largest share of a place
  std::string core_label = "disc: part of it";  ///< what the disc within a circle is, for the legend
  std::string id = "map";     ///< prefix of the ids within the picture; distinct for two pictures on a page
  std::string title = "Map";  ///< read out by screen readers
  std::string description = "";  ///< read out by screen readers
};

struct Map {
  std::string svg;  ///< an `<svg>` element that takes its colours from the page's style sheet
  std::size_t links_drawn = 0;
  std::size_t links_left_out = 0;  ///< unused, or below the least share
  std::size_t places_drawn = 0;
  std::size_t places_named = 0;
};

/// Draws places and links over the land, in the Natural Earth projection, as large as fits the frame. Lines
/// of sea and ferry links keep to the water, others follow the great circle; the 180th meridian is crossed
/// where the projection's sheet goes on, lines over the sheet's edge are cut in two. Widths and areas are
/// proportional to shares (widths not below 0.6); the picture carries its own scales. Deterministic.
///
/// Throws OptionError for a width, a size or a share out of range.
Map draw_map(const std::vector<MapPlace>& places, const std::vector<MapLink>& links, const Coastline& land,
             const MapOptions& options = {});

}  // namespace landbridge
