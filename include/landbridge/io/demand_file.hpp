// Which demand does a file of one's own ask for?
#pragma once

#include "landbridge/base/findings.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/io/lines.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace landbridge {

/// Where a cell stands: counted from 1, the column in bytes.
struct CellPosition {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// So much a year from one region, hub or place to another, by the names that the file gives.
struct DemandRow {
  std::string from;
  std::string to;
  Teu amount = {};
  CellPosition from_at = {};
  CellPosition to_at = {};
};

/// A CSV table with the columns from, to, teu; others are not looked at. Nothing is known of the names here:
/// who resolves them adds to the same findings, so that all that is wrong is told at once. Findings: what
/// `read_table` finds, columns that are missing, empty names, amounts that are no number, negative, infinite
/// or above 1e12. Rows with a finding are left out. A table without rows is no demand.
std::vector<DemandRow> read_demand_file(const TextSource& source, Findings& findings);

}  // namespace landbridge
