// Which preconditions are checked where the library is entered?
#pragma once

#include "landbridge/base/error.hpp"

#include <string>

namespace landbridge {

/// Throws ContractError with `what` unless `condition` holds. For public entry points, not for inner loops.
inline void expects(bool condition, const char* what) {
  if (!condition) [[unlikely]]
    throw ContractError(std::string("precondition broken: ") + what);
}

}  // namespace landbridge
