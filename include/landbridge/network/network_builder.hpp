// How is a network put together, and what is found wrong with it?
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/network/network.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace landbridge {

/// Where a fact was read, for findings; empty for facts that a program states.
struct Origin {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// A link as its source states it: ends are keys of places. `facts.key` and its ends are given by the
/// builder.
struct LinkFacts {
  std::string from;
  std::string to;
  Link facts = {};
};

struct LinkOrigin {
  Origin from;
  Origin to;
  Origin length;
};

/// A border record before its link is known.
struct BorderFacts {
  Mode mode = Mode::rail;
  std::string from;  ///< key of the place where the link begins
  std::string to;    ///< where it arrives, and the crossing is charged
  BorderRecord figures = {};
};

/// A service whose places are still keys.
struct ServiceFacts {
  std::vector<std::string> stops;
  std::vector<std::string> via;
  Service facts = {};
};

/// A figure about a place (its key) or a country (its code).
struct HandlingFacts {
  std::string subject;
  HandlingFact figures = {};
};

/// The road between a region (`province:gansu`) and the hub of that slug; without a distance it is the
/// geodesic times the detour of the options. Weights of a region may have any scale.
struct AccessFacts {
  std::string region;
  std::string hub;
  std::optional<Kilometres> distance = {};
  Access facts = {};
};

/// A quarter of a year.
struct Quarter {
  int year = 0;
  int number = 1;  ///< 1 .. 4

  constexpr Quarter(int year_of = 0, int quarter = 1) noexcept : year(year_of), number(quarter) {}
  friend constexpr auto operator<=>(const Quarter&, const Quarter&) noexcept = default;
};

struct NetworkOptions {
  /// Road length over geodesic length between a region and its hubs, where no length is given: a judgement.
  double access_detour = 1.3;
  /// No estimated access is shorter: goods come from all over a city or province. A judgement.
  Kilometres least_access{30};
  /// Deep-sea ships call at ports with at least this connectivity, twice the index's mean of 100: a
  /// judgement.
  double deep_sea_connectivity = 200;
  /// The year whose first quarter, or the last one before it that is told, gives a port's connectivity.
  int reference_year = 2024;
};

/// Collects facts and checks them together. Facts may come in any order; nothing is checked before `build()`.
class NetworkBuilder {
 public:
  explicit NetworkBuilder(NetworkOptions options = {});
  ~NetworkBuilder();
  NetworkBuilder(NetworkBuilder&&) noexcept;
  NetworkBuilder& operator=(NetworkBuilder&&) noexcept;

  /// `place.key` may be left empty: it is made of kind and slug.
  void add_place(Place place, Origin origin = {});
  void add_link(LinkFacts link, LinkOrigin origin = {});
  void add_border_record(BorderFacts border, Origin origin = {});
  void add_service(ServiceFacts service, Origin origin = {});
  void add_handling(HandlingFacts handling, Origin origin = {});
  /// Names and figures of a hub; a hub needs no such entry.
  void add_hub(Hub hub, Origin origin = {});
  void add_region(Region region, Origin origin = {});
  void add_access(AccessFacts access, Origin origin = {});
  /// UNCTAD's index of a port in a quarter; a plain year means its first.
  void add_connectivity(std::string place, Quarter quarter, double value, Origin origin = {});
  void add_conditions(Conditions conditions, Origin origin = {});
  void add_corridor(Corridor corridor, Origin origin = {});
  void add_customs_union_member(std::string customs_union, std::string country, Origin origin = {});

  /// Makes hubs of places by their `hub`, each called as `add_hub` says or like its first place; takes the
  /// countries of a land or ferry link for those of its ends where they are left empty; gives each region its
  /// accesses with weights that add up to 1 and estimated distances where none is told; a port is called at
  /// by deep-sea ships where its connectivity is high enough, by feeders alone where it is lower or unknown.
  /// A service's links are found between the places on its way (its stops where `via` is left empty); a liner
  /// has none, its ships sail any way between the ports.
  ///
  /// Finds: places, hubs, regions, corridors, services, conditions, union members, handling figures,
  /// accesses, border records or connectivities given twice; a link, border record, service, handling figure,
  /// access or connectivity at a place, link, hub or region that does not exist; a link from a place to
  /// itself; the same pair joined twice by one mode and purpose; countries of a link that do not begin and
  /// end with those of its ends; a border record where no border is crossed; figures that are negative or not
  /// finite; positions off the globe; places of one hub over 200 km apart or in two countries, a hub said to
  /// be in another country than its places; a railway without gauge; a length below 0.9 times the geodesic
  /// between its ends less 1 km, or above 10 times plus 50 km (a figure in another unit); an access to a
  /// border station, or with weights that add up to nothing; services with fewer than two stops, stops that
  /// are not on the way in their order, or consecutive places that no link of their mode joins; validity that
  /// ends before it begins. Warns of a gauge that a link's end has no tracks of, a named hub without places,
  /// a region without access. What leans on something left out is not blamed for it. Throws DataError with
  /// all findings when one is an error; warnings go into the network. The builder is empty afterwards.
  /// Complexity linear but for sorting.
  Network build() &&;
  /// The same, with what was found before (while reading) told together with what is found now.
  Network build(Findings& findings) &&;

 private:
  struct Drafts;
  class Assembly;
  std::unique_ptr<Drafts> drafts_;
};

}  // namespace landbridge
