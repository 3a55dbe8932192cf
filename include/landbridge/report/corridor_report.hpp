// What is the report of a corridor, and where does it end up?
#pragma once

#include "landbridge/analysis/draws.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/analysis/hubs.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/analysis/trade_demand.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/io/citations.hpp"
#include "landbridge/io/corridor_ends.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/corridor_page.hpp"
#include "landbridge/report/provenance.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace landbridge {

struct CorridorReportOptions {
  /// Only the links of these corridors; ids as in `Network::find_corridor`. None: all links.
  std::vector<std::string> corridors = {};
  /// None: each province with each partner country or territory, see `default_demand`. Amounts are shown beside shares
  /// where the demand has a unit.
  std::optional<HubDemand> demand = {};
  /// Where the demand is that of trade, what it was made of: rankings are then held against what is observed.
  std::optional<TradeDemand> trade = {};
  std::string demand_note = {};  ///< how the demand was made, in a sentence; empty: that of the default demand
  /// The day, and links that are closed besides those outside the corridors.
  PriceOptions price = {};
  std::string conditions = {};         ///< name of the conditions that model and closures come from; may be empty
  std::string cargo_class = "all";     ///< each class routed for itself, or one by name
  /// Draws of the costs that shares are means over, their stream from `Run::seed`; 0: the undisturbed costs.
  std::size_t draws = 32;
  /// Where network and model come from: `data`, `data_hash` and `cost_model` are shown, the rest is filled
  /// in.
  Provenance provenance = {};
  /// Corridors that get a section of their own, by id; those that the network does not have are left out. Where
  /// `corridors` names some, those instead.
  std::vector<std::string> sections = {"cere", "nwlsc"};
  std::size_t flagships = 10;  ///< pairs that are shown with what their cost is made of
  std::size_t reasons = 5;     ///< hubs of which the page says why they are there
  /// Tables beside the network; what is empty is left out of the page.
  std::vector<CorridorEnd> ends = {};
  Observations observations = {};
  Citations citations = {};
  std::string command = {};  ///< the command line that gives the same page again; empty: none is shown
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

/// Prices the network, routes the demand and sets the answers on a page: hubs by what they handle and why, sections,
/// passages, the map, corridors by themselves, flagship pairs, checks against what is published, demand that is not
/// served, and what it all rests on. Nothing is written; see `write_report`. The same bytes for
/// any number of threads. Throws NameError for a corridor that does not exist, OptionError for a field of the model out
/// of range, Cancelled when stopped.
CorridorReport corridor_report(const Network& network, const CostModel& model = {},
                               const CorridorReportOptions& options = {}, const Run& run = {});

/// Writes the report's files into a folder, which is made if need be: all to temporary names first, so that a report that was
/// there stays as it was when they cannot be written. Tables of a former report that this one does not have are removed. Returns
/// the paths, the page first. Throws Error when it cannot be done.
std::vector<std::string> write_report(const CorridorReport& report, const std::string& folder);

}  // namespace landbridge
