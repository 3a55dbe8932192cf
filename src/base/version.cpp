#include "landbridge/base/version.hpp"

#define LANDBRIDGE_TEXT_(x) #x
#define LANDBRIDGE_TEXT(x) LANDBRIDGE_TEXT_(x)

namespace landbridge {

std::string_view version() noexcept {
  return LANDBRIDGE_TEXT(LANDBRIDGE_VERSION_MAJOR) "." LANDBRIDGE_TEXT(
      LANDBRIDGE_VERSION_MINOR) "." LANDBRIDGE_TEXT(LANDBRIDGE_VERSION_PATCH);
}

}  // namespace landbridge
