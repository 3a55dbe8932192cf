#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

/// A folder with a copy of the built-in tables, gone at the end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("landbridge_" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    for (const std::string_view table : dataset_tables()) write(table, std::string(embedded_table(table)));
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(std::string_view table, const std::string& text) const {
    std::ofstream(path_ / table, std::ios::binary) << text;
  }
  void replace(std::string_view table, std::string_view from, std::string_view to) const {
    std::string text(embedded_table(table));
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    write(table, text);
  }
  void append(std::string_view table, std::string_view line) const {
    write(table, std::string(embedded_table(table)) + std::string(line));
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> errors(const Folder& folder) {
  std::vector<std::string> result;
  for (const Finding& finding : check_network(folder.path()))
    if (finding.severity == Severity::error)
      result.push_back(to_string(finding).substr(folder.path().size() + 1));
  return result;
}

TEST(Dataset, TheBuiltInOneHoldsWhatItsTablesHold) {
  const Network network = load_default_network();
  const auto rows = [](std::string_view table) {
    const std::string_view text = embedded_table(table);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) - 1;
  };
  EXPECT_EQ(network.places().size(), rows("rail_nodes.csv") + rows("ports.csv") + rows("chokepoints.csv"));
  std::size_t exchange = 0;
  for (const Link& link : network.links()) exchange += link.exchange;
  EXPECT_EQ(network.links().size() - exchange, rows("rail_links.csv") + rows("sea_links.csv"));
  EXPECT_GT(exchange, 50u);
  EXPECT_EQ(network.border_records().size(), rows("borders.csv"));
  EXPECT_EQ(network.transfers().size(), rows("transfers.csv"));
  EXPECT_EQ(network.provinces().size(), rows("provinces.csv"));
  EXPECT_EQ(network.partners().size(), rows("partners.csv"));
  EXPECT_EQ(network.corridors().size(), rows("corridors.csv"));
}

TEST(Dataset, ThirtyOneProvincesHaveAHub) {
  const Network network = load_default_network();
  std::set<HubId> hubs;
  for (const Province& province : network.provinces())
    if (!province.hub.is_none()) hubs.insert(province.hub);
  EXPECT_EQ(hubs.size(), 31u);
}

TEST(Dataset, AFolderWithTheSameTablesGivesTheSameNetwork) {
  const Folder folder("same");
  const Network network = load_network(folder.path());
  const Network built_in = load_default_network();
  ASSERT_EQ(network.links().size(), built_in.links().size());
  for (const LinkId id : network.links().ids()) {
    EXPECT_EQ(network[id].key, built_in[id].key);
    EXPECT_EQ(network[id].length, built_in[id].length);
  }
  EXPECT_EQ(dataset_hash(folder.path()), dataset_hash());
}

TEST(Dataset, EveryFigureOfMoneyAtABorderIsAFactOfTheTransfers) {
  const Network network = load_default_network();
  std::set<double> known;
  for (const TransferFact& transfer : network.transfers())
    if (transfer.money) {
      known.insert(transfer.money->value());
      known.insert(transfer.money->value() / 2);  // a truck is taken as two TEU
    }
  for (const BorderRecord& record : network.border_records()) {
    for (const std::optional<Usd>& money : {record.clearance_money, record.gauge_change_money})
      if (money) {
        EXPECT_TRUE(known.contains(money->value())) << network[record.link].key << ' ' << money->value();
      }
    EXPECT_FALSE(record.time_basis.empty());
    EXPECT_FALSE(record.time_source.empty());
    EXPECT_TRUE(!record.clearance_money || !record.money_source.empty());
  }
}

TEST(Dataset, ShipCanalsAreSailedBySeaShips) {
  const Network network = load_default_network();
  EXPECT_EQ(network[network.find_link("sea:kiel-west~kiel-east")].mode, Mode::sea);
}

TEST(Dataset, CorridorsAreKnownByBothNames) {
  const Network network = load_default_network();
  ASSERT_NE(network.find_corridor("cere_west"), nullptr);
  EXPECT_EQ(network.find_corridor("cere_west")->id, "cere-west");
  EXPECT_EQ(network.find_corridor("middle_corridor")->id, "titr");
}

struct Broken {
  const char* name;
  const char* table;
  const char* from;
  const char* to;
  const char* finding;
};

const Broken broken[] = {
    {"negative", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,-226",
     "rail_links.csv:2:25: error: distance_km"},
    {"nan", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,nan",
     "rail_links.csv:2:25: error: distance_km"},
    {"infinity", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,inf",
     "rail_links.csv:2:25: error: distance_km"},
    {"metres", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,226000",
     "rail_links.csv:2:25: error: length 226000 km is over ten times"},
    {"miles", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,140",
     "rail_links.csv:2:25: error: length 140 km is less than the geodesic"},
    {"unit in cell", "rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,226 km",
     "rail_links.csv:2:25: error: distance_km"},
    {"unit in heading", "rail_links.csv", "distance_km", "distance_mi", "rail_links.csv:1:"},
    {"missing column", "ports.csv", "country_iso3", "country", "ports.csv:1:"},
    {"dangling", "rail_links.csv", "lianyungang,xuzhou", "lianyungang,xuzhuo",
     "rail_links.csv:2:13: error: the link ends at \"rail:xuzhuo\""},
    {"self link", "rail_links.csv", "lianyungang,xuzhou", "lianyungang,lianyungang",
     "rail_links.csv:2:13: error: the link leads from"},
    {"unknown mode", "rail_links.csv", "xuzhou,rail,226", "xuzhou,canal,226",
     "rail_links.csv:2:20: error: mode"},
    {"bad gauge", "rail_links.csv", "226,1435", "226,14.35", "rail_links.csv:2:29: error: gauge"},
    {"miles disagree", "sea_links.csv", "232.7,430.9", "430.9,430.9",
     "sea_links.csv:2:31: error: distance_km"},
    {"not utf-8", "ports.csv", "Dalian",
     "Dal\xff"
     "an",
     "ports.csv:4:"},
    {"bad border time", "borders.csv", "rail,24", "rail,-24", "borders.csv:2:24: error: time_h"},
    {"bad country", "partners.csv", "SGP,Singapore", "sgp,Singapore", "partners.csv:2:1: error: \"sgp\""},
    {"latitude", "rail_nodes.csv", "39.90750", "139.90750", "rail_nodes.csv:2:"},
};

TEST(Dataset, FaultsAreFoundAtTheirPlace) {
  for (const Broken& fault : broken) {
    const Folder folder("broken");
    folder.replace(fault.table, fault.from, fault.to);
    const std::vector<std::string> found = errors(folder);
    const bool hit = std::any_of(found.begin(), found.end(),
                                 [&](const std::string& text) { return text.starts_with(fault.finding); });
    EXPECT_EQ(found.size(), 1u) << fault.name << (found.size() < 2 ? std::string() : ": " + found[1]);
    EXPECT_TRUE(hit) << fault.name << ": " << (found.empty() ? std::string("nothing found") : found.front());
    EXPECT_THROW(load_network(folder.path()), DataError) << fault.name;
  }
}

TEST(Dataset, FaultsOfSeveralTablesAreTold) {
  const Folder folder("several");
  folder.replace("rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,-226");
  folder.append("ports.csv", "dalian,Dalian again,CNDLC,CHN,liaoning,38.9,121.7,,,,,seaport,\n");
  const std::vector<std::string> found = errors(folder);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_NE(found[0].find("rail_links.csv:2:25"), std::string::npos) << found[0];
  EXPECT_NE(found[1].find("\"port:dalian\" is given twice"), std::string::npos) << found[1];
}

TEST(Dataset, EmptyTruncatedAndMissingTablesAreFound) {
  {
    const Folder folder("empty");
    folder.write("ports.csv", "");
    EXPECT_FALSE(errors(folder).empty());
  }
  {
    const Folder folder("truncated");
    const std::string text(embedded_table("ports.csv"));
    folder.write("ports.csv", text.substr(0, text.rfind(',')));
    EXPECT_FALSE(errors(folder).empty());
  }
  {
    const Folder folder("missing");
    std::filesystem::remove(std::filesystem::path(folder.path()) / "corridors.csv");
    ASSERT_EQ(errors(folder).size(), 1u);
  }
}

TEST(Dataset, LineEndsAndByteOrderMarksDoNotMatter) {
  const Folder folder("crlf");
  for (const std::string_view table : dataset_tables()) {
    std::string text = "\xef\xbb\xbf";
    for (const char byte : embedded_table(table))
      text += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
    folder.write(table, text);
  }
  EXPECT_EQ(load_network(folder.path()).links().size(), load_default_network().links().size());
}

}  // namespace
}  // namespace landbridge
