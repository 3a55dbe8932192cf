// Which way over the water does a ship's line take on the map?
#pragma once

#include "landbridge/report/coastline.hpp"

#include <cstddef>
#include <vector>

namespace landbridge {

/// Land and water as cells of a quarter of a degree, to draw lines of ships where ships can be.
/// It moves no figure: lengths, hours and prices come from the data, only the drawn line from here.
class WaterMap {
 public:
  explicit WaterMap(const Coastline& land);

  /// Whether the cell that holds the point is land, by its centre. Straits and canals narrower than a cell
  /// are land.
  bool is_land(GeoPoint point) const noexcept;

  /// A line from `from` to `to`, both included: the great circle where it keeps to water, else the shortest
  /// way over cells that avoids land (a cell of land costs as much as twelve of water, so that canals are
  /// passed but continents are not), pulled straight. Longitudes run on from `from` without a jump.
  /// Deterministic: the search settles equal costs in the order of cells.
  std::vector<GeoPoint> lane(GeoPoint from, GeoPoint to) const;

  static constexpr double cell = 0.25;  ///< side of a cell in degrees
  static constexpr double south = -65;  ///< latitude of the southernmost cells' lower side

 private:
  static constexpr int columns = 1440, rows = 600;

  double weight(int column, int row) const noexcept;
  double weight_of_line(GeoPoint from, GeoPoint to) const;
  bool keeps_to_water(const std::vector<GeoPoint>& line) const;
  std::vector<GeoPoint> search(GeoPoint from, GeoPoint to) const;
  std::vector<GeoPoint> pulled_straight(const std::vector<GeoPoint>& line) const;

  std::vector<char> kind_;  // by cell: 0 water, 1 water beside land, 2 land
};

}  // namespace landbridge
