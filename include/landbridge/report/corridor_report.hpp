// What is the report of a corridor, and where does it end up?
#pragma once

#include "landbridge/analysis/flows.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/corridor_page.hpp"
#include "landbridge/report/provenance.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landbridge {

struct CorridorReportOptions {
  /// Only the links of these corridors; ids as in `Network::find_corridor`. None: all links.
  std::vector<std::string> corridors = {};
  /// None: each province with each partner country or territory, see `default_demand`.
  std::optional<HubDemand> demand = {};
  /// The day, and links that are closed besides those outside the corridors.
  PriceOptions price = {};
  std::string conditions = {};         ///< name of the conditions that model and closures come from; may be empty
  std::string cargo_class = "all";     ///< each class routed for itself, or one by name
  /// Where network and model come from: `data`, `data_hash` and `cost_model` are shown, the rest is filled
  /// in.
  Provenance provenance = {};
  CorridorPageOptions page = {};
};

/// A file of the report, not written yet.
struct ReportFile {
  std::string name;
  std::string what;  ///< what it holds, in a few words
  std::string content;
};

struct CorridorReport {
  HubRanking hubs;
  LinkRanking links;
  PassageRanking passages;
  Provenance provenance;
  CorridorPage page;              ///< what stands on the page
  std::vector<ReportFile> files;  ///< report.html first, then the whole tables as CSV
};

/// Prices the network, routes the demand and sets the answers on a page: hubs by what they handle, sections,
/// passages, the map, and what it all rests on. Nothing is written; see `write_report`. The same bytes for
/// any number of threads. Throws NameError for a corridor that does not exist, OptionError for a field of the model out
/// of range, Cancelled when stopped.
CorridorReport corridor_report(const Network& network, const CostModel& model = {},
                               const CorridorReportOptions& options = {}, const Run& run = {});

/// Writes the report's files into a folder, which is made if need be, each whole or not at all. Returns their
/// paths, the page first. Throws Error when it cannot be done.
std::vector<std::string> write_report(const CorridorReport& report, const std::string& folder);

}  // namespace landbridge
