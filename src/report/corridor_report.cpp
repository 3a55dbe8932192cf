#include "landbridge/report/corridor_report.hpp"

#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/report/html.hpp"
#include "landbridge/report/output_file.hpp"
#include "landbridge/report/rows.hpp"
#include "landbridge/report/write_rows.hpp"
#include "report/page_parts.hpp"

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

std::string subject_of(const HubDemand& demand, const HubRanking& hubs,
                       std::span<const PricedClass> classes, bool own_demand) {
  const std::string who =
      own_demand ? fmt::format("{} pairs of hubs", grouped(static_cast<double>(demand.pairs.size())))
                 : fmt::format(
                       "{} provinces with {} partner countries and territories, each pair alike, both "
                       "directions",
                       demand.origins.size(), demand.destinations.size());
  if (hubs.total <= 0) return who + ". There is no demand.";
  std::vector<std::string> worth;
  for (const PricedClass& each : classes)
    worth.push_back(fmt::format("{} of it {} cargo at {:g} USD an hour", percent(each.share), each.name,
                                each.priced.model.value_of_time.value()));
  const std::string served = hubs.served == hubs.total ? "All" : percent(hubs.served / hubs.total);
  return fmt::format(
      "{}. Cheapest routes for one TEU, {}. {} of the demand can be served.", who, fmt::join(worth, ", "),
      served);
}

PageFact demand_fact(const HubDemand& demand) {
  return {"Demand", fmt::format("alike for every pair: it shows what the network does to cargo, not what is "
                                "traded. A province's or country's demand is divided over its hubs. {} "
                                "partner countries, territories and provinces have no hub in the network.",
                                demand.no_hub.size())};
}

PageFact conditions_fact(const CorridorReportOptions& options) {
  return {"Conditions",
          fmt::format("{}links and services as on {}.",
                      options.conditions.empty() ? "" : fmt::format("prices and closures of {}; ", options.conditions),
                      text(options.price.date))};
}

std::vector<PageHub> page_hubs(const Network& network, const HubRanking& ranking) {
  std::vector<PageHub> hubs;
  for (const HubShare& row : ranking.rows) {
    if (row.handled() + row.through <= 0) continue;
    const Hub& hub = network[row.hub];
    hubs.push_back({row.rank, hub.slug, hub.name, country_name(network, hub.country),
                    terminals_in_words(network, row.hub), on_earth(network[hub.places.front()].position),
                    row.own, row.exchanged, row.cleared, row.through});
  }
  return hubs;
}

std::vector<PageLink> page_links(const Network& network, const LinkRanking& ranking) {
  IdMap<LinkId, double> shares(network.links().size(), 0);
  for (const LinkShare& row : ranking.rows) shares[row.link] = row.share;
  return sections_of(network, shares);
}

std::vector<PagePassage> page_passages(const Network& network, const PassageRanking& ranking) {
  std::vector<PagePassage> passages;
  for (const PassageShare& row : ranking.rows)
    if (row.share > 0) passages.push_back(passage_in_words(network, row));
  return passages;
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
  return facts;
}

std::string csv_of(std::vector<Column> columns, std::vector<Row> rows) {
  Document document;
  document.command = "report";
  document.columns = std::move(columns);
  document.rows = std::move(rows);
  return write_rows(document, Format::csv);
}

std::string hubs_csv(const Network& network, const HubRanking& ranking) {
  std::vector<Row> rows;
  for (const HubShare& row : ranking.rows) {
    const Hub& hub = network[row.hub];
    Value::List places, kinds;
    for (const PlaceId place : hub.places) {
      places.push_back(network[place].key);
      kinds.emplace_back(name(network[place].kind));
    }
    rows.push_back({{row.rank, hub.slug, places, hub.name, kinds, hub.country, row.score, row.own,
                     row.exchanged, row.cleared, row.handled(), row.through}});
  }
  return csv_of({{"rank", ColumnKind::whole},
                 {"hub"},
                 {"places", ColumnKind::list},
                 {"name"},
                 {"kind", ColumnKind::list},
                 {"country"},
                 {"score", ColumnKind::number},
                 {"own", ColumnKind::number},
                 {"exchanged", ColumnKind::number},
                 {"cleared", ColumnKind::number},
                 {"handled", ColumnKind::number},
                 {"through", ColumnKind::number}},
                std::move(rows));
}

std::string links_csv(const Network& network, const LinkRanking& ranking) {
  std::vector<Row> rows;
  for (const LinkShare& row : ranking.rows) {
    const Link& link = network[row.link];
    rows.push_back({{row.rank, link.key, network[link.from].key, network[link.to].key, name(link.mode),
                     Value::List(link.corridors), link.length, row.score, row.share}});
  }
  return csv_of({{"rank", ColumnKind::whole},
                 {"link"},
                 {"from"},
                 {"to"},
                 {"mode"},
                 {"corridors", ColumnKind::list},
                 {"distance_km", ColumnKind::number, "km"},
                 {"score", ColumnKind::number},
                 {"share", ColumnKind::number}},
                std::move(rows));
}

std::string passages_csv(const Network& network, const PassageRanking& ranking) {
  std::vector<Row> rows;
  for (const PassageShare& row : ranking.rows) {
    const PagePassage words = passage_in_words(network, row);
    Value::List links;
    for (const LinkId link : row.links) links.push_back(network[link].key);
    rows.push_back({{row.rank, row.name, words.name, words.kind, links, row.share}});
  }
  return csv_of({{"rank", ColumnKind::whole},
                 {"passage"},
                 {"name"},
                 {"kind"},
                 {"links", ColumnKind::list},
                 {"share", ColumnKind::number}},
                std::move(rows));
}

std::string assumptions_csv(const std::vector<PageAssumption>& assumptions) {
  std::vector<Row> rows;
  for (const auto& one : assumptions)
    rows.push_back({{one.name, one.value, one.unit, one.help, one.basis, one.address}});
  return csv_of({{"field"}, {"value"}, {"unit"}, {"meaning"}, {"basis"}, {"source"}}, std::move(rows));
}

}  // namespace

CorridorReport corridor_report(const Network& network, const CostModel& model,
                               const CorridorReportOptions& options, const Run& run) {
  PriceOptions price_options = options.price;
  if (!options.corridors.empty()) price_options.closed |= links_outside(network, options.corridors);
  const std::vector<PricedClass> classes = price_classes(std::make_shared<const Staircase>(network), model,
                                                         price_options, options.cargo_class);
  const Priced& priced = classes.front().priced;
  const HubDemand demand = options.demand ? *options.demand : default_demand(network);

  CorridorReport report;
  report.hubs = rank_hubs(classes, demand, {}, run);
  report.links = rank_links(classes, demand, run);
  report.passages = rank_passages(classes, demand, run);

  Provenance& provenance = report.provenance;
  provenance = options.provenance;
  provenance.quantum = priced.quantum.size;
  provenance.quantum_unit = priced.quantum.unit;
  provenance.engine = "search";
  provenance.parallel_links = "distinct";
  provenance.scale = "fraction";

  CorridorPage& page = report.page;
  page.question = question_of(network, options.corridors);
  page.subject = subject_of(demand, report.hubs, classes, options.demand.has_value());
  page.hubs = page_hubs(network, report.hubs);
  page.links = page_links(network, report.links);
  page.passages = page_passages(network, report.passages);
  page.unserved = report.hubs.total > 0 ? (report.hubs.total - report.hubs.served) / report.hubs.total : 0;
  page.assumptions = assumptions_of(model);
  page.basis = basis_of(network, model, price_options);
  page.basis.insert(page.basis.begin(), conditions_fact(options));
  if (!options.demand) page.basis.insert(page.basis.begin(), demand_fact(demand));
  page.provenance = page_provenance(provenance);

  report.files = {
      {"report.html", "this page", ""},
      {"hubs.csv", "all hubs: what each handles and what passes", hubs_csv(network, report.hubs)},
      {"links.csv", "all links, one by one", links_csv(network, report.links)},
      {"passages.csv", "all straits, canals and border crossings", passages_csv(network, report.passages)},
      {"assumptions.csv", "all fields of the cost model, with sources", assumptions_csv(page.assumptions)}};
  for (const ReportFile& file : report.files)
    if (!file.content.empty()) page.files.push_back({file.name, file.what});
  report.files.front().content = corridor_page(page, coastline(), options.page);
  return report;
}

std::vector<std::string> write_report(const CorridorReport& report, const std::string& folder) {
  const std::filesystem::path path(folder.empty() ? "." : folder);
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw Error(fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
  std::vector<std::string> written;
  for (const ReportFile& file : report.files) {
    written.push_back((path / file.name).string());
    write_file(written.back(), file.content);
  }
  return written;
}

}  // namespace landbridge
