// Where is land? Enough of it to know where one is on a map; nothing of who governs it.
#pragma once

#include "landbridge/report/projection.hpp"

#include <string_view>
#include <vector>

namespace landbridge {

/// Closed rings (the last point is not repeated); a point is on land when an odd number of rings encloses it,
/// so the Caspian Sea is a ring within Eurasia's. Longitudes run past 180 where a ring crosses that meridian.
struct Coastline {
  std::vector<std::vector<GeoPoint>> rings;
};

/// What the built-in coastline was made from, for captions and provenance.
inline constexpr std::string_view coastline_source =
    "Natural Earth 1:50m land, version 4.1.0 (public domain), simplified";

/// The built-in coastline: north of 60 S, islands too small to be seen left out, accurate to about 3 km where
/// the corridors are and to about 10 km elsewhere. For orientation only: not for measuring or deciding
/// anything.
Coastline coastline();

}  // namespace landbridge
