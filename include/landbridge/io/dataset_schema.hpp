// Which tables and columns does a data set have, and what may stand in them?
#pragma once

#include <limits>
#include <span>
#include <string_view>

namespace landbridge {

/// What a cell holds. The second half are references: what they name must exist in the data set, where it has
/// the table that would hold it.
enum class CellType {
  text,       ///< anything
  id,         ///< lower case letters, digits, hyphens and underscores
  number,     ///< with a decimal point, in the column's range
  whole,      ///< a number without decimals, in the column's range
  year,       ///< 2023; 2023-06, 2022-S1, 2024-Q1 or 2013-2023 where the figure is of a part or several
  date,       ///< 2024-07-01
  quarter,    ///< 2024-Q1
  months,     ///< 07-11, from the first month to the last
  choice,     ///< one of the column's words
  departure,  ///< tue 18:00
  country,    ///< ISO 3166-1 alpha-3, in capitals
  new_place,  ///< the key that a place is given: its kind, a colon and an id
  setting,    ///< what a condition changes: `set:FIELD` or `close:SET`

  source,
  place,     ///< a key such as `rail:xian`
  hub,       ///< the city of one or several places
  province,  ///< an id of provinces
  corridor,
  service,
  platform,
  region,   ///< `province:gansu` or `country:POL`
  subject,  ///< any of these as `kind:id`, a place, a country's code, or an id of another sort: `china`
  stage,    ///< a place or a hub
};

/// What a cell of that type holds, in a few words: "a date such as 2024-07-01".
std::string_view meaning(CellType type) noexcept;

/// every: the column must be there and none of its cells empty. column: it must be there, cells may be empty.
enum class Need { optional, column, every };

struct ColumnSchema {
  std::string_view name;
  CellType type = CellType::text;
  Need need = Need::optional;
  bool is_list = false;                                ///< parts joined by semicolons
  std::string_view words = {};                         ///< of a choice, joined by semicolons
  double low = std::numeric_limits<double>::lowest();  ///< of numbers
  double high = std::numeric_limits<double>::max();
};

struct TableSchema {
  std::string_view name;  ///< places
  std::string_view file;  ///< places.csv
  std::string_view what;  ///< one line about it
  std::span<const ColumnSchema> columns;
  std::string_view key = {};  ///< columns that together occur once, joined by semicolons
  bool in_network = false;    ///< the network is made of it; the others hold figures about its parts
  bool is_required = false;

  const ColumnSchema* find(std::string_view column) const;
};

/// All tables, the network's first.
std::span<const TableSchema> dataset_schema() noexcept;

/// By name, with or without `.csv`; null when there is none.
const TableSchema* find_table_schema(std::string_view name);

}  // namespace landbridge
