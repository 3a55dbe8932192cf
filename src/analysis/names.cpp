#include "landbridge/analysis/names.hpp"

#include "landbridge/base/findings.hpp"
#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr std::size_t candidates_named = 5;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return result;
}

[[noreturn]] void refuse(std::string_view what, std::string_view text,
                         const std::vector<std::string_view>& known) {
  const std::vector<std::string_view> nearest = most_similar(text, known, candidates_named);
  throw NameError(fmt::format("unknown {} {}{}{}", what, quoted(text),
                              nearest.empty() ? "" : "; nearest: ", fmt::join(nearest, ", ")));
}

std::vector<std::string_view> place_keys(const Network& network) {
  std::vector<std::string_view> keys;
  for (const Place& place : network.places())
    if (place.kind != PlaceKind::waypoint) keys.push_back(place.key);
  return keys;
}

/// Hubs that bear that name, or of which one place or more does, capitals aside.
std::set<HubId> hubs_named(const Network& network, std::string_view text) {
  const std::string wanted = lower(text);
  std::set<HubId> found;
  for (const HubId id : network.hubs().ids())
    if (lower(network[id].name) == wanted) found.insert(id);
  if (!found.empty()) return found;
  for (const PlaceId id : network.places().ids())
    if (!network.hub_of(id).is_none() && lower(network[id].name) == wanted) found.insert(network.hub_of(id));
  return found;
}

Endpoint whole(const Network& network, HubId hub) {
  return {.hub = hub, .key = network[hub].slug};
}

Endpoint single(const Network& network, PlaceId place) {
  return {.hub = network.hub_of(place), .place = place, .key = network[place].key};
}

Endpoint terminal(const Network& network, RegionId region) {
  return {.region = region, .key = network[region].key};
}

/// Hubs of which a place bears that slug: the city of shenzhen-yantian.
std::set<HubId> hubs_with_place(const Network& network, std::string_view slug) {
  std::set<HubId> found;
  for (const PlaceId id : network.places().ids())
    if (network[id].slug == slug && !network.hub_of(id).is_none()) found.insert(network.hub_of(id));
  return found;
}

/// By code, then by name, capitals aside: provinces before countries. None when there is none.
RegionId region_named(const Network& network, std::string_view text) {
  for (const RegionId id : network.regions().ids())
    if (network[id].code == text) return id;
  const std::string wanted = lower(text);
  for (const RegionId id : network.regions().ids())
    if (lower(network[id].name) == wanted) return id;
  // Official names are long: Iran (Islamic Republic of), Russian Federation. Their beginning will do where it is
  // that of one region alone.
  constexpr std::size_t long_enough = 4;
  RegionId found = RegionId::none();
  if (wanted.size() < long_enough) return found;
  for (const RegionId id : network.regions().ids()) {
    if (!lower(network[id].name).starts_with(wanted)) continue;
    if (!found.is_none()) return RegionId::none();
    found = id;
  }
  return found;
}

bool is_region(std::string_view kind) {
  return kind == name(RegionKind::province) || kind == name(RegionKind::country);
}

/// The items of a comma-separated list, without blanks around them.
std::vector<std::string_view> items(std::string_view text) {
  std::vector<std::string_view> result;
  while (true) {
    const std::size_t comma = text.find(',');
    std::string_view item = text.substr(0, comma);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    result.push_back(item);
    if (comma == std::string_view::npos) return result;
    text.remove_prefix(comma + 1);
  }
}

struct Item {
  std::string_view kind;  ///< before the colon; empty without one
  std::string_view name;
};

Item split(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {{}, text};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

Mode mode_named(std::string_view text) {
  std::vector<std::string_view> known;
  for (const Mode mode : all_modes) {
    if (name(mode) == text) return mode;
    known.push_back(name(mode));
  }
  refuse("mode", text, known);
}

PlaceKind kind_named(std::string_view text) {
  constexpr std::array kinds{PlaceKind::rail, PlaceKind::port, PlaceKind::river, PlaceKind::airport,
                             PlaceKind::border};
  std::vector<std::string_view> known;
  for (const PlaceKind kind : kinds) {
    if (name(kind) == text) return kind;
    known.push_back(name(kind));
  }
  refuse("kind", text, known);
}

void country_named(const Network& network, std::string_view text) {
  std::vector<std::string_view> known;
  for (const Place& place : network.places()) {
    if (place.country == text) return;
    if (!place.country.empty()) known.push_back(place.country);
  }
  for (const Region& region : network.regions())
    if (region.kind == RegionKind::country) known.push_back(region.code);
  if (std::find(known.begin(), known.end(), text) == known.end()) refuse("country", text, known);
}

bool belongs(const Link& link, std::string_view corridor) {
  return std::find(link.corridors.begin(), link.corridors.end(), corridor) != link.corridors.end();
}

/// The corridor's id; one to which no link belongs is refused.
std::string_view corridor_links(const Network& network, std::string_view text) {
  std::vector<std::string_view> known;
  for (const Corridor& each : network.corridors())
    if (std::any_of(network.links().begin(), network.links().end(),
                    [&](const Link& link) { return belongs(link, each.id); }))
      known.push_back(each.id);
  const Corridor* corridor = network.find_corridor(text);
  if (corridor == nullptr) refuse("corridor", text, known);
  if (std::find(known.begin(), known.end(), corridor->id) == known.end())
    throw NameError(fmt::format("no link of the data belongs to corridor {}; some do to: {}", quoted(text),
                                fmt::join(known, ", ")));
  return corridor->id;
}

bool crosses(const Network& network, const Link& link, std::string_view country) {
  return network[link.from].country == country || network[link.to].country == country ||
         std::find(link.countries.begin(), link.countries.end(), country) != link.countries.end();
}

void province_named(const Network& network, std::string_view text) {
  std::vector<std::string_view> known;
  for (const Region& region : network.regions()) {
    if (region.kind != RegionKind::province) continue;
    if (region.code == text) return;
    known.push_back(region.code);
  }
  refuse("province", text, known);
}

/// Which links an item of a set of links means, as a test on each link; nothing when the item names places.
class LinkTest {
 public:
  LinkTest(const Network& network, Item item) : network_(network), item_(item) {
    if (item.kind == "corridor") slug_ = corridor_links(network, item.name);
    if (item.kind == "mode") mode_ = mode_named(item.name);
    if (item.kind == "kind") kind_ = kind_named(item.name);
    if (item.kind == "country") country_named(network, item.name);
    if (item.kind == "province") province_named(network, item.name);
    if (item.kind == "passage") {
      const std::vector<std::string> known = passages(network);
      if (std::find(known.begin(), known.end(), item.name) == known.end())
        refuse("passage", item.name, {known.begin(), known.end()});
    }
  }

  bool operator()(const Link& link) const {
    if (item_.kind == "corridor") return belongs(link, slug_);
    if (item_.kind == "mode") return link.mode == mode_ && !link.is_exchange();
    if (item_.kind == "passage")
      return std::find(link.passes.begin(), link.passes.end(), item_.name) != link.passes.end();
    const Place& from = network_[link.from];
    const Place& to = network_[link.to];
    if (item_.kind == "kind") return from.kind == kind_ || to.kind == kind_;
    if (item_.kind == "province") return from.province == item_.name || to.province == item_.name;
    return crosses(network_, link, item_.name);
  }

 private:
  const Network& network_;
  Item item_;
  std::string_view slug_;
  Mode mode_ = Mode::rail;
  PlaceKind kind_ = PlaceKind::rail;
};

bool names_a_set(std::string_view kind) {
  return kind == "corridor" || kind == "mode" || kind == "kind" || kind == "country" || kind == "province" ||
         kind == "passage";
}

std::vector<Endpoint> endpoints_of(const Network& network, std::string_view text) {
  const Item item = split(text);
  std::vector<Endpoint> found;
  if (item.kind == "kind") {
    const PlaceKind kind = kind_named(item.name);
    for (const PlaceId id : network.places().ids())
      if (network[id].kind == kind) found.push_back(single(network, id));
  } else if (item.kind == "country" && network.find_region(text).is_none()) {
    country_named(network, item.name);
    for (const HubId hub : network.hubs().ids())
      if (network[hub].country == item.name) found.push_back(whole(network, hub));
  } else if (item.kind == "corridor" || item.kind == "mode") {
    const LinkTest test(network, item);
    std::set<HubId> hubs;
    for (const Link& link : network.links()) {
      if (link.status != LinkStatus::active || !test(link)) continue;
      hubs.insert(network.hub_of(link.from));
      hubs.insert(network.hub_of(link.to));
    }
    for (const HubId hub : hubs)
      if (!hub.is_none()) found.push_back(whole(network, hub));
  } else {
    found.push_back(resolve_endpoint(network, text));
  }
  if (found.empty()) throw NameError(fmt::format("{} holds no place", quoted(text)));
  return found;
}

}  // namespace

bool overlap(const Endpoint& a, const Endpoint& b) {
  if (!a.region.is_none() || !b.region.is_none()) return a.region == b.region;
  return a.hub == b.hub && (a.place == b.place || a.place.is_none() || b.place.is_none());
}

Endpoint resolve_endpoint(const Network& network, std::string_view text) {
  const Item item = split(text);
  if (is_region(item.kind)) {
    if (const RegionId region = network.find_region(text); !region.is_none()) return terminal(network, region);
    std::vector<std::string_view> keys;
    for (const Region& region : network.regions())
      if (name(region.kind) == item.kind) keys.push_back(region.key);
    refuse(item.kind, text, keys);
  }
  if (!item.kind.empty()) {
    const PlaceId place = network.find_place(text);
    if (!place.is_none() && network[place].kind != PlaceKind::waypoint) return single(network, place);
    refuse("place", text, place_keys(network));
  }
  if (const HubId hub = network.find_hub(text); !hub.is_none()) return whole(network, hub);
  std::set<HubId> named = hubs_with_place(network, text);
  if (named.empty()) named = hubs_named(network, text);
  if (named.size() == 1) return whole(network, *named.begin());
  if (named.empty())
    if (const RegionId region = region_named(network, text); !region.is_none())
      return terminal(network, region);
  std::vector<std::string_view> slugs;
  for (const HubId id : network.hubs().ids())
    if (named.empty() || named.contains(id)) slugs.push_back(network[id].slug);
  if (!named.empty())
    throw NameError(fmt::format("{} may mean any of {}", quoted(text), fmt::join(slugs, ", ")));
  for (const Region& region : network.regions()) slugs.push_back(region.code);
  refuse("place", text, slugs);
}

std::vector<Endpoint> resolve_endpoints(const Network& network, std::string_view text) {
  std::vector<Endpoint> result;
  for (const std::string_view item : items(text))
    for (Endpoint& endpoint : endpoints_of(network, item))
      if (std::find(result.begin(), result.end(), endpoint) == result.end())
        result.push_back(std::move(endpoint));
  return result;
}

LinkMask resolve_links(const Network& network, std::string_view text) {
  LinkMask result(network.links().size());
  for (const std::string_view part : items(text)) {
    const Item item = split(part);
    if (item.kind == "link") {
      const LinkId link = network.find_link(item.name);
      std::vector<std::string_view> known;
      for (const Link& each : network.links()) known.push_back(each.key);
      if (link.is_none()) refuse("link", item.name, known);
      result.set(link);
    } else if (names_a_set(item.kind)) {
      const LinkTest test(network, item);
      for (const LinkId id : network.links().ids())
        if (test(network[id])) result.set(id);
    } else {
      const Endpoint endpoint = resolve_endpoint(network, part);
      if (!endpoint.region.is_none()) {
        const LinkTest test(network, split(endpoint.key));
        for (const LinkId id : network.links().ids())
          if (test(network[id])) result.set(id);
        continue;
      }
      const auto ends_there = [&](PlaceId end) {
        return endpoint.place.is_none() ? network.hub_of(end) == endpoint.hub : end == endpoint.place;
      };
      for (const LinkId id : network.links().ids())
        if (ends_there(network[id].from) || ends_there(network[id].to)) result.set(id);
    }
  }
  return result;
}

LinkMask links_outside(const Network& network, const std::vector<std::string>& corridors) {
  std::vector<std::string_view> slugs;
  for (const std::string& corridor : corridors) slugs.push_back(corridor_links(network, corridor));
  LinkMask result(network.links().size());
  std::set<HubId> served;
  for (const LinkId id : network.links().ids()) {
    const Link& link = network[id];
    const bool inside = std::any_of(slugs.begin(), slugs.end(),
                                    [&](std::string_view slug) { return belongs(link, slug); });
    result.set(id, !inside);
    if (inside) served.insert({network.hub_of(link.from), network.hub_of(link.to)});
  }
  for (const LinkId id : network.links().ids())
    if (network[id].is_exchange() && served.contains(network.hub_of(network[id].from)) &&
        served.contains(network.hub_of(network[id].to)))
      result.set(id, false);
  return result;
}

Modes resolve_modes(std::string_view text) {
  Modes result;
  for (const std::string_view item : items(text)) result.insert(mode_named(item));
  return result;
}

std::vector<std::string> passages(const Network& network) {
  std::set<std::string> names;
  for (const Link& link : network.links()) names.insert(link.passes.begin(), link.passes.end());
  return {names.begin(), names.end()};
}

StateId gate(const Staircase& staircase, const Endpoint& endpoint) {
  if (!endpoint.region.is_none()) return staircase.gate(endpoint.region);
  return endpoint.place.is_none() ? staircase.gate(endpoint.hub) : staircase.gate(endpoint.place);
}

}  // namespace landbridge
