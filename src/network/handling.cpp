#include "landbridge/network/handling.hpp"

namespace landbridge {

std::string_view name(HandlingKind kind) noexcept {
  switch (kind) {
    case HandlingKind::ship_call:
      return "ship_call";
    case HandlingKind::container_terminal:
      return "container_terminal";
    case HandlingKind::river_terminal:
      return "river_terminal";
    case HandlingKind::rail_terminal:
      return "rail_terminal";
    case HandlingKind::road_terminal:
      return "road_terminal";
    case HandlingKind::air_terminal:
      return "air_terminal";
    case HandlingKind::gauge_change:
      return "gauge_change";
    case HandlingKind::ferry_wait:
      return "ferry_wait";
  }
  return "";
}

}  // namespace landbridge
