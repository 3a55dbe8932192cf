// Which cost model does a TOML file describe?
#pragma once

#include "landbridge/network/cost_model.hpp"

#include <string>

namespace landbridge {

/// `base` with the fields that the file sets, `rail_tariff = 0.3` a line, in the units of the table of
/// fields. Throws DataError with all that is wrong: a file that cannot be read or is no TOML, a field that
/// does not exist (the nearest names are told), a value that is no number, or out of its range; each with
/// line and column.
CostModel read_cost_model(const std::string& path, const CostModel& base = {});

}  // namespace landbridge
