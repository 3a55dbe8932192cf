// Where on the sheet does a point of the Earth stand?
#pragma once

#include "landbridge/report/rows.hpp"

#include <vector>

namespace landbridge {

/// A point of a plane; which way y grows is said where it is made.
struct PlanePoint {
  double x = 0;
  double y = 0;

  friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// The Natural Earth projection of the sphere of radius 1: pseudocylindrical, neither conformal nor
/// equal-area, calm for a map of several continents. x grows eastwards from the central meridian, y
/// northwards from the equator.
///
/// Polynomials of B. Savric, B. Jenny, T. Patterson, D. Petrovic, L. Hurni: A polynomial equation for the
/// Natural Earth projection, Cartography and Geographic Information Science 38 (2011)
/// 363-372, 10.1559/15230406384363. They are even in longitude's sign and linear in longitude, so longitudes
/// past 180 from the central meridian are drawn where the sheet would go on. Latitude must lie in -90 .. 90.
class NaturalEarth {
 public:
  explicit constexpr NaturalEarth(double central_meridian) noexcept : central_meridian_(central_meridian) {}
  constexpr double central_meridian() const noexcept { return central_meridian_; }

  PlanePoint operator()(GeoPoint point) const noexcept;

 private:
  double central_meridian_;
};

/// `lon` turned by whole circles into the half-open range around `centre`: centre - 180 <= result < centre +
/// 180.
double wrapped(double lon, double centre) noexcept;

/// The great circle from `from` to `to` on the sphere as points at most `step` degrees of arc apart, both
/// ends included. Longitudes run on from the first point's without a jump, the shorter way round. Two
/// opposite points have no single great circle: any one is taken.
std::vector<GeoPoint> great_circle(GeoPoint from, GeoPoint to, double step = 1.0);

/// The angle between two points seen from the centre of the sphere, in degrees, 0 .. 180.
double angle_between(GeoPoint from, GeoPoint to) noexcept;

}  // namespace landbridge
