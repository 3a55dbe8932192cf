// What `landbridge check` finds in broken copies of the built-in tables, and what it must not mind.
#include "landbridge/base/random.hpp"
#include "landbridge/io/dataset_schema.hpp"
#include "refused/broken_data.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Row = std::map<std::string, std::string>;

/// Spoils a data set and says where that must be found.
struct Fault {
  std::string name;
  std::function<std::string(const DataSet&)> spoil;
};

/// Another text in the first row of a table that holds what is wanted.
Fault cell(std::string name, std::string table, Row row, std::string column, std::string text,
           std::string told_at = {}) {
  return {std::move(name), [=](const DataSet& data) {
            return data.spoil(table, data.find(table, row), column, text, told_at.empty() ? column : told_at);
          }};
}

Fault repeated(std::string name, std::string table, Row row, std::string told_at) {
  return {std::move(name),
          [=](const DataSet& data) { return data.repeat(table, data.find(table, row), told_at); }};
}

const Row trunk{{"from", "rail:lianyungang"}, {"to", "rail:xuzhou"}};
const Row crossing{{"from", "border:alashankou"}, {"to", "border:dostyk"}};
const Row yuxinou{{"id", "yuxinou-chongqing-duisburg"}};

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all{
      cell("PlaceLatitudeIsNoNumber", "places.csv", {{"id", "rail:xian"}}, "lat", "north"),
      cell("PlaceOffTheGlobe", "places.csv", {{"id", "port:singapore"}}, "lat", "91"),
      cell("PlaceInAnUnknownCountry", "places.csv", {{"id", "rail:almaty"}}, "country", "KZA"),
      cell("PlaceWithoutCountry", "places.csv", {{"id", "rail:almaty"}}, "country", ""),
      cell("PlaceOfAnUnknownKind", "places.csv", {{"id", "rail:xian"}}, "id", "train:xian"),
      cell("PlaceInAnUnknownProvince", "places.csv", {{"id", "rail:xian"}}, "province", "shanxxi"),
      repeated("PlaceTwice", "places.csv", {{"id", "port:rotterdam"}}, "id"),
      cell("HubInAnotherCountry", "hubs.csv", {{"id", "almaty"}}, "country", "UZB", "id"),
      cell("HubWithNegativePopulation", "hubs.csv", {{"id", "almaty"}}, "population", "-5"),
      cell("LinkInMiles", "links.csv", trunk, "length_km", "140"),
      cell("LinkInMetres", "links.csv", trunk, "length_km", "226000"),
      cell("LinkOfNaNLength", "links.csv", trunk, "length_km", "NaN"),
      cell("LinkLengthWithUnit", "links.csv", trunk, "length_km", "226 km"),
      cell("LinkToNowhere", "links.csv", trunk, "to", "rail:nowhere"),
      cell("LinkToItself", "links.csv", trunk, "to", "rail:lianyungang"),
      cell("LinkOfAnUnknownMode", "links.csv", trunk, "mode", "rial"),
      cell("LinkGaugeInInches", "links.csv", trunk, "gauges_mm", "56.5"),
      cell("LinkThroughOtherCountries", "links.csv", trunk, "countries", "KAZ;CHN", "from"),
      cell("LinkFromADayThatDoesNotExist", "links.csv", trunk, "valid_from", "2023-02-29"),
      cell("LinkOfAnUnknownCorridor", "links.csv", trunk, "corridors", "cere_wset"),
      cell("LinkInTheThirteenthMonth", "links.csv", trunk, "season", "07-13"),
      repeated("LinkTwice", "links.csv", trunk, "from"),
      cell("BorderTimeBelowZero", "borders.csv", crossing, "time_h", "-24"),
      cell("BorderWhereNoneIs", "borders.csv", crossing, "to", "border:alashankou-2"),
      cell("BorderWithoutRailway", "borders.csv", crossing, "to", "rail:xian", "from"),
      repeated("HandlingTwice", "handling.csv", {{"kind", "ship_call"}}, "subject"),
      cell("HandlingOfAnUnknownKind", "handling.csv", {{"kind", "ship_call"}}, "kind", "crane"),
      cell("ServiceToNowhere", "services.csv", yuxinou, "stops", "rail:chongqing;rail:duisborg"),
      cell("ServiceOverNoRailway", "services.csv", yuxinou, "via", "rail:chongqing;rail:duisburg", "stops"),
      cell("ServiceThatNeverRuns", "services.csv", yuxinou, "frequency_per_week", "0"),
      cell("ServiceDepartingOnNoDay", "services.csv", yuxinou, "departures", "tuesday 18:00"),
      cell("AccessToABorderStation", "access.csv", {{"region", "province:xinjiang"}}, "hub", "alashankou"),
      cell("AccessWithoutWeight", "access.csv", {{"region", "province:beijing"}}, "weight", ""),
      repeated("ProvinceTwice", "provinces.csv", {{"id", "gansu"}}, "id"),
      cell("PartnerOffTheGlobe", "partners.csv", {{"iso3", "SGP"}}, "lon", "200"),
      cell("CorridorThroughNoPlace", "corridors.csv", {{"id", "nelb"}}, "nodes",
           "rail:lianyungang;rail:atlantis"),
      repeated("CountryInACustomsUnionTwice", "customs_unions.csv", {{"country", "KAZ"}}, "country"),
      cell("ConnectivityOfNoQuarter", "connectivity.csv", {{"measure", "plsci"}}, "quarter", "2024Q1"),
      cell("ConditionOnAnUnknownField", "conditions.csv", {{"what", "set:sea_tariff"}}, "what",
           "set:sea_tarif"),
      cell("ConditionWithoutValue", "conditions.csv", {{"what", "set:sea_tariff"}}, "value", ""),
      cell("ConditionThatClosesNothingKnown", "conditions.csv", {{"what", "set:sea_tariff"}}, "what",
           "close:passage:seuz"),
      repeated("SourceTwice", "sources.csv", {}, "id"),
      cell("TradeInAnUnknownFlow", "trade.csv", {{"flow", "exports"}}, "flow", "export"),
      cell("TradeWithAnUnknownKindOfPartner", "trade.csv", {{"flow", "total"}}, "partner", "planet:mars"),
      cell("TradeOfAnUnknownSource", "trade.csv", {{"flow", "imports"}}, "source", "a-book-nobody-wrote"),
      cell("MarginOfAnUnknownProvince", "margins.csv", {{"region", "province:gansu"}}, "region",
           "province:atlantis"),
      cell("MarginOfAnUnknownCountry", "margins.csv", {{"region", "country:VNM"}}, "region", "country:ATA"),
      cell("MarginBelowZero", "margins.csv", {{"basis", "scaled"}}, "value_bn_usd", "-1"),
      cell("MarginOfBothDirections", "margins.csv", {{"direction", "exports"}}, "direction", "total"),
      repeated("MarginTwice", "margins.csv", {{"region", "country:KAZ"}}, "region"),
      cell("ShareAboveOne", "trade_shares.csv", {{"use", "constraint"}}, "share", "1.2"),
      cell("ShareInPerCent", "trade_shares.csv", {{"use", "check"}}, "share", "47.9 %"),
      cell("ShareOfAnUnknownProvince", "trade_shares.csv", {{"province", "xinjiang"}}, "province",
           "sinkiang"),
      cell("ShareOfAnUnknownUse", "trade_shares.csv", {{"use", "constraint"}}, "use", "bound"),
      repeated("ShareTwice", "trade_shares.csv", {{"use", "constraint"}}, "province"),
      cell("FirstPartnerOfRankNought", "first_partners.csv", {{"rank", "1"}}, "rank", "0"),
      repeated("FirstPartnerTwice", "first_partners.csv", {{"province", "jiangsu"}}, "province"),
      cell("ContainersOfAnUnknownCountry", "containers.csv", {{"partner", "country:DEU"}}, "partner",
           "country:ATA"),
      cell("ContainerShareBelowZero", "containers.csv", {{"basis", "median"}}, "containerisable_share",
           "-0.1"),
      cell("ContainerOfNoValue", "containers.csv", {{"direction", "imports"}}, "usd_per_teu", ""),
      repeated("ContainersTwice", "containers.csv", {{"partner", "country:DEU"}}, "partner"),
      cell("PlatformInAnUnknownHub", "platforms.csv", {{"id", "ftz-shanghai"}}, "hub", "shanghia"),
      cell("PriceWithItsCurrency", "prices.csv", {{"mode", "sea"}}, "value", "14028 USD"),
      cell("ThroughputInAYearOfFiveDigits", "throughput.csv", {{"measure", "teu"}}, "year", "20233"),
      cell("DistanceInAnUnknownUnit", "distances.csv", {{"unit", "km"}}, "unit", "mi"),
      cell("MembershipOfAnUnknownCountry", "memberships.csv", {{"bloc", "asean"}}, "country", "XYZ;"),
      {"ColumnInAnotherUnit",
       [](const DataSet& data) { return data.spoil("links.csv", 1, "length_km", "length_mi"); }},
      {"ColumnMissing",
       [](const DataSet& data) {
         data.spoil("prices.csv", 1, "value", "amount");
         return std::string("prices.csv:1:1");
       }},
      {"RowWithACellTooMany",
       [](const DataSet& data) {
         Strings lines = data.lines("agreements.csv");
         lines[3] += ",more";
         data.write_lines("agreements.csv", lines);
         return "agreements.csv:4:" + std::to_string(lines[3].size() - 3);
       }},
      {"TextThatIsNotUtf8",
       [](const DataSet& data) {
         const std::size_t line = data.find("sister_cities.csv", {{"country", "JPN"}});
         data.spoil("sister_cities.csv", line, "named_partner", "K\xf6ln");
         const std::string text = data.lines("sister_cities.csv")[line - 1];
         return "sister_cities.csv:" + std::to_string(line) + ":" + std::to_string(text.find('\xf6') + 1);
       }},
      {"TableEmpty",
       [](const DataSet& data) {
         data.write("deflators.csv", "");
         return std::string("deflators.csv");
       }},
      {"TableThatMustBeThereMissing",
       [](const DataSet& data) {
         std::filesystem::remove(data.path() + "/links.csv");
         return std::string("links.csv");
       }},
  };
  return all;
}

class BrokenByHand : public testing::TestWithParam<std::size_t> {};

TEST_P(BrokenByHand, IsFoundThereAndNowhereElse) {
  const DataSet data;
  const std::string place = faults()[GetParam()].spoil(data);
  int exit_code = 0;
  EXPECT_EQ(data.errors(&exit_code), Strings{place});
  EXPECT_EQ(exit_code, 3);
}

INSTANTIATE_TEST_SUITE_P(RefusedData, BrokenByHand, testing::Range(std::size_t{0}, faults().size()),
                         [](const auto& test) { return faults()[test.param].name; });

/// What no cell of that type can hold; nothing where any text will do.
std::optional<std::string> impossible(const ColumnSchema& column) {
  switch (column.type) {
    case CellType::text:
      return std::nullopt;
    case CellType::number:
    case CellType::whole:
      return "a dozen";
    case CellType::id:
      return "Not An Id!";
    case CellType::year:
      return "last year";
    case CellType::date:
      return "2024-13-01";
    case CellType::quarter:
      return "spring 2024";
    case CellType::months:
      return "summer";
    case CellType::choice:
      return "perhaps";
    case CellType::departure:
      return "noon";
    case CellType::country:
      return "KZA";
    case CellType::new_place:
    case CellType::subject:
    case CellType::region:
    case CellType::setting:
      return "planet:mars";
    case CellType::place:
    case CellType::stage:
      return "rail:no-such-place";
    case CellType::source:
    case CellType::hub:
    case CellType::province:
    case CellType::corridor:
    case CellType::service:
    case CellType::platform:
      return "no-such-thing";
  }
  return std::nullopt;
}

class BrokenAtRandom : public testing::TestWithParam<unsigned> {};

TEST_P(BrokenAtRandom, IsFoundThereAndNowhereElse) {
  RandomStream random(2024, 40, GetParam());
  const DataSet data;
  for (;;) {
    const std::span<const TableSchema> schema = dataset_schema();
    const TableSchema& table = schema[random.below(schema.size())];
    const ColumnSchema& column = table.columns[random.below(table.columns.size())];
    const std::optional<std::string> text = impossible(column);
    const std::string file(table.file);
    const Strings lines = data.lines(file);
    const auto heading = cells_of(lines.at(0));
    if (!text || std::ranges::find(heading, column.name, &Cell::text) == heading.end()) continue;
    const std::size_t line = 2 + random.below(lines.size() - 1);
    const std::string place = data.spoil(file, line, std::string(column.name), *text);
    SCOPED_TRACE(file + " " + std::string(column.name));
    int exit_code = 0;
    EXPECT_EQ(data.errors(&exit_code), Strings{place});
    EXPECT_EQ(exit_code, 3);
    return;
  }
}

INSTANTIATE_TEST_SUITE_P(RefusedData, BrokenAtRandom, testing::Range(0u, 10u));

TEST(RefusedData, TwoFaultsAreTwoRows) {
  const DataSet data;
  const std::string first = data.spoil("links.csv", data.find("links.csv", trunk), "length_km", "x");
  const std::string other = data.spoil("trade.csv", 2, "value", "x");
  EXPECT_EQ(data.errors(), (Strings{first, other}));
}

TEST(RefusedData, ATruncatedFileIsFound) {
  const DataSet data;
  data.write("links.csv", data.read("links.csv").substr(0, 2000));
  EXPECT_FALSE(data.errors().empty());
}

TEST(RefusedData, ALineOf200MegabytesCostsLittleMemory) {
  const DataSet data;
  {
    std::ofstream out(data.path() + "/trade.csv", std::ios::binary | std::ios::app);
    const std::string block(1 << 20, 'x');
    for (int i = 0; i < 200; ++i) out << block;
  }
  const Outcome outcome = run({"check", data.path(), "--format", "csv"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_LT(outcome.peak_mb, most_mb);
}

TEST(RefusedData, AFolderThatIsNotEmptyIsNotWrittenTo) {
  const DataSet data;
  const Outcome outcome = run({"data", "export", "--out", data.path()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.error_lines().size(), 1u) << outcome.err;
  EXPECT_EQ(run({"data", "export"}).exit_code, 2);
  EXPECT_EQ(run({"data", "places", "--out", "folder"}).exit_code, 2);
  EXPECT_EQ(run({"data", "places", "--where", "planet=mars"}).exit_code, 2);
  EXPECT_EQ(run({"data", "places", "--where", "mars"}).exit_code, 2);
}

TEST(AcceptedData, TheExportedTablesAreSound) {
  EXPECT_EQ(DataSet().errors(), Strings{});
}

TEST(AcceptedData, CrlfAndByteOrderMarkChangeNothing) {
  const DataSet data;
  for (const std::string table : {"places.csv", "links.csv", "trade.csv"}) {
    std::string text = "\xef\xbb\xbf";
    for (const char c : data.read(table)) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    data.write(table, text);
  }
  EXPECT_EQ(data.errors(), Strings{});
}

TEST(AcceptedData, TablesThatTheNetworkDoesNotNeedMayBeLeftOut) {
  const DataSet data;
  for (const TableSchema& table : dataset_schema())
    if (!table.in_network) std::filesystem::remove(data.path() + "/" + std::string(table.file));
  EXPECT_EQ(data.errors(), Strings{});
}

}  // namespace
}  // namespace landbridge::test
