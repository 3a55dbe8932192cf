#include "landbridge/report/corridor_report.hpp"

#include "landbridge/analysis/hub_reasons.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/report/html.hpp"
#include "landbridge/report/output_file.hpp"
#include "landbridge/report/ranking_validation.hpp"
#include "report/flagships.hpp"
#include "report/page_checks.hpp"
#include "report/page_corridors.hpp"
#include "report/page_journeys.hpp"
#include "report/page_parts.hpp"
#include "report/page_reasons.hpp"
#include "report/page_rows.hpp"
#include "report/report_tables.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace landbridge {
namespace {

std::vector<std::string> corridor_names(const Network& network, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const auto& id : ids) {
    const Corridor* corridor = network.find_corridor(id);
    names.push_back(corridor != nullptr ? corridor->name : id);
  }
  return names;
}

std::string question_of(const Network& network, const std::vector<std::string>& corridors) {
  if (corridors.empty()) return "Which hubs carry trade between China\u2019s provinces and its partners?";
  return fmt::format("Which hubs carry the {}?", fmt::join(corridor_names(network, corridors), " and the "));
}

std::string demand_in_words(const HubDemand& demand) {
  std::string who;
  if (demand.origins.empty() || demand.destinations.empty())
    who = fmt::format("{} pairs of hubs", grouped(static_cast<double>(demand.pairs.size())));
  else
    who = fmt::format("{} provinces with {} partner countries and territories{}", demand.origins.size(),
                      demand.destinations.size(),
                      demand.unit.empty() ? ", each pair alike, both directions" : ", both directions");
  if (!demand.unit.empty()) who += ": " + amount_in_words(demand.total(), demand.unit);
  return who;
}

/// But for the rounding of sums.
bool all_served(const HubRanking& hubs) {
  return hubs.total <= 0 || hubs.total - hubs.served <= 1e-9 * hubs.total;
}

std::string subject_of(const HubDemand& demand, const HubRanking& hubs, std::span<const PricedClass> classes) {
  const std::string who = demand_in_words(demand);
  if (hubs.total <= 0) return who + ". There is no demand.";
  std::vector<std::string> worth;
  for (const PricedClass& each : classes)
    worth.push_back(fmt::format("{} of it {} cargo at {:g} USD an hour", percent(each.share), each.name,
                                each.priced.model.value_of_time.value()));
  const std::string served = all_served(hubs)    ? "All"
                             : hubs.served <= 0 ? "None"
                                                : percent(hubs.served / hubs.total);
  const std::string draws =
      hubs.draws > 0 ? fmt::format(" Shares are means over {} draws of the costs.", hubs.draws) : "";
  return fmt::format("{}. Cheapest routes for one TEU, {}. {} of the demand can be served.{}", who,
                     fmt::join(worth, ", "), served, draws);
}

PageFact demand_fact(const CorridorReportOptions& options, const HubDemand& demand) {
  std::string text = options.demand_note;
  if (text.empty() && demand.unit.empty())
    text = "alike for every pair: it shows what the network does to cargo, not what is traded.";
  else if (text.empty())
    text = fmt::format("{}: {}.", demand.name, amount_in_words(demand.total(), demand.unit));
  return {"Demand", text + " A province\u2019s or country\u2019s demand is divided over its hubs."};
}

PageFact conditions_fact(const CorridorReportOptions& options) {
  return {"Conditions",
          fmt::format("{}links and services as on {}.",
                      options.conditions.empty() ? "" : fmt::format("prices and closures of {}; ", options.conditions),
                      text(options.price.date))};
}

std::vector<PageFact> page_provenance(const Provenance& provenance) {
  std::vector<PageFact> facts{{"Landbridge", provenance.version}};
  const auto add = [&](std::string term, const std::string& text) {
    if (!text.empty()) facts.push_back({std::move(term), text});
  };
  add("Data", provenance.data);
  add("Data hash", provenance.data_hash);
  add("Cost model", provenance.cost_model);
  if (provenance.quantum)
    add("Quantum of cost", fmt::format("{:g} {}", *provenance.quantum, provenance.quantum_unit));
  add("Engine", provenance.engine);
  add("Parallel links", provenance.parallel_links);
  if (provenance.seed) add("Seed", fmt::format("{}", *provenance.seed));
  return facts;
}

/// Null where the network does not hold them.
const Conditions* conditions_named(const Network& network, const std::string& name) {
  const auto found = std::ranges::find(network.conditions(), name, &Conditions::name);
  return found == network.conditions().end() ? nullptr : &*found;
}

/// The corridors that get a section, without those that the network does not have.
std::vector<std::string> sections_asked(const Network& network, const CorridorReportOptions& options) {
  if (!options.corridors.empty()) return options.corridors;
  std::vector<std::string> ids;
  for (const std::string& id : options.sections)
    if (network.find_corridor(id) != nullptr) ids.push_back(id);
  return ids;
}

void tell_reasons(std::span<const PricedClass> classes, const HubDemand& demand, const HubRanking& ranking,
                  std::size_t count, const Run& run, CorridorPage& page) {
  const Network& network = classes.front().priced.network();
  std::vector<HubId> hubs;
  for (const HubShare& row : ranking.rows)
    if (hubs.size() < count && row.handled() > 0) hubs.push_back(row.hub);
  if (hubs.empty()) return;
  const std::vector<HubReason> reasons = hub_reasons(classes, demand, hubs, run);
  for (std::size_t i = 0; i < reasons.size(); ++i)  // rows of the page begin as those of the ranking
    page.hubs[i].reason = reason_in_words(network, page.hubs[i], reasons[i], page.links);
}

/// Rankings of the trade of all classes over the whole network compare with what is observed, others do not.
std::vector<PageCorrelation> correlations(const std::vector<PricedClass>& classes, const CorridorReport& report,
                                          const CorridorReportOptions& options, const CostModel& model,
                                          const Run& run) {
  std::vector<PageCorrelation> result;
  if (!options.trade || !options.corridors.empty() || options.cargo_class != "all") return result;
  const RankingEvidence evidence{classes.front().priced.staircase, model, options.price, options.draws, classes,
                                 *options.trade, {}, {report.hubs, {}, report.passages}};
  for (const NamedCorrelation& one : ranking_correlations(evidence, options.observations, run))
    if (one.value.spearman && one.value.kendall)
      result.push_back({one.name, *one.value.spearman, *one.value.kendall, one.value.n});
  return result;
}

PageChecks page_checks(std::span<const PricedClass> classes, const HubDemand& demand,
                       const CorridorReportOptions& options, const CostModel& model, const Run& run) {
  PageChecks checks;
  const Priced& priced = classes.front().priced;
  const detail::ValidationInput input{priced.network(), options.observations, model, options.price, priced.staircase,
                                      run};
  checks.transits = page_transits(priced.network(), detail::transit_comparisons(input), 8);
  // A corridor by itself says nothing of what goes by land in the whole network, nor does one that serves nothing.
  if (options.corridors.empty()) tell_land_share(classes, demand, options.observations, run, checks);
  return checks;
}

/// Tables that not every report has: one of a former report would be taken for part of this one.
constexpr const char* tables_at_times[] = {"corridors.csv", "corridor_hubs.csv", "journeys.csv",
                                           "checks.csv",    "unserved.csv",      "sources.csv"};

/// Tables that would have no row are left out.
void add_tables(const Network& network, const CorridorReportOptions& options, CorridorReport& report) {
  const CorridorPage& page = report.page;
  const auto add = [&](bool any, const char* name, const char* what, auto&& content) {
    if (any) report.files.push_back({name, what, content()});
  };
  add(true, "hubs.csv", "all hubs: what each handles and what passes",
      [&] { return detail::hubs_csv(network, report.hubs); });
  add(true, "links.csv", "all links, one by one", [&] { return detail::links_csv(network, report.links); });
  add(true, "passages.csv", "all straits, canals and border crossings",
      [&] { return detail::passages_csv(network, report.passages); });
  add(!page.corridors.empty(), "corridors.csv", "each corridor by itself: what it carries and could serve",
      [&] { return detail::corridors_csv(page); });
  add(!page.corridors.empty(), "corridor_hubs.csv", "hubs of each corridor by itself",
      [&] { return detail::corridor_hubs_csv(page); });
  add(!page.flagships.empty() || !page.corridors.empty(), "journeys.csv",
      "flagship pairs and the ends of each corridor: ways, money, days, what the cost is made of",
      [&] { return detail::journeys_csv(page); });
  add(!page.checks.empty(), "checks.csv", "published figures beside those of the model",
      [&] { return detail::checks_csv(page); });
  add(!page.unserved_rows.empty(), "unserved.csv", "demand that is not served, and why", [&] { return detail::unserved_csv(page); });
  add(true, "assumptions.csv", "all fields of the cost model, with sources",
      [&] { return detail::assumptions_csv(page); });
  add(!options.citations.sources.empty(), "sources.csv", "all sources of the data, with licences and where they are cited",
      [&] { return detail::sources_csv(options.citations); });
}

}  // namespace

CorridorReport corridor_report(const Network& network, const CostModel& model,
                               const CorridorReportOptions& options, const Run& run) {
  PriceOptions price_options = options.price;
  if (!options.corridors.empty()) price_options.closed |= links_outside(network, options.corridors);
  const auto staircase = std::make_shared<const Staircase>(network);
  const std::vector<PricedClass> classes = price_classes(staircase, model, price_options, options.cargo_class);
  // Corridors, flagship pairs and checks are of the whole network.
  const std::vector<PricedClass> whole =
      options.corridors.empty() ? classes : price_classes(staircase, model, options.price, options.cargo_class);
  const Priced& priced = classes.front().priced;
  const HubDemand demand = options.demand ? *options.demand : default_demand(network);

  CorridorReport report;
  Rankings rankings = rank_over_draws(staircase, model, price_options, options.cargo_class, demand,
                                      {.draws = options.draws}, run);
  report.hubs = std::move(rankings.hubs);
  report.links = std::move(rankings.links);
  report.passages = std::move(rankings.passages);

  if (!(report.hubs.served > 0)) report.hubs.rows.clear();  // rows of nothing, all of one rank

  Provenance& provenance = report.provenance;
  provenance = options.provenance;
  provenance.quantum = priced.quantum.size;
  provenance.quantum_unit = priced.quantum.unit;
  provenance.engine = "search";
  provenance.parallel_links = "distinct";
  provenance.scale = "fraction";
  if (report.hubs.draws > 0) provenance.seed = run.seed;

  CorridorPage& page = report.page;
  page.question = question_of(network, options.corridors);
  page.subject = subject_of(demand, report.hubs, classes);
  page.hubs = page_hubs(network, report.hubs);
  page.links = page_links(network, report.links);
  page.passages = page_passages(network, report.passages);
  page.unserved = all_served(report.hubs) ? 0 : (report.hubs.total - report.hubs.served) / report.hubs.total;
  page.unserved_rows = page_unserved(network, demand, report.hubs.unserved);
  page.unit = demand.unit;
  page.served_amount = report.hubs.served;
  page.draws = report.hubs.draws;
  page.period = text(options.price.date) + (options.conditions.empty() ? "" : ", conditions " + options.conditions);
  tell_reasons(classes, demand, report.hubs, options.reasons, run, page);
  if (report.hubs.total > 0) {
    for (const std::string& id : sections_asked(network, options))
      page.corridors.push_back(page_corridor(id, whole, demand, options.ends, options.observations, run));
    page.flagships =
        page_flagships(network, detail::flagships(staircase, model, options.price, options.flagships, run));
    page.checks = page_checks(whole, demand, options, model, run);
    page.checks.correlations = correlations(whole, report, options, model, run);
  }
  const Conditions* const conditions = conditions_named(network, options.conditions);
  page.assumptions = assumptions_of(model, conditions);
  page.sources = page_sources(options.citations);
  page.basis = basis_of(network, model, price_options, conditions);
  page.basis.insert(page.basis.begin(), conditions_fact(options));
  page.basis.insert(page.basis.begin(), demand_fact(options, demand));
  page.provenance = page_provenance(provenance);
  page.provenance.push_back({"Day", page.period});
  if (report.hubs.draws > 0) page.provenance.push_back({"Draws", fmt::format("{}", report.hubs.draws)});
  if (!options.command.empty()) page.provenance.push_back({"Command", options.command});

  report.files = {{"report.html", "this page", ""}};
  add_tables(network, options, report);
  for (std::size_t i = 1; i < report.files.size(); ++i)
    page.files.push_back({report.files[i].name, report.files[i].what});
  report.files.front().content = corridor_page(page, coastline(), options.page);
  return report;
}

std::vector<std::string> write_report(const CorridorReport& report, const std::string& folder) {
  const std::filesystem::path path(folder.empty() ? "." : folder);
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw Error(fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
  std::vector<NamedContent> contents;
  std::vector<std::string> written;
  for (const ReportFile& file : report.files) {
    written.push_back((path / file.name).string());
    contents.push_back({written.back(), file.content});
  }
  write_files(contents);
  for (const char* const name : tables_at_times)
    if (std::ranges::find(report.files, name, &ReportFile::name) == report.files.end())
      std::filesystem::remove(path / name, error);
  if (error) throw Error(fmt::format("cannot remove a table of a former report from {}: {}", path.string(), error.message()));
  return written;
}

}  // namespace landbridge
