#include "report/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace landbridge {
namespace {

/// Turns the longitudes of a line into the sheet around `centre`; a line over the sheet's edge comes out
/// twice, once on either side, so that both ends are drawn.
std::vector<GeoLine> turned(GeoLine line, double centre) {
  const double shift = wrapped(line.front().longitude, centre) - line.front().longitude;
  double least = std::numeric_limits<double>::infinity(), most = -least;
  for (auto& p : line) {
    p.longitude += shift;
    least = std::min(least, p.longitude);
    most = std::max(most, p.longitude);
  }
  std::vector<GeoLine> result{line};
  for (const double turn : {360.0, -360.0})
    if ((turn > 0 && least < centre - 180) || (turn < 0 && most > centre + 180)) {
      GeoLine copy = line;
      for (auto& p : copy) p.longitude += turn;
      result.push_back(std::move(copy));
    }
  return result;
}

/// The parts of a line within the sheet, longitudes centre - 180 .. centre + 180.
std::vector<GeoLine> within_sheet(const GeoLine& line, double centre) {
  std::vector<GeoLine> parts;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool inside = std::abs(line[i].longitude - centre) <= 180;
    if (i > 0 && inside != (std::abs(line[i - 1].longitude - centre) <= 180)) {
      const GeoPoint a = line[i - 1], b = line[i];
      const double edge = (inside ? a.longitude : b.longitude) > centre ? centre + 180 : centre - 180;
      const GeoPoint at{
          edge, a.latitude + (b.latitude - a.latitude) * (edge - a.longitude) / (b.longitude - a.longitude)};
      if (inside)
        parts.push_back({at}), open = true;
      else
        parts.back().push_back(at), open = false;
    }
    if (!inside) continue;
    if (!open) parts.emplace_back(), open = true;
    parts.back().push_back(line[i]);
  }
  return parts;
}

}  // namespace

GeoLine rounded(GeoLine line) {
  for (int round = 0; round < 2 && line.size() > 2; ++round) {
    GeoLine next{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
      const auto between = [&](double t) {
        return GeoPoint{line[i - 1].longitude + t * (line[i].longitude - line[i - 1].longitude),
                        line[i - 1].latitude + t * (line[i].latitude - line[i - 1].latitude)};
      };
      if (i > 1) next.push_back(between(0.25));
      if (i + 1 < line.size()) next.push_back(between(0.75));
    }
    next.push_back(line.back());
    line = std::move(next);
  }
  return line;
}

std::vector<GeoLine> on_sheet(GeoLine line, double centre) {
  std::vector<GeoLine> parts;
  for (const auto& copy : turned(std::move(line), centre))
    for (auto& part : within_sheet(copy, centre)) parts.push_back(std::move(part));
  return parts;
}

PlanePoint Sheet::operator()(GeoPoint p) const {
  const PlanePoint q = project(p);
  return {frame.left + (q.x - left) * scale, frame.top + (top - q.y) * scale};
}

Line Sheet::operator()(const GeoLine& line) const {
  Line result;
  for (const auto& p : line) result.push_back((*this)(p));
  return result;
}

}  // namespace landbridge
