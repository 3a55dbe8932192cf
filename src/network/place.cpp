#include "landbridge/network/place.hpp"

namespace landbridge {

std::string_view name(PlaceKind kind) noexcept {
  switch (kind) {
    case PlaceKind::rail:
      return "rail";
    case PlaceKind::port:
      return "port";
    case PlaceKind::river:
      return "river";
    case PlaceKind::border:
      return "border";
    case PlaceKind::waypoint:
      return "waypoint";
  }
  return "";
}

}  // namespace landbridge
