// What does it cost to move, handle, clear and wait?
#pragma once

#include "landbridge/base/fields.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/network/network.hpp"

#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace landbridge {

namespace dimension {
struct Days {
  static constexpr std::string_view unit = "day";
};
struct NauticalMiles {
  static constexpr std::string_view unit = "nmi";
};
struct Grams {
  static constexpr std::string_view unit = "g CO2e";
};
struct Haulage {
  static constexpr std::string_view unit = "t-km";
};
}  // namespace dimension

/// One TEU is what everything is counted for, so a tariff per TEU-km is money per kilometre.
using Tariff = Rate<Usd, Kilometres>;
using TimeValue = Rate<Usd, Hours>;
using CarbonPrice = Rate<Usd, Tonnes>;
using Load = Rate<Tonnes, Teu>;
using DailySpeed = Rate<Kilometres, Quantity<dimension::Days>>;
using ShipSpeed = Rate<Quantity<dimension::NauticalMiles>, Hours>;
using EmissionFactor = Rate<Quantity<dimension::Grams>, Quantity<dimension::Haulage>>;
/// Standard deviation of a cost over its mean: how far the cost of one item lies from what the model takes.
using Spread = Rate<Usd, Usd>;

/// A kind of cargo that is routed for itself.
struct CargoClass {
  std::string name;         ///< general
  double share = 0;         ///< of all demand, 0 .. 1
  TimeValue value_of_time;  ///< worth of one hour for one TEU
  std::string basis = {};

  friend bool operator==(const CargoClass&, const CargoClass&) = default;
};

/// Prices, speeds, handling and waiting for one TEU. All but the classes are plain figures that may be set by
/// name (`set_field`); the table below gives unit, range and meaning, `cost_model_sources()` says where each
/// comes from. Figures of places, countries, borders and services in the data set go before those of the
/// model, which hold where the data are silent altogether. The spreads are of draws of the costs alone
/// (network/cost_draw.hpp): no undisturbed cost depends on them.
///
/// Money is in US dollars of `price_year`: figures of other years are brought to it by the US consumer price
/// index (data/deflators.csv), freight rates at sea are of that year. A container's visit to a place takes
/// the time of the slower of the terminals involved once, the wait for what it leaves by, and the money of
/// each terminal. Deep-sea ships, feeders, barges and ferries share a port's terminal; a road's end is a
/// terminal of its own. Speeds of trains include their stops on the way but not borders.
struct CostModel {
  static constexpr int price_year = 2023;

  TimeValue value_of_time{1.5};
  CarbonPrice carbon_price{0};
  Load load{10};

  DailySpeed rail_speed_broad{745};
  DailySpeed rail_speed_china{800};
  DailySpeed rail_speed_other{600};
  DailySpeed road_speed{529};
  DailySpeed ferry_speed{571};
  DailySpeed river_speed{240};
  ShipSpeed sea_speed{16};
  ShipSpeed feeder_speed{14};
  DailySpeed air_speed{19200};

  Tariff rail_tariff{0.279};
  Tariff rail_tariff_china{0.296};
  Tariff rail_tariff_broad{0.279};
  Tariff rail_tariff_europe{0.466};
  Tariff road_tariff{1.03};
  Tariff ferry_tariff{0.764};
  Tariff river_tariff{0.129};
  Tariff sea_tariff{0.045};
  Tariff sea_tariff_europe_headhaul{0.0441};
  Tariff sea_tariff_europe_backhaul{0.0199};
  Tariff sea_tariff_pacific_headhaul{0.0943};
  Tariff sea_tariff_pacific_backhaul{0.0121};
  Tariff feeder_tariff{0.09};
  Tariff air_tariff{2.8};

  Hours port_dwell{72};
  Hours ship_call_time{17};
  Usd port_money{120};
  Hours rail_terminal_time{5};
  Usd rail_terminal_money{48.6};
  Hours road_terminal_time{2};
  Usd road_terminal_money{29.8};
  Hours river_terminal_time{14};
  Usd river_terminal_money{120};
  Hours air_terminal_time{12};
  Usd air_terminal_money{200};

  Hours rail_headway{24};
  Hours deep_sea_headway{168};
  Hours feeder_headway{168};
  Hours river_headway{48};
  Hours ferry_headway{24};
  Hours air_headway{24};

  Hours gauge_change_time{10};
  Usd gauge_change_money{264};
  Hours border_time{24};
  Usd border_money{95.3};
  Hours wagonload_border_time{60.1};
  Hours canal_time{14};
  Usd canal_money{91.5};

  EmissionFactor rail_emission{34.7};
  EmissionFactor road_emission{95};
  EmissionFactor ferry_emission{63};
  EmissionFactor river_emission{34};
  EmissionFactor sea_emission{15.5};
  EmissionFactor feeder_emission{39.9};
  EmissionFactor air_emission{666};

  Spread rail_spread{0.23};
  Spread road_spread{0.33};
  Spread ferry_spread{0.33};
  Spread river_spread{0.23};
  Spread sea_spread{0.18};
  Spread feeder_spread{0.36};
  Spread air_spread{0.33};
  Spread terminal_spread{0.12};
  Spread border_spread{0.37};
  Spread waiting_spread{0.54};

  std::vector<CargoClass> classes = default_classes();

  static std::vector<CargoClass> default_classes();
  friend bool operator==(const CostModel&, const CostModel&) = default;
};

/// The model as one class of cargo sees it: its value of time in use. OptionError for an unknown name, naming
/// those there are.
CostModel for_class(const CostModel& model, std::string_view cargo_class);

/// The lowest and highest published factor of a mode, between which the one in use lies. Deep-sea ships and
/// feeders have a range each; elsewhere `ship` is none.
struct EmissionRange {
  Mode mode;
  ShipClass ship;
  EmissionFactor low;
  EmissionFactor high;
  std::string_view source;
};
std::span<const EmissionRange> emission_ranges() noexcept;

enum class FigureBasis { sourced, derived, judgement };

/// "sourced", "derived", "judgement".
std::string_view name(FigureBasis basis) noexcept;

/// Where the default of one field comes from.
struct FieldSource {
  std::string_view field;
  FigureBasis basis;
  std::string_view year;
  std::string_view reason;
  std::string_view address;  ///< empty for a judgement without one
};

/// One entry for each field, in the order of the table.
std::span<const FieldSource> cost_model_sources() noexcept;

/// Sets the field of that name, in the unit of its table row; `value_of_time` is also that of the first class, the
/// general one. Throws OptionError for an unknown name (naming
/// the nearest) and for a value out of range.
void set_field(CostModel& model, std::string_view field, double value);

/// Throws OptionError for the first field out of its range.
void check(const CostModel& model);

/// What one move takes for one TEU.
struct Parts {
  Usd money;
  Hours time;
  Kilometres distance;
  KgCo2 co2;

  Parts& operator+=(const Parts& other) {
    money += other.money, time += other.time, distance += other.distance, co2 += other.co2;
    return *this;
  }
  friend Parts operator+(Parts a, const Parts& b) { return a += b; }
  friend Parts operator*(double factor, const Parts& parts) {
    return {factor * parts.money, factor * parts.time, factor * parts.distance, factor * parts.co2};
  }
  friend bool operator==(const Parts&, const Parts&) = default;
};

/// What one link takes in one direction on one vehicle, without any handling.
Parts haul(const CostModel& model, const Network& network, LinkId link, Direction direction, Gauge gauge,
           ShipClass ship);

/// What a truck takes for that length: the road between a region and a hub.
Parts road_haul(const CostModel& model, Kilometres length);

// ------------------------------------------------------------------------------------------------ table of
// fields

template <>
struct FieldTable<CostModel> {
  static constexpr std::size_t others = 1;  // classes
  static constexpr FieldRange any{0, 1e6};
  static constexpr FieldRange positive{1e-6, 1e6};
  static constexpr FieldRange spread{0, 2};
  static constexpr auto rows = std::tuple{
      Field{"value_of_time", &CostModel::value_of_time, "USD/TEU-h", any,
            "worth of one hour for one TEU; a class of cargo puts its own in its place"},
      Field{"carbon_price", &CostModel::carbon_price, "USD/t CO2e", any,
            "added to cost for each tonne of CO2e"},
      Field{"load", &CostModel::load, "t/TEU", positive, "cargo in one TEU, for emissions"},
      Field{"rail_speed_broad", &CostModel::rail_speed_broad, "km/day", positive,
            "trains on 1520 mm, stops on the way included"},
      Field{"rail_speed_china", &CostModel::rail_speed_china, "km/day", positive, "trains within China"},
      Field{"rail_speed_other", &CostModel::rail_speed_other, "km/day", positive,
            "trains elsewhere: Europe, South-East Asia, Turkey, Iran"},
      Field{"road_speed", &CostModel::road_speed, "km/day", positive, "trucks, rest included"},
      Field{"ferry_speed", &CostModel::ferry_speed, "km/day", positive, "Caspian ferries under way"},
      Field{"river_speed", &CostModel::river_speed, "km/day", positive, "barges, locks included"},
      Field{"sea_speed", &CostModel::sea_speed, "knots", positive, "deep-sea ships under way"},
      Field{"feeder_speed", &CostModel::feeder_speed, "knots", positive, "feeders under way"},
      Field{"air_speed", &CostModel::air_speed, "km/day", positive, "freighters in the air"},
      Field{"rail_tariff", &CostModel::rail_tariff, "USD/TEU-km", positive,
            "railways elsewhere: South-East Asia, Turkey, Iran, across China's border"},
      Field{"rail_tariff_china", &CostModel::rail_tariff_china, "USD/TEU-km", positive,
            "railways with both ends in China"},
      Field{"rail_tariff_broad", &CostModel::rail_tariff_broad, "USD/TEU-km", positive,
            "railways of 1520 mm"},
      Field{"rail_tariff_europe", &CostModel::rail_tariff_europe, "USD/TEU-km", positive,
            "European railways that are not 1520 mm"},
      Field{"road_tariff", &CostModel::road_tariff, "USD/TEU-km", positive,
            "roads, those to and from hubs included; 0.764 would be a motorway's"},
      Field{"ferry_tariff", &CostModel::ferry_tariff, "USD/TEU-km", positive, "Caspian ferries"},
      Field{"river_tariff", &CostModel::river_tariff, "USD/TEU-km", positive, "inland waterways"},
      Field{"sea_tariff", &CostModel::sea_tariff, "USD/TEU-km", positive,
            "deep sea, where no lane with its own prices is sailed"},
      Field{"sea_tariff_europe_headhaul", &CostModel::sea_tariff_europe_headhaul, "USD/TEU-km", positive,
            "deep sea, East Asia to Europe"},
      Field{"sea_tariff_europe_backhaul", &CostModel::sea_tariff_europe_backhaul, "USD/TEU-km", positive,
            "deep sea, Europe to East Asia"},
      Field{"sea_tariff_pacific_headhaul", &CostModel::sea_tariff_pacific_headhaul, "USD/TEU-km", positive,
            "deep sea, East Asia to North America"},
      Field{"sea_tariff_pacific_backhaul", &CostModel::sea_tariff_pacific_backhaul, "USD/TEU-km", positive,
            "deep sea, North America to East Asia"},
      Field{"feeder_tariff", &CostModel::feeder_tariff, "USD/TEU-km", positive,
            "feeders, in every sea and both directions"},
      Field{"air_tariff", &CostModel::air_tariff, "USD/TEU-km", positive, "freighters"},
      Field{"port_dwell", &CostModel::port_dwell, "h", positive,
            "a container's stay in a seaport's yard, the wait for the ship included, where the data record none"},
      Field{"ship_call_time", &CostModel::ship_call_time, "h", positive,
            "a container ship's call, where the data record none at all"},
      Field{"port_money", &CostModel::port_money, "USD/TEU", positive,
            "a container through a seaport, where the data record none at all"},
      Field{"rail_terminal_time", &CostModel::rail_terminal_time, "h", positive,
            "a container in a rail terminal, without waiting for the train"},
      Field{"rail_terminal_money", &CostModel::rail_terminal_money, "USD/TEU", positive,
            "a container through a rail terminal"},
      Field{"road_terminal_time", &CostModel::road_terminal_time, "h", positive,
            "a container on to or off a truck"},
      Field{"road_terminal_money", &CostModel::road_terminal_money, "USD/TEU", positive,
            "a container on to or off a truck"},
      Field{"river_terminal_time", &CostModel::river_terminal_time, "h", positive,
            "a container in a river port, without waiting for the barge"},
      Field{"river_terminal_money", &CostModel::river_terminal_money, "USD/TEU", positive,
            "a container through a river port"},
      Field{"air_terminal_time", &CostModel::air_terminal_time, "h", positive,
            "cargo in an airport, without waiting for the flight"},
      Field{"air_terminal_money", &CostModel::air_terminal_money, "USD/TEU", positive,
            "cargo through an airport"},
      Field{"rail_headway", &CostModel::rail_headway, "h", positive,
            "between two trains, where no service's frequency is known"},
      Field{"deep_sea_headway", &CostModel::deep_sea_headway, "h", positive,
            "between two deep-sea ships of a lane, where no liner's frequency is known"},
      Field{"feeder_headway", &CostModel::feeder_headway, "h", positive,
            "between two feeders, where no feeder service's frequency is known"},
      Field{"river_headway", &CostModel::river_headway, "h", positive,
            "between two barges, where no barge service's frequency is known"},
      Field{"ferry_headway", &CostModel::ferry_headway, "h", positive,
            "between two ferries, where nothing is known of ferries"},
      Field{"air_headway", &CostModel::air_headway, "h", positive,
            "between two flights, where no air service's frequency is known"},
      Field{"gauge_change_time", &CostModel::gauge_change_time, "h", positive,
            "change of gauge where no border is crossed"},
      Field{"gauge_change_money", &CostModel::gauge_change_money, "USD/TEU", positive,
            "change of gauge, where the data record none at all"},
      Field{"border_time", &CostModel::border_time, "h", positive,
            "a border, where the data record no crossing time at all"},
      Field{"border_money", &CostModel::border_money, "USD/TEU", positive,
            "a border, where the data record no clearance cost at all"},
      Field{"wagonload_border_time", &CostModel::wagonload_border_time, "h", any,
            "what cars of ordinary trains take at a border with a change of gauge beyond a through train of a "
            "service"},
      Field{"canal_time", &CostModel::canal_time, "h", positive, "a ship through the Suez or Panama Canal"},
      Field{"canal_money", &CostModel::canal_money, "USD/TEU", positive, "toll of the Suez or Panama Canal"},
      Field{"rail_emission", &CostModel::rail_emission, "g CO2e/t-km", any, "well to wheel"},
      Field{"road_emission", &CostModel::road_emission, "g CO2e/t-km", any,
            "well to wheel, articulated truck"},
      Field{"ferry_emission", &CostModel::ferry_emission, "g CO2e/t-km", any, "well to wheel, ro-ro ferry"},
      Field{"river_emission", &CostModel::river_emission, "g CO2e/t-km", any, "inland waterway"},
      Field{"sea_emission", &CostModel::sea_emission, "g CO2e/t-km", any,
            "well to wheel, deep-sea container ship"},
      Field{"feeder_emission", &CostModel::feeder_emission, "g CO2e/t-km", any,
            "well to wheel, small container ship"},
      Field{"air_emission", &CostModel::air_emission, "g CO2e/t-km", any,
            "well to wheel, freighter, without effects at height other than CO2"},
      Field{"rail_spread", &CostModel::rail_spread, "sd/mean", spread,
            "of what one railway link takes, in draws of the costs"},
      Field{"road_spread", &CostModel::road_spread, "sd/mean", spread,
            "of what one road takes, those to and from hubs included, in draws of the costs"},
      Field{"ferry_spread", &CostModel::ferry_spread, "sd/mean", spread,
            "of what one ferry link takes, in draws of the costs"},
      Field{"river_spread", &CostModel::river_spread, "sd/mean", spread,
            "of what one link of a waterway takes, in draws of the costs"},
      Field{"sea_spread", &CostModel::sea_spread, "sd/mean", spread,
            "of what one sea link takes on a deep-sea ship, in draws of the costs"},
      Field{"feeder_spread", &CostModel::feeder_spread, "sd/mean", spread,
            "of what one sea link takes on a feeder, in draws of the costs"},
      Field{"air_spread", &CostModel::air_spread, "sd/mean", spread,
            "of what one flight takes, in draws of the costs"},
      Field{"terminal_spread", &CostModel::terminal_spread, "sd/mean", spread,
            "of one kind of handling at one place, a change of gauge away from borders included, in draws of the costs"},
      Field{"border_spread", &CostModel::border_spread, "sd/mean", spread,
            "of one border in one direction, its change of gauge included, in draws of the costs"},
      Field{"waiting_spread", &CostModel::waiting_spread, "sd/mean", spread,
            "of the wait for one kind of departure or service at one place, and of the stay in a seaport's yard, "
            "in draws of the costs"},
  };
};
static_assert(table_is_complete<CostModel>);

}  // namespace landbridge
