#include "landbridge/network/cost_model.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace landbridge {

namespace {

void check_range(std::string_view field, double value, FieldRange range, std::string_view unit) {
  if (!(value >= range.low && value <= range.high))
    throw OptionError(std::string(field), fmt::format("{}", value),
                      fmt::format("{} to {} {}", range.low, range.high, unit));
}

}  // namespace

std::vector<CargoClass> CostModel::default_classes() {
  return {
      {"general", 0.95, TimeValue(1.5), "judgement: all that is not time-critical"},
      {"time-critical", 0.05, TimeValue(15),
       "judgement: ten times the general value, within the 0.6-2.1 % of the cargo's worth a day of Hummels "
       "and Schaur 2013 for 17,000-60,000 USD/TEU; the share is an assumption, since land carries a few "
       "per cent of China-Europe trade by value"}};
}

CostModel for_class(const CostModel& model, std::string_view cargo_class) {
  std::vector<std::string_view> names;
  for (const CargoClass& one : model.classes) {
    names.push_back(one.name);
    if (one.name != cargo_class) continue;
    CostModel result = model;
    result.value_of_time = one.value_of_time;
    return result;
  }
  throw OptionError("class of cargo", std::string(cargo_class),
                    names.empty() ? "a class of the model, which has none"
                                  : fmt::format("one of {}", fmt::join(names, ", ")));
}

void set_field(CostModel& model, std::string_view field, double value) {
  std::vector<std::string_view> names;
  bool found = false;
  for_each_field<CostModel>([&](const auto& row) {
    names.push_back(row.name);
    if (row.name != field) return;
    found = true;
    check_range(field, value, row.range, row.unit);
    model.*row.member = std::remove_cvref_t<decltype(model.*row.member)>(value);
  });
  if (field == "value_of_time" && !model.classes.empty())
    model.classes.front().value_of_time = model.value_of_time;
  if (!found)
    throw OptionError("cost model field", std::string(field),
                      fmt::format("one of {}, ...", fmt::join(most_similar(field, names, 5), ", ")));
}

void check(const CostModel& model) {
  for_each_field<CostModel>(
      [&](const auto& row) { check_range(row.name, (model.*row.member).value(), row.range, row.unit); });
  double shares = 0;
  std::set<std::string_view> names;
  for (const CargoClass& one : model.classes) {
    if (one.name.empty() || one.name == "all" || !names.insert(one.name).second)
      throw OptionError("name of a class of cargo", one.name, "one that no other class has, not empty and not all");
    check_range(fmt::format("share of {}", one.name), one.share, {0, 1}, "of all demand");
    check_range(fmt::format("value of time of {}", one.name), one.value_of_time.value(),
                FieldTable<CostModel>::any, "USD/TEU-h");
    shares += one.share;
  }
  if (!model.classes.empty() && !(std::abs(shares - 1) <= 1e-9))
    throw OptionError("shares of the classes of cargo", fmt::format("{}", shares), "1 in all");
}

namespace {

constexpr Gauge broad{1520};
constexpr double day_factor = 24;      // hours
constexpr double mile_factor = 1.852;  // kilometres
constexpr double kilogram_factor = 1000;

using HourlySpeed = Rate<Kilometres, Hours>;
struct HaulPrice {
  HourlySpeed speed;
  Tariff tariff;
  EmissionFactor emission;
};

HourlySpeed hourly(DailySpeed speed) {
  return HourlySpeed(speed.value() / day_factor);
}
HourlySpeed hourly(ShipSpeed speed) {
  return HourlySpeed(speed.value() * mile_factor);
}

HaulPrice rail_price(const CostModel& model, const Network& network, LinkId id, Gauge gauge) {
  const Link& link = network[id];
  if (gauge == broad) return {hourly(model.rail_speed_broad), model.rail_tariff_broad, model.rail_emission};
  if (network[link.from].country == "CHN" && network[link.to].country == "CHN")
    return {hourly(model.rail_speed_china), model.rail_tariff_china, model.rail_emission};
  return {hourly(model.rail_speed_other),
          network.is_european(id) ? model.rail_tariff_europe : model.rail_tariff, model.rail_emission};
}

Tariff deep_sea_tariff(const CostModel& model, const Link& link, Direction direction) {
  if (!link.headhaul) return model.sea_tariff;
  const bool dear = *link.headhaul == direction;
  switch (link.lane) {
    case SeaLane::europe:
      return dear ? model.sea_tariff_europe_headhaul : model.sea_tariff_europe_backhaul;
    case SeaLane::pacific:
      return dear ? model.sea_tariff_pacific_headhaul : model.sea_tariff_pacific_backhaul;
    case SeaLane::none:
    case SeaLane::atlantic:
    case SeaLane::africa:
    case SeaLane::oceania:
    case SeaLane::latin_america:
      break;  // no rate of both directions is published
  }
  return model.sea_tariff;
}

HaulPrice haul_price(const CostModel& model, const Network& network, LinkId id, Direction direction,
                     Gauge gauge, ShipClass ship) {
  switch (network[id].mode) {
    case Mode::rail:
      return rail_price(model, network, id, gauge);
    case Mode::road:
      return {hourly(model.road_speed), model.road_tariff, model.road_emission};
    case Mode::ferry:
      return {hourly(model.ferry_speed), model.ferry_tariff, model.ferry_emission};
    case Mode::river:
      return {hourly(model.river_speed), model.river_tariff, model.river_emission};
    case Mode::air:
      return {hourly(model.air_speed), model.air_tariff, model.air_emission};
    case Mode::sea:
      break;
  }
  if (ship != ShipClass::deep_sea)
    return {hourly(model.feeder_speed), model.feeder_tariff, model.feeder_emission};
  return {hourly(model.sea_speed), deep_sea_tariff(model, network[id], direction), model.sea_emission};
}

Parts carried(const CostModel& model, const HaulPrice& price, Kilometres length) {
  const double grams = price.emission.value() * model.load.value() * length.value();
  return {price.tariff * length, length / price.speed, length, KgCo2(grams / kilogram_factor)};
}

/// Canals between oceans that take a toll of every ship.
bool leads_through_canal(const Link& link) {
  return std::ranges::any_of(
      link.passes, [](const std::string& passage) { return passage == "suez" || passage == "panama"; });
}

}  // namespace

Parts haul(const CostModel& model, const Network& network, LinkId link, Direction direction, Gauge gauge,
           ShipClass ship) {
  Parts parts =
      carried(model, haul_price(model, network, link, direction, gauge, ship), network[link].length);
  if (leads_through_canal(network[link])) parts += {model.canal_money, model.canal_time, {}, {}};
  return parts;
}

Parts road_haul(const CostModel& model, Kilometres length) {
  return carried(model, {hourly(model.road_speed), model.road_tariff, model.road_emission}, length);
}

}  // namespace landbridge
