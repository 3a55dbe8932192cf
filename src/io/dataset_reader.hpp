// Which facts do the tables of a data set hold?
#pragma once

#include "landbridge/io/lines.hpp"
#include "landbridge/network/network_builder.hpp"

#include <functional>
#include <string_view>

namespace landbridge::detail {

/// Where the table of that name is read from.
using TableSource = std::function<TextSource(std::string_view name)>;

/// Reads every table; what is wrong in its cells is added to the findings, what is wrong between facts is
/// left to `NetworkBuilder::build`.
NetworkBuilder read_dataset(const TableSource& source, Findings& findings);

}  // namespace landbridge::detail
