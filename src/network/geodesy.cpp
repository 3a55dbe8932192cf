#include "landbridge/network/geodesy.hpp"

#include "landbridge/base/contract.hpp"

#include <cmath>

#include <GeographicLib/Geodesic.hpp>

namespace landbridge {

Kilometres geodesic_length(Position from, Position to) {
  expects(std::abs(from.latitude) <= 90 && std::abs(to.latitude) <= 90,
          "latitudes lie between -90 and 90 degrees");
  double metres = 0;
  GeographicLib::Geodesic::WGS84().Inverse(from.latitude, from.longitude, to.latitude, to.longitude, metres);
  return Kilometres(std::round(metres) / 1000);
}

}  // namespace landbridge
