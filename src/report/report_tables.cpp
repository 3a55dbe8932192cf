#include "report/report_tables.hpp"

#include "landbridge/report/rows.hpp"
#include "landbridge/report/write_rows.hpp"
#include "report/page_parts.hpp"

#include <utility>
#include <vector>

namespace landbridge::detail {

namespace {

std::string csv_of(std::vector<Column> columns, std::vector<Row> rows) {
  Document document;
  document.command = "report";
  document.columns = std::move(columns);
  document.rows = std::move(rows);
  return write_rows(document, Format::csv);
}

Column number(std::string name, std::string unit = {}) {
  return {.name = std::move(name), .kind = ColumnKind::number, .unit = std::move(unit)};
}

Column whole(std::string name) {
  return {.name = std::move(name), .kind = ColumnKind::whole};
}

/// What stands in a ranking that is a mean over draws, and is left out of one that is not.
void add_draw_columns(std::size_t draws, std::vector<Column>& columns) {
  if (draws == 0) return;
  columns.push_back(number("score_undisturbed"));
  for (const char* const name : {"rank_undisturbed", "rank_low", "rank_high"}) columns.push_back(whole(name));
  columns.push_back(number("p_top"));
}

void add_draw_cells(std::size_t draws, const OverDraws& over, Row& row) {
  if (draws == 0) return;
  for (Value value : {Value(over.score_undisturbed), Value(over.rank_undisturbed), Value(over.rank_low),
                      Value(over.rank_high), Value(over.p_top)})
    row.cells.push_back(std::move(value));
}

Value text_or_none(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

std::vector<Column> journey_columns() {
  return {{"table"},
          {"from"},
          {"to"},
          {"class"},
          number("value_of_time", "USD/TEU-h"),
          {"modes"},
          {"legs"},
          number("money_usd", "usd"),
          number("days"),
          number("distance_km", "km"),
          number("co2_kg", "kg"),
          number("cost_usd", "usd"),
          number("haul_usd", "usd"),
          number("terminals_usd", "usd"),
          number("borders_usd", "usd"),
          number("waiting_usd", "usd"),
          number("access_usd", "usd"),
          number("dearer"),
          number("break_even", "USD/TEU-h"),
          {"note"}};
}

Row journey_row(const std::string& table, const PageJourney& one, const std::optional<TimeValue>& break_even,
                const std::string& note) {
  if (!one.missing.empty()) {
    Row row{{table, one.from, one.to, one.cargo_class, one.value_of_time.value()}};
    row.cells.resize(journey_columns().size());
    row.cells.back() = one.missing;
    return row;
  }
  return {{table,
           one.from,
           one.to,
           one.cargo_class,
           one.value_of_time.value(),
           one.modes,
           text_or_none(one.legs),
           one.money,
           one.time.value() / 24,
           one.distance,
           one.co2,
           one.cost.total(),
           one.cost.haul,
           one.cost.terminals,
           one.cost.borders,
           one.cost.waiting,
           one.cost.access,
           one.dearer,
           break_even ? Value(break_even->value()) : Value(),
           text_or_none(note)}};
}

}  // namespace

std::string hubs_csv(const Network& network, const HubRanking& ranking) {
  std::vector<Column> columns{whole("rank"),
                              {"hub"},
                              {"places", ColumnKind::list},
                              {"name"},
                              {"kind", ColumnKind::list},
                              {"country"},
                              number("score"),
                              number("own"),
                              number("exchanged"),
                              number("cleared"),
                              number("handled"),
                              number("through")};
  add_draw_columns(ranking.draws, columns);
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
    add_draw_cells(ranking.draws, row.over, rows.back());
  }
  return csv_of(std::move(columns), std::move(rows));
}

std::string links_csv(const Network& network, const LinkRanking& ranking) {
  std::vector<Column> columns{whole("rank"),
                              {"link"},
                              {"from"},
                              {"to"},
                              {"mode"},
                              {"corridors", ColumnKind::list},
                              number("distance_km", "km"),
                              number("score"),
                              number("share")};
  add_draw_columns(ranking.draws, columns);
  std::vector<Row> rows;
  for (const LinkShare& row : ranking.rows) {
    const Link& link = network[row.link];
    rows.push_back({{row.rank, link.key, network[link.from].key, network[link.to].key, name(link.mode),
                     Value::List(link.corridors), link.length, row.score, row.share}});
    add_draw_cells(ranking.draws, row.over, rows.back());
  }
  return csv_of(std::move(columns), std::move(rows));
}

std::string passages_csv(const Network& network, const PassageRanking& ranking) {
  std::vector<Column> columns{whole("rank"),  {"passage"}, {"name"}, {"kind"}, {"links", ColumnKind::list},
                              number("share")};
  add_draw_columns(ranking.draws, columns);
  std::vector<Row> rows;
  for (const PassageShare& row : ranking.rows) {
    const PagePassage words = passage_in_words(network, row);
    Value::List links;
    for (const LinkId link : row.links) links.push_back(network[link].key);
    rows.push_back({{row.rank, row.name, words.name, words.kind, links, row.share}});
    add_draw_cells(ranking.draws, row.over, rows.back());
  }
  return csv_of(std::move(columns), std::move(rows));
}

std::string assumptions_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageAssumption& one : page.assumptions)
    rows.push_back({{one.name, one.value, one.unit, one.help, one.basis, one.address}});
  return csv_of({{"field"}, {"value"}, {"unit"}, {"meaning"}, {"basis"}, {"source"}}, std::move(rows));
}

std::string corridors_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageCorridor& one : page.corridors) {
    rows.push_back({{one.id, one.name, one.links, one.modes, text_or_none(one.unit), one.demand, one.served,
                     one.carried, one.carried_through, one.carried_alone, one.servable, one.origins,
                     one.destinations, one.ends_demand, one.ends_carried, one.ends_servable}});
    const PagePublished* const known = one.published.empty() ? nullptr : &one.published.front();
    for (Value value : {known != nullptr ? Value(known->value) : Value(), text_or_none(known != nullptr ? known->year : ""),
                        text_or_none(known != nullptr ? known->source : "")})
      rows.back().cells.push_back(std::move(value));
  }
  return csv_of({{"corridor"},
                 {"name"},
                 whole("links"),
                 {"modes"},
                 {"unit"},
                 number("demand"),
                 number("served"),
                 number("carried"),
                 number("carried_through"),
                 number("carried_alone"),
                 number("servable"),
                 {"origins"},
                 {"destinations"},
                 number("ends_demand"),
                 number("ends_carried"),
                 number("ends_servable"),
                 number("published_teu"),
                 {"published_year"},
                 {"published_source"}},
                std::move(rows));
}

std::string corridor_hubs_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageCorridor& corridor : page.corridors)
    for (const PageHub& hub : corridor.hubs)
      rows.push_back({{corridor.id, hub.rank, hub.slug, hub.name, hub.country, hub.own, hub.exchanged,
                       hub.cleared, hub.handled(), hub.passed}});
  return csv_of({{"corridor"},
                 whole("rank"),
                 {"hub"},
                 {"name"},
                 {"country"},
                 number("own"),
                 number("exchanged"),
                 number("cleared"),
                 number("handled"),
                 number("through")},
                std::move(rows));
}

std::string journeys_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageFlagship& pair : page.flagships)
    for (const PageJourney& one : pair.journeys)
      rows.push_back(journey_row("flagship", one, pair.break_even, pair.break_even_note));
  for (const PageCorridor& corridor : page.corridors)
    for (const PageJourney& one : corridor.journeys) rows.push_back(journey_row(corridor.id, one, {}, {}));
  return csv_of(journey_columns(), std::move(rows));
}

std::string checks_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageTransit& one : page.checks.transits)
    rows.push_back({{"days", one.from + " - " + one.to + " by " + one.mode, one.published_days,
                     one.modelled_days, "days", text_or_none(one.year), one.source}});
  if (page.checks.land_share)
    rows.push_back({{"land share", "China - EU, modelled", Value(), 100 * *page.checks.land_share, "%",
                     Value(), Value()}});
  for (const PagePublished& one : page.checks.land_published)
    rows.push_back(
        {{"land share", one.text, one.value, Value(), one.unit, text_or_none(one.year), one.source}});
  for (const PageCorrelation& one : page.checks.correlations) {
    rows.push_back(
        {{"rank correlation", one.name + ", Spearman", Value(), one.spearman, Value(), Value(), Value()}});
    rows.push_back(
        {{"rank correlation", one.name + ", Kendall", Value(), one.kendall, Value(), Value(), Value()}});
  }
  return csv_of(
      {{"table"}, {"item"}, number("published"), number("modelled"), {"unit"}, {"year"}, {"source"}},
      std::move(rows));
}

std::string unserved_csv(const CorridorPage& page) {
  std::vector<Row> rows;
  for (const PageUnserved& one : page.unserved_rows)
    rows.push_back({{one.reason, one.key, one.name, one.amount, text_or_none(page.unit)}});
  return csv_of({{"reason"}, {"key"}, {"name"}, number("amount"), {"unit"}}, std::move(rows));
}

std::string sources_csv(const Citations& citations) {
  std::vector<Row> rows;
  for (const CitedSource& one : citations.sources)
    rows.push_back(
        {{one.id, one.title, one.address, text_or_none(one.licence), Value::List(one.tables), one.rows}});
  return csv_of({{"id"}, {"title"}, {"address"}, {"licence"}, {"tables", ColumnKind::list}, whole("rows")},
                std::move(rows));
}

}  // namespace landbridge::detail
