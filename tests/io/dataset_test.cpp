#include "landbridge/io/dataset.hpp"

#include "io/detail/embedded.hpp"
#include "io/table_folder.hpp"
#include "landbridge/io/dataset_schema.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::TableFolder;
using testing::write_small_tables;
using Strings = std::vector<std::string>;

std::size_t rows(std::string_view table) {
  return load_table({}, table)->row_count();
}

TEST(Dataset, TheBuiltInOneHoldsWhatItsTablesHold) {
  const Network network = load_default_network();
  EXPECT_EQ(network.places().size(), rows("places"));
  EXPECT_EQ(network.links().size(), rows("links"));
  EXPECT_EQ(network.hubs().size(), rows("hubs"));
  EXPECT_EQ(network.border_records().size(), rows("borders"));
  EXPECT_EQ(network.handling().size(), rows("handling"));
  EXPECT_EQ(network.services().size(), rows("services"));
  EXPECT_EQ(network.regions().size(), rows("provinces") + rows("partners"));
  EXPECT_EQ(network.accesses().size(), rows("access"));
  EXPECT_EQ(network.corridors().size(), rows("corridors"));
  std::size_t settings = 0;
  for (const Conditions& conditions : network.conditions())
    settings += conditions.fields.size() + conditions.closures.size();
  EXPECT_EQ(settings, rows("conditions"));
}

TEST(Dataset, TheBuiltInOneIsSound) {
  for (const Finding& finding : check_dataset({})) ADD_FAILURE() << to_string(finding);
}

TEST(Dataset, EveryBuiltInTableIsInTheSchema) {
  for (const detail::EmbeddedTable& table : detail::embedded_tables())
    EXPECT_NE(find_table_schema(table.name), nullptr) << table.name;
}

TEST(Dataset, EveryRegionIsServedWithSharesThatAddUpToOne) {
  const Network network = load_default_network();
  for (const Region& region : network.regions()) {
    double total = 0;
    for (const AccessId access : region.accesses) {
      total += network[access].weight;
      EXPECT_GE(network[access].distance, Kilometres(0)) << region.key;
    }
    EXPECT_NEAR(total, 1, 1e-12) << region.key;
  }
}

TEST(Dataset, ShipsOfBothClassesAreThere) {
  const Network network = load_default_network();
  EXPECT_EQ(network.ship_class(network.find_place("port:rotterdam")), ShipClass::deep_sea);
  EXPECT_EQ(network.ship_class(network.find_place("port:aktau")), ShipClass::feeder);
  EXPECT_EQ(network.ship_class(network.find_place("rail:xian")), ShipClass::none);
}

TEST(Dataset, EveryBorderFigureHasABasisAndASource) {
  const Network network = load_default_network();
  for (const BorderRecord& record : network.border_records()) {
    EXPECT_TRUE(!record.time || (!record.time_basis.empty() && !record.time_source.empty()));
    EXPECT_TRUE(!(record.clearance_money || record.gauge_change_money) ||
                (!record.money_basis.empty() && !record.money_source.empty()));
  }
}

TEST(Dataset, ShipCanalsAreSailedBySeaShips) {
  const Network network = load_default_network();
  EXPECT_EQ(network[network.find_link("sea:kiel-west~kiel-east")].mode, Mode::sea);
}

TEST(Dataset, WhatIsExportedReadsBackTheSame) {
  const TableFolder folder;
  export_dataset({}, folder.path());  // new or empty
  EXPECT_EQ(dataset_hash(folder.path()), dataset_hash());
  for (const std::string_view table : dataset_tables())
    EXPECT_EQ(folder.read(table), embedded_table(table)) << table;
  const Network network = load_network(folder.path()), built_in = load_default_network();
  ASSERT_EQ(network.links().size(), built_in.links().size());
  for (const LinkId id : network.links().ids()) {
    EXPECT_EQ(network[id].key, built_in[id].key);
    EXPECT_EQ(network[id].length, built_in[id].length);
  }
  const std::string again = folder.path("again");
  export_dataset(folder.path(), again);
  EXPECT_EQ(dataset_hash(again), dataset_hash());
}

TEST(Dataset, ExportLeavesWhatIsThereAlone) {
  const TableFolder folder;
  folder.write("mine.txt", "mine");
  EXPECT_THROW(export_dataset({}, folder.path()), Error);
  EXPECT_THROW(export_dataset({}, folder.path("mine.txt")), Error);
  EXPECT_EQ(folder.read("mine.txt"), "mine");
  EXPECT_THROW(export_dataset(folder.path("nowhere"), folder.path("mine.txt/tables")), Error);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Dataset, ARailwayABorderAndAServiceAreAddedByHand) {
  const TableFolder folder;
  const std::string mine = folder.path("mine");
  export_dataset({}, mine);
  const auto append = [&](const std::string& table, const std::string& line) {
    std::ofstream(mine + "/" + table, std::ios::app) << line << '\n';
  };
  append("places.csv",
         "border:bakhty-china,,Bakhty (China),CHN,xinjiang,46.68,82.73,1435,border_crossing,,,,,");
  append("places.csv", "border:bakhty,,Bakhty,KAZ,,46.67,82.70,1520,border_crossing,,,,,");
  append("links.csv", "rail,line,rail:urumqi,border:bakhty-china,620,1435,CHN,,,,,,,,,,,,,,,,");
  append("links.csv", "rail,line,border:bakhty-china,border:bakhty,4,1435;1520,CHN;KAZ,,,,,,,,,,,,,,,,");
  append("links.csv", "rail,line,border:bakhty,rail:mointy,750,1520,KAZ,,,,,,,,,,,,,,,,");
  append("borders.csv",
         "rail,border:bakhty-china,border:bakhty,12,50,200,1435,1520,,,,judgement: mine,,,judgement: mine,,,");
  append("services.csv",
         "my-train,My train,rail,china_europe_train,rail:urumqi;rail:mointy,"
         "rail:urumqi;border:bakhty-china;border:bakhty;rail:mointy,3,,tue 18:00;fri 06:30,4,,,,,,,,,,");
  for (const Finding& finding : check_dataset(mine))
    EXPECT_EQ(finding.message, "no source is stated") << finding.file << ':' << finding.line;
  const Network network = load_network(mine);
  const LinkId border = network.find_link("rail:bakhty-china~bakhty");
  ASSERT_FALSE(border.is_none());
  EXPECT_TRUE(network.is_border(border));
  ASSERT_NE(network.find_border_record(border, Direction::forward), nullptr);
  EXPECT_EQ(network.find_border_record(border, Direction::forward)->time, Hours(12));
  const Service& train = network[network.find_service("my-train")];
  ASSERT_EQ(train.links.size(), 3u);
  EXPECT_EQ(train.links[1], border);
  EXPECT_EQ(train.departures, (std::vector<Departure>{{Hours(24 + 18)}, {Hours(96 + 6.5)}}));
  EXPECT_FALSE(network.find_hub("bakhty").is_none());
}

TEST(Dataset, PlacesAndLinksAreEnough) {
  const TableFolder folder;
  write_small_tables(folder);
  EXPECT_EQ(folder.findings(), Strings{});
  EXPECT_EQ(folder.findings(Severity::warning), Strings{});
  const Network network = load_network(folder.path());
  EXPECT_EQ(network.hubs().size(), 5u);
  EXPECT_TRUE(network.is_border(network.find_link("rail:alashankou~dostyk")));
  EXPECT_EQ(network[network.find_link("road:almaty~aktau")].status, LinkStatus::active);
}

TEST(Dataset, UnknownTablesAndColumnsAreWarnings) {
  const TableFolder folder;
  write_small_tables(folder);
  folder.write("service.csv", "id\n");
  folder.replace("links.csv", "length_km,gauges_mm", "length_km,guages_mm");
  const Strings found = folder.findings(Severity::warning);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].starts_with("links.csv:1:24: warning: column \"guages_mm\" is unknown"));
  EXPECT_NE(found[0].find("\"gauges_mm\""), std::string::npos);
  EXPECT_TRUE(found[1].starts_with("service.csv: warning: the table \"service.csv\" is unknown"));
  EXPECT_NE(found[1].find("\"services.csv\""), std::string::npos);
}

TEST(Dataset, SeaLinksWithoutConnectivityAreAWarning) {
  const TableFolder folder;
  write_small_tables(folder);
  folder.append("places.csv", "port:baku,Baku,AZE,40.36,49.87,\n");
  folder.append("links.csv", "sea,port:aktau,port:baku,480,\n");
  EXPECT_EQ(folder.findings(Severity::warning).size(), 1u);
  folder.write("connectivity.csv", "subject,measure,quarter,value\nport:baku,plsci,2024-Q1,20\n");
  EXPECT_EQ(folder.findings(Severity::warning), Strings{});
}

struct Broken {
  const char* name;
  const char* table;
  const char* from;
  const char* to;
  const char* finding;
};

const Broken broken[] = {
    {"negative", "links.csv", "3100", "-3100", "links.csv:2:34: error: length_km"},
    {"nan", "links.csv", "3100", "nan", "links.csv:2:34: error: length_km"},
    {"infinity", "links.csv", "3100", "inf", "links.csv:2:34: error: length_km"},
    {"metres", "links.csv", "3100", "3100000", "links.csv:2:34: error: length 3100000 km is over ten times"},
    {"miles", "links.csv", "3100", "1900", "links.csv:2:34: error: length 1900 km is less than the geodesic"},
    {"unit in cell", "links.csv", "3100", "3100 km", "links.csv:2:34: error: length_km"},
    {"unit in heading", "links.csv", "length_km", "length_mi", "links.csv:1:14: error: wrong unit"},
    {"missing column", "links.csv", "length_km", "remark", "links.csv:1:1: error: column \"length_km\""},
    {"dangling", "links.csv", "rail:xian", "rail:xain",
     "links.csv:2:6: error: from: \"rail:xain\" is not in places.csv; did you mean \"rail:xian\"?"},
    {"self link", "links.csv", "rail:xian", "border:alashankou",
     "links.csv:2:24: error: the link leads from"},
    {"unknown mode", "links.csv", "rail,rail:xian", "canal,rail:xian", "links.csv:2:1: error: mode"},
    {"bad gauge", "links.csv", "3100,1435", "3100,14.35", "links.csv:2:39: error: gauges_mm"},
    {"empty part", "links.csv", "1435;1520", "1435;;1520", "links.csv:3:41: error: gauges_mm: an empty part"},
    {"not utf-8", "places.csv", "Almaty", "Alm\xff", "places.csv:5:"},
    {"unknown country", "places.csv", "KAZ,45", "KZA,45", "places.csv:4:22: error: country: \"KZA\""},
    {"no country", "places.csv", "KAZ,45", ",45",
     "places.csv:4:22: error: \"border:dostyk\" needs its country"},
    {"latitude", "places.csv", "34.26", "134.26", "places.csv:2:21: error: lat"},
    {"kind of place", "places.csv", "port:aktau", "harbour:aktau", "places.csv:6:1: error: id"},
    {"place twice", "places.csv", "rail:almaty", "rail:xian",
     "places.csv:5:1: error: \"rail:xian\" is given twice"},
};

TEST(Dataset, FaultsAreFoundAtTheirPlaceAndOnce) {
  for (const Broken& fault : broken) {
    const TableFolder folder;
    write_small_tables(folder);
    folder.replace(fault.table, fault.from, fault.to);
    Strings found = folder.findings();
    // Here a place's other name takes others along: they are told as well.
    if (std::string_view(fault.name) == "place twice") found.resize(1);
    EXPECT_EQ(found.size(), 1u) << fault.name << (found.size() < 2 ? std::string() : ": " + found[1]);
    EXPECT_TRUE(!found.empty() && found.front().starts_with(fault.finding))
        << fault.name << ": " << (found.empty() ? std::string("nothing found") : found.front());
    EXPECT_THROW(load_network(folder.path()), DataError) << fault.name;
  }
}

TEST(Dataset, FaultsOfSeveralTablesAreTold) {
  const TableFolder folder;
  write_small_tables(folder);
  folder.replace("links.csv", "3100", "-3100");
  folder.append("places.csv", "port:aktau,Aktau again,KAZ,43.6,51.2,\n");
  folder.write("sources.csv", "id\nbook\nBook\n");
  const Strings found = folder.findings();
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].starts_with("places.csv:7:1: error: \"port:aktau\" is given twice")) << found[0];
  EXPECT_TRUE(found[1].starts_with("links.csv:2:34")) << found[1];
  EXPECT_TRUE(found[2].starts_with("sources.csv:3:1")) << found[2];
}

TEST(Dataset, FiguresThatTheNetworkDoesNotNeedAreCheckedToo) {
  const TableFolder folder;
  write_small_tables(folder);
  folder.write("trade.csv", "reporter,partner,flow,value\nchina,country:KAZ,export,5\n");
  EXPECT_EQ(folder.findings(),
            Strings{"trade.csv:2:19: error: flow: \"export\" is not one of: exports, imports, total"});
  EXPECT_NO_THROW(load_network(folder.path()));
}

TEST(Dataset, ConditionsAgreeWithTheCostModelAndThemselves) {
  const TableFolder folder;
  write_small_tables(folder);
  const std::string heading = "condition,valid_from,valid_to,what,value\n";
  folder.write("conditions.csv", heading + "2021,2021-01-01,2021-12-31,set:sea_tarif,0.1\n");
  EXPECT_TRUE(folder.findings().at(0).starts_with("conditions.csv:2:28"));
  folder.write("conditions.csv", heading + "2021,2021-01-01,2021-12-31,set:sea_tariff,\n");
  EXPECT_TRUE(folder.findings().at(0).starts_with("conditions.csv:2:43"));
  folder.write("conditions.csv", heading +
                                     "2021,2021-01-01,2021-12-31,set:sea_tariff,0.1\n"
                                     "2021,2021-01-01,2021-11-30,close:mode:road,\n");
  EXPECT_TRUE(folder.findings().at(0).starts_with("conditions.csv:3:6"));
  folder.write("conditions.csv", heading +
                                     "2021,2021-01-01,2021-12-31,set:sea_tariff,0.1\n"
                                     "2021,2021-01-01,2021-12-31,close:mode:road,\n");
  const Network network = load_network(folder.path());
  ASSERT_EQ(network.conditions().size(), 1u);
  EXPECT_EQ(network.conditions()[0].fields.at(0).value, 0.1);
  EXPECT_EQ(network.conditions()[0].closures.at(0).set, "mode:road");
}

TEST(Dataset, EmptyTruncatedAndMissingTablesAreFound) {
  const TableFolder folder;
  write_small_tables(folder);
  const std::string places = folder.read("places.csv");
  folder.write("places.csv", "");
  EXPECT_FALSE(folder.findings().empty());
  folder.write("places.csv", places.substr(0, places.rfind("43.61")));
  EXPECT_FALSE(folder.findings().empty());
  std::filesystem::remove(folder.path("places.csv"));
  EXPECT_EQ(folder.findings().size(), 1u);
}

TEST(Dataset, LineEndsAndByteOrderMarksDoNotMatter) {
  const TableFolder folder;
  write_small_tables(folder);
  for (const std::string_view table : {"places.csv", "links.csv"}) {
    std::string text = "\xef\xbb\xbf";
    for (const char byte : folder.read(table))
      text += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
    folder.write(table, text);
  }
  EXPECT_EQ(load_network(folder.path()).links().size(), 4u);
}

TEST(Dataset, TablesAreReadByName) {
  const TableFolder folder;
  write_small_tables(folder);
  EXPECT_EQ(load_table(folder.path(), "links")->row_count(), 4u);
  EXPECT_FALSE(load_table(folder.path(), "trade").has_value());
  EXPECT_FALSE(load_table(folder.path(), "moons").has_value());
  EXPECT_GT(rows("trade"), 1000u);
}

}  // namespace
}  // namespace landbridge
