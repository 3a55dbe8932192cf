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

/// A link as its source states it: ends are keys of places. `key` and ids are given by the builder.
struct LinkFacts {
  Mode mode = Mode::rail;
  std::string from;
  std::string to;
  Kilometres length;
  std::vector<Gauge> gauges = {};
  std::vector<std::string> passes = {};
  std::vector<std::string> corridors = {};
  LinkStatus status = LinkStatus::active;
  std::string basis = {};
  std::string note = {};
  std::string source = {};
};

struct LinkOrigin {
  Origin from;
  Origin to;
  Origin length;
  /// The length, or the position of an end, could not be read and has a finding already: it is not judged
  /// again.
  bool length_unread = false;
};

/// A border record before its link is known.
struct BorderFacts {
  Mode mode = Mode::rail;
  std::string from;  ///< key of the place where the link begins
  std::string to;    ///< where it arrives, and the crossing is charged
  BorderRecord figures = {};
};

struct NetworkOptions {
  /// A rail terminal and a port at most this far apart (geodesic) exchange containers by road.
  Kilometres exchange_range{60};
  /// Road length over geodesic length of that exchange: a judgement.
  double exchange_detour = 1.3;
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
  /// `place` is the key of a place.
  void add_transfer(std::string place, TransferFact transfer, Origin origin = {});
  /// `province.hub` is found by the builder: the hub of the place whose role is province_capital.
  void add_province(Province province, Origin origin = {});
  /// Hub slugs that no place has are kept in `unknown_hubs`.
  void add_partner(Partner partner, std::vector<std::string> hub_slugs, Origin origin = {});
  void add_corridor(Corridor corridor, Origin origin = {});
  void add_customs_union_member(std::string customs_union, std::string country, Origin origin = {});

  /// Finds: keys, provinces, countries or corridors given twice; a link, border record or transfer at a place
  /// or link that does not exist; a link from a place to itself; the same pair joined twice by one mode;
  /// figures that are negative or not finite; positions off the globe; a railway without gauge; a length
  /// below 0.9 times the geodesic between its ends less 1 km, or above 10 times plus 50 km (a figure in
  /// another unit). Adds the exchange links. Throws DataError with all findings when one is an error;
  /// warnings go into the network. The builder is empty afterwards. Complexity O(places x places) for the
  /// exchange, else linear.
  Network build() &&;
  /// The same, with what was found before (while reading) told together with what is found now.
  Network build(Findings& findings) &&;

 private:
  struct Drafts;
  class Assembly;
  std::unique_ptr<Drafts> drafts_;
};

}  // namespace landbridge
