#include "report/water.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <queue>
#include <utility>

namespace landbridge {
namespace {

enum : char { open_water, coastal_water, land_cell };

double shrink_at(double lat) {
  return std::cos(lat * std::numbers::pi / 180);
}

/// Length of a short step in degrees of arc, as on a flat sheet.
double step_length(GeoPoint a, GeoPoint b) {
  return std::hypot((b.longitude - a.longitude) * shrink_at((a.latitude + b.latitude) / 2),
                    b.latitude - a.latitude);
}

int column_of(double lon) {
  return static_cast<int>(std::floor((lon + 180) / WaterMap::cell));
}
int row_of(double lat) {
  return static_cast<int>(std::floor((lat - WaterMap::south) / WaterMap::cell));
}

constexpr int modulo(int value, int size) {
  return (value % size + size) % size;
}

}  // namespace

WaterMap::WaterMap(const Coastline& land) : kind_(std::size_t{columns} * rows, open_water) {
  // Even-odd filling: on the middle line of each row every ring toggles the cells between pairs of its
  // crossings.
  std::vector<std::vector<double>> crossings(rows);
  for (const auto& ring : land.rings) {
    for (auto& row : crossings) row.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
      GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
      if (a.latitude > b.latitude) std::swap(a, b);
      const int first = std::max(0, static_cast<int>(std::ceil((a.latitude - south) / cell - 0.5)));
      for (int row = first; row < rows; ++row) {
        const double lat = south + (row + 0.5) * cell;
        if (lat >= b.latitude) break;
        crossings[static_cast<std::size_t>(row)].push_back(
            a.longitude + (b.longitude - a.longitude) * (lat - a.latitude) / (b.latitude - a.latitude));
      }
    }
    for (int row = 0; row < rows; ++row) {
      auto& found = crossings[static_cast<std::size_t>(row)];
      std::sort(found.begin(), found.end());
      for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
        const int from = static_cast<int>(std::ceil((found[i] + 180) / cell - 0.5));
        const int to = static_cast<int>(std::ceil((found[i + 1] + 180) / cell - 0.5));
        for (int column = from; column < to; ++column) {
          char& kind = kind_[static_cast<std::size_t>(row * columns + modulo(column, columns))];
          kind = kind == land_cell ? open_water : land_cell;
        }
      }
    }
  }
  for (int row = 1; row + 1 < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      char& kind = kind_[static_cast<std::size_t>(row * columns + column)];
      if (kind != open_water) continue;
      for (const int neighbour :
           {(row - 1) * columns + column, (row + 1) * columns + column,
            row * columns + modulo(column - 1, columns), row * columns + modulo(column + 1, columns)})
        if (kind_[static_cast<std::size_t>(neighbour)] == land_cell) kind = coastal_water;
    }
}

double WaterMap::weight(int column, int row) const noexcept {
  if (row < 0 || row >= rows) return 12;
  switch (kind_[static_cast<std::size_t>(row * columns + modulo(column, columns))]) {
    case land_cell:
      return 12;
    case coastal_water:
      return 1.5;
    default:
      return 1;
  }
}

bool WaterMap::is_land(GeoPoint point) const noexcept {
  return weight(column_of(point.longitude), row_of(point.latitude)) == 12;
}

double WaterMap::weight_of_line(GeoPoint from, GeoPoint to) const {
  const auto line = great_circle(from, to, cell / 3);
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const GeoPoint p{(line[i - 1].longitude + line[i].longitude) / 2,
                     (line[i - 1].latitude + line[i].latitude) / 2};
    sum += weight(column_of(p.longitude), row_of(p.latitude));
  }
  return sum * angle_between(from, to) / static_cast<double>(line.size() - 1);
}

bool WaterMap::keeps_to_water(const std::vector<GeoPoint>& line) const {
  // Ports lie on the shore: what is within half a degree of an end does not count.
  return std::none_of(line.begin(), line.end(), [&](GeoPoint p) {
    return is_land(p) && angle_between(p, line.front()) > 0.5 && angle_between(p, line.back()) > 0.5;
  });
}

std::vector<GeoPoint> WaterMap::search(GeoPoint from, GeoPoint to) const {
  // A* over the cells of a box around both ends. Columns run on past 180 degrees.
  constexpr int margin = 60;
  const int start_column = column_of(from.longitude), end_column = column_of(to.longitude),
            start_row = std::clamp(row_of(from.latitude), 0, rows - 1),
            end_row = std::clamp(row_of(to.latitude), 0, rows - 1);
  const int left = std::min(start_column, end_column) - margin,
            right = std::max(start_column, end_column) + margin;
  const int bottom = std::max(0, std::min(start_row, end_row) - margin),
            top = std::min(rows - 1, std::max(start_row, end_row) + margin);
  const int width = right - left + 1, height = top - bottom + 1;
  const auto centre = [&](int index) {
    return GeoPoint{(left + index % width + 0.5) * cell - 180, south + (bottom + index / width + 0.5) * cell};
  };
  const int start = (start_row - bottom) * width + start_column - left,
            goal = (end_row - bottom) * width + end_column - left;
  const GeoPoint goal_centre = centre(goal);
  double least_shrink = 1;
  for (const int row : {bottom, top})
    least_shrink = std::min(least_shrink, shrink_at(south + (row + 0.5) * cell));
  const auto at_least = [&](int index) {
    const GeoPoint p = centre(index);
    return std::hypot((p.longitude - goal_centre.longitude) * least_shrink,
                      p.latitude - goal_centre.latitude);
  };

  std::vector<double> best(static_cast<std::size_t>(width * height), std::numeric_limits<double>::infinity());
  std::vector<int> before(best.size(), -1);
  std::vector<char> settled(best.size(), 0);
  using Entry = std::pair<double, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  best[static_cast<std::size_t>(start)] = 0;
  queue.emplace(at_least(start), start);
  while (!queue.empty()) {
    const int here = queue.top().second;
    queue.pop();
    if (std::exchange(settled[static_cast<std::size_t>(here)], 1) != 0) continue;
    if (here == goal) break;
    const int column = here % width, row = here / width;
    for (const auto& [dx, dy] : std::array<std::pair<int, int>, 8>{
             {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}}) {
      const int x = column + dx, y = row + dy;
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      const int next = y * width + x;
      const double cost = best[static_cast<std::size_t>(here)] +
                          step_length(centre(here), centre(next)) *
                              (weight(left + column, bottom + row) + weight(left + x, bottom + y)) / 2;
      if (cost >= best[static_cast<std::size_t>(next)]) continue;
      best[static_cast<std::size_t>(next)] = cost;
      before[static_cast<std::size_t>(next)] = here;
      queue.emplace(cost + at_least(next), next);
    }
  }
  std::vector<GeoPoint> line{to};
  for (int at = before[static_cast<std::size_t>(goal)]; at >= 0 && at != start;
       at = before[static_cast<std::size_t>(at)])
    line.push_back(centre(at));
  line.push_back(from);
  std::reverse(line.begin(), line.end());
  return line;
}

std::vector<GeoPoint> WaterMap::pulled_straight(const std::vector<GeoPoint>& line) const {
  std::vector<double> weighed(line.size(), 0);
  for (std::size_t i = 1; i < line.size(); ++i)
    weighed[i] = weighed[i - 1] + weight_of_line(line[i - 1], line[i]);
  std::vector<GeoPoint> result{line.front()};
  const std::function<void(std::size_t, std::size_t)> pull = [&](std::size_t first, std::size_t last) {
    if (last == first + 1 ||
        weight_of_line(line[first], line[last]) <= (weighed[last] - weighed[first]) * 1.002) {
      const auto piece = great_circle(line[first], line[last]);
      result.insert(result.end(), piece.begin() + 1, piece.end());
      return;
    }
    std::size_t middle = first + 1;
    double farthest = -1;
    const double dx = line[last].longitude - line[first].longitude,
                 dy = line[last].latitude - line[first].latitude;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double off = std::abs(dx * (line[i].latitude - line[first].latitude) -
                                  dy * (line[i].longitude - line[first].longitude));
      if (off > farthest) farthest = off, middle = i;
    }
    pull(first, middle);
    pull(middle, last);
  };
  pull(0, line.size() - 1);
  return result;
}

std::vector<GeoPoint> WaterMap::lane(GeoPoint from, GeoPoint to) const {
  auto line = great_circle(from, to, cell / 2);
  if (keeps_to_water(line)) return great_circle(from, to);
  return pulled_straight(search(from, line.back()));
}

}  // namespace landbridge
