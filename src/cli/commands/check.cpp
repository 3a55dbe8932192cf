#include "cli/commands/all.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace landbridge::cli {

namespace {

struct Options {
  std::string folder;
};

Value place_in_file(std::size_t number) {
  return number == 0 ? Value() : Value(number);
}

/// What conditions close is named as on the command line, which the tables' own checks do not know.
void check_closures(const std::string& folder, std::vector<Finding>& findings) {
  const std::optional<Table> table = load_table(folder, "conditions");
  const std::optional<std::size_t> column = table ? table->find("what") : std::nullopt;
  if (!column) return;
  const Network network = load_network(folder);
  for (std::size_t row = 0; row < table->row_count(); ++row) {
    const Table::Cell cell = table->cell(row, *column);
    if (!cell.text.starts_with("close:")) continue;
    try {
      resolve_links(network, cell.text.substr(6));
    } catch (const NameError& error) {
      findings.push_back({table->name(), cell.line, cell.column, Severity::error, error.what()});
    }
  }
}

Answer answer(const Options& options, const Context&) {
  if (options.folder.empty()) throw UsageError("DIR is empty: name a folder");
  std::vector<Finding> findings = check_dataset(options.folder);
  const auto is_error = [](const Finding& finding) { return finding.severity == Severity::error; };
  if (std::ranges::none_of(findings, is_error)) check_closures(options.folder, findings);
  const auto errors = std::ranges::count_if(findings, is_error);
  Document document;
  document.command = "check";
  document.provenance.data = options.folder;
  document.provenance.data_hash = dataset_hash(options.folder);
  document.summary = {{"errors", errors},
                      {"warnings", static_cast<std::ptrdiff_t>(findings.size()) - errors}};
  document.columns = {{.name = "file"},
                      {.name = "line", .kind = ColumnKind::whole},
                      {.name = "column", .kind = ColumnKind::whole},
                      {.name = "severity"},
                      {.name = "message"}};
  for (const Finding& finding : findings)
    document.rows.push_back({{finding.file, place_in_file(finding.line), place_in_file(finding.column),
                              is_error(finding) ? "error" : "warning", finding.message}});
  return {std::move(document), errors == 0 ? 0 : 3};
}

}  // namespace

Command check_command() {
  return make_command<Options>(
      {.name = "check",
       .help = "Validate a data set: its faults are the rows; exit 3 if one of them is an error",
       .takes_data = false},
      [](Flags& flags, Options& options) {
        flags.positional("DIR", options.folder, "folder of the tables that data/README.md describes");
      },
      answer);
}

}  // namespace landbridge::cli
