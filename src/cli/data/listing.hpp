// How is a table of the data set shown?
#pragma once

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "landbridge/io/dataset_schema.hpp"
#include "landbridge/io/table.hpp"

#include <string>
#include <vector>

namespace landbridge::cli {

/// Every row of a table, its cells typed as the schema says; places lie at a point, what joins two places on
/// a line. Columns that the schema does not know are text.
void list_table(const TableSchema& schema, const Table& table, const Network& network, Document& document);

/// What the columns of all tables hold: their schema.
void list_columns(const Inputs& inputs, Document& document);

/// Keeps the rows for which each condition, `column=value`, holds: the cell is the value, or a list with it
/// among its parts. UsageError for one of another form or for an unknown column.
void keep_rows(const std::vector<std::string>& conditions, Document& document);

/// What each border is taken to cost, recorded or not.
void list_border_terms(const Inputs& inputs, Document& document);
/// What handling is taken to cost where it takes place.
void list_handling_terms(const Inputs& inputs, Document& document);
/// The fields of the cost model with their values in use, and where the defaults come from.
void list_cost_model(const Inputs& inputs, Document& document);

}  // namespace landbridge::cli
