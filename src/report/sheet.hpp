// How are lines and shapes of the Earth laid on the sheet and cut to it?
#pragma once

#include "landbridge/report/map.hpp"
#include "landbridge/report/projection.hpp"
#include "report/labels.hpp"

#include <vector>

namespace landbridge {

using Line = std::vector<PlanePoint>;
using GeoLine = std::vector<GeoPoint>;

/// The part of a polygon on one side of an axis-parallel line (Sutherland, Hodgman
/// 1974, 10.1145/360767.360802). `signed_distance` is positive inside and linear in the point.
template <class Point, class Distance>
std::vector<Point> cut(const std::vector<Point>& ring, Distance signed_distance) {
  std::vector<Point> result;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
    const double da = signed_distance(a), db = signed_distance(b);
    if (da >= 0) result.push_back(a);
    if ((da < 0) != (db < 0)) {
      const auto [ax, ay] = a;
      const auto [bx, by] = b;
      result.push_back({ax + (bx - ax) * da / (da - db), ay + (by - ay) * da / (da - db)});
    }
  }
  return result;
}

/// The line with its corners rounded, each within 1.2 degrees of arc or half the way to the next corner.
GeoLine rounded(const GeoLine& line);

/// The parts of a line on the sheet, longitudes centre - 180 .. centre + 180: one over the sheet's edge comes
/// out in parts on either side.
std::vector<GeoLine> on_sheet(GeoLine line, double centre);

/// The point with its longitude turned to within 180 degrees of `centre`.
GeoPoint on_sheet(GeoPoint point, double centre);

/// The line without points that lie within `tolerance` of what is left without them (Douglas, Peucker
/// 1973, 10.3138/FM57-6770-U75U-7727); both ends are kept.
Line thinned(const Line& line, double tolerance);

/// The smallest box around a line; empty and inside out for no points.
Box bounds(const Line& line);

/// The plane of the projection laid into the frame of the picture, y downwards.
struct Sheet {
  NaturalEarth project;
  double scale = 1, left = 0, top = 0;  // left, top: what stands at the frame's upper left corner
  Box frame;

  PlanePoint operator()(GeoPoint p) const;
  Line operator()(const GeoLine& line) const;
  Box box(const MapWindow& window) const;
  /// Whether a point of the picture lies within the frame.
  bool shows(PlanePoint p) const noexcept { return frame.contains(p); }
};

}  // namespace landbridge
