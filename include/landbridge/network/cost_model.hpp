// What does it cost to move, handle, clear and wait?
#pragma once

#include "landbridge/base/fields.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/network/network.hpp"

#include <span>
#include <string>
#include <string_view>
#include <tuple>

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

/// Prices, speeds and handling for one TEU of general containers. All are plain figures that may be set by
/// name
/// (`set_field`); the table below gives unit, range and meaning, `cost_model_sources()` says where each comes
/// from.
///
/// A container's visit to a place costs the time of the slower of the terminals involved once, and the money
/// of each. Ships, barges and ferries share the port's terminal; a road's end is a terminal of its own.
struct CostModel {
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

  Tariff rail_tariff{0.23};
  Tariff rail_tariff_europe{0.40};
  Tariff road_tariff{0.85};
  Tariff ferry_tariff{0.63};
  Tariff river_tariff{0.105};
  Tariff sea_tariff{0.045};

  Hours port_time{86};
  Usd port_money{150};
  Hours rail_terminal_time{24};
  Usd rail_terminal_money{50};
  Hours road_terminal_time{2};
  Usd road_terminal_money{25};

  Hours gauge_change_time{10};
  Usd gauge_change_money{224.5};
  Hours border_time{24};
  Usd border_money{91.5};

  EmissionFactor rail_emission{34.7};
  EmissionFactor road_emission{95};
  EmissionFactor ferry_emission{63};
  EmissionFactor river_emission{34};
  EmissionFactor sea_emission{19.8};

  friend bool operator==(const CostModel&, const CostModel&) = default;
};

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

/// Sets the field of that name, in the unit of its table row. Throws OptionError for an unknown name (naming
/// the nearest) and for a value out of range.
void set_field(CostModel& model, std::string_view field, double value);

/// Throws OptionError for the first field out of its range.
void check(const CostModel& model);

/// What one link costs in one direction on one gauge, without any handling.
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
  friend bool operator==(const Parts&, const Parts&) = default;
};

Parts haul(const CostModel& model, const Network& network, LinkId link, Gauge gauge);

// ------------------------------------------------------------------------------------------------ table of
// fields

template <>
struct FieldTable<CostModel> {
  static constexpr FieldRange any{0, 1e6};
  static constexpr FieldRange positive{1e-6, 1e6};
  static constexpr auto rows = std::tuple{
      Field{"value_of_time", &CostModel::value_of_time, "USD/TEU-h", any, "worth of one hour for one TEU"},
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
      Field{"sea_speed", &CostModel::sea_speed, "knots", positive, "ships under way"},
      Field{"rail_tariff", &CostModel::rail_tariff, "USD/TEU-km", positive,
            "railways other than Europe's 1435 mm"},
      Field{"rail_tariff_europe", &CostModel::rail_tariff_europe, "USD/TEU-km", positive,
            "European railways that are not 1520 mm"},
      Field{"road_tariff", &CostModel::road_tariff, "USD/TEU-km", positive,
            "roads; 0.63 would be a motorway's"},
      Field{"ferry_tariff", &CostModel::ferry_tariff, "USD/TEU-km", positive, "Caspian ferries"},
      Field{"river_tariff", &CostModel::river_tariff, "USD/TEU-km", positive, "inland waterways"},
      Field{"sea_tariff", &CostModel::sea_tariff, "USD/TEU-km", positive, "sea, both directions alike"},
      Field{"port_time", &CostModel::port_time, "h", positive,
            "a container in a port: dwell and the ship's call"},
      Field{"port_money", &CostModel::port_money, "USD/TEU", positive, "a container through a port"},
      Field{"rail_terminal_time", &CostModel::rail_terminal_time, "h", positive,
            "a container in a rail terminal"},
      Field{"rail_terminal_money", &CostModel::rail_terminal_money, "USD/TEU", positive,
            "a container through a rail terminal"},
      Field{"road_terminal_time", &CostModel::road_terminal_time, "h", positive,
            "a container on to or off a truck"},
      Field{"road_terminal_money", &CostModel::road_terminal_money, "USD/TEU", positive,
            "a container on to or off a truck"},
      Field{"gauge_change_time", &CostModel::gauge_change_time, "h", positive,
            "change of gauge where no border is crossed"},
      Field{"gauge_change_money", &CostModel::gauge_change_money, "USD/TEU", positive,
            "change of gauge where no border is crossed"},
      Field{"border_time", &CostModel::border_time, "h", positive,
            "a border, where the data record no crossing time at all"},
      Field{"border_money", &CostModel::border_money, "USD/TEU", positive,
            "a border, where the data record no clearance cost at all"},
      Field{"rail_emission", &CostModel::rail_emission, "g CO2e/t-km", any, "well to wheel"},
      Field{"road_emission", &CostModel::road_emission, "g CO2e/t-km", any,
            "well to wheel, articulated truck"},
      Field{"ferry_emission", &CostModel::ferry_emission, "g CO2e/t-km", any, "well to wheel, ro-ro ferry"},
      Field{"river_emission", &CostModel::river_emission, "g CO2e/t-km", any, "inland waterway"},
      Field{"sea_emission", &CostModel::sea_emission, "g CO2e/t-km", any, "well to wheel, container ship"},
  };
};
static_assert(table_is_complete<CostModel>);

}  // namespace landbridge
