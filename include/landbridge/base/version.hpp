// The version of the library, written once here; CMake reads it.
#pragma once

#include <string_view>

#define LANDBRIDGE_VERSION_MAJOR 0
#define LANDBRIDGE_VERSION_MINOR 1
#define LANDBRIDGE_VERSION_PATCH 0

// Results are promised to the bit; these settings would break the promise silently.
#ifdef __FAST_MATH__
#error "Landbridge does not work under -ffast-math: it compiles std::isinf to false."
#endif
#if defined(__FP_FAST_FMA) && !defined(LANDBRIDGE_FP_CONTRACT_OFF)
#error \
    "Compile with -ffp-contract=off -DLANDBRIDGE_FP_CONTRACT_OFF (the CMake targets do): fused multiply-add changes the last digits."
#endif

namespace landbridge {

/// "MAJOR.MINOR.PATCH" of the headers in use.
std::string_view version() noexcept;

}  // namespace landbridge
