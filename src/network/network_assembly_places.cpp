#include "landbridge/network/geodesy.hpp"
#include "network/network_assembly.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

namespace {

constexpr Kilometres hub_extent{200};  // terminals of one city lie nearer together

}  // namespace

void NetworkBuilder::Assembly::add_places() {
  Seen seen;
  for (auto& [place, at] : drafts_.places) {
    if (place.slug.empty()) {
      error(at, "a place needs a slug");
      continue;
    }
    if (place.key.empty()) place.key = fmt::format("{}:{}", name(place.kind), place.slug);
    if (place.hub.empty() && place.kind != PlaceKind::waypoint) place.hub = place.slug;
    check_position(place.position, at);
    if (is_given_twice(seen, place.key, at, "place")) continue;
    if (!place.country.empty()) countries_.insert(place.country);
    std::string key = place.key;
    const PlaceId id = network_.places_.push_back(std::move(place));
    network_.place_index_.emplace(std::move(key), id);
    place_origins_.push_back(at);
  }
  network_.gauges_at_ = IdMap<PlaceId, std::vector<Gauge>>(network_.places_.size());
  for (const PlaceId id : network_.places_.ids()) network_.gauges_at_[id] = network_.places_[id].gauges;
}

void NetworkBuilder::Assembly::add_hubs() {
  std::map<std::string_view, std::vector<PlaceId>> by_slug;
  for (const PlaceId id : network_.places_.ids())
    if (network_.places_[id].kind != PlaceKind::waypoint) by_slug[network_.places_[id].hub].push_back(id);
  network_.hub_of_ = IdMap<PlaceId, HubId>(network_.places_.size());
  for (auto& [slug, members] : by_slug) {
    std::stable_sort(members.begin(), members.end(), [&](PlaceId a, PlaceId b) {
      return network_.places_[a].kind < network_.places_[b].kind;
    });
    const Place& first = network_.places_[members.front()];
    const HubId id = network_.hubs_.push_back({.slug = std::string(slug),
                                               .name = first.name,
                                               .country = first.country,
                                               .population = {},
                                               .places = members});
    network_.hub_index_.emplace(slug, id);
    for (const PlaceId member : members) {
      network_.hub_of_[member] = id;
      check_same_city(network_.hubs_[id].slug, members.front(), member);
    }
  }
}

// Else cargo could begin in one city and be counted in another, or cross a border within a hub unseen.
void NetworkBuilder::Assembly::check_same_city(const std::string& hub, PlaceId a, PlaceId b) {
  const Place &first = network_.places_[a], &other = network_.places_[b];
  if (!is_on_globe(first.position) || !is_on_globe(other.position)) return;
  const Kilometres apart = geodesic_length(first.position, other.position);
  const bool two_countries =
      !first.country.empty() && !other.country.empty() && first.country != other.country;
  if (apart <= hub_extent && !two_countries) return;
  if (has_finding(place_origins_[a]) || has_finding(place_origins_[b])) return;
  const std::string one_hub =
      fmt::format("{} and {} are one hub, {}, but lie", quoted(first.key), quoted(other.key), quoted(hub));
  if (apart > hub_extent)
    error(place_origins_[b], fmt::format("{} {:.0f} km apart", one_hub, apart.value()));
  else
    error(place_origins_[b], fmt::format("{} in two countries, {} and {}", one_hub, quoted(first.country),
                                         quoted(other.country)));
}

void NetworkBuilder::Assembly::name_hubs() {
  Seen seen;
  for (auto& [facts, at] : drafts_.hubs) {
    if (is_given_twice(seen, facts.slug, at, "hub")) continue;
    if (facts.population) check_number(*facts.population, "population", "", at);
    const HubId id = network_.find_hub(facts.slug);
    if (id.is_none()) {
      warning(at, fmt::format("no place belongs to the hub {}", quoted(facts.slug)));
      continue;
    }
    Hub& hub = network_.hubs_[id];
    if (!facts.name.empty()) hub.name = std::move(facts.name);
    if (!facts.country.empty() && !hub.country.empty() && facts.country != hub.country)
      error(at, fmt::format("the hub {} lies in {}, but its places in {}", quoted(hub.slug),
                            quoted(facts.country), quoted(hub.country)));
    hub.population = facts.population;
  }
}

void NetworkBuilder::Assembly::add_connectivity() {
  const Quarter last{drafts_.options.reference_year};
  IdMap<PlaceId, std::optional<Quarter>> told(network_.places_.size());
  std::map<std::pair<PlaceId, Quarter>, Origin> seen;
  network_.connectivity_ = IdMap<PlaceId, std::optional<double>>(network_.places_.size());
  for (const auto& [draft, at] : drafts_.connectivity) {
    const PlaceId id = find_end(draft.place, at, "connectivity is given for");
    check_number(draft.value, "connectivity", "", at);
    if (id.is_none()) continue;
    const auto [first, fresh] = seen.try_emplace({id, draft.quarter}, at);
    if (!fresh)
      error(at, fmt::format("connectivity of {} in {}-Q{} is given twice{}", quoted(draft.place),
                            draft.quarter.year, draft.quarter.number, elsewhere(first->second)));
    if (last < draft.quarter || (told[id] && draft.quarter < *told[id])) continue;
    told[id] = draft.quarter;
    network_.connectivity_[id] = draft.value;
  }
  network_.ship_class_ = IdMap<PlaceId, ShipClass>(network_.places_.size(), ShipClass::none);
  for (const PlaceId id : network_.places_.ids()) {
    if (network_.places_[id].kind != PlaceKind::port) continue;
    const bool deep = network_.connectivity_[id].value_or(0) >= drafts_.options.deep_sea_connectivity;
    network_.ship_class_[id] = deep ? ShipClass::deep_sea : ShipClass::feeder;
  }
}

}  // namespace landbridge
