#include "landbridge/report/map.hpp"
#include "report/sheet.hpp"

#include <algorithm>
#include <limits>

namespace landbridge {
namespace {

constexpr double none = std::numeric_limits<double>::infinity();

class Extent {
 public:
  explicit Extent(const NaturalEarth& projection) : project_(projection) {}
  void take(GeoPoint p) { take(project_(on_sheet(p, project_.central_meridian()))); }
  void take(PlanePoint p) {
    left_ = std::min(left_, p.x), right_ = std::max(right_, p.x);
    bottom_ = std::min(bottom_, p.y), top_ = std::max(top_, p.y);
  }
  bool empty() const { return left_ > right_; }
  /// With a margin that is this part of the larger side, and at least a fiftieth of a radius.
  MapWindow window(double margin) const {
    const double spare = std::max(0.02, margin * std::max(right_ - left_, top_ - bottom_));
    return {left_ - spare, bottom_ - spare, right_ + spare, top_ + spare};
  }

 private:
  NaturalEarth project_;
  double left_ = none, bottom_ = none, right_ = -none, top_ = -none;
};

/// Around links and places with at least that part of the largest share.
MapWindow extent_of(const MapContent& content, double part) {
  Extent extent(content.projection);
  const double least_link = content.links.empty() ? 0 : part * content.links.back().share;
  const double least_place = content.places.empty() ? 0 : part * content.places.front().share;
  for (std::size_t i = 0; i < content.links.size(); ++i)
    if (content.links[i].share >= least_link)
      for (const auto& line : content.lines[i])
        for (const GeoPoint p : line) extent.take(content.projection(p));
  for (const MapPlace& place : content.places)
    if (place.share >= least_place) extent.take(place.at);
  if (extent.empty())
    extent.take(GeoPoint{-10, -10}), extent.take(GeoPoint{150, 65});  // nothing to show: the old world
  return extent.window(0.06);
}

}  // namespace

MapWindow whole_of(const MapContent& content) {
  return extent_of(content, 0);
}

MapWindow main_part_of(const MapContent& content, double part) {
  const MapWindow whole = extent_of(content, 0), main = extent_of(content, part);
  const double width = whole.right - whole.left, height = whole.top - whole.bottom;
  const bool little =
      width < 1.4 || (width < 1.5 * (main.right - main.left) && height < 1.5 * (main.top - main.bottom));
  return little ? whole : main;
}

std::optional<MapWindow> crowded_part_of(const MapContent& content, const MapWindow& within,
                                         std::size_t least) {
  struct Circle {
    PlanePoint at;
    double share;
  };
  std::vector<Circle> circles;
  for (const MapPlace& place : content.places) {
    const PlanePoint at = content.projection(on_sheet(place.at, content.projection.central_meridian()));
    if (within.contains(at)) circles.push_back({at, place.share});
  }
  const double width = (within.right - within.left) / 4, height = width * 0.6;
  const auto around = [&](PlanePoint middle) {
    return MapWindow{middle.x - width / 2, middle.y - height / 2, middle.x + width / 2,
                     middle.y + height / 2};
  };
  double most = 0;
  MapWindow best;
  for (const Circle& a : circles)
    for (const Circle& b : circles) {  // windows in the middle of two circles, each with itself included
      const MapWindow window = around({(a.at.x + b.at.x) / 2, (a.at.y + b.at.y) / 2});
      if (!window.contains(a.at)) continue;
      double sum = 0;
      for (const Circle& circle : circles) sum += window.contains(circle.at) ? circle.share : 0;
      if (sum > most) most = sum, best = window;
    }
  double all = 0;
  for (const Circle& circle : circles) all += circle.share;
  Extent extent(content.projection);
  std::size_t count = 0;
  for (const Circle& circle : circles)
    if (best.contains(circle.at)) ++count, extent.take(circle.at);
  if (count < least || 3 * most < all) return std::nullopt;
  return extent.window(0.08);
}

MapWindow fitted(MapWindow window, double least_height, double most_height) {
  const double width = window.right - window.left, height = window.top - window.bottom;
  const double ratio = std::clamp(height / width, least_height, most_height);
  const double higher = std::max(0.0, ratio * width - height) / 2,
               wider = std::max(0.0, height / ratio - width) / 2;
  return {window.left - wider, window.bottom - higher, window.right + wider, window.top + higher};
}

}  // namespace landbridge
