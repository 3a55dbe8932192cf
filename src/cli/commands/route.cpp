#include "cli/commands/all.hpp"
#include "cli/measure.hpp"
#include "cli/pricing.hpp"
#include "landbridge/analysis/break_even.hpp"
#include "landbridge/analysis/routes.hpp"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace landbridge::cli {

namespace {

struct Options {
  std::string from;
  std::string to;
  std::string legs = "run";
  bool break_even = false;
  PricingFlags pricing;
};

Value::List what_happens(const Stop& stop) {
  Value::List words;
  const auto add = [&](bool happens, const char* what) {
    if (happens) words.emplace_back(what);
  };
  add(stop.loaded, "loading");
  add(stop.border_cleared, "border");
  add(stop.gauge_changed, "gauge change");
  add(stop.mode_changed, "transfer");
  add(stop.vehicle_changed, "change");
  add(stop.unloaded, "unloading");
  return words;
}

/// What money and hours are made of.
constexpr std::array<std::pair<std::string_view, Parts Breakdown::*>, 5> breakdown_parts{
    {{"access", &Breakdown::access},
     {"haul", &Breakdown::haul},
     {"terminals", &Breakdown::terminals},
     {"borders", &Breakdown::borders},
     {"waiting", &Breakdown::waiting}}};

std::vector<Column> columns() {
  std::vector<Column> legs{{.name = "from"},
                           {.name = "to"},
                           {.name = "mode"},
                           {.name = "link", .in_table = false},
                           {.name = "service"},
                           {.name = "ship"}};
  for (Column column : {figure_columns()[2], figure_columns()[1], figure_columns()[0], figure_columns()[3]})
    legs.push_back(std::move(column));
  legs.push_back({.name = "handling", .kind = ColumnKind::list});
  legs.push_back({.name = "handling_h", .kind = ColumnKind::number, .unit = "h", .decimals = 1});
  legs.push_back({.name = "handling_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0});
  std::vector<Column> all{{.name = "rank", .kind = ColumnKind::whole},
                          {.name = "cost", .kind = ColumnKind::number, .decimals = 2}};
  for (Column& column : figure_columns()) all.push_back(std::move(column));
  all.push_back({.name = "modes", .kind = ColumnKind::list});
  all.push_back({.name = "transfers", .kind = ColumnKind::whole});
  all.push_back({.name = "gauge_changes", .kind = ColumnKind::whole});
  all.push_back({.name = "borders", .kind = ColumnKind::whole});
  for (const auto& [part, member] : breakdown_parts) {
    all.push_back({.name = fmt::format("{}_usd", part), .kind = ColumnKind::number, .unit = "usd", .decimals = 0});
    all.push_back({.name = fmt::format("{}_h", part), .kind = ColumnKind::number, .unit = "h", .decimals = 1});
  }
  all.push_back({.name = "co2_low_kg", .kind = ColumnKind::number, .unit = "kg", .decimals = 0});
  all.push_back({.name = "co2_high_kg", .kind = ColumnKind::number, .unit = "kg", .decimals = 0});
  all.push_back({.name = "loading_h", .kind = ColumnKind::number, .unit = "h", .decimals = 1});
  all.push_back({.name = "loading_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0});
  all.push_back(
      {.name = "legs", .kind = ColumnKind::records, .columns = std::move(legs), .record_prefix = "leg_"});
  all.push_back({.name = "places", .kind = ColumnKind::list, .in_table = false});
  return all;
}

Value leg_links(const Network& network, const Leg& leg) {
  std::string keys;
  for (const LinkId link : leg.links) keys += (keys.empty() ? "" : ";") + network[link].key;
  return keys;
}

/// Each leg with what happens at its end; a leg within a run ends without handling.
Value::Records legs_of(const Network& network, const Route& route) {
  Value::Records records;
  std::size_t next_stop = 1;  // the first is the loading
  for (const Leg& leg : route.legs) {
    Record record{network[leg.from].key,
                  network[leg.to].key,
                  name(leg.vehicle.mode),
                  leg_links(network, leg),
                  leg.vehicle.service.is_none() ? Value() : Value(network[leg.vehicle.service].id),
                  leg.vehicle.ship == ShipClass::none ? Value() : Value(name(leg.vehicle.ship)),
                  leg.parts.distance,
                  leg.parts.time,
                  leg.parts.money,
                  leg.parts.co2};
    const bool handled = next_stop < route.stops.size() && route.stops[next_stop].place == leg.to;
    const Stop* const stop = handled ? &route.stops[next_stop++] : nullptr;
    record.push_back(stop != nullptr ? Value(what_happens(*stop)) : Value());
    record.push_back(stop != nullptr ? Value(stop->parts.time) : Value());
    record.push_back(stop != nullptr ? Value(stop->parts.money) : Value());
    records.push_back(std::move(record));
  }
  return records;
}

Row row_of(const Priced& priced, const Route& route) {
  const Network& network = priced.network();
  Value::List modes, places;
  for (const Mode mode : route.modes) modes.emplace_back(name(mode));
  for (const PlaceId place : route.places) places.push_back(network[place].key);
  Row row{{1, cost_in_units(priced, route.cost)}};
  for (Value& value : figures(route.total)) row.cells.push_back(std::move(value));
  row.cells.insert(row.cells.end(), {modes, route.transfers, route.gauge_changes, route.borders});
  for (const auto& [part, member] : breakdown_parts) {
    row.cells.emplace_back((route.breakdown.*member).money);
    row.cells.emplace_back((route.breakdown.*member).time);
  }
  row.cells.insert(row.cells.end(), {route.co2_low, route.co2_high});
  const Parts loading = route.stops.empty() ? Parts{} : route.stops.front().parts;
  row.cells.insert(row.cells.end(), {loading.time, loading.money, legs_of(network, route), places});
  // The line follows every link, waypoints included.
  if (route.places.empty()) return row;
  PlaceId at = route.legs.empty() ? route.places.front() : route.legs.front().from;
  row.points.push_back(point(network[at].position));
  for (const Leg& leg : route.legs)
    for (const LinkId id : leg.links) {
      at = network[id].from == at ? network[id].to : network[id].from;
      row.points.push_back(point(network[at].position));
    }
  return row;
}

void tell_break_even(const Inputs& inputs, const Priced& priced, const Endpoint& from, const Endpoint& to,
                     std::vector<NamedValue>& summary) {
  const BreakEven found = break_even(priced.staircase, inputs.model, priced.options, from, to);
  summary.push_back({"break_even_value_of_time", found.value_of_time ? Value(found.value_of_time->value()) : Value()});
  summary.push_back({"break_even_unit", "USD/TEU-h, from which the best way is by land alone"});
  const auto tell = [&](const std::string& which, const std::optional<Route>& route) {
    summary.push_back({which + "_usd", route ? Value(route->total.money) : Value()});
    summary.push_back({which + "_h", route ? Value(route->total.time) : Value()});
  };
  tell("by_land", found.land);
  tell("by_water", found.water);
}

Answer answer(const Options& options, const Context& context) {
  Stopwatch watch;
  const Inputs inputs = read_inputs(context.flags);
  const double loaded = watch.lap();
  const Priced priced = price_as_asked(inputs, options.pricing, context.flags);
  const double prepared = watch.lap();
  const Endpoint from = resolve_endpoint(inputs.network, options.from);
  const Endpoint to = resolve_endpoint(inputs.network, options.to);
  const LegGrain grain = options.legs == "link" ? LegGrain::link : LegGrain::run;
  const RouteAnswer found = landbridge::route(priced, from, to, {.legs = grain});
  Document document;
  document.command = "route";
  document.provenance = provenance_of(inputs, priced);
  document.summary = {{"resolved_from", from.key},
                      {"resolved_to", to.key},
                      {"unit", std::string(unit(priced.options.by)) + "/TEU"},
                      {"routes", found.route ? 1 : 0}};
  tell_pricing(inputs, options.pricing, document.summary);
  tell_corridors(inputs.network, priced.options, context.flags, document.summary);
  if (options.break_even) tell_break_even(inputs, priced, from, to, document.summary);
  document.columns = columns();
  document.has_points = true;
  if (found.route)
    document.rows.push_back(row_of(priced, *found.route));
  else
    document.summary.push_back({"reason", found.reason});
  document.run = run_figures({loaded, prepared, watch.lap()}, 1);
  return {std::move(document)};
}

}  // namespace

Command route_command() {
  return make_command<Options>(
      {.name = "route", .help = "The best route for one TEU, with what each leg takes"},
      [](Flags& flags, Options& options) {
        flags.positional("FROM", options.from,
                         "where it begins: a hub (chongqing), a place (rail:chongqing), province:gansu, "
                         "country:POL");
        flags.positional("TO", options.to, "where it ends");
        declare(flags, options.pricing);
        declare_ready(flags, options.pricing);
        flags.choice("--legs", options.legs, {"run", "link"},
                     "one leg from handling to handling, or one for each link");
        flags.flag("--break-even", options.break_even,
                   "also the value of time from which the best way is by land alone");
      },
      answer);
}

}  // namespace landbridge::cli
