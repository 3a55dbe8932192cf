// What must hold of the default data whatever the prices: nothing unknown is a gift, nothing that is not
// there is used, every figure has a source. Weights of accesses and the model's totals at borders are held by
// others.
#include "landbridge/io/dataset.hpp"
#include "landbridge/network/border_terms.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/network/waiting.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Network& network() {
  static const Network loaded = load_default_network();
  return loaded;
}

Date day(std::string_view text) {
  return *parse_date(text);
}

template <class Figure>
void keep_least(std::map<Mode, Figure>& least, Mode mode, const std::optional<Figure>& figure) {
  if (!figure) return;
  const auto [found, fresh] = least.try_emplace(mode, *figure);
  if (!fresh) found->second = std::min(found->second, *figure);
}

TEST(DataLaws, NoBorderFigureWithoutARecordIsBelowTheLeastRecordedOfItsMode) {
  const BorderBook book(network(), {});
  std::map<Mode, Hours> times;
  std::map<Mode, Usd> clearances, gauge_changes;
  for (const BorderRecord& record : network().border_records()) {
    const Mode mode = network()[record.link].mode;
    keep_least(times, mode, record.time);
    keep_least(clearances, mode, record.clearance_money);
    keep_least(gauge_changes, mode, record.gauge_change_money);
  }
  std::map<std::string_view, std::size_t> compared;
  const auto compare = [&](std::string_view what, const auto& least, LinkId link, bool recorded, auto taken) {
    const auto found = least.find(network()[link].mode);
    if (recorded || found == least.end()) return;
    ++compared[what];
    EXPECT_GE(taken, found->second) << what << " at " << network()[link].key;
  };
  for (const LinkId link : network().links().ids()) {
    if (!network().is_border(link)) continue;
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      const BorderTerms& terms = book.terms(link, direction);
      compare("hours", times, link, terms.time_recorded, terms.time);
      compare("clearance", clearances, link, terms.clearance_recorded, terms.clearance_money);
      compare("change of gauge", gauge_changes, link, terms.gauge_change_recorded, terms.gauge_change_money);
    }
  }
  for (const std::string_view what : {"hours", "clearance", "change of gauge"})
    EXPECT_GT(compared[what], 50u) << what;
}

/// At no port either, though connectivity shortens the wait for a ship there.
TEST(DataLaws, NoWaitForAnUnknownServiceIsBelowTheLeastKnownOfItsKind) {
  using Kind = std::pair<Mode, ShipClass>;
  const WaitBook book(network(), {});
  std::map<Kind, Hours> least;
  const auto keep = [&](Kind kind, Hours wait) {
    const auto [found, fresh] = least.try_emplace(kind, wait);
    if (!fresh) found->second = std::min(found->second, wait);
  };
  for (const Service& service : network().services())
    if (const std::optional<Hours> wait = mean_wait(service))
      keep({service.mode, ship_class(service)}, *wait);
  for (const HandlingFact& fact : network().handling())
    if (fact.kind == HandlingKind::ferry_wait && fact.time) keep({Mode::ferry, ShipClass::none}, *fact.time);
  EXPECT_TRUE(least.contains({Mode::rail, ShipClass::none}));
  EXPECT_TRUE(least.contains({Mode::sea, ShipClass::deep_sea}));
  EXPECT_TRUE(least.contains({Mode::ferry, ShipClass::none}));
  for (const auto& [kind, known] : least)
    for (const PlaceId place : network().places().ids()) {
      if (kind.second != ShipClass::none && network().ship_class(place) == ShipClass::none) continue;
      if (kind.second == ShipClass::deep_sea && network().ship_class(place) != ShipClass::deep_sea) continue;
      EXPECT_GE(book.wait(place, {.mode = kind.first, .ship = kind.second}), known)
          << name(kind.first) << ' ' << name(kind.second) << " at " << network()[place].key;
    }
  std::size_t unknown = 0;
  for (const ServiceId id : network().services().ids()) {
    const Service& service = network()[id];
    const auto known = least.find({service.mode, ship_class(service)});
    if (mean_wait(service) || known == least.end()) continue;
    ++unknown;
    const PlaceId stop = service.stops.front();
    EXPECT_GE(book.wait(stop, {.mode = service.mode, .ship = ship_class(service), .service = id}),
              known->second)
        << service.id;
  }
  EXPECT_GT(unknown, 10u);
}

TEST(DataLaws, NoRegionIsServedByABorderStationAlone) {
  EXPECT_GT(network().accesses().size(), 200u);
  for (const Access& access : network().accesses()) {
    const std::vector<PlaceId>& places = network()[access.hub].places;
    EXPECT_TRUE(
        std::ranges::any_of(places, [](PlaceId id) { return network()[id].kind != PlaceKind::border; }))
        << network()[access.region].key << " by " << network()[access.hub].slug;
  }
}

bool is_by_land(const Link& link) {
  return link.mode == Mode::rail || link.mode == Mode::road || link.mode == Mode::ferry;
}

TEST(DataLaws, ALinkThatCrossesCountriesListsThemFromEndToEnd) {
  const Table table = load_table({}, "links").value();
  const auto text = [&](std::size_t row, std::string_view column) {
    return table.cell(row, table.find(column).value()).text;
  };
  const auto country = [](std::string_view place) { return network()[network().find_place(place)].country; };
  std::size_t crossing = 0;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view mode = text(row, "mode");
    if (mode != "rail" && mode != "road" && mode != "ferry") continue;
    if (country(text(row, "from")) == country(text(row, "to"))) continue;
    ++crossing;
    EXPECT_FALSE(text(row, "countries").empty()) << text(row, "from") << ' ' << text(row, "to");
  }
  EXPECT_GT(crossing, 100u);
  for (const Link& link : network().links()) {
    if (!is_by_land(link)) continue;
    ASSERT_FALSE(link.countries.empty()) << link.key;
    EXPECT_EQ(link.countries.front(), network()[link.from].country) << link.key;
    EXPECT_EQ(link.countries.back(), network()[link.to].country) << link.key;
    // Twice in a row would be a border of a country with itself; in and out again (A;B;A) is none.
    EXPECT_EQ(std::ranges::adjacent_find(link.countries), link.countries.end()) << link.key;
  }
}

TEST(DataLaws, LinksBetweenUkraineAndRussiaOrBelarusAreClosedSinceFebruary2022) {
  const auto meets = [](std::string_view a, std::string_view b) {
    return (a == "UKR" && (b == "RUS" || b == "BLR")) || (b == "UKR" && (a == "RUS" || a == "BLR"));
  };
  std::size_t between = 0;
  for (const LinkId id : network().links().ids()) {
    const Link& link = network()[id];
    bool met = meets(network()[link.from].country, network()[link.to].country);
    for (std::size_t i = 1; i < link.countries.size(); ++i)
      met |= meets(link.countries[i - 1], link.countries[i]);
    if (!met) continue;
    ++between;
    EXPECT_FALSE(is_open(network(), id, {})) << link.key;
    EXPECT_FALSE(is_open(network(), id, {.date = day("2022-02-24")})) << link.key;
    EXPECT_FALSE(is_open(network(), id, {.date = day("2026-01-01")})) << link.key;
    EXPECT_TRUE(is_open(network(), id, {.date = day("2022-02-23")})) << link.key;
  }
  EXPECT_GE(between, 2u);
}

TEST(DataLaws, WhatIsSeasonalPlannedOrBeingBuiltIsOffUntilOpened) {
  LinkMask off(network().links().size());
  std::map<LinkStatus, std::size_t> seen;
  for (const LinkId id : network().links().ids()) {
    const Link& link = network()[id];
    EXPECT_EQ(link.status == LinkStatus::seasonal, !link.season.empty()) << link.key;
    if (link.status == LinkStatus::active) continue;
    ++seen[link.status];
    off.set(id);
    EXPECT_FALSE(is_open(network(), id, {})) << link.key;
    EXPECT_FALSE(is_open(network(), id, {.date = day("2024-09-01"), .modes = Modes::all()})) << link.key;
  }
  for (const LinkStatus status : {LinkStatus::seasonal, LinkStatus::under_construction, LinkStatus::planned})
    EXPECT_GT(seen[status], 0u) << name(status);
  const PriceOptions opened{.opened = off};
  for (const LinkId id : network().links().ids())
    EXPECT_TRUE(!off[id] || is_open(network(), id, opened)) << network()[id].key;
}

struct Sourced {
  const char* table;
  std::vector<std::string_view> figures;
  std::string_view source;
};

TEST(DataLaws, EveryRowWithAFigureHasASourceThatIsListed) {
  std::set<std::string, std::less<>> listed;
  const Table sources = load_table({}, "sources").value();
  for (std::size_t row = 0; row < sources.row_count(); ++row)
    listed.emplace(sources.cell(row, sources.find("id").value()).text);
  const Sourced all[] = {
      {"links", {"length_km", "capacity"}, "source"},
      {"borders", {"time_h"}, "time_source"},
      {"borders", {"clearance_usd_per_teu", "gauge_change_usd_per_teu"}, "money_source"},
      {"handling", {"time_h", "money_usd_per_teu"}, "source"},
      {"services", {"frequency_per_week", "departures", "days", "published_km"}, "source"},
      {"access", {"distance_km", "weight"}, "source"},
  };
  for (const Sourced& each : all) {
    const Table table = load_table({}, each.table).value();
    const auto cell = [&](std::size_t row, std::string_view column) {
      return table.cell(row, table.find(column).value());
    };
    std::size_t with_figure = 0;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (std::ranges::all_of(each.figures,
                              [&](std::string_view figure) { return cell(row, figure).text.empty(); }))
        continue;
      ++with_figure;
      std::string_view ids = cell(row, each.source).text;
      EXPECT_FALSE(ids.empty()) << each.table << ".csv:" << cell(row, each.source).line;
      for (std::size_t end = 0; end != std::string_view::npos && !ids.empty(); ids.remove_prefix(end + 1)) {
        end = ids.find(';');
        EXPECT_TRUE(listed.contains(ids.substr(0, end)))
            << each.table << ".csv:" << cell(row, each.source).line;
        if (end == std::string_view::npos) break;
      }
    }
    EXPECT_GT(with_figure, 0u) << each.table;
  }
}

}  // namespace
}  // namespace landbridge
