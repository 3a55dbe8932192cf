// Which places, links, borders and corridors does the model hold?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/base/id_map.hpp"
#include "landbridge/network/border.hpp"
#include "landbridge/network/link.hpp"
#include "landbridge/network/place.hpp"
#include "landbridge/network/region.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace landbridge {

/// The transport network as facts: immutable once NetworkBuilder has built it. Every link ends at existing
/// places, no link joins a place to itself, lengths are finite and >= 0, keys are unique.
///
/// A *hub* is the places of one slug; waypoints belong to none. A *border* is a link whose ends lie in two
/// countries that are not in one customs union; ships cross none (what a port takes for clearance is part of
/// its handling).
class Network {
 public:
  const IdMap<PlaceId, Place>& places() const noexcept { return places_; }
  const IdMap<LinkId, Link>& links() const noexcept { return links_; }
  const IdMap<HubId, Hub>& hubs() const noexcept { return hubs_; }
  const std::vector<BorderRecord>& border_records() const noexcept { return border_records_; }
  const std::vector<TransferFact>& transfers() const noexcept { return transfers_; }
  const std::vector<Province>& provinces() const noexcept { return provinces_; }
  const std::vector<Partner>& partners() const noexcept { return partners_; }
  const std::vector<Corridor>& corridors() const noexcept { return corridors_; }
  /// What looked doubtful while building; errors never get this far.
  const std::vector<Finding>& warnings() const noexcept { return warnings_; }

  const Place& operator[](PlaceId place) const { return places_[place]; }
  const Link& operator[](LinkId link) const { return links_[link]; }
  const Hub& operator[](HubId hub) const { return hubs_[hub]; }

  /// None when there is no such key or slug.
  PlaceId find_place(std::string_view key) const;
  LinkId find_link(std::string_view key) const;
  HubId find_hub(std::string_view slug) const;
  /// By its id or by the slug that links use; null when there is none.
  const Corridor* find_corridor(std::string_view id) const;

  /// None for a waypoint.
  HubId hub_of(PlaceId place) const { return hub_of_[place]; }
  bool is_border(LinkId link) const { return border_[link]; }
  /// The customs union of a country, or its own code where it is in none.
  std::string_view customs_territory(std::string_view country) const;
  /// Gauges of the place's tracks and of the railways that end there, ascending.
  const std::vector<Gauge>& gauges_at(PlaceId place) const { return gauges_at_[place]; }
  /// Null when no source says anything about that border.
  const BorderRecord* find_border_record(LinkId link, Direction direction) const;
  /// Both ends in Europe west of the 1520 mm railways; by the region that partners.csv gives.
  bool is_european(LinkId link) const { return european_[link]; }

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
  std::vector<TransferFact> transfers_;
  std::vector<Province> provinces_;
  std::vector<Partner> partners_;
  std::vector<Corridor> corridors_;
  std::vector<Finding> warnings_;

  Index<PlaceId> place_index_;
  Index<LinkId> link_index_;
  Index<HubId> hub_index_;
  IdMap<PlaceId, HubId> hub_of_;
  IdMap<PlaceId, std::vector<Gauge>> gauges_at_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> union_of_;
  LinkMask border_;
  LinkMask european_;
};

}  // namespace landbridge
