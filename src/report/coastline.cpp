#include "landbridge/report/coastline.hpp"

#include "landbridge/io/dataset.hpp"

#include <charconv>

namespace landbridge {

Coastline coastline() {
  // Our own table, checked by the tests: ring,lon,lat under one heading.
  const std::string_view table = embedded_table("coastline.csv");
  const char* at = table.data() + table.find('\n') + 1;
  const char* const end = table.data() + table.size();
  Coastline result;
  while (at < end) {
    std::size_t ring = 0;
    GeoPoint point;
    at = std::from_chars(at, end, ring).ptr + 1;
    at = std::from_chars(at, end, point.longitude).ptr + 1;
    at = std::from_chars(at, end, point.latitude).ptr + 1;
    if (ring >= result.rings.size()) result.rings.resize(ring + 1);
    result.rings[ring].push_back(point);
  }
  return result;
}

}  // namespace landbridge
