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
    case Mode::air:
      return "air";
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

std::string_view name(LinkPurpose purpose) noexcept {
  switch (purpose) {
    case LinkPurpose::line:
      return "line";
    case LinkPurpose::exchange:
      return "exchange";
    case LinkPurpose::hinterland:
      return "hinterland";
  }
  return "";
}

std::string_view name(SeaLane lane) noexcept {
  switch (lane) {
    case SeaLane::none:
      return "";
    case SeaLane::europe:
      return "europe";
    case SeaLane::pacific:
      return "pacific";
    case SeaLane::atlantic:
      return "atlantic";
    case SeaLane::africa:
      return "africa";
    case SeaLane::oceania:
      return "oceania";
    case SeaLane::latin_america:
      return "latin-america";
  }
  return "";
}

}  // namespace landbridge
