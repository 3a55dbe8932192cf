#include "landbridge/network/cost_model.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/similar.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr std::string_view transport_costs =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/"
    "parameters/transport_costs.csv";
constexpr std::string_view cost_sources =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/code/"
    "tables_and_figures/table_transport_cost_sources.py";
constexpr std::string_view cost_parameters =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/"
    "parameters/cost_parameters.csv";
constexpr std::string_view open_gira =
    "https://github.com/nismod/open-gira/blob/3acb87d7d7d2e4edb103c8348e189813ef8afe90/config/config.yaml";
constexpr std::string_view uk_factors =
    "https://github.com/scope3emissiontest-oss/JulesProject/tree/0c3571d4d23ab7ead2c2b2fb1bf212a6d90d2b81/"
    "defra_factors_2025_v2";
constexpr std::string_view erai =
    "https://e1-card.ru/blog/logistika/"
    "rossiya-belarus-i-kazakhstan-planiruyut-razvivat-sovmestnye-zheleznodorozhnye-gruzoperevozki";

using enum FigureBasis;
constexpr std::array sources{
    FieldSource{"value_of_time", judgement, "2016",
                "official Dutch shipper value for containers, 0.5-1.5 EUR/TEU-h, its upper end",
                "http://leobus.nl/facts-figures/"},
    FieldSource{"carbon_price", judgement, "", "no carbon price is charged unless one is set", ""},
    FieldSource{"load", sourced, "2025", "default of a routing and emissions service for full containers",
                "https://developer.searoutes.com/docs/weight-and-containers-size-and-type"},
    FieldSource{"rail_speed_broad", derived, "2015-2024",
                "fitted to 28 published China-Europe and China-Russia runs with 1.9 days of terminals; "
                "Dostyk-Brest is published at 743 km/day",
                erai},
    FieldSource{"rail_speed_china", judgement, "2017-2022",
                "Chongqing-Qinzhou trains are published at 660-820 km/day",
                "http://www.gcjswp.com/news/7016.html"},
    FieldSource{"rail_speed_other", judgement, "", "below the speed on 1520 mm; no published figure", ""},
    FieldSource{"road_speed", derived, "2015-2024",
                "median of published door-to-door road times over their distances", ""},
    FieldSource{"ferry_speed", derived, "2009-2017",
                "median of three sailings over the ferry links: Baku-Turkmenbashi 12 h, Alat-Kuryk 24 h, "
                "Baku-Aktau 20 h",
                "http://eurasia.travel/azerbaijan/transport/caspian_ferry/"},
    FieldSource{"river_speed", judgement, "",
                "about ten days for the 2,400 km from Chongqing to Shanghai, locks included", ""},
    FieldSource{"sea_speed", sourced, "2024", "reference speed of a container ship",
                "https://porteconomicsmanagement.org/pemp/contents/part1/interoceanic-passages/"
                "routing-options-shanghai-rotterdam"},
    FieldSource{"rail_tariff", sourced, "2018",
                "double track or electrified railway, median of studies (Reed and Trubetskoy 2019); single "
                "track 0.47",
                transport_costs},
    FieldSource{"rail_tariff_europe", judgement, "2017",
                "European railways cost more: Duisburg-Rotterdam is published at 0.37 USD/TEU-km (half of "
                "the FEU rate)",
                cost_sources},
    FieldSource{"road_tariff", sourced, "2018",
                "undivided highway, median of studies (Reed and Trubetskoy 2019); motorway 0.63",
                transport_costs},
    FieldSource{"ferry_tariff", judgement, "2018",
                "no Caspian tariff in dollars was found: as a truck on a motorway", transport_costs},
    FieldSource{"river_tariff", derived, "2017", "Ningbo-Chongqing 0.70 CNY/TEU-km (Sun 2017) at 6.7 CNY/USD",
                cost_sources},
    FieldSource{"sea_tariff", sourced, "2018", "between 0.04 and 0.05 as used by Reed and Trubetskoy 2019",
                transport_costs},
    FieldSource{"port_time", derived, "2022-2023",
                "72 h of container dwell and 14 h of a ship's call in China",
                "https://unctadstat.unctad.org/datacentre/dataviewer/US.PortCalls"},
    FieldSource{
        "port_money", judgement, "2019",
        "between terminal charges of China (850 CNY/TEU) and the 200 USD/TEU of Reed and Trubetskoy 2019",
        cost_parameters},
    FieldSource{"rail_terminal_time", judgement, "",
                "a day from delivery to departure; published exchange sequences take 4-6 h without waiting "
                "for the train",
                ""},
    FieldSource{"rail_terminal_money", sourced, "2024",
                "5 USD/t at 10 t/TEU, an open multimodal flow model; Reed and Trubetskoy 2019 take 25",
                open_gira},
    FieldSource{"road_terminal_time", judgement, "", "lifting and gate; a truck waits for no timetable", ""},
    FieldSource{"road_terminal_money", sourced, "2019", "road-rail transfer of Reed and Trubetskoy 2019",
                cost_parameters},
    FieldSource{"gauge_change_time", sourced, "2015",
                "processing of a container train with reloading at Brest",
                "https://en.cfts.org.ua/news/transit_of_chinese_goods_via_belarus_to_eu_increases_by_40"},
    FieldSource{"gauge_change_money", derived, "2020",
                "median of the fees at Dostyk (329) and Erenhot (120) per shipment of 20 t, taken as one TEU",
                "https://cpmm.carecprogram.org/2020-report/rail-transport"},
    FieldSource{"border_time", judgement, "2022",
                "block train between China and 1520 mm; used only where the data record no crossing time",
                "https://cpmm.carecprogram.org/?p=133"},
    FieldSource{"border_money", derived, "2022",
                "middle of China's rail border costs outbound (53) and inbound (130); used only where the "
                "data record none",
                "https://cpmm.carecprogram.org/2022-report/peoples-republic-of-china"},
    FieldSource{"rail_emission", sourced, "2025",
                "UK conversion factors, freight train; not China's or Kazakhstan's power mix", uk_factors},
    FieldSource{"road_emission", sourced, "2025", "UK conversion factors, articulated truck above 33 t",
                uk_factors},
    FieldSource{"ferry_emission", sourced, "2025", "UK conversion factors, ro-ro ferry", uk_factors},
    FieldSource{"river_emission", sourced, "2018", "German Environment Agency, average mix",
                "https://www.railfreight.com/policy/2020/01/08/"
                "rail-freight-produces-6-times-less-co2-than-truck/?gdpr=deny"},
    FieldSource{"sea_emission", sourced, "2025", "UK conversion factors, container ship, average",
                uk_factors},
};
static_assert(sources.size() == member_count<CostModel>);

std::string range_text(FieldRange range, std::string_view unit) {
  return fmt::format("{} to {} {}", range.low, range.high, unit);
}

}  // namespace

std::string_view name(FigureBasis basis) noexcept {
  switch (basis) {
    case FigureBasis::sourced:
      return "sourced";
    case FigureBasis::derived:
      return "derived";
    case FigureBasis::judgement:
      return "judgement";
  }
  return "";
}

std::span<const FieldSource> cost_model_sources() noexcept {
  return sources;
}

void set_field(CostModel& model, std::string_view field, double value) {
  std::vector<std::string_view> names;
  bool found = false;
  for_each_field<CostModel>([&](const auto& row) {
    names.push_back(row.name);
    if (row.name != field) return;
    found = true;
    if (!(value >= row.range.low && value <= row.range.high))
      throw OptionError(std::string(field), fmt::format("{}", value), range_text(row.range, row.unit));
    model.*row.member = std::remove_cvref_t<decltype(model.*row.member)>(value);
  });
  if (!found)
    throw OptionError("cost model field", std::string(field),
                      fmt::format("one of {}, ...", fmt::join(most_similar(field, names, 5), ", ")));
}

void check(const CostModel& model) {
  for_each_field<CostModel>([&](const auto& row) {
    const double value = (model.*row.member).value();
    if (!(value >= row.range.low && value <= row.range.high))
      throw OptionError(std::string(row.name), fmt::format("{}", value), range_text(row.range, row.unit));
  });
}

namespace {

constexpr std::uint16_t broad_gauge = 1520;
constexpr double day_factor = 24;      // hours
constexpr double mile_factor = 1.852;  // kilometres
constexpr double kilogram_factor = 1000;

struct HaulPrice {
  Rate<Kilometres, Hours> speed;
  Tariff tariff;
  EmissionFactor emission;
};

Rate<Kilometres, Hours> hourly(DailySpeed speed) {
  return Rate<Kilometres, Hours>(speed.value() / day_factor);
}

HaulPrice haul_price(const CostModel& model, const Network& network, LinkId id, Gauge gauge) {
  const Link& link = network[id];
  switch (link.mode) {
    case Mode::rail: {
      const bool broad = gauge.millimetres == broad_gauge;
      const bool chinese = network[link.from].country == "CHN" && network[link.to].country == "CHN";
      const DailySpeed speed = broad     ? model.rail_speed_broad
                               : chinese ? model.rail_speed_china
                                         : model.rail_speed_other;
      const bool european = !broad && network.is_european(id);
      return {hourly(speed), european ? model.rail_tariff_europe : model.rail_tariff, model.rail_emission};
    }
    case Mode::road:
      return {hourly(model.road_speed), model.road_tariff, model.road_emission};
    case Mode::ferry:
      return {hourly(model.ferry_speed), model.ferry_tariff, model.ferry_emission};
    case Mode::river:
      return {hourly(model.river_speed), model.river_tariff, model.river_emission};
    case Mode::sea:
      break;
  }
  return {Rate<Kilometres, Hours>(model.sea_speed.value() * mile_factor), model.sea_tariff,
          model.sea_emission};
}

}  // namespace

Parts haul(const CostModel& model, const Network& network, LinkId link, Gauge gauge) {
  const HaulPrice price = haul_price(model, network, link, gauge);
  const Kilometres length = network[link].length;
  const double grams = price.emission.value() * model.load.value() * length.value();
  return {price.tariff * length, length / price.speed, length, KgCo2(grams / kilogram_factor)};
}

}  // namespace landbridge
