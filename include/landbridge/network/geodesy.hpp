// How far apart are two positions?
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/network/place.hpp"

namespace landbridge {

/// Length of the geodesic on the WGS84 ellipsoid (Karney 2013, 10.1007/s00190-012-0578-z), rounded to 1 m,
/// since the last digits differ between machines. Accuracy of the unrounded length: 15 nm. Symmetric; 0 for
/// equal positions. Latitudes outside -90 .. 90 throw ContractError.
Kilometres geodesic_length(Position from, Position to);

}  // namespace landbridge
