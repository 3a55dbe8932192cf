#include "cli/data/listing.hpp"
#include "landbridge/network/border_terms.hpp"
#include "landbridge/network/handling_terms.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace landbridge::cli {

namespace {

Value text(std::string_view value) {
  return value.empty() ? Value() : Value(value);
}

/// The kinds of handling that there are at a kind of place.
std::vector<HandlingKind> kinds_at(PlaceKind kind) {
  using enum HandlingKind;
  switch (kind) {
    case PlaceKind::port:
      return {ship_call, container_terminal, ferry_wait, road_terminal};
    case PlaceKind::river:
      return {river_terminal, road_terminal};
    case PlaceKind::airport:
      return {air_terminal, road_terminal};
    case PlaceKind::rail:
    case PlaceKind::border:
      return {rail_terminal, gauge_change, ferry_wait, road_terminal};
    case PlaceKind::waypoint:
      break;
  }
  return {};
}

}  // namespace

void list_border_terms(const Inputs& inputs, Document& document) {
  document.columns = {{.name = "link"},
                      {.name = "from"},
                      {.name = "to"},
                      {.name = "borders", .kind = ColumnKind::whole},
                      {.name = "time_h", .kind = ColumnKind::number, .unit = "h", .decimals = 1},
                      {.name = "time_recorded", .kind = ColumnKind::flag},
                      {.name = "clearance_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0},
                      {.name = "clearance_recorded", .kind = ColumnKind::flag},
                      {.name = "gauge_change_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0},
                      {.name = "gauge_change_recorded", .kind = ColumnKind::flag},
                      {.name = "time_basis", .in_table = false},
                      {.name = "time_source", .in_table = false},
                      {.name = "money_basis", .in_table = false},
                      {.name = "money_source", .in_table = false}};
  const Network& network = inputs.network;
  const BorderBook book(network, inputs.model);
  const BorderRecord nothing;
  for (const LinkId id : network.links().ids())
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      if (!network.is_border(id)) continue;
      const Link& link = network[id];
      const BorderTerms& terms = book.terms(id, direction);
      const BorderRecord* record = network.find_border_record(id, direction);
      const BorderRecord& known = record != nullptr ? *record : nothing;
      document.rows.push_back({{link.key, network[link.tail(direction)].key,
                                network[link.head(direction)].key, network.border_count(id), terms.time,
                                terms.time_recorded, terms.clearance_money, terms.clearance_recorded,
                                terms.gauge_change_money, terms.gauge_change_recorded, text(known.time_basis),
                                text(known.time_source), text(known.money_basis), text(known.money_source)}});
    }
}

void list_handling_terms(const Inputs& inputs, Document& document) {
  document.columns = {{.name = "place"},
                      {.name = "kind"},
                      {.name = "time_h", .kind = ColumnKind::number, .unit = "h", .decimals = 1},
                      {.name = "time_recorded", .kind = ColumnKind::flag},
                      {.name = "money_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0},
                      {.name = "money_recorded", .kind = ColumnKind::flag}};
  const Network& network = inputs.network;
  const HandlingBook book(network, inputs.model);
  for (const PlaceId id : network.places().ids())
    for (const HandlingKind kind : kinds_at(network[id].kind)) {
      const HandlingTerms& terms = book.terms(id, kind);
      document.rows.push_back({{network[id].key, name(kind), terms.time, terms.time_recorded, terms.money,
                                terms.money_recorded}});
    }
}

void list_cost_model(const Inputs& inputs, Document& document) {
  document.columns = {{.name = "field"},
                      {.name = "value", .kind = ColumnKind::number},
                      {.name = "unit"},
                      {.name = "meaning"},
                      {.name = "basis"},
                      {.name = "year"},
                      {.name = "reason", .in_table = false},
                      {.name = "source", .in_table = false}};
  const std::span<const FieldSource> sources = cost_model_sources();
  for_each_field<CostModel>([&](const auto& field) {
    const auto source = std::ranges::find(sources, std::string_view(field.name), &FieldSource::field);
    Row& row = document.rows.emplace_back();
    row.cells = {std::string_view(field.name), (inputs.model.*field.member).value(),
                 std::string_view(field.unit), std::string_view(field.help)};
    if (source == sources.end())
      row.cells.resize(document.columns.size());
    else
      row.cells.insert(row.cells.end(), {name(source->basis), text(source->year), text(source->reason),
                                         text(source->address)});
  });
}

}  // namespace landbridge::cli
