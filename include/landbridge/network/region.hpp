// Which provinces, countries and corridors does the network serve, and by which hubs?
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/network/place.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

struct RegionTag;
struct AccessTag;
using RegionId = Id<RegionTag>;
using AccessId = Id<AccessTag>;

enum class RegionKind { province, country };

/// "province", "country".
std::string_view name(RegionKind kind) noexcept;

/// A province, municipality, autonomous region or customs territory of China, or a partner country or
/// territory: where demand begins and ends. Never a hub.
struct Region {
  RegionKind kind = RegionKind::province;
  std::string key = {};   ///< `province:gansu`, `country:POL`; unique
  std::string code = {};  ///< gansu; ISO 3166-1 alpha-3
  std::string name = {};
  std::string group = {};  ///< part of China or of the world
  std::string capital = {};
  Position position = {};
  std::vector<AccessId> accesses = {};  ///< empty: no hub serves it
  std::string source = {};
};

/// The road between a region and one of its hubs.
struct Access {
  RegionId region = {};
  HubId hub = {};
  Kilometres distance = {};
  bool distance_estimated = true;  ///< geodesic times a detour, else as the data say
  double weight = 0;               ///< share of the region's demand, 0 .. 1; those of a region add up to 1
  std::string weight_basis = {};   ///< teu, population, equal
  std::string source = {};
};

struct Corridor {
  std::string id = {};  ///< cere_west, as links and services name it
  std::string name = {};
  std::string kind = {};
  std::string description = {};
  std::vector<std::string> stages = {};  ///< keys of places or slugs of hubs on its way
  std::string source = {};
};

/// A country's customs union, within which a border is no stop.
struct CustomsUnion {
  std::string slug = {};
  std::vector<std::string> countries = {};
};

}  // namespace landbridge
