#include "cli/pricing.hpp"

#include "landbridge/analysis/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace landbridge::cli {

namespace {

constexpr std::array objectives{Objective::cost, Objective::money, Objective::time, Objective::distance,
                                Objective::co2};

Objective objective_named(const std::string& text) {
  const auto found = std::ranges::find(objectives, text, [](Objective by) { return name(by); });
  if (found == objectives.end()) throw UsageError("--by " + text + ": not an objective");
  return *found;
}

void close(LinkMask& closed, const LinkMask& more, const Network& network) {
  for (const LinkId link : network.links().ids())
    if (more[link]) closed.set(link);
}

}  // namespace

void declare(Flags& flags, PricingFlags& options) {
  std::vector<std::string> words;
  for (const Objective by : objectives) words.emplace_back(name(by));
  flags.choice("--by", options.by, words,
               "what is to be least; cost is money + value of time x hours + carbon price x CO2");
  flags.option(
      "--modes", options.modes,
      "only these modes, comma-separated: rail,road,ferry,sea,river; all unless given. The road between a "
      "port and a railway terminal near it is always open");
  flags.option("--avoid", options.avoid,
               "links not to be used: places, country:POL, kind:border, corridor:ID, mode:rail, "
               "passage:suez, link:KEY, comma-separated; mode:road leaves the roads between ports and "
               "railway terminals");
}

Priced price_as_asked(const Inputs& inputs, const PricingFlags& options, const GlobalFlags& flags) {
  const Network& network = inputs.network;
  PriceOptions wanted;
  wanted.by = objective_named(options.by);
  if (!options.modes.empty()) wanted.modes = resolve_modes(options.modes);
  wanted.closed = LinkMask(network.links().size());
  if (!options.avoid.empty()) close(wanted.closed, resolve_links(network, options.avoid), network);
  if (!flags.corridors.empty()) close(wanted.closed, links_outside(network, flags.corridors), network);
  return price(network, inputs.model, wanted);
}

Provenance provenance_of(const Inputs& inputs, const Priced& priced) {
  Provenance provenance = inputs.provenance;
  provenance.quantum = priced.quantum.size;
  provenance.quantum_unit = priced.quantum.unit;
  provenance.engine = "search";
  provenance.parallel_links = "distinct";
  return provenance;
}

void tell_corridors(const Network& network, const GlobalFlags& flags, std::vector<NamedValue>& summary) {
  if (flags.corridors.empty()) return;
  const LinkMask outside = links_outside(network, flags.corridors);
  std::set<Mode> modes;
  std::size_t count = 0;
  for (const LinkId id : network.links().ids()) {
    if (outside[id] || network[id].exchange || network[id].status != LinkStatus::active) continue;
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
  // 67018 quanta of 0.01 are 670.18; times 0.01 they would be 670.1800000000001.
  const double quanta = static_cast<double>(cost.quanta());
  const double in_one = std::round(1 / priced.quantum.size);
  return in_one * priced.quantum.size == 1 ? quanta / in_one : quanta * priced.quantum.size;
}

}  // namespace landbridge::cli
