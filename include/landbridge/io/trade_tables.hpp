// Which figures of trade does a data set hold?
#pragma once

#include "landbridge/base/error.hpp"
#include "landbridge/network/trade.hpp"

#include <string>

namespace landbridge {

/// From the tables margins, trade_shares, containers, first_partners and memberships of a folder, or of the
/// built-in data set where the folder's name is empty. A table that is absent has no rows. Published values
/// without a share are left out. Throws DataError with everything that is wrong in them: figures out of
/// range, rows given twice, a share outside of 0 .. 1, a group that memberships does not have.
TradeTables load_trade_tables(const std::string& folder = {});

}  // namespace landbridge
