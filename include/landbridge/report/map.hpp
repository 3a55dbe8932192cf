// What does the corridor look like on a map?
#pragma once

#include "landbridge/report/coastline.hpp"
#include "landbridge/report/projection.hpp"

#include <cstddef>
#include <optional>
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

struct MapContentOptions {
  double central_meridian = 70;  ///< of the projection, in degrees east
  double least_share = 0.002;    ///< links and circles below it are left out; unused ones always
};

/// What is to be drawn, its lines laid out once for any number of pictures.
struct MapContent {
  NaturalEarth projection{70};
  Coastline land;
  std::vector<MapPlace> places;  ///< largest share first
  std::vector<MapLink> links;    ///< smallest share first, so that the largest is drawn on top
  /// By link: the parts of its line, longitudes within 180 degrees of the central meridian.
  std::vector<std::vector<std::vector<GeoPoint>>> lines;
  std::size_t links_left_out = 0;  ///< unused, or below the least share
  double least_share = 0;
};

/// Lays out the lines: those of sea and ferry links keep to the water, others follow the great circle. The
/// 180th meridian is crossed where the projection's sheet goes on; a line over the sheet's edge comes in
/// parts. Throws OptionError for a share out of 0 .. 1.
MapContent map_content(std::vector<MapPlace> places, std::vector<MapLink> links, Coastline land,
                       const MapContentOptions& options = {});

/// A part of the projection's plane, in radii of the sphere.
struct MapWindow {
  double left = 0, bottom = 0, right = 0, top = 0;

  bool contains(PlanePoint p) const noexcept {
    return left <= p.x && p.x <= right && bottom <= p.y && p.y <= top;
  }
};

/// The window that all of it fits in, with a margin.
MapWindow whole_of(const MapContent& content);

/// The window that holds what matters: links with at least `part` of the largest link's share, and places
/// likewise. The whole where that is less than half again as wide and as high.
MapWindow main_part_of(const MapContent& content, double part = 0.2);

/// Where circles crowd: the window, a quarter as wide as `within`, that holds the largest sum of shares, if
/// it holds at least `least` circles and a third of all shares of `within`; cut to the circles in it. None
/// otherwise.
std::optional<MapWindow> crowded_part_of(const MapContent& content, const MapWindow& within,
                                         std::size_t least = 12);

/// The window made wider or higher, from its middle, until height / width lies in `least_height` ..
/// `most_height`.
MapWindow fitted(MapWindow window, double least_height, double most_height);

struct MapOptions {
  double width = 1180;                   ///< of the picture, in units of which a name is `font_size` high
  double least_height = 0.47;            ///< of the frame, as a fraction of the width
  double most_height = 0.62;             ///< of the frame, as a fraction of the width
  std::optional<MapWindow> window = {};  ///< what the frame shows, fitted to its heights; the whole if none
  std::optional<MapWindow> marked = {};  ///< outlined; of the circles in it only `names_in_marked` are named
  std::size_t names = 24;                ///< at most so many circles are named, those with the largest shares
  std::size_t names_in_marked = 4;
  double font_size = 12.5;     ///< of the names
  double widest_line = 9;      ///< of the largest share of a link
  double largest_circle = 17;  ///< radius of the largest share of a place
  bool legend = true;
  std::string core_label = "disc: part of it";  ///< what the disc within a circle is, for the legend
  std::string id = "map";     ///< prefix of the ids within the picture; distinct for two pictures on a page
  std::string title = "Map";  ///< read out by screen readers
  std::string description = "";  ///< read out by screen readers
};

struct Map {
  std::string svg;  ///< an `<svg>` element that takes its colours from the page's style sheet
  std::size_t places_named = 0;
  std::size_t places_outside = 0;  ///< circles beyond the frame
};

/// Draws the content in the frame. Widths and areas are proportional to shares (widths not below 0.6); the
/// picture carries its own scales. Deterministic.
///
/// Throws OptionError for a width or a size out of range.
Map draw_map(const MapContent& content, const MapOptions& options = {});

}  // namespace landbridge
