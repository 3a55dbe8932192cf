// Which facts do the tables of a data set hold?
#pragma once

#include "io/dataset_tables.hpp"
#include "landbridge/network/network_builder.hpp"

namespace landbridge::detail {

/// Gives the sound rows of the network's tables to a builder. Findings are added where rows do not agree with
/// each other or with the cost model; what is wrong between facts is left to `NetworkBuilder::build`.
NetworkBuilder read_network(const DatasetTables& tables);

}  // namespace landbridge::detail
