// What joins two places, and how?
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/graph/masks.hpp"
#include "landbridge/network/place.hpp"

#include <bitset>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

struct LinkTag;
using LinkId = Id<LinkTag>;
using LinkMask = Mask<LinkId>;

enum class Mode { rail, road, ferry, sea, river };
inline constexpr Mode all_modes[] = {Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river};

/// "rail", "road", "ferry", "sea", "river".
std::string_view name(Mode mode) noexcept;

/// A set of modes.
class Modes {
 public:
  constexpr Modes() = default;
  Modes(std::initializer_list<Mode> modes) {
    for (const Mode mode : modes) insert(mode);
  }
  static Modes all() { return {Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river}; }

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

enum class Direction { forward, backward };  ///< from -> to, to -> from

/// One undirected fact: both ways can be travelled, at the same length.
struct Link {
  std::string
      key;  ///< `mode:from~to`, unique; `exchange:rail~port` for the way between a rail terminal and a port
  Mode mode = Mode::rail;
  PlaceId from = {};
  PlaceId to = {};
  Kilometres length = {};
  std::vector<Gauge> gauges = {};  ///< of a railway; two where both run side by side or meet at a border
  std::vector<std::string> passes = {};  ///< straits and canals it leads through
  std::vector<std::string> corridors = {};
  LinkStatus status = LinkStatus::active;
  bool exchange = false;  ///< a road between a rail terminal and a port nearby: estimated, see NetworkBuilder
  std::string basis = {};  ///< how the length is known
  std::string note = {};
  std::string source = {};

  PlaceId tail(Direction direction) const { return direction == Direction::forward ? from : to; }
  PlaceId head(Direction direction) const { return direction == Direction::forward ? to : from; }
};

}  // namespace landbridge
