#include "landbridge/io/corridor_ends.hpp"

#include "landbridge/io/dataset.hpp"
#include "landbridge/io/table_reader.hpp"

namespace landbridge {

std::vector<CorridorEnd> load_corridor_ends(const std::string& folder) {
  std::vector<CorridorEnd> ends;
  const std::optional<Table> table = load_table(folder, "corridor_ends");
  if (!table) return ends;
  Findings findings;
  const TableReader rows(*table, findings, {"corridor", "end", "kind"}, {"source"});
  for (std::size_t i = 0; i < rows.size(); ++i)
    ends.push_back({std::string(rows[i].text("corridor")), std::string(rows[i].text("end")),
                    rows[i].choice("kind", {"origin", "destination"}) == 0,
                    std::string(rows[i].optional_text("source"))});
  findings.throw_if_errors();
  return ends;
}

}  // namespace landbridge
