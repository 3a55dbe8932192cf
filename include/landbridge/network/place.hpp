// Where can cargo be?
#pragma once

#include "landbridge/base/id.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

struct PlaceTag;
struct HubTag;
using PlaceId = Id<PlaceTag>;
using HubId = Id<HubTag>;

/// A waypoint only shapes sea links (a strait's mouth, a bend in open water): nothing is handled there, it is
/// never listed.
enum class PlaceKind { rail, port, river, airport, border, waypoint };

/// "rail", "port", "river", "airport", "border", "waypoint": the first half of a place's key.
std::string_view name(PlaceKind kind) noexcept;

/// Distance between the rails; 0 where there are none (ships, trucks).
struct Gauge {
  std::uint16_t millimetres = 0;
  friend constexpr auto operator<=>(Gauge, Gauge) noexcept = default;
};

/// Which ships call at a port. Deep-sea ships call at well connected ports only, feeders at every one; cargo
/// changes between them at ports where both call.
enum class ShipClass { none, feeder, deep_sea };

/// "", "feeder", "deep_sea".
std::string_view name(ShipClass ship) noexcept;

/// WGS84, degrees: latitude -90 .. 90 north positive, longitude -180 .. 180 east positive.
struct Position {
  double latitude = 0;
  double longitude = 0;
  friend constexpr bool operator==(Position, Position) noexcept = default;
};

/// One terminal, port, airport or station. The places of one city are its hub.
struct Place {
  std::string key = {};  ///< `kind:slug`, unique: rail:chongqing, river:chongqing
  PlaceKind kind = PlaceKind::rail;
  std::string slug = {};  ///< lower case, hyphens
  std::string hub = {};   ///< slug of its city: shenzhen for port:shenzhen-yantian; its own slug when left empty
  std::string name = {};
  std::string country = {};   ///< ISO 3166-1 alpha-3; empty at sea
  std::string province = {};  ///< slug of the Chinese province; empty elsewhere
  Position position = {};
  std::vector<Gauge> gauges = {};  ///< of its tracks, its country's own first; empty without rails
  std::string role = {};  ///< as the source names it: province_capital, rail_hub, seaport, chokepoint, ...
  std::string note = {};
  std::string source = {};
};

/// The places of one city. Cargo that begins or ends in the hub takes whichever of its places is cheapest.
struct Hub {
  std::string slug = {};
  std::string name = {};
  std::string country = {};
  std::optional<double> population = {};
  std::vector<PlaceId> places = {};  ///< by kind (rail, port, river, airport, border), never empty, no waypoint
};

}  // namespace landbridge
