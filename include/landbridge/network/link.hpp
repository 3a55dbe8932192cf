// What joins two places, and how?
#pragma once

#include "landbridge/base/date.hpp"
#include "landbridge/base/id.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/network/place.hpp"

#include <bitset>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

struct LinkTag;
using LinkId = Id<LinkTag>;
using LinkMask = Mask<LinkId>;

enum class Mode { rail, road, ferry, sea, river, air };
inline constexpr Mode all_modes[] = {Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river, Mode::air};

/// "rail", "road", "ferry", "sea", "river", "air".
std::string_view name(Mode mode) noexcept;

/// A set of modes.
class Modes {
 public:
  constexpr Modes() = default;
  Modes(std::initializer_list<Mode> modes) {
    for (const Mode mode : modes) insert(mode);
  }
  static Modes all() { return {Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river, Mode::air}; }
  /// What containers usually take: all but air.
  static Modes usual() { return {Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river}; }

  bool operator[](Mode mode) const { return bits_[static_cast<std::size_t>(mode)]; }
  void insert(Mode mode) { bits_.set(static_cast<std::size_t>(mode)); }
  bool empty() const { return bits_.none(); }
  friend bool operator==(const Modes&, const Modes&) = default;

 private:
  std::bitset<std::size(all_modes)> bits_;
};

/// Only active links carry anything; the others are kept so that they can be shown.
enum class LinkStatus { active, seasonal, under_construction, planned };

/// "active", "seasonal", "under_construction", "planned".
std::string_view name(LinkStatus status) noexcept;

/// line: a line of transport. exchange: the way between the terminals of a city or its surroundings, which
/// needs no road haulier. hinterland: a road from a port without a railway to the railways behind it. The
/// last two are estimates.
enum class LinkPurpose { line, exchange, hinterland };

/// "line", "exchange", "hinterland".
std::string_view name(LinkPurpose purpose) noexcept;

/// The trade between Asia and another part of the world that a sea link serves, where ships sail fuller one
/// way than the other.
enum class SeaLane { none, europe, pacific, atlantic, africa, oceania, latin_america };

/// "", "europe", "pacific", "atlantic", "africa", "oceania", "latin-america".
std::string_view name(SeaLane lane) noexcept;

enum class Direction { forward, backward };  ///< from -> to, to -> from

/// The days on which something exists, both ends included; open where there is none.
struct Validity {
  std::optional<Date> from = {};
  std::optional<Date> to = {};

  bool holds(Date date) const { return !(from && date < *from) && !(to && *to < date); }
  friend bool operator==(const Validity&, const Validity&) = default;
};

/// One undirected fact: both ways can be travelled, at the same length.
struct Link {
  /// `mode:from~to`, unique; `exchange:from~to`, `hinterland:from~to` for those. Slugs of the ends; whole
  /// keys where slugs alone would name a second link the same.
  std::string key;
  Mode mode = Mode::rail;
  PlaceId from = {};
  PlaceId to = {};
  Kilometres length = {};
  std::vector<Gauge> gauges = {};  ///< of a railway; two where both run side by side or meet at a border
  /// Every country it crosses, in order, from the first end's to the other's; those of its ends where left
  /// empty; empty at sea, on rivers and in the air.
  std::vector<std::string> countries = {};
  std::vector<std::string> passes = {};  ///< straits and canals it leads through
  std::vector<std::string> corridors = {};
  LinkPurpose purpose = LinkPurpose::line;
  SeaLane lane = SeaLane::none;
  std::optional<Direction> headhaul = {};  ///< the dear direction of its lane
  LinkStatus status = LinkStatus::active;
  Validity validity = {};
  std::string season = {};  ///< months, 07-11; empty: the whole year
  std::optional<double> capacity = {};
  std::string capacity_unit = {};
  std::string basis = {};  ///< how the length is known
  std::string year = {};
  std::string note = {};
  std::string source = {};

  PlaceId tail(Direction direction) const { return direction == Direction::forward ? from : to; }
  PlaceId head(Direction direction) const { return direction == Direction::forward ? to : from; }
  bool is_exchange() const { return purpose == LinkPurpose::exchange; }
};

}  // namespace landbridge
