// How do checked facts become a network, step by step?
#pragma once

#include "network/network_builder_drafts.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

namespace landbridge {

/// One run over the drafts, in the order in which facts lean on each other. A row with an error is left out,
/// and what leans on something left out is not blamed for it.
class NetworkBuilder::Assembly {
 public:
  Assembly(Drafts drafts, Findings& findings);
  Network run();

 private:
  using Seen = std::map<std::string, Origin, std::less<>>;
  /// Mode, purpose and ends, the lesser first.
  using Joined = std::tuple<Mode, LinkPurpose, PlaceId, PlaceId>;

  // network_assembly_places.cpp
  void add_places();
  void add_hubs();
  void name_hubs();
  void check_same_city(const std::string& hub, PlaceId a, PlaceId b);
  void add_connectivity();

  // network_assembly_links.cpp
  void add_unions();
  void add_links();
  void check_served(const Link& link, PlaceId end, const Origin& at);
  void add_link(LinkFacts& draft, const LinkOrigin& at);
  std::string link_key(const Link& link) const;
  void check_length(const Link& link, const Origin& at);
  void check_gauges(const Link& link, PlaceId end, const Origin& at);
  void check_countries(Link& link, const Origin& at);
  void mark_links();
  int count_borders(const Link& link) const;
  void add_borders();
  /// The line of that mode between two places, else the road that serves one of them; none: neither.
  LinkId find_joining(Mode mode, PlaceId a, PlaceId b) const;

  // network_assembly_services.cpp
  void add_services();
  void check_service(const ServiceFacts& draft, const Origin& at);
  /// False when a key names no place, which is told unless the key is among those `told` before.
  bool find_all(const std::vector<std::string>& keys, const Origin& at, std::string_view what,
                const std::vector<std::string>& told, std::vector<PlaceId>& found);
  void join(Service& service, const Origin& at);
  void add_handling();
  bool is_country(std::string_view code) const;

  // network_assembly_regions.cpp
  void add_regions();
  void add_accesses();
  void check_access(const AccessFacts& draft, const Origin& at);
  Kilometres estimate(const Region& region, const Hub& hub) const;
  void normalise_weights();
  void add_corridors();
  void add_conditions();

  // network_assembly.cpp
  void error(const Origin& at, std::string message);
  void warning(const Origin& at, std::string message);
  void check_options() const;
  void check_position(Position position, const Origin& at);
  bool is_given_twice(Seen& seen, const std::string& key, const Origin& at, std::string_view what);
  bool has_finding(const Origin& at) const;
  PlaceId find_end(const std::string& key, const Origin& at, std::string_view what);
  void check_validity(const Validity& validity, const Origin& at);
  void check_number(double value, std::string_view what, std::string_view unit, const Origin& at);
  template <class Figure>
  void check_figure(const std::optional<Figure>& figure, std::string_view what, const Origin& at) {
    if (figure) check_number(figure->value(), what, Figure::unit, at);
  }

  static bool is_on_globe(Position position) {
    return std::abs(position.latitude) <= 90 && std::abs(position.longitude) <= 180;
  }
  static std::string elsewhere(const Origin& first) {
    return first.file.empty() ? std::string() : fmt::format(", first in {}:{}", first.file, first.line);
  }

  Drafts drafts_;
  Findings& findings_;
  Network network_;
  IdMap<PlaceId, Origin> place_origins_;
  IdMap<RegionId, Origin> region_origins_;
  std::map<Joined, std::pair<LinkId, Origin>> joined_;
  bool links_left_out_ = false;
  std::set<std::string, std::less<>> countries_;
};

}  // namespace landbridge
