#include "landbridge/report/projection.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landbridge {
namespace {

constexpr double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}
constexpr double degrees(double angle) {
  return angle * 180 / std::numbers::pi;
}

struct Vector {
  double x, y, z;
};

Vector unit(GeoPoint p) {
  const double lon = radians(p.longitude), lat = radians(p.latitude);
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

}  // namespace

PlanePoint NaturalEarth::operator()(GeoPoint point) const noexcept {
  const double lon = radians(point.longitude - central_meridian_), lat = radians(point.latitude);
  const double p2 = lat * lat, p4 = p2 * p2;
  const double length = 0.870700 + p2 * (-0.131979 + p2 * (-0.013791 + p4 * p2 * (0.003971 - 0.001529 * p2)));
  const double height = lat * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
  return {lon * length, height};
}

double wrapped(double lon, double centre) noexcept {
  return lon - 360 * std::floor((lon - centre + 180) / 360);
}

double angle_between(GeoPoint from, GeoPoint to) noexcept {
  const Vector a = unit(from), b = unit(to);
  const Vector c{a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
  return degrees(std::atan2(std::sqrt(c.x * c.x + c.y * c.y + c.z * c.z), a.x * b.x + a.y * b.y + a.z * b.z));
}

std::vector<GeoPoint> great_circle(GeoPoint from, GeoPoint to, double step) {
  const double angle = angle_between(from, to);
  const int pieces = std::max(1, static_cast<int>(std::ceil(angle / step)));
  const double sine = std::sin(radians(angle));
  const Vector a = unit(from), b = unit(to);
  std::vector<GeoPoint> line{from};
  for (int i = 1; i <= pieces; ++i) {
    GeoPoint next = to;
    if (i < pieces && sine > 1e-12) {
      const double t = static_cast<double>(i) / pieces;
      const double u = std::sin(radians((1 - t) * angle)) / sine, v = std::sin(radians(t * angle)) / sine;
      const Vector p{u * a.x + v * b.x, u * a.y + v * b.y, u * a.z + v * b.z};
      next = {degrees(std::atan2(p.y, p.x)), degrees(std::atan2(p.z, std::hypot(p.x, p.y)))};
    }
    next.longitude = wrapped(next.longitude, line.back().longitude);
    line.push_back(next);
  }
  return line;
}

}  // namespace landbridge
