// Which provinces, countries and corridors does the network serve?
#pragma once

#include "landbridge/network/place.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landbridge {

struct Province {
  std::string slug = {};
  std::string name = {};
  std::string region = {};
  std::string capital = {};
  Position position = {};
  HubId hub = {};  ///< of the capital; none where no railway station is known
  std::string source = {};
};

/// A country or territory that trades with China.
struct Partner {
  std::string country = {};  ///< ISO 3166-1 alpha-3
  std::string name = {};
  std::string region = {};
  Position position = {};
  std::vector<HubId> hubs = {};  ///< its gateways that are in the network, border stations among them
  std::vector<std::string> unknown_hubs = {};  ///< slugs of gateways that are not
  std::string source = {};
};

struct Corridor {
  std::string id = {};         ///< cere-west
  std::string link_slug = {};  ///< as links name it: cere_west; empty when no link does
  std::string name = {};
  std::string kind = {};
  std::string description = {};
  std::string source = {};
};

/// A country's customs union, within which a border is no stop.
struct CustomsUnion {
  std::string slug = {};
  std::vector<std::string> countries = {};
};

}  // namespace landbridge
