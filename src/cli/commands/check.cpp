#include "cli/commands/all.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>

namespace landbridge::cli {

namespace {

struct Options {
  std::string folder;
};

Value place_in_file(std::size_t number) {
  return number == 0 ? Value() : Value(number);
}

Answer answer(const Options& options, const Context&) {
  const std::vector<Finding> findings = check_network(options.folder);
  const auto errors = std::ranges::count(findings, Severity::error, &Finding::severity);
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
                              finding.severity == Severity::error ? "error" : "warning", finding.message}});
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
