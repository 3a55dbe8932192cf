// Which tables does a data set hold, and which of their rows can be used?
#pragma once

#include "io/key_sets.hpp"
#include "landbridge/io/dataset_schema.hpp"
#include "landbridge/io/table_reader.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace landbridge::detail {

/// Where the table of that file name is read from; nothing when the data set does not have it.
using TableSource = std::function<std::optional<TextSource>(std::string_view file)>;

/// A table with what the schema says about it.
struct CheckedTable {
  const TableSchema* schema;
  Table table;
  std::unique_ptr<TableReader> rows;
  std::vector<bool> is_sound = {};  ///< by row: every cell is as the schema says, and so is what it refers to
  bool is_complete = true;          ///< no row of it was left out and no column is missing
};

/// Reads tables and checks each cell against the schema, once: what readers do with sound rows finds nothing
/// more of that kind. A row that refers to something which has a finding itself is not sound, but is not
/// blamed for it.
class DatasetTables {
 public:
  enum class Scope { network, everything };
  DatasetTables(const TableSource& source, Findings& findings, Scope scope);

  /// Null when the data set does not have it.
  const CheckedTable* find(std::string_view name) const;
  Findings& findings() const { return findings_; }

 private:
  void read(const TableSource& source, const TableSchema& schema);
  void look_for_unknown_columns(const CheckedTable& table);
  void index(const CheckedTable& table);
  void check(CheckedTable& table);
  void check_keys(CheckedTable& table);

  Findings& findings_;
  std::vector<std::unique_ptr<CheckedTable>> tables_;
  KeySets keys_;
};

}  // namespace landbridge::detail
