// The formats that are JSON.
#pragma once

#include "landbridge/report/write_rows.hpp"

#include <string>

namespace landbridge::detail {

std::string write_json(const Document& document, const WriteOptions& options);
std::string write_geojson(const Document& document, const WriteOptions& options);

}  // namespace landbridge::detail
