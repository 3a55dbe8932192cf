#include "landbridge/io/demand_file.hpp"

#include "landbridge/io/table_reader.hpp"

namespace landbridge {

std::vector<DemandRow> read_demand_file(const TextSource& source, Findings& findings) {
  // The world moves some 1e9 a year; sums stay finite.
  constexpr NumberRange amounts = NumberRange::between(0, 1e12);
  const Table table = read_table(source, findings);
  std::vector<DemandRow> result;
  if (table.column_count() == 0) return result;
  const TableReader rows(table, findings, {"from", "to", "teu"});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowView row = rows[i];
    const std::size_t before = findings.error_count();
    DemandRow one{std::string(row.text("from")), std::string(row.text("to")),
                  Teu(row.number("teu", amounts))};
    if (findings.error_count() != before || !row.has("from") || !row.has("to") || !row.has("teu")) continue;
    const Table::Cell from = row.cell("from"), to = row.cell("to");
    one.from_at = {from.line, from.column};
    one.to_at = {to.line, to.column};
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace landbridge
