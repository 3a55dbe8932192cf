#include "landbridge/network/link.hpp"

namespace landbridge {

std::string_view name(Mode mode) noexcept {
  switch (mode) {
    case Mode::rail:
      return "rail";
    case Mode::road:
      return "road";
    case Mode::ferry:
      return "ferry";
    case Mode::sea:
      return "sea";
    case Mode::river:
      return "river";
  }
  return "";
}

std::string_view name(LinkStatus status) noexcept {
  switch (status) {
    case LinkStatus::active:
      return "active";
    case LinkStatus::seasonal:
      return "seasonal";
    case LinkStatus::under_construction:
      return "under_construction";
    case LinkStatus::planned:
      return "planned";
  }
  return "";
}

}  // namespace landbridge
