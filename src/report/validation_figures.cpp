#include "report/flagships.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

Modes modes_of(const std::string& text) {
  if (text == "rail") return {Mode::rail, Mode::ferry};
  if (text == "sea") return {Mode::sea};
  if (text == "sea-rail") return {Mode::sea, Mode::rail};
  if (text == "road") return {Mode::road, Mode::ferry};
  if (text == "rail-road") return {Mode::rail, Mode::road, Mode::ferry};
  if (text == "river") return {Mode::river};
  if (text == "air") return {Mode::air};
  return {};
}

/// Whether a way by several modes is compared with such a way.
bool uses_all(const std::string& text, const Route& route) {
  const auto used = [&](std::initializer_list<Mode> any) {
    return std::ranges::any_of(route.modes,
                               [&](Mode mode) { return std::ranges::find(any, mode) != any.end(); });
  };
  if (text == "sea-rail") return used({Mode::sea}) && used({Mode::rail});
  if (text == "rail-road") return used({Mode::rail}) && used({Mode::road});
  return true;
}

/// Loading and unloading with their waits, which published figures between terminals leave out.
Parts at_the_ends(const Route& route) {
  Parts result;
  for (const Stop& stop : route.stops)
    if (stop.loaded || stop.unloaded) result += stop.parts;
  return result;
}

/// Pricings by year, modes and objective; the same ones are asked for again and again.
class Pricings {
 public:
  explicit Pricings(const ValidationInput& input) : input_(input) {}

  const Priced& at(std::optional<int> year, const std::string& modes, Objective by) {
    YearlyPricing yearly = pricing_of_year(input_, year);
    // Published days and rates are those of through trains, also between cities whose services are not known.
    yearly.model.wagonload_border_time = Hours(0);
    const std::string key =
        fmt::format("{} {} {} {}", yearly.conditions, text(yearly.options.date), modes, static_cast<int>(by));
    const auto found = priced_.find(key);
    if (found != priced_.end()) return found->second;
    PriceOptions options = yearly.options;
    options.by = by;
    options.modes = modes_of(modes);
    return priced_.emplace(key, price(input_.staircase, yearly.model, options)).first->second;
  }

 private:
  const ValidationInput& input_;
  std::map<std::string, Priced> priced_;
};

std::string conditions_note(const ValidationInput& input, std::optional<int> year) {
  const std::string name = pricing_of_year(input, year).conditions;
  return name.empty() ? "no conditions" : "conditions " + name;
}

}  // namespace

std::vector<TransitComparison> transit_comparisons(const ValidationInput& input) {
  std::vector<TransitComparison> comparisons;
  Pricings pricings(input);
  for (const PublishedTransit& row : input.observations.transits) {
    TransitComparison one{&row, {}, {}};
    const auto from = endpoint_or_none(input.network, row.from), to = endpoint_or_none(input.network, row.to);
    if (!from || !to) {
      one.note = "an end is no hub of the network";
    } else {
      const auto found = route(pricings.at(row.year, row.mode, Objective::time), *from, *to).route;
      if (!found || found->legs.empty()) {
        one.note = "no way by these modes";
      } else if (!uses_all(row.mode, *found)) {
        one.note = "the quickest way does without one of its modes";
      } else {
        one.modelled = found->total.time - at_the_ends(*found).time;
        one.note = conditions_note(input, row.year);
      }
    }
    comparisons.push_back(std::move(one));
  }
  return comparisons;
}

ValidationTable transit_times(const ValidationInput& input) {
  ValidationTable table{"transit_times", "Do journeys take as long as published?", "h", {}, {}};
  std::map<std::string, std::vector<double>> ratios;
  for (const TransitComparison& one : transit_comparisons(input)) {
    const PublishedTransit& row = *one.published;
    const std::string item = fmt::format("{} - {} by {}", row.from, row.to, row.mode);
    const double observed = 24 * row.days;
    if (!one.modelled) {
      table.rows.push_back(left_out(item, observed, one.note, row.source));
      continue;
    }
    table.rows.push_back(compared(item, observed, one.modelled->value(), row.source));
    table.rows.back().note = one.note;
    ratios[row.mode].push_back(one.modelled->value() / observed);
  }
  for (const auto& [mode, values] : ratios)
    table.figures.push_back({fmt::format("median ratio by {}, {} rows", mode, values.size()), median(values), "",
                             mode == "rail" || mode == "sea" ? "0.85 to 1.15" : ""});
  return table;
}

ValidationTable freight_rates(const ValidationInput& input) {
  ValidationTable table{"freight_rates", "Does carriage cost as much as published?", "USD/TEU", {}, {}};
  Pricings pricings(input);
  const auto& markets = input.observations.market_ports;
  const auto place_of = [&](const std::string& name) {
    const auto market = markets.find(name);
    return endpoint_or_none(input.network, market == markets.end() ? name : market->second);
  };
  std::map<std::string, std::vector<double>> ratios;
  for (const PublishedRate& row : input.observations.rates) {
    const std::string item = fmt::format("{} - {} by {}, {}{}{}", row.from, row.to, row.mode, row.year,
                                         row.period.empty() || row.period == "full" ? "" : " ",
                                         row.period == "full" ? "" : row.period);
    const auto from = place_of(row.from), to = place_of(row.to);
    if (!from || !to || !from->region.is_none() || !to->region.is_none()) {
      table.rows.push_back(left_out(item, row.usd_per_teu, "an end is no hub, or a market of many ports", row.source));
      continue;
    }
    const auto found = route(pricings.at(row.year, row.mode, Objective::money), *from, *to).route;
    if (!found || found->legs.empty()) {
      table.rows.push_back(left_out(item, row.usd_per_teu, "no way by this mode", row.source));
      continue;
    }
    const bool without_terminals = row.basis.find("SCFI") != std::string::npos;
    const Usd money =
        found->total.money - (without_terminals ? at_the_ends(*found).money : Usd());
    ValidationRow one = compared(item, row.usd_per_teu, money.value(), row.source);
    one.note = fmt::format("{}{}{}{}", conditions_note(input, row.year), row.direction.empty() ? "" : ", ",
                           row.direction, without_terminals ? ", without terminals" : "");
    ratios[row.mode + (row.direction.empty() ? "" : " " + row.direction)].push_back(money.value() /
                                                                                 row.usd_per_teu);
    table.rows.push_back(std::move(one));
  }
  for (const auto& [lane, values] : ratios)
    table.figures.push_back({fmt::format("median ratio by {}, {} rows", lane, values.size()), median(values), "", ""});
  return table;
}

ValidationTable flagship_pairs(const ValidationInput& input) {
  ValidationTable table{"flagship_pairs", "Which way does each class go, and from which value of time by land?",
                        "USD/TEU", {}, {}};
  for (const Flagship& flagship :
       flagships(input.staircase, input.model, input.options, flagship_names().size(), input.run)) {
    const std::string pair = fmt::format("{} - {}", flagship.from, flagship.to);
    for (const FlagshipRoute& of_class : flagship.routes) {
      const std::optional<Route>& found = of_class.answer.route;
      ValidationRow row{fmt::format("{}, {}", pair, of_class.cargo_class), {}, {}, {}, {}, {}};
      if (found) {
        row.modelled = found->total.money.value();
        const Breakdown& parts = found->breakdown;
        std::string modes;
        for (const Mode mode : found->modes) modes += (modes.empty() ? "" : ", ") + std::string(name(mode));
        row.note = fmt::format(
            "{}; {:.0f} h, {:.0f} km; haul {:.0f} USD, terminals {:.0f} USD, borders {:.0f} USD; waiting "
            "{:.0f} h, worth {:.0f} USD",
            modes, found->total.time.value(), found->total.distance.value(), parts.haul.money.value(),
            parts.terminals.money.value(), parts.borders.money.value(), parts.waiting.time.value(),
            (of_class.value_of_time * parts.waiting.time).value());
      } else {
        row.note = "no route";
      }
      table.rows.push_back(std::move(row));
    }
    const BreakEven& even = flagship.even;
    ValidationRow row{fmt::format("{}, break-even value of time", pair), {}, {}, {}, {}, {}, "USD/TEU-h"};
    if (even.value_of_time) row.modelled = even.value_of_time->value();
    if (!even.value_of_time)
      row.note = even.land ? "never by land alone" : "no way by land alone";
    else if (even.value_of_time->value() == 0)
      row.note = "by land at any value";
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace landbridge::detail
