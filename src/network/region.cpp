#include "landbridge/network/region.hpp"

namespace landbridge {

std::string_view name(RegionKind kind) noexcept {
  switch (kind) {
    case RegionKind::province:
      return "province";
    case RegionKind::country:
      return "country";
  }
  return "";
}

}  // namespace landbridge
