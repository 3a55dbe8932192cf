#include "cli/commands/all.hpp"
#include "cli/data/listing.hpp"
#include "landbridge/io/dataset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landbridge::cli {

namespace {

struct Options {
  std::string what = "places";
  std::vector<std::string> where;
  std::string out;
};

using List = void (*)(const Inputs&, Document&);
/// What happens at a place when cargo changes there is in the table of handling.
constexpr std::string_view transfers = "transfers";

/// What tables may hold, and what the model makes of them.
constexpr std::pair<std::string_view, List> derived[] = {{"columns", list_columns},
                                                         {"border-terms", list_border_terms},
                                                         {"handling-terms", list_handling_terms},
                                                         {"cost-model", list_cost_model}};

Answer export_all(const Options& options, const Context& context) {
  if (options.out.empty()) throw UsageError("data export needs --out DIR, a new or empty folder");
  export_dataset(context.flags.data, options.out);
  Document document;
  document.command = "data";
  document.provenance.data = context.flags.data.empty() ? "built-in" : context.flags.data;
  document.provenance.data_hash = dataset_hash(options.out);
  document.columns = {{.name = "table"}, {.name = "rows", .kind = ColumnKind::whole}, {.name = "what"}};
  for (const TableSchema& schema : dataset_schema())
    if (const std::optional<Table> table = load_table(options.out, schema.name))
      document.rows.push_back({{schema.file, table->row_count(), schema.what}});
  document.summary = {{"tables", document.rows.size()}, {"folder", options.out}};
  return {std::move(document)};
}

Answer answer(const Options& options, const Context& context) {
  if (options.what == "export") return export_all(options, context);
  if (!options.out.empty())
    throw UsageError("--out is for data export; an answer goes to a file with --output");
  const Inputs inputs = read_inputs(context.flags);
  Document document;
  document.command = "data";
  document.provenance = inputs.provenance;
  for (const auto& [word, list] : derived)
    if (options.what == word) list(inputs, document);
  const std::string table_name = options.what == transfers ? "handling" : options.what;
  if (const TableSchema* schema = find_table_schema(table_name)) {
    document.summary.push_back({"table", schema->what});
    if (const std::optional<Table> table = load_table(context.flags.data, schema->name))
      list_table(*schema, *table, inputs.network, document);
    else
      document.summary.push_back({"reason", "the data set does not have this table"});
  }
  if (!document.columns.empty()) keep_rows(options.where, document);
  document.summary.insert(document.summary.begin(), {"rows", document.rows.size()});
  return {std::move(document)};
}

std::vector<std::string> words() {
  std::vector<std::string> all;
  for (const TableSchema& schema : dataset_schema()) all.emplace_back(schema.name);
  for (const auto& [word, list] : derived) all.emplace_back(word);
  all.emplace_back(transfers);
  all.emplace_back("export");
  return all;
}

}  // namespace

Command data_command() {
  return make_command<Options>(
      {.name = "data", .help = "Show the data in use, with their sources, or export them to be changed"},
      [](Flags& flags, Options& options) {
        flags.positional_choice("WHAT", options.what, words(),
                                "a table (transfers is handling); columns: what each column of each table holds; what the model "
                                "takes where data are silent (border-terms, handling-terms, "
                                "cost-model); or export");
        flags.option("--where", options.where,
                     "only rows with that value, column=value; may be given several times");
        flags.option("--out", options.out, "folder that export writes the tables to; new or empty");
      },
      answer);
}

}  // namespace landbridge::cli
