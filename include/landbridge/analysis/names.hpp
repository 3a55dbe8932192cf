// Which place, hub or set of them does a name mean?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced_staircase.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// A name that nothing bears, or more than one thing; says which are nearest.
class NameError : public Error {
 public:
  using Error::Error;
};

/// Where cargo begins or ends: a hub (whichever of its places is cheapest), one place, or a province or country
/// (whichever of its hubs is cheapest, the road there included).
struct Endpoint {
  HubId hub = {};
  PlaceId place = {};    ///< none: the whole hub
  RegionId region = {};  ///< a province or country; hub and place are none then
  std::string key;       ///< what was taken: a hub's slug, a place's or a region's key

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// Whether cargo would end where it begins: the same region, or the same place or hub.
bool overlap(const Endpoint& a, const Endpoint& b);

/// A plain slug (`chongqing`, `shenzhen-yantian`) means the hub that bears it or one of whose places does, then
/// a province (`gansu`), then a country (`POL`); a kind before it forces one: `rail:`, `port:`, `river:`,
/// `airport:`, `border:`, `province:`, `country:`. A name as shown (`Chongqing`, `Poland`, capitals aside) is
/// tried last, in the same order; of a region also the beginning of its name (`Iran`), where only one begins so. Waypoints cannot be named. Throws NameError with the nearest candidates for a
/// name that is unknown, or that two hubs bear.
Endpoint resolve_endpoint(const Network& network, std::string_view text);

/// A set of endpoints, comma-separated: what `resolve_endpoint` takes, and `country:CHN` for a country that is
/// no partner (its hubs), `kind:port` (places of a kind), `corridor:cere_west` and `mode:rail` (hubs that such
/// active links serve). In the order named, each once. Throws NameError as above, and when an item is an
/// empty set.
std::vector<Endpoint> resolve_endpoints(const Network& network, std::string_view text);

/// A set of links, comma-separated: `link:KEY`, a place or hub (every link that ends there), `country:POL` (every
/// link that ends in the country or crosses it), `province:gansu`, `kind:border`, `corridor:cere_west`,
/// `mode:rail`, `passage:suez`. Throws NameError as above.
LinkMask resolve_links(const Network& network, std::string_view text);

/// Links that do not belong to any of the corridors: what is closed where only these corridors count. Exchange
/// links stay where both their hubs have links of a corridor. Ids as in `Network::find_corridor`.
LinkMask links_outside(const Network& network, const std::vector<std::string>& corridors);

/// `rail,sea` as a set. Throws NameError for an unknown mode.
Modes resolve_modes(std::string_view text);

/// Names of the straits and canals that links pass, ascending.
std::vector<std::string> passages(const Network& network);

/// The gate where cargo for that endpoint is loaded and unloaded.
StateId gate(const Staircase& staircase, const Endpoint& endpoint);

}  // namespace landbridge
