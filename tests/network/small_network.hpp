// A small made network for tests: two countries of different gauge, a port each, a strait between them.
#pragma once

#include "landbridge/network/network_builder.hpp"

#include <string>
#include <utility>

namespace landbridge::testing {

inline Place place(PlaceKind kind, std::string slug, std::string country, Position position,
                   std::vector<Gauge> gauges = {}) {
  Place place;
  place.kind = kind;
  place.slug = slug;
  place.name = std::move(slug);
  place.country = std::move(country);
  place.position = position;
  place.gauges = std::move(gauges);
  return place;
}

inline LinkFacts link(Mode mode, std::string from, std::string to, double length,
                      std::vector<Gauge> gauges = {}) {
  LinkFacts link;
  link.from = std::move(from);
  link.to = std::move(to);
  link.facts.mode = mode;
  link.facts.length = Kilometres(length);
  link.facts.gauges = std::move(gauges);
  return link;
}

/// A road between two terminals of one city, or of a port and its rail yard.
inline LinkFacts exchange(std::string from, std::string to, double length) {
  LinkFacts road = link(Mode::road, std::move(from), std::move(to), length);
  road.facts.purpose = LinkPurpose::exchange;
  road.facts.basis = "estimated: geodesic x 1.3 (judgement)";
  return road;
}

inline ServiceFacts service(Mode mode, std::string id, std::vector<std::string> stops,
                            std::vector<std::string> via = {}) {
  ServiceFacts service;
  service.stops = std::move(stops);
  service.via = std::move(via);
  service.facts.id = std::move(id);
  service.facts.mode = mode;
  return service;
}

inline Region region(RegionKind kind, std::string code, Position position, std::string group = {}) {
  Region region;
  region.kind = kind;
  region.code = code;
  region.name = std::move(code);
  region.position = position;
  region.group = std::move(group);
  return region;
}

inline AccessFacts access(std::string region, std::string hub, double weight = 1) {
  AccessFacts access;
  access.region = std::move(region);
  access.hub = std::move(hub);
  access.facts.weight = weight;
  return access;
}

inline constexpr Gauge standard{1435};
inline constexpr Gauge broad{1520};

/// west (AAA, 1435) - gate (AAA) = post (BBB, 1520) - east (BBB); ports at west and east, each with a road to
/// the railway, joined by sea over a waypoint.
inline NetworkBuilder small_network_builder() {
  NetworkBuilder builder;
  builder.add_place(place(PlaceKind::rail, "west", "AAA", {0, 0}, {standard}));
  builder.add_place(place(PlaceKind::border, "gate", "AAA", {0, 5}, {standard, broad}));
  builder.add_place(place(PlaceKind::border, "post", "BBB", {0, 5.1}, {broad, standard}));
  builder.add_place(place(PlaceKind::rail, "east", "BBB", {0, 10}, {broad}));
  builder.add_place(place(PlaceKind::port, "west", "AAA", {0.1, 0}));
  builder.add_place(place(PlaceKind::port, "east", "BBB", {0.1, 10}));
  builder.add_place(place(PlaceKind::waypoint, "strait", "", {2, 5}));
  builder.add_link(link(Mode::rail, "rail:west", "border:gate", 600, {standard}));
  builder.add_link(link(Mode::rail, "border:gate", "border:post", 12, {standard, broad}));
  builder.add_link(link(Mode::rail, "border:post", "rail:east", 600, {broad}));
  builder.add_link(link(Mode::sea, "port:west", "waypoint:strait", 620));
  builder.add_link(link(Mode::sea, "waypoint:strait", "port:east", 620));
  builder.add_link(exchange("rail:west", "port:west", 14.374));
  builder.add_link(exchange("rail:east", "port:east", 14.374));
  BorderFacts border;
  border.from = "border:gate";
  border.to = "border:post";
  border.figures.time = Hours(20);
  border.figures.clearance_money = Usd(60);
  border.figures.gauge_change_money = Usd(200);
  builder.add_border_record(border);
  return builder;
}

inline Network small_network() {
  return small_network_builder().build();
}

}  // namespace landbridge::testing
