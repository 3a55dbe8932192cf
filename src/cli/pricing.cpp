#include "cli/pricing.hpp"

#include "cli/cost_units.hpp"
#include "io/cell_forms.hpp"
#include "landbridge/analysis/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace landbridge::cli {

namespace {

constexpr std::array objectives{Objective::cost, Objective::money, Objective::time, Objective::distance,
                                Objective::co2};

Objective objective_named(const std::string& text) {
  const auto found = std::ranges::find(objectives, text, [](Objective by) { return name(by); });
  if (found == objectives.end()) throw UsageError("--by " + text + ": not an objective");
  return *found;
}

}  // namespace

void declare(Flags& flags, PricingFlags& options) {
  std::vector<std::string> words;
  for (const Objective by : objectives) words.emplace_back(name(by));
  flags.choice("--by", options.by, words,
               "what is to be least; cost is money + value of time x hours + carbon price x CO2");
  flags.option(
      "--modes", options.modes,
      "only these modes, comma-separated: rail,road,ferry,sea,river,air; all but air unless given. The road "
      "between terminals of one city is always open");
  flags.option("--avoid", options.avoid,
               "links not to be used: places, country:POL, kind:border, corridor:ID, mode:rail, "
               "passage:suez, link:KEY, comma-separated; mode:road leaves the roads between "
               "terminals of one city");
  flags.option("--open", options.open,
               "links to be used whatever their date, season and status, comma-separated: corridor:nsr, link:KEY, ...; "
               "what --avoid or the conditions close stays closed");
  flags.option("--class", options.cargo_class,
               "class of cargo: general, time-critical, or all for rankings; of routes the first class unless given");
}

void declare_ready(Flags& flags, PricingFlags& options) {
  flags.option("--ready", options.ready,
               "when the cargo is ready, \"tue 08:00\": what is loaded into a service with a timetable waits for its next "
               "departure; later boardings, and all of them unless given, wait the mean of the week");
}

PriceOptions price_options(const Inputs& inputs, const PricingFlags& options, const GlobalFlags& flags) {
  const Network& network = inputs.network;
  PriceOptions wanted = inputs.options;
  wanted.by = objective_named(options.by);
  if (!options.ready.empty()) {
    const std::optional<Departure> moment = detail::parse_departure(options.ready);
    if (!moment) throw UsageError("--ready " + options.ready + ": not a moment of the week such as \"tue 08:00\"");
    wanted.ready = moment->since_monday;
  }
  if (!options.modes.empty()) wanted.modes = resolve_modes(options.modes);
  if (!options.open.empty()) wanted.opened = resolve_links(network, options.open);
  if (!options.avoid.empty()) wanted.closed |= resolve_links(network, options.avoid);
  if (!flags.corridors.empty()) wanted.closed |= links_outside(network, flags.corridors);
  return wanted;
}

std::string cargo_class(const Inputs& inputs, const PricingFlags& options) {
  if (!options.cargo_class.empty()) return options.cargo_class;
  return inputs.model.classes.empty() ? "all" : inputs.model.classes.front().name;
}

std::vector<PricedClass> price_classes_as_asked(const Inputs& inputs, const PricingFlags& options,
                                                const GlobalFlags& flags) {
  return price_classes(std::make_shared<const Staircase>(inputs.network), inputs.model,
                       price_options(inputs, options, flags), cargo_class(inputs, options));
}

Priced price_as_asked(const Inputs& inputs, const PricingFlags& options, const GlobalFlags& flags) {
  if (options.cargo_class == "all" && inputs.model.classes.size() > 1)
    throw UsageError("--class all: a route is that of one class; name it");
  return std::move(price_classes_as_asked(inputs, options, flags).front().priced);
}

void tell_pricing(const Inputs& inputs, const PricingFlags& options, std::vector<NamedValue>& summary) {
  summary.push_back({"by", options.by});
  summary.push_back({"class", cargo_class(inputs, options)});
  if (!options.ready.empty()) summary.push_back({"ready", options.ready});
  summary.push_back({"date", text(inputs.options.date)});
  summary.push_back({"conditions", inputs.conditions.empty() ? Value() : Value(inputs.conditions)});
}

Provenance provenance_of(const Inputs& inputs, const Priced& priced) {
  Provenance provenance = inputs.provenance;
  provenance.quantum = priced.quantum.size;
  provenance.quantum_unit = priced.quantum.unit;
  provenance.engine = "search";
  provenance.parallel_links = "distinct";
  return provenance;
}

void tell_corridors(const Network& network, const PriceOptions& options, const GlobalFlags& flags,
                    std::vector<NamedValue>& summary) {
  if (flags.corridors.empty()) return;
  const LinkMask outside = links_outside(network, flags.corridors);
  std::set<Mode> modes;
  std::size_t count = 0;
  for (const LinkId id : network.links().ids()) {
    if (outside[id] || network[id].is_exchange() || !is_open(network, id, options)) continue;
    modes.insert(network[id].mode);
    ++count;
  }
  Value::List names;
  for (const Mode mode : modes) names.emplace_back(name(mode));
  summary.push_back({"corridors", flags.corridors});
  summary.push_back({"corridor_links", count});
  summary.push_back({"corridor_modes", names});
  if (!modes.contains(Mode::sea) && !modes.contains(Mode::river))
    summary.push_back(
        {"corridor_note", "the data give this corridor no leg at sea: what needs one is not served"});
}

GeoPoint point(Position position) {
  return {.longitude = position.longitude, .latitude = position.latitude};
}

GeoPoint point(const Network& network, HubId hub) {
  return point(network[network[hub].places.front()].position);
}

std::vector<Value> figures(const Parts& parts) {
  return {parts.money, parts.time, parts.distance, parts.co2};
}

std::vector<Column> figure_columns() {
  return {{.name = "money_usd", .kind = ColumnKind::number, .unit = "usd", .decimals = 0},
          {.name = "time_h", .kind = ColumnKind::number, .unit = "h", .decimals = 1},
          {.name = "distance_km", .kind = ColumnKind::number, .unit = "km", .decimals = 0},
          {.name = "co2_kg", .kind = ColumnKind::number, .unit = "kg", .decimals = 0}};
}

double cost_in_units(const Priced& priced, Cost cost) {
  return cost_in_units(priced.quantum, cost);
}

}  // namespace landbridge::cli
