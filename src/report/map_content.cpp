#include "landbridge/base/error.hpp"
#include "landbridge/report/map.hpp"
#include "report/sheet.hpp"
#include "report/water.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace landbridge {
namespace {

template <class Thing>
void keep_from(std::vector<Thing>& things, double least_share) {
  std::erase_if(things, [&](const Thing& thing) { return !(thing.share > 0 && thing.share >= least_share); });
}

std::vector<GeoPoint> line_of(const MapLink& link, const WaterMap& water) {
  const bool floats = link.mode == "sea" || link.mode == "ferry";
  GeoLine line{link.from};
  std::vector<GeoPoint> stops = link.via;
  stops.push_back(link.to);
  for (const GeoPoint stop : stops) {
    const GeoLine piece = floats ? water.lane(line.back(), stop) : great_circle(line.back(), stop);
    line.insert(line.end(), piece.begin() + 1, piece.end());
  }
  return floats ? rounded(line) : line;
}

}  // namespace

MapContent map_content(std::vector<MapPlace> places, std::vector<MapLink> links, Coastline land,
                       const MapContentOptions& options) {
  if (!(options.least_share >= 0 && options.least_share <= 1))
    throw OptionError("least_share", fmt::format("{:g}", options.least_share), "0 .. 1");
  MapContent content;
  content.projection = NaturalEarth(options.central_meridian);
  content.least_share = options.least_share;
  content.links_left_out = links.size();
  keep_from(places, options.least_share);
  keep_from(links, options.least_share);
  content.links_left_out -= links.size();
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  std::stable_sort(links.begin(), links.end(),
                   [](const auto& a, const auto& b) { return a.share < b.share; });
  const WaterMap water(land);
  for (const MapLink& link : links)
    content.lines.push_back(on_sheet(line_of(link, water), options.central_meridian));
  content.places = std::move(places);
  content.links = std::move(links);
  content.land = std::move(land);
  return content;
}

}  // namespace landbridge
