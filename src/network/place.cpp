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
    case PlaceKind::airport:
      return "airport";
    case PlaceKind::border:
      return "border";
    case PlaceKind::waypoint:
      return "waypoint";
  }
  return "";
}

std::string_view name(ShipClass ship) noexcept {
  switch (ship) {
    case ShipClass::none:
      return "";
    case ShipClass::feeder:
      return "feeder";
    case ShipClass::deep_sea:
      return "deep_sea";
  }
  return "";
}

}  // namespace landbridge
