// Where does the demand of a corridor begin and end?
#pragma once

#include <string>
#include <vector>

namespace landbridge {

/// A province or country that the sources name as an end of a corridor.
struct CorridorEnd {
  std::string corridor;  ///< its id, as in `Network::find_corridor`
  std::string region;    ///< `province:gansu`, `country:POL`
  bool is_origin = false;
  std::string source = {};
};

/// The table corridor_ends of a folder, or of the built-in data set where the folder's name is empty, in its
/// order; no rows where it is absent. Throws DataError with everything that is wrong in it.
std::vector<CorridorEnd> load_corridor_ends(const std::string& folder = {});

}  // namespace landbridge
