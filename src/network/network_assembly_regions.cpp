#include "landbridge/network/geodesy.hpp"
#include "network/network_assembly.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

void NetworkBuilder::Assembly::add_regions() {
  Seen seen;
  std::stable_sort(drafts_.regions.begin(), drafts_.regions.end(),
                   [](const auto& a, const auto& b) { return a.facts.kind < b.facts.kind; });
  for (auto& [region, at] : drafts_.regions) {
    if (region.key.empty()) region.key = fmt::format("{}:{}", name(region.kind), region.code);
    check_position(region.position, at);
    if (is_given_twice(seen, region.key, at, "region")) continue;
    region.accesses.clear();
    region_origins_.push_back(at);
    std::string key = region.key;
    network_.region_index_.emplace(std::move(key), network_.regions_.push_back(std::move(region)));
  }
}

void NetworkBuilder::Assembly::add_accesses() {
  Seen seen;
  for (auto& [draft, at] : drafts_.accesses) {
    Access& access = draft.facts;
    access.region = network_.find_region(draft.region);
    access.hub = network_.find_hub(draft.hub);
    check_access(draft, at);
    if (access.region.is_none() || access.hub.is_none()) continue;
    const auto [first, fresh] = seen.try_emplace(draft.region + ' ' + draft.hub, at);
    if (!fresh) {
      error(at, fmt::format("access of {} to the hub {} is given twice{}", quoted(draft.region),
                            quoted(draft.hub), elsewhere(first->second)));
      continue;
    }
    Region& region = network_.regions_[access.region];
    access.distance_estimated = !draft.distance;
    access.distance = draft.distance ? *draft.distance : estimate(region, network_.hubs_[access.hub]);
    region.accesses.push_back(network_.accesses_.push_back(std::move(access)));
  }
  normalise_weights();
}

void NetworkBuilder::Assembly::check_access(const AccessFacts& draft, const Origin& at) {
  if (draft.facts.region.is_none())
    error(at, fmt::format("access is told of {}, which is not a region", quoted(draft.region)));
  if (draft.facts.hub.is_none()) {
    error(at, fmt::format("access leads to {}, which is not a hub", quoted(draft.hub)));
  } else {
    const std::vector<PlaceId>& places = network_.hubs_[draft.facts.hub].places;
    if (std::all_of(places.begin(), places.end(),
                    [&](PlaceId id) { return network_.places_[id].kind == PlaceKind::border; }))
      error(at, fmt::format("access leads to {}, a border station, where demand neither begins nor ends",
                            quoted(draft.hub)));
  }
  check_figure(draft.distance, "access distance", at);
  check_number(draft.facts.weight, "weight", "", at);
}

Kilometres NetworkBuilder::Assembly::estimate(const Region& region, const Hub& hub) const {
  const NetworkOptions& options = drafts_.options;
  const Position first = network_.places_[hub.places.front()].position;
  Position mean = first;
  for (const PlaceId id : hub.places) {
    const Position position = network_.places_[id].position;
    if (!is_on_globe(position)) return options.least_access;
    const auto count = static_cast<double>(hub.places.size());
    mean.latitude += (position.latitude - first.latitude) / count;
    mean.longitude += std::remainder(position.longitude - first.longitude, 360) / count;
  }
  mean.longitude = std::remainder(mean.longitude, 360);
  if (!is_on_globe(region.position)) return options.least_access;
  const double road = geodesic_length(region.position, mean).value() * options.access_detour;
  return std::max(options.least_access, Kilometres(std::round(road * 1000) / 1000));
}

void NetworkBuilder::Assembly::normalise_weights() {
  for (const RegionId id : network_.regions_.ids()) {
    const Region& region = network_.regions_[id];
    if (region.accesses.empty()) {
      warning(region_origins_[id], fmt::format("no hub serves {}: it has no access", quoted(region.key)));
      continue;
    }
    double total = 0;
    bool sound = true;
    for (const AccessId access : region.accesses) {
      total += network_.accesses_[access].weight;
      sound = sound && network_.accesses_[access].weight >= 0;
    }
    if (sound && !(total > 0))
      error(region_origins_[id],
            fmt::format("the weights of the accesses of {} add up to {}", quoted(region.key), total));
    for (const AccessId access : region.accesses) network_.accesses_[access].weight /= total;
  }
}

void NetworkBuilder::Assembly::add_corridors() {
  Seen seen;
  for (auto& [corridor, at] : drafts_.corridors) {
    if (is_given_twice(seen, corridor.id, at, "corridor")) continue;
    network_.corridors_.push_back(std::move(corridor));
  }
}

namespace {

bool overlap(const Validity& a, const Validity& b) {
  return !(a.to && b.from && *a.to < *b.from) && !(b.to && a.from && *b.to < *a.from);
}

}  // namespace

void NetworkBuilder::Assembly::add_conditions() {
  Seen seen;
  for (auto& [conditions, at] : drafts_.conditions) {
    check_validity(conditions.validity, at);
    for (const FieldEdit& edit : conditions.fields)
      if (!std::isfinite(edit.value))
        error(at, fmt::format("{} sets {} to {}, which is not a finite number", quoted(conditions.name),
                              quoted(edit.field), edit.value));
    if (is_given_twice(seen, conditions.name, at, "conditions")) continue;
    for (const Conditions& other : network_.conditions_)
      if (overlap(conditions.validity, other.validity))
        error(at, fmt::format("{} and {} hold on the same days: a day has one set of conditions",
                              quoted(conditions.name), quoted(other.name)));
    network_.conditions_.push_back(std::move(conditions));
  }
}

}  // namespace landbridge
