#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {
namespace {

MapPlace on_map(const PageHub& hub) {
  return {hub.name, hub.at, hub.handled(), hub.exchanged + hub.cleared,
          fmt::format("{}, {}: handles {}, of it {} begins or ends there; {} passes", hub.name, hub.country,
                      percent(hub.handled()), percent(hub.own), percent(hub.passed))};
}

MapLink on_map(const PageLink& link) {
  return {link.from_at,
          link.to_at,
          link.mode,
          link.share,
          fmt::format("{}\u2013{}, {}: {} of the demand", link.from, link.to, link.mode, percent(link.share)),
          link.via};
}

std::string caption(const CorridorPage& page, const MapContent& content, const Map& map, bool enlarged) {
  std::string text = page.period.empty() ? "" : page.period + ". ";
  text += fmt::format("Drawn are the {} sections that carry at least {} of the demand each.",
                      content.links.size(), percent(content.least_share));
  if (enlarged) text += " The outlined part is enlarged below.";
  if (map.places_outside > 0)
    text += fmt::format(" {} {} that handle{} little lie{} outside the frame; the tables hold them.",
                        map.places_outside, map.places_outside == 1 ? "hub" : "hubs",
                        map.places_outside == 1 ? "s" : "", map.places_outside == 1 ? "s" : "");
  return text +
         " Lines at sea show a way over water, not a ship\u2019s track. Coastline for orientation only: no "
         "boundaries are "
         "drawn, and no position on the status of any territory is taken.";
}

}  // namespace

std::string map_section(const CorridorPage& page, const Coastline& land, const CorridorPageOptions& options) {
  std::vector<MapPlace> places;
  for (const auto& hub : page.hubs) places.push_back(on_map(hub));
  std::vector<MapLink> links;
  for (const auto& link : page.links) links.push_back(on_map(link));
  const MapContent content = map_content(std::move(places), std::move(links), land);

  MapOptions wide{.window = main_part_of(content),
                  .names = options.names,
                  .core_label = "filled: exchanged or cleared",
                  .id = "map",
                  .title = page.question,
                  .description =
                      "A map of the sections that carry the demand, their width by share, and of the hubs, "
                      "their area by the "
                      "share they handle. The tables below hold the same figures. " +
                      findings(page)};
  const auto crowd = crowded_part_of(content, fitted(*wide.window, wide.least_height, wide.most_height));
  MapOptions narrow = wide;
  narrow.width = 640, narrow.least_height = 0.78, narrow.most_height = 1.05, narrow.font_size = 20;
  narrow.names = 12, narrow.id = "small-map";
  std::string more;
  if (crowd) {
    wide.marked = fitted(*crowd, 0.5, 0.62);
    narrow.marked = fitted(*crowd, 0.78, 1.05);
    MapOptions large = wide, small = narrow;
    large.window = wide.marked, large.marked = {}, large.names = options.names + 10, large.id = "large-map",
    large.least_height = 0.5;
    small.window = narrow.marked, small.marked = {}, small.names = 16, small.id = "small-large-map";
    large.legend = small.legend = false;
    large.title = small.title = "The outlined part, enlarged";
    large.description = small.description = "";
    more = fmt::format(
        "<figure>\n<div class=\"wide-only\">\n{}</div>\n<div class=\"narrow-only\">\n{}</div>\n"
        "<figcaption>The outlined part, enlarged, with the same widths and areas.</figcaption>\n</figure>\n",
        draw_map(content, large).svg, draw_map(content, small).svg);
  }
  const Map map = draw_map(content, wide), small_map = draw_map(content, narrow);
  return fmt::format(
             "<figure>\n<div class=\"wide-only\">\n{}</div>\n<div "
             "class=\"narrow-only\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
             map.svg, small_map.svg, escaped(caption(page, content, map, crowd.has_value()))) +
         more;
}

std::string corridor_map(const PageCorridor& corridor, const Coastline& land) {
  std::vector<MapPlace> places;
  for (const auto& hub : corridor.hubs) places.push_back(on_map(hub));
  std::vector<MapLink> links;
  for (const auto& link : corridor.sections) links.push_back(on_map(link));
  if (links.empty()) return "";
  const MapContent content = map_content(std::move(places), std::move(links), land);
  MapOptions wide{.width = 980, .least_height = 0.4, .most_height = 0.52, .names = 16};
  wide.font_size = 12.5, wide.widest_line = 8, wide.largest_circle = 15;
  wide.window = main_part_of(content, 0.02);
  wide.core_label = "filled: exchanged or cleared";
  wide.id = "map-" + corridor.id;
  wide.title = corridor.name;
  wide.description =
      "The links of the corridor by the share of what it serves alone. The tables hold the figures.";
  MapOptions narrow = wide;
  narrow.width = 640, narrow.least_height = 0.6, narrow.most_height = 0.95, narrow.font_size = 20,
  narrow.names = 8;
  narrow.id = "small-map-" + corridor.id;
  return fmt::format(
      "<figure class=\"small-map\">\n<div class=\"wide-only\">\n{}</div>\n<div "
      "class=\"narrow-only\">\n{}</div>\n"
      "<figcaption>Shares of the demand between the corridor\u2019s ends that it serves by itself. Lines at sea show a way over "
      "water, not a ship\u2019s track.</figcaption>\n</figure>\n",
      draw_map(content, wide).svg, draw_map(content, narrow).svg);
}

}  // namespace landbridge::detail
