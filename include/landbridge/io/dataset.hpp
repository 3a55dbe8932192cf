// Which network does a folder of tables, or the built-in data set, describe?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/io/table.hpp"
#include "landbridge/network/network.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

// Tables and columns are those of io/dataset_schema.hpp; data/README.md describes them. A folder name that is
// left empty means the built-in data set.

/// Names of the files that a data set may hold: `places.csv`. Only places and links must be there.
const std::vector<std::string_view>& dataset_tables();

/// The data set that is compiled in. Read anew at each call (tens of milliseconds).
Network load_default_network();

/// The network that the tables of `folder` describe. Reads and checks only the tables that the network is
/// made of. Throws DataError with everything that is wrong in all of them, each finding with file, line and
/// column: tables or columns that are missing, cells that do not hold what their column says or name what is
/// not there, facts given twice, lengths in another unit. Warnings end up in `Network::warnings()`.
Network load_network(const std::string& folder);

/// Everything that is wrong or doubtful in all tables of a data set, also in those that the network does not
/// need: errors, and as warnings unknown files and columns. Empty: nothing to say.
std::vector<Finding> check_dataset(const std::string& folder);

/// One table as it stands, by its name (`places`); nothing when the data set does not have it. Throws
/// DataError when it cannot be read.
std::optional<Table> load_table(const std::string& folder, std::string_view name);

/// Writes the tables of the data set in `folder`, byte for byte, to the folder `to`, which must be new or
/// empty. All or nothing: they are written beside it first. Throws Error when that does not succeed.
void export_dataset(const std::string& folder, const std::string& to);

/// What identifies the data in use: 16 hexadecimal digits over names and bytes of the tables (XXH3, 64
/// bits). Not for cryptography. Tables that cannot be read count as empty.
std::string dataset_hash(const std::string& folder = {});

/// The built-in table of that name as text; empty when there is none.
std::string_view embedded_table(std::string_view name);

}  // namespace landbridge
