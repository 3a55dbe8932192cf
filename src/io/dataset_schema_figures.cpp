#include "io/dataset_schema_columns.hpp"

namespace landbridge::detail {

namespace {

constexpr ColumnSchema value = every(col("value", number));
constexpr ColumnSchema unit = col("unit");
constexpr ColumnSchema period = col("period");
constexpr ColumnSchema definition = col("definition");
constexpr ColumnSchema verified = choice_of("verified", "yes;partly;no");
constexpr ColumnSchema subject_of = every(col("subject", subject));
constexpr ColumnSchema subjects = every(list("subject", subject));

constexpr ColumnSchema platform_columns[] = {every(col("id", id)),
                                             every(col("name")),
                                             col("kind", id),
                                             list("province", province),
                                             list("city", id),
                                             list("hub", hub),
                                             year_of,
                                             list("partner", subject),
                                             verified,
                                             sources,
                                             note};

constexpr ColumnSchema agreement_columns[] = {every(col("id", id)),
                                              every(list("counterpart", subject)),
                                              col("kind", id),
                                              col("year_in_force", year),
                                              col("year_signed", year),
                                              sources,
                                              note};

constexpr ColumnSchema membership_columns[] = {
    every(col("bloc", id)), every(col("country", country)), col("since_year", year), verified, sources, note};

constexpr ColumnSchema sister_columns[] = {
    every(list("region", subject)), every(list("country", subject)), amount("count"), year_of, year_basis,
    col("named_partner"),           col("since_year", year),         sources,         note};

constexpr ColumnSchema end_columns[] = {every(col("corridor", corridor)), every(col("end", subject)),
                                        col("kind", id), sources, note};

constexpr ColumnSchema train_columns[] = {
    every(col("service", id)), year_of, period, amount("trains"), amount("teu"), definition, sources, note};

constexpr ColumnSchema measure_columns[] = {
    subjects, every(col("measure")), year_of, period, value, unit, definition, sources, note};

constexpr ColumnSchema trade_columns[] = {every(list("reporter", subject)),
                                          every(list("partner", subject)),
                                          every(choice_of("flow", "exports;imports;total")),
                                          year_of,
                                          period,
                                          value,
                                          unit,
                                          definition,
                                          sources,
                                          note};

constexpr ColumnSchema margin_columns[] = {every(col("region", region)),
                                           every(choice_of("direction", "exports;imports")),
                                           every(amount("value_bn_usd")),
                                           every(choice_of("basis", "observed;estimated;scaled")),
                                           every(year_of),
                                           col("method"),
                                           sources,
                                           note};

constexpr ColumnSchema trade_share_columns[] = {every(list("province", province)),
                                                every(list("partner", subject)),
                                                every(choice_of("direction", "exports;imports;total")),
                                                needed(number_in("share", 0, 1)),
                                                every(amount("value")),
                                                unit,
                                                amount("total"),
                                                every(year_of),
                                                period,
                                                every(choice_of("use", "constraint;check")),
                                                sources,
                                                note};

constexpr ColumnSchema first_partner_columns[] = {every(col("province", province)),
                                                  every(col("partner", subject)),
                                                  every(whole_in("rank", 1, 1000)),
                                                  every(year_of),
                                                  period,
                                                  sources,
                                                  note};

constexpr ColumnSchema container_columns[] = {every(col("partner", region)),
                                              every(choice_of("direction", "exports;imports")),
                                              every(number_in("containerisable_share", 0, 1)),
                                              every(amount("usd_per_teu")),
                                              every(choice_of("basis", "estimated;median;judgement")),
                                              every(year_of),
                                              sources,
                                              col("method"),
                                              note};

constexpr ColumnSchema throughput_columns[] = {
    subjects, every(col("measure", id)), year_of, year_basis, period, value, unit, definition, sources, note};

constexpr ColumnSchema crossing_columns[] = {
    every(list("crossing", place)), every(col("measure", id)), year_of, period, value, unit, sources, note};

constexpr ColumnSchema capacity_columns[] = {subjects, every(col("measure")), value,   unit,
                                             year_of,  col("status"),         sources, note};

constexpr ColumnSchema price_columns[] = {every(choice_of("mode", modes)),
                                          list("from", subject),
                                          list("to", subject),
                                          col("class"),
                                          choice_of("direction", "headhaul;backhaul"),
                                          value,
                                          unit,
                                          amount("usd_per_teu"),
                                          year_of,
                                          year_basis,
                                          period,
                                          basis,
                                          sources,
                                          note};

constexpr ColumnSchema parameter_columns[] = {every(col("parameter")),
                                              col("mode"),
                                              col("region"),
                                              value,
                                              unit,
                                              year_of,
                                              year_basis,
                                              col("scope"),
                                              sources,
                                              note};

constexpr ColumnSchema observed_columns[] = {every(list("subject", subject)),
                                             every(col("kind")),
                                             col("direction"),
                                             value,
                                             unit,
                                             col("statistic"),
                                             year_of,
                                             year_basis,
                                             col("scope"),
                                             sources,
                                             note};

constexpr ColumnSchema time_columns[] = {every(list("from", subject)),
                                         every(list("to", subject)),
                                         every(col("mode")),
                                         every(amount("days")),
                                         amount("days_min"),
                                         amount("days_max"),
                                         year_of,
                                         year_basis,
                                         basis,
                                         sources,
                                         note};

constexpr ColumnSchema distance_columns[] = {every(choice_of("mode", modes)),
                                             every(col("from", place)),
                                             every(col("to", place)),
                                             list("via", subject),
                                             every(amount("published")),
                                             choice_of("unit", "km;nm"),
                                             amount("days"),
                                             choice_of("independent", "yes;no"),
                                             year_of,
                                             year_basis,
                                             sources,
                                             note};

constexpr ColumnSchema deflator_columns[] = {every(col("index")), every(col("year", year)), value, sources,
                                             note};

constexpr ColumnSchema basin_columns[] = {every(col("basin")), every(col("closure")),
                                          every(col("place", place)), basis, sources};

constexpr ColumnSchema market_columns[] = {every(col("market", id)), every(col("hub", hub)), basis, sources,
                                           note};

constexpr ColumnSchema ranking_columns[] = {
    every(choice_of("ranking", "origin_trains;seaport_teu;border_trains;border_tonnes;land_share_exports;land_share_imports")),
    every(list("subject", subject)), value, every(col("unit")), every(col("year", year)), basis,
    sources, note};

constexpr ColumnSchema check_columns[] = {
    every(col("entry")), col("kind"),
    every(choice_of(
        "found_as",
        "place;province;partner;corridor;platform;agreement;membership;measure;service;scenario;trade;"
        "throughput;capacity;relation;not_modelled")),
    col("key"), note};

constexpr ColumnSchema coast_columns[] = {every(whole_in("ring", 0, 1e6)), every(number_in("lon", -360, 360)),
                                          every(number_in("lat", -90, 90))};

constexpr TableSchema tables[] = {
    {"platforms", "platforms.csv", "free trade zones, expos and other places of exchange", platform_columns,
     "id"},
    {"agreements", "agreements.csv", "trade agreements of China", agreement_columns, "id"},
    {"memberships", "memberships.csv", "countries in blocs", membership_columns, "bloc;country"},
    {"sister_cities", "sister_cities.csv", "sister provinces and cities", sister_columns},
    {"corridor_ends", "corridor_ends.csv", "where the demand of a corridor begins and ends", end_columns,
     "corridor;end;kind"},
    {"service_trains", "service_trains.csv", "trains run by a service, by year", train_columns},
    {"measures", "measures.csv", "figures about provinces, partners, platforms and corridors",
     measure_columns},
    {"trade", "trade.csv", "exports and imports", trade_columns},
    {"margins", "margins.csv", "what provinces and partners trade in a year, both sides with the same sum",
     margin_columns, "region;direction"},
    {"trade_shares", "trade_shares.csv", "which part of a province's trade is with a partner, as published",
     trade_share_columns, "province;partner;direction;year;period;unit"},
    {"first_partners", "first_partners.csv", "the order of a province's partners, as published",
     first_partner_columns, "province;rank;year;period"},
    {"containers", "containers.csv",
     "which part of the trade with a partner goes in containers, and what one is worth", container_columns,
     "partner;direction"},
    {"throughput", "throughput.csv", "containers, tonnes and trains handled", throughput_columns},
    {"crossings", "crossings.csv", "traffic observed at borders", crossing_columns},
    {"capacities", "capacities.csv", "what ports, lines and borders can handle", capacity_columns},
    {"prices", "prices.csv", "freight rates observed", price_columns},
    {"parameters", "parameters.csv", "published figures behind the cost model", parameter_columns},
    {"handling_observed", "handling_observed.csv",
     "time and money in ports, terminals and at borders, as published", observed_columns},
    {"transit_times", "transit_times.csv", "days on the way, as published", time_columns},
    {"distances", "distances.csv", "lengths of whole ways, as published", distance_columns},
    {"deflators", "deflators.csv", "price indices", deflator_columns, "index;year"},
    {"basins", "basins.csv", "ports behind one strait, to check that its closure cuts them off",
     basin_columns, "basin;place"},
    {"market_ports", "market_ports.csv", "the port that stands for a market of a freight index",
     market_columns, "market"},
    {"observed_rankings", "observed_rankings.csv", "what is observed of hubs, ports and borders that rankings are held against",
     ranking_columns, "ranking;subject;unit;year"},
    {"checklist", "checklist.csv", "what the data must hold, and where they do", check_columns},
    {"coastline", "coastline.csv", "the world's coasts, for maps", coast_columns},
};

}  // namespace

const std::span<const TableSchema> figure_tables(tables);

}  // namespace landbridge::detail
