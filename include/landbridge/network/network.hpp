// Which places, links, borders and corridors does the model hold?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/network/border.hpp"
#include "landbridge/network/conditions.hpp"
#include "landbridge/network/handling.hpp"
#include "landbridge/network/link.hpp"
#include "landbridge/network/place.hpp"
#include "landbridge/network/region.hpp"
#include "landbridge/network/service.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace landbridge {

/// The transport network as facts: immutable once NetworkBuilder has built it. Every link ends at existing
/// places, no link joins a place to itself, lengths are finite and >= 0, keys are unique.
///
/// A *hub* is the places of one city; waypoints belong to none. A *border* is a link whose countries are not all
/// in one customs territory; ships and aeroplanes cross none (what a port takes for clearance is part of its
/// handling).
class Network {
 public:
  const IdMap<PlaceId, Place>& places() const noexcept { return places_; }
  const IdMap<LinkId, Link>& links() const noexcept { return links_; }
  const IdMap<HubId, Hub>& hubs() const noexcept { return hubs_; }
  const std::vector<BorderRecord>& border_records() const noexcept { return border_records_; }
  const IdMap<ServiceId, Service>& services() const noexcept { return services_; }
  const std::vector<HandlingFact>& handling() const noexcept { return handling_; }
  /// Provinces first, then countries, each in the order of the data.
  const IdMap<RegionId, Region>& regions() const noexcept { return regions_; }
  const IdMap<AccessId, Access>& accesses() const noexcept { return accesses_; }
  const std::vector<Conditions>& conditions() const noexcept { return conditions_; }
  const std::vector<Corridor>& corridors() const noexcept { return corridors_; }
  /// What looked doubtful while building; errors never get this far.
  const std::vector<Finding>& warnings() const noexcept { return warnings_; }

  const Place& operator[](PlaceId place) const { return places_[place]; }
  const Link& operator[](LinkId link) const { return links_[link]; }
  const Hub& operator[](HubId hub) const { return hubs_[hub]; }
  const Service& operator[](ServiceId service) const { return services_[service]; }
  const Region& operator[](RegionId region) const { return regions_[region]; }
  const Access& operator[](AccessId access) const { return accesses_[access]; }

  /// None when there is no such key or slug.
  PlaceId find_place(std::string_view key) const;
  LinkId find_link(std::string_view key) const;
  HubId find_hub(std::string_view slug) const;
  ServiceId find_service(std::string_view id) const;
  /// `province:gansu`, `country:POL`.
  RegionId find_region(std::string_view key) const;
  /// By its id, in which hyphens stand for underscores; null when there is none.
  const Corridor* find_corridor(std::string_view id) const;

  /// None for a waypoint.
  HubId hub_of(PlaceId place) const { return hub_of_[place]; }
  bool is_border(LinkId link) const { return border_count_[link] > 0; }
  /// Changes of customs territory on the way: 2 where a link leaves one and enters it again.
  int border_count(LinkId link) const { return border_count_[link]; }
  /// The customs union of a country, or its own code where it is in none.
  std::string_view customs_territory(std::string_view country) const;
  /// Gauges of the place's tracks and of the railways that end there, ascending.
  const std::vector<Gauge>& gauges_at(PlaceId place) const { return gauges_at_[place]; }
  /// Null when no source says anything about that border.
  const BorderRecord* find_border_record(LinkId link, Direction direction) const;
  /// Both ends in Europe west of the 1520 mm railways; by the region that partners.csv gives.
  bool is_european(LinkId link) const { return european_[link]; }
  /// The largest ships that call at a port, from its connectivity in the reference year; `none` elsewhere.
  ShipClass ship_class(PlaceId place) const { return ship_class_[place]; }
  /// UNCTAD's port liner shipping connectivity index in the reference year, or the nearest quarter before it.
  std::optional<double> connectivity(PlaceId place) const { return connectivity_[place]; }

 private:
  friend class NetworkBuilder;
  Network() = default;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  template <class IdType>
  using Index = std::unordered_map<std::string, IdType, Hash, std::equal_to<>>;

  IdMap<PlaceId, Place> places_;
  IdMap<LinkId, Link> links_;
  IdMap<HubId, Hub> hubs_;
  std::vector<BorderRecord> border_records_;
  IdMap<ServiceId, Service> services_;
  std::vector<HandlingFact> handling_;
  IdMap<RegionId, Region> regions_;
  IdMap<AccessId, Access> accesses_;
  std::vector<Conditions> conditions_;
  std::vector<Corridor> corridors_;
  std::vector<Finding> warnings_;

  Index<PlaceId> place_index_;
  Index<LinkId> link_index_;
  Index<HubId> hub_index_;
  Index<ServiceId> service_index_;
  Index<RegionId> region_index_;
  IdMap<PlaceId, HubId> hub_of_;
  IdMap<PlaceId, std::vector<Gauge>> gauges_at_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> union_of_;
  IdMap<LinkId, int> border_count_;
  LinkMask european_;
  IdMap<PlaceId, ShipClass> ship_class_;
  IdMap<PlaceId, std::optional<double>> connectivity_;
};

}  // namespace landbridge
