// Which network does a folder of tables, or the built-in data set, describe?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/network/network.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// Names of the tables of a data set, in the order in which they are read; each must be there.
const std::vector<std::string_view>& dataset_tables();

/// The data set that is compiled in. About 1,500 links; read anew at each call (tens of milliseconds).
Network load_default_network();

/// The tables of `folder`, under the same names as the built-in ones (data/README.md says what their columns
/// are). Throws DataError with everything that is wrong in all of them, each finding with file, line and
/// column: tables or columns that are missing, cells that do not hold what their column says, facts given
/// twice, links to nowhere, lengths in another unit. Warnings end up in `Network::warnings()`.
Network load_network(const std::string& folder);

/// Everything that `load_network` finds, errors and warnings, without throwing. Empty: nothing to say.
std::vector<Finding> check_network(const std::string& folder);

/// What identifies the data in use: 16 hexadecimal digits over names and bytes of the tables (XXH3, 64
/// bits). Not for cryptography. Empty folder name: the built-in data set. Tables that cannot be read count as
/// empty.
std::string dataset_hash(const std::string& folder = {});

/// The built-in table of that name as text; empty when there is none.
std::string_view embedded_table(std::string_view name);

}  // namespace landbridge
