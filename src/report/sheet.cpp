#include "report/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
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

GeoPoint between(GeoPoint a, GeoPoint b, double t) {
  return {a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude)};
}

/// By how many degrees a line turns at its middle point.
double turn_at(GeoPoint a, GeoPoint b, GeoPoint c) {
  const double shrink = std::cos(b.latitude * std::numbers::pi / 180);
  const double before = std::atan2(b.latitude - a.latitude, (b.longitude - a.longitude) * shrink);
  const double after = std::atan2(c.latitude - b.latitude, (c.longitude - b.longitude) * shrink);
  return std::abs(std::remainder(after - before, 2 * std::numbers::pi)) * 180 / std::numbers::pi;
}

}  // namespace

GeoLine rounded(const GeoLine& line) {
  constexpr double reach = 1.2, least_turn = 6;  // degrees of arc along the line, degrees of turn
  std::vector<double> at(line.size(), 0);
  for (std::size_t i = 1; i < line.size(); ++i) at[i] = at[i - 1] + angle_between(line[i - 1], line[i]);
  std::vector<std::size_t> corners{0};
  for (std::size_t i = 1; i + 1 < line.size(); ++i)
    if (turn_at(line[i - 1], line[i], line[i + 1]) > least_turn) corners.push_back(i);
  corners.push_back(line.size() - 1);

  const auto point_at = [&](double where) {
    const auto next = std::upper_bound(at.begin() + 1, at.end() - 1, where) - at.begin();
    const auto i = static_cast<std::size_t>(next);
    return between(line[i - 1], line[i], at[i] > at[i - 1] ? (where - at[i - 1]) / (at[i] - at[i - 1]) : 0);
  };
  GeoLine result{line.front()};
  std::size_t taken = 1;  // points of the line before it are in the result or cut off
  for (std::size_t c = 1; c + 1 < corners.size(); ++c) {
    const std::size_t corner = corners[c];
    const double r =
        std::min({reach, (at[corner] - at[corners[c - 1]]) / 2, (at[corners[c + 1]] - at[corner]) / 2});
    const GeoPoint before = point_at(at[corner] - r), after = point_at(at[corner] + r);
    for (; at[taken] < at[corner] - r; ++taken) result.push_back(line[taken]);
    for (int step = 0; step <= 6; ++step) {
      const double t = step / 6.0;
      result.push_back(between(between(before, line[corner], t), between(line[corner], after, t), t));
    }
    while (taken + 1 < line.size() && at[taken] <= at[corner] + r) ++taken;
  }
  for (; taken < line.size(); ++taken) result.push_back(line[taken]);
  return result;
}

std::vector<GeoLine> on_sheet(GeoLine line, double centre) {
  std::vector<GeoLine> parts;
  for (const auto& copy : turned(std::move(line), centre))
    for (auto& part : within_sheet(copy, centre)) parts.push_back(std::move(part));
  return parts;
}

GeoPoint on_sheet(GeoPoint point, double centre) {
  return {wrapped(point.longitude, centre), point.latitude};
}

Line thinned(const Line& line, double tolerance) {
  if (line.size() < 3) return line;
  std::vector<char> kept(line.size(), 0);
  kept.front() = kept.back() = 1;
  std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
  while (!spans.empty()) {
    const auto [first, last] = spans.back();
    spans.pop_back();
    double farthest = tolerance;
    std::size_t at = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double off = gap_to_segment(line[i], line[first], line[last]);
      if (off > farthest) farthest = off, at = i;
    }
    if (at == 0) continue;
    kept[at] = 1;
    spans.emplace_back(first, at);
    spans.emplace_back(at, last);
  }
  Line result;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (kept[i] != 0) result.push_back(line[i]);
  return result;
}

Box bounds(const Line& line) {
  constexpr double none = std::numeric_limits<double>::infinity();
  Box box{none, none, -none, -none};
  for (const PlanePoint p : line)
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
           std::max(box.bottom, p.y)};
  return box;
}

Box Sheet::box(const MapWindow& window) const {
  return {frame.left + (window.left - left) * scale, frame.top + (top - window.top) * scale,
          frame.left + (window.right - left) * scale, frame.top + (top - window.bottom) * scale};
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
