// Which tables are compiled in?
#pragma once

#include <string_view>
#include <vector>

namespace landbridge::detail {

struct EmbeddedTable {
  std::string_view name;  ///< places.csv
  std::string_view text;
};

/// Every table of data/, as it stands.
std::vector<EmbeddedTable> embedded_tables();

}  // namespace landbridge::detail
