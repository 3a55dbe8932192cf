#include "landbridge/paths/shortest.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

constexpr double rail_tolerance = 6;  // per cent

std::string named(const PublishedDistance& row) {
  return fmt::format("{} - {}{}{}", row.from, row.to, row.via.empty() ? "" : " via ",
                     fmt::join(row.via, ", "));
}

/// Every active link, whatever its dates.
LinkMask active_links(const Network& network) {
  LinkMask result(network.links().size());
  for (const LinkId id : network.links().ids())
    result.set(id, network[id].status == LinkStatus::active && !network[id].is_exchange());
  return result;
}

/// The shortest way along the places in order; nothing, and the pair that fails, when there is none.
std::optional<Kilometres> length_along(const Priced& priced, const std::vector<std::string>& places,
                                       std::string& fault) {
  Kilometres total;
  for (std::size_t i = 1; i < places.size(); ++i) {
    const auto from = endpoint_or_none(priced.network(), places[i - 1]);
    const auto to = endpoint_or_none(priced.network(), places[i]);
    const auto found = from && to ? route(priced, *from, *to).route : std::nullopt;
    if (!found) {
      fault = fmt::format("no way from {} to {}", places[i - 1], places[i]);
      return std::nullopt;
    }
    total += found->total.distance;
  }
  return total;
}

/// Passages of which a way between oceans takes one; those that a row does not name are shut for it.
constexpr std::array<std::string_view, 4> alternatives{"suez", "cape_good_hope", "panama", "nsr"};

std::set<std::string> passed(const Network& network, const Route& route) {
  std::set<std::string> result;
  for (const Leg& leg : route.legs)
    for (const LinkId link : leg.links)
      result.insert(network[link].passes.begin(), network[link].passes.end());
  return result;
}

LinkMask with_passage(const Network& network, std::string_view passage, bool seasonal) {
  LinkMask result(network.links().size());
  for (const LinkId id : network.links().ids()) {
    const auto& passes = network[id].passes;
    const bool there = std::find(passes.begin(), passes.end(), passage) != passes.end();
    result.set(id, there && (!seasonal || network[id].status == LinkStatus::seasonal));
  }
  return result;
}

LinkMask seasonal_links(const Network& network) {
  LinkMask result(network.links().size());
  for (const LinkId id : network.links().ids())
    result.set(id, network[id].status == LinkStatus::seasonal && network[id].mode == Mode::sea);
  return result;
}

PriceOptions through(const Network& network, const std::vector<std::string>& via, bool by_river) {
  PriceOptions options{.by = Objective::distance, .quantum = 0.001};
  options.modes = by_river ? Modes{Mode::sea, Mode::river} : Modes{Mode::sea};
  options.closed = with_passage(network, "kiel", false);
  for (const std::string_view passage : alternatives) {
    const bool named = std::find(via.begin(), via.end(), passage) != via.end();
    if (!named && !via.empty()) options.closed |= with_passage(network, passage, false);
    if (named && passage == "nsr") options.opened = seasonal_links(network);
  }
  return options;
}

void tell_deviation(ValidationTable& table, const char* target) {
  double sum = 0, worst = 0;
  std::size_t count = 0;
  for (const ValidationRow& row : table.rows) {
    if (!row.difference_percent) continue;
    sum += std::abs(*row.difference_percent);
    worst = std::max(worst, std::abs(*row.difference_percent));
    ++count;
  }
  if (count == 0) return;
  table.figures.push_back({"mean absolute deviation", sum / static_cast<double>(count), "%", target});
  table.figures.push_back({"largest deviation", worst, "%", ""});
  table.figures.push_back({"rows compared", static_cast<double>(count), "", ""});
}

}  // namespace

ValidationTable rail_distances(const ValidationInput& input) {
  ValidationTable table{"rail_distances", "Are whole rail routes as long as published?", "km", {}, {}};
  PriceOptions options{.by = Objective::distance, .quantum = 0.001};
  options.opened = active_links(input.network);
  options.modes = {Mode::rail, Mode::ferry, Mode::road};
  const Priced priced = price(input.staircase, CostModel(), options);
  std::size_t near = 0;
  for (const PublishedDistance& row : input.observations.distances) {
    if (row.mode != "rail" || !row.independent) continue;
    std::vector<std::string> places{row.from};
    places.insert(places.end(), row.via.begin(), row.via.end());
    places.push_back(row.to);
    std::string fault;
    const std::string item = fmt::format("{} - {}", row.from, row.to);
    const auto length = length_along(priced, places, fault);
    if (!length) {
      table.rows.push_back(left_out(item, row.kilometres, fault, row.source));
      continue;
    }
    ValidationRow one = compared(item, row.kilometres, length->value(), row.source);
    one.note = row.via.empty() ? "shortest way" : fmt::format("along {} places", places.size());
    near += std::abs(*one.difference_percent) <= rail_tolerance;
    table.rows.push_back(std::move(one));
  }
  table.figures.push_back({"routes within 6 %", static_cast<double>(near), "", "14 of 17"});
  tell_deviation(table, "");
  return table;
}

ValidationTable sea_distances(const ValidationInput& input) {
  const Network& network = input.network;
  ValidationTable table{"sea_distances", "Are ways by sea as long as published?", "km", {}, {}};
  std::map<std::string, Priced> priced;  // by the passages named
  for (const PublishedDistance& row : input.observations.distances) {
    if (row.mode == "rail") continue;
    const std::string item = named(row);
    const auto from = endpoint_or_none(network, row.from), to = endpoint_or_none(network, row.to);
    if (!from || !to) {
      table.rows.push_back(left_out(item, row.kilometres, "an end is not in the network", row.source));
      continue;
    }
    const bool by_river = row.mode != "sea";
    const std::string key = fmt::format("{} {}", by_river, fmt::join(row.via, " "));
    if (!priced.contains(key))
      priced.emplace(key, price(input.staircase, CostModel(), through(network, row.via, by_river)));
    const auto found = route(priced.at(key), *from, *to).route;
    const std::set<std::string> passages = found ? passed(network, *found) : std::set<std::string>();
    const bool as_named = std::all_of(row.via.begin(), row.via.end(),
                                      [&](const std::string& passage) { return passages.contains(passage); });
    if (!found || !as_named)
      table.rows.push_back(left_out(item, row.kilometres, "no way through the passages named", row.source));
    else
      table.rows.push_back(compared(item, row.kilometres, found->total.distance.value(), row.source));
  }
  tell_deviation(table, "under 3 %");
  return table;
}

ValidationTable closures(const ValidationInput& input) {
  const Network& network = input.network;
  ValidationTable table{"closures", "Does a closed passage cut off the ports behind it, and no others?", "ports",
                        {}, {}};
  std::map<std::string, std::vector<const BasinPort*>> basins;
  for (const BasinPort& port : input.observations.basins) basins[port.basin].push_back(&port);
  const PriceOptions open{.by = Objective::distance, .quantum = 0.001, .modes = {Mode::sea}};
  const auto reached = [&](const PriceOptions& options) {
    const Priced priced = price(input.staircase, CostModel(), options);
    const CostGraph graph = searchable(priced);
    std::set<std::string> ports;
    const PlaceId hub = network.find_place("port:singapore");
    const ShortestPaths paths = shortest_paths(graph, priced.staircase->gate(hub));
    for (const PlaceId id : network.places().ids())
      if (network[id].kind == PlaceKind::port && !paths.costs[priced.staircase->gate(id)].is_closed())
        ports.insert(network[id].key);
    ports.insert(network[hub].key);
    return ports;
  };
  if (basins.empty() || network.find_place("port:singapore").is_none()) return table;
  const std::set<std::string> before = reached(open);
  for (const auto& [basin, ports] : basins) {
    PriceOptions closed = open;
    closed.closed = resolve_links(network, ports.front()->closure);
    const std::set<std::string> after = reached(closed);
    std::set<std::string> expected, cut, differing;
    for (const BasinPort* port : ports) expected.insert(port->place);
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::inserter(cut, cut.end()));
    std::set_symmetric_difference(expected.begin(), expected.end(), cut.begin(), cut.end(),
                                  std::inserter(differing, differing.end()));
    ValidationRow row = compared(fmt::format("{} without {}", basin, ports.front()->closure),
                                 static_cast<double>(expected.size()), static_cast<double>(cut.size()),
                                 ports.front()->source);
    row.note = differing.empty() ? fmt::format("exactly {}", fmt::join(cut, ", "))
                                 : fmt::format("differ: {}", fmt::join(differing, ", "));
    table.figures.push_back({basin + ": ports that differ", static_cast<double>(differing.size()), "", "0"});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace landbridge::detail
