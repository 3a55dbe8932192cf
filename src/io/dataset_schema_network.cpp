#include "io/dataset_schema_columns.hpp"

namespace landbridge::detail {

namespace {

constexpr ColumnSchema source_columns[] = {every(col("id", id)), col("title"), col("address"),
                                           col("licence"),       year_of,      year_basis,
                                           col("year_seen"),     note};

constexpr ColumnSchema province_columns[] = {every(col("id", id)),
                                             every(col("name")),
                                             col("region"),
                                             col("capital"),
                                             latitude,
                                             longitude,
                                             year_of,
                                             year_basis,
                                             choice_of("coast", "yes;no"),
                                             list("land_borders", country),
                                             sources,
                                             note};

constexpr ColumnSchema partner_columns[] = {every(col("iso3", country)),
                                            every(col("name")),
                                            col("region"),
                                            latitude,
                                            longitude,
                                            year_of,
                                            year_basis,
                                            col("bri_year", year),
                                            sources,
                                            note};

constexpr ColumnSchema corridor_columns[] = {every(col("id", id)),
                                             every(col("name")),
                                             col("kind"),
                                             col("description"),
                                             list("countries", country),
                                             list("nodes", stage),
                                             col("since_year", year),
                                             sources,
                                             note};

constexpr ColumnSchema union_columns[] = {every(col("id", id)), every(col("country", country)),
                                          col("since_year", year), sources, note};

constexpr ColumnSchema place_columns[] = {every(col("id", new_place)),
                                          col("hub", id),
                                          every(col("name")),
                                          needed(col("country", country)),
                                          col("province", province),
                                          latitude,
                                          longitude,
                                          gauges,
                                          col("role", id),
                                          basis,
                                          year_of,
                                          year_basis,
                                          sources,
                                          note};

constexpr ColumnSchema hub_columns[] = {every(col("id", id)),
                                        every(col("name")),
                                        col("country", country),
                                        col("province", province),
                                        amount("population"),
                                        col("population_year", year),
                                        year_basis,
                                        sources,
                                        note};

constexpr ColumnSchema link_columns[] = {
    every(choice_of("mode", modes)),
    choice_of("purpose", "line;exchange;hinterland"),
    every(col("from", place)),
    every(col("to", place)),
    every(amount("length_km")),
    gauges,
    list("countries", country),
    list("passes", id),
    list("corridors", corridor),
    choice_of("lane", "europe;pacific;atlantic;africa;oceania;latin-america"),
    choice_of("headhaul", "forward;backward"),
    choice_of("status", "active;seasonal;under_construction;planned"),
    col("valid_from", date),
    col("valid_to", date),
    col("season", months),
    amount("capacity"),
    col("capacity_unit"),
    col("capacity_year", year),
    basis,
    year_of,
    year_basis,
    sources,
    note};

constexpr ColumnSchema border_columns[] = {every(choice_of("mode", modes)),
                                           every(col("from", place)),
                                           every(col("to", place)),
                                           amount("time_h"),
                                           amount("clearance_usd_per_teu"),
                                           amount("gauge_change_usd_per_teu"),
                                           whole_in("from_gauge_mm", 500, 2000),
                                           whole_in("to_gauge_mm", 500, 2000),
                                           amount("capacity"),
                                           col("capacity_unit"),
                                           col("capacity_year", year),
                                           col("time_basis"),
                                           col("time_year", year),
                                           list("time_source", source),
                                           col("money_basis"),
                                           col("money_year", year),
                                           list("money_source", source),
                                           note};

constexpr ColumnSchema handling_columns[] = {
    every(col("subject", subject)),
    every(choice_of("kind",
                    "ship_call;container_terminal;river_terminal;rail_terminal;road_terminal;air_terminal;"
                    "gauge_change;ferry_wait")),
    amount("time_h"),
    amount("money_usd_per_teu"),
    basis,
    year_of,
    year_basis,
    sources,
    note};

constexpr ColumnSchema service_columns[] = {every(col("id", id)),
                                            every(col("name")),
                                            every(choice_of("mode", "rail;sea;ferry")),
                                            col("kind", id),
                                            every(list("stops", place)),
                                            list("via", place),
                                            number_in("frequency_per_week", 0.001, 10000),
                                            col("frequency_basis"),
                                            list("departures", departure),
                                            number_in("days", 0.01, 1000),
                                            col("days_year", year),
                                            col("valid_from", date),
                                            col("valid_to", date),
                                            col("operator"),
                                            list("corridors", corridor),
                                            amount("published_km"),
                                            year_of,
                                            year_basis,
                                            sources,
                                            note};

constexpr ColumnSchema access_columns[] = {every(col("region", region)),
                                           every(col("hub", hub)),
                                           amount("distance_km"),
                                           every(amount("weight")),
                                           col("weight_basis"),
                                           year_of,
                                           year_basis,
                                           sources,
                                           note};

constexpr ColumnSchema connectivity_columns[] = {every(col("subject", subject)),
                                                 every(choice_of("measure", "plsci;lsci")),
                                                 every(col("quarter", quarter)),
                                                 every(amount("value")),
                                                 sources,
                                                 note};

constexpr ColumnSchema condition_columns[] = {every(col("condition", id)),
                                              col("valid_from", date),
                                              col("valid_to", date),
                                              every(col("what", setting)),
                                              col("value", number),
                                              basis,
                                              year_of,
                                              sources,
                                              note};

constexpr TableSchema tables[] = {
    {"provinces", "provinces.csv", "provinces and other regions of China", province_columns, "id", true},
    {"partners", "partners.csv", "partner countries and territories", partner_columns, "iso3", true},
    {"corridors", "corridors.csv", "corridors by their names", corridor_columns, "id", true},
    {"customs_unions", "customs_unions.csv", "countries within which no border is cleared", union_columns,
     "country", true},
    {"places", "places.csv", "terminals, ports, airports, border stations and waypoints", place_columns, "id",
     true, true},
    {"hubs", "hubs.csv", "cities, each the hub of its places", hub_columns, "id", true},
    {"links", "links.csv", "railways, roads, ferries, sea ways, rivers and flights between places",
     link_columns, "", true, true},
    {"borders", "borders.csv", "time and money of crossing a border, each way", border_columns, "", true},
    {"handling", "handling.csv", "time and money in ports and terminals, as the model takes them",
     handling_columns, "subject;kind", true},
    {"services", "services.csv", "trains, liners and ferries that run regularly", service_columns, "id",
     true},
    {"access", "access.csv", "which hubs serve a province or country, with what share", access_columns,
     "region;hub", true},
    {"connectivity", "connectivity.csv", "UNCTAD's liner shipping connectivity of ports and countries",
     connectivity_columns, "subject;measure;quarter", true},
    {"conditions", "conditions.csv", "what was different for a time: prices, speeds, closures",
     condition_columns, "condition;what", true},
    {"sources", "sources.csv", "where the facts come from", source_columns, "id"},
};

}  // namespace

const std::span<const TableSchema> network_tables(tables);

}  // namespace landbridge::detail
