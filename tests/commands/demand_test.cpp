// Whose cargo the rankings route: trade, each pair alike, or a file.
#include "refused/broken_data.hpp"
#include "support/command_line.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const Outcome& outcome) {
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  std::vector<Row> rows;
  Strings heading;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::vector<Cell> cells = cells_of(line);
    if (heading.empty()) {
      for (const Cell& cell : cells) heading.push_back(cell.text);
      continue;
    }
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[heading[i]] = cells[i].text;
  }
  return rows;
}

/// A number of the summary in JSON.
double summary(const Outcome& outcome, const std::string& name) {
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::size_t at = outcome.out.find("\"" + name + "\":");
  EXPECT_NE(at, std::string::npos) << name;
  return at == std::string::npos ? -1 : std::stod(outcome.out.substr(at + name.size() + 3));
}

bool holds(const Outcome& outcome, const std::string& part) {
  return outcome.out.find(part) != std::string::npos;
}

/// The built-in network with the trade of two provinces and two partners.
class Trade : public testing::Test {
 protected:
  Trade() {
    data_.write(
        "margins.csv",
        "region,direction,value_bn_usd,basis,year,method,source,note\n"
        "province:gansu,exports,10,estimated,2023,,,\nprovince:guangdong,exports,90,estimated,2023,,,\n"
        "country:POL,exports,40,observed,2023,,,\ncountry:VNM,exports,60,observed,2023,,,\n"
        "province:gansu,imports,20,estimated,2023,,,\nprovince:guangdong,imports,30,estimated,2023,,,\n"
        "country:POL,imports,10,observed,2023,,,\ncountry:VNM,imports,40,observed,2023,,,\n");
    data_.write("trade_shares.csv",
                "province,partner,direction,share,value,unit,total,year,period,use,source,note\n"
                "gansu,country:POL,exports,0.75,,,,2023,full,constraint,,\n");
    data_.write(
        "containers.csv",
        "partner,direction,containerisable_share,usd_per_teu,basis,year,source,method,note\n"
        "country:POL,exports,1,50000,estimated,2023,,,\ncountry:POL,imports,0.5,50000,estimated,2023,,,\n"
        "country:VNM,exports,1,20000,estimated,2023,,,\ncountry:VNM,imports,0.25,20000,estimated,2023,,,\n");
    data_.write("first_partners.csv", "province,partner,rank,year,period,source,note\n");
  }

  Outcome ask(Strings arguments, bool json = true) const {
    arguments.insert(arguments.end(),
                     {"--data", data_.path(), "--no-timings", "--format", json ? "json" : "csv"});
    return run(arguments);
  }

  DataSet data_;
};

TEST_F(Trade, PairsAreListed) {
  const auto rows = rows_of(ask({"demand", "--top", "0"}, false));
  ASSERT_EQ(rows.size(), 8u);
  std::map<std::string, double> margins, containers;
  for (const Row& row : rows) {
    const double value = std::stod(row.at("value_bn_usd")), teu = std::stod(row.at("teu"));
    margins[row.at("province") + row.at("direction")] += value;
    margins[row.at("partner") + row.at("direction")] += value;
    EXPECT_NEAR(std::stod(row.at("served_share")), 1, 1e-12);
    const bool observed = row.at("province") == "province:gansu" && row.at("partner") == "country:POL" &&
                          row.at("direction") == "exports";
    EXPECT_EQ(row.at("basis"), observed ? "observed" : "estimated");
    if (observed) {
      EXPECT_NEAR(value, 7.5, 1e-6);
      EXPECT_NEAR(teu, 150000, 1e-2);
    }
  }
  EXPECT_NEAR(margins["province:guangdongexports"], 90, 1e-6);
  EXPECT_NEAR(margins["country:VNMimports"], 40, 1e-6);
  const Outcome whole = ask({"demand", "--by", "partner"});
  EXPECT_TRUE(holds(whole, "\"schema\": \"landbridge/demand/1\""));
  EXPECT_NEAR(summary(whole, "demand_total"), 40e9 / 5e4 + 60e9 / 2e4 + 0.5 * 10e9 / 5e4 + 0.25 * 40e9 / 2e4,
              1);
  EXPECT_GT(summary(whole, "balancing_iterations"), 0);
  EXPECT_LE(summary(whole, "balancing_residual"), 1e-9);
  // Without the share, gravity alone divides Gansu's exports: 10 in all, of which Poland takes less than it
  // would.
  for (const Row& row :
       rows_of(ask({"demand", "--from", "gansu", "--to", "POL", "--shares", "ignored"}, false)))
    if (row.at("direction") == "exports") {
      EXPECT_EQ(row.at("basis"), "estimated");
      EXPECT_LT(std::stod(row.at("value_bn_usd")), 7);
      EXPECT_GT(std::stod(row.at("value_bn_usd")), 1);
    }
  EXPECT_EQ(ask({"demand", "--from", "POL"}).exit_code, 2);
  EXPECT_EQ(ask({"demand", "--exponent", "-1"}).exit_code, 2);
}

TEST_F(Trade, IsTheDefaultWhereThereIsAny) {
  const Outcome hubs = ask({"hubs"}), links = ask({"links"});
  for (const Outcome& outcome : {hubs, links}) {
    EXPECT_TRUE(holds(outcome, "\"demand\":\"trade\""));
    EXPECT_TRUE(holds(outcome, "\"demand_unit\":\"TEU/yr\""));
    EXPECT_NEAR(summary(outcome, "demand_total") + summary(outcome, "within_one_hub"), 4400000, 1);
    EXPECT_NEAR(summary(outcome, "served"), summary(outcome, "demand_total"), 1);
    EXPECT_NEAR(summary(outcome, "observed_share") + summary(outcome, "estimated_share"), 1, 1e-9);
  }
  EXPECT_EQ(hubs.out, ask({"hubs", "--demand", "trade", "--threads", "3"}).out);
  EXPECT_TRUE(holds(ask({"hubs", "--demand", "uniform"}), "\"demand\":\"uniform\""));
  EXPECT_TRUE(holds(ask({"hubs", "--from", "gansu"}), "\"demand\":\"uniform\""));
}

TEST_F(Trade, MayBeWrittenToAFileAndPassedOn) {
  const TestFolder folder;
  const std::string file = folder.write("trade.csv", ask({"demand", "--top", "0"}, false).out);
  const auto same = rows_of(ask({"hubs", "--demand", "trade"}, false)),
             again = rows_of(ask({"hubs", "--demand", file}, false));
  ASSERT_EQ(again.size(), same.size());
  for (std::size_t i = 0; i < same.size(); ++i) {
    EXPECT_EQ(again[i].at("hub"), same[i].at("hub"));
    EXPECT_NEAR(std::stod(again[i].at("score")), std::stod(same[i].at("score")), 1e-12);
  }
}

TEST_F(Trade, CountsBetweenTheSetsAlone) {
  const double all = summary(ask({"hubs", "--demand", "trade"}), "demand_total");
  const double one = summary(ask({"hubs", "--demand", "trade", "--from", "gansu"}), "demand_total");
  const double other = summary(ask({"hubs", "--demand", "trade", "--from", "guangdong"}), "demand_total");
  EXPECT_NEAR(one + other, all, 1);
  const Outcome pair = ask({"hubs", "--demand", "trade", "--from", "gansu", "--to", "country:POL"});
  double listed = 0;
  for (const Row& row : rows_of(ask({"demand", "--from", "gansu", "--to", "POL"}, false)))
    listed += std::stod(row.at("teu"));
  EXPECT_NEAR(summary(pair, "demand_total"), listed, 1);
  EXPECT_NEAR(summary(pair, "observed_share"), 150000 / listed, 1e-6);
  // A hub stands for the part that it takes of the regions around it.
  const double lanzhou = summary(ask({"hubs", "--demand", "trade", "--from", "lanzhou"}), "demand_total");
  EXPECT_GT(lanzhou, 0);
  EXPECT_LE(lanzhou, one + 1);
}

TEST_F(Trade, IsThatOfTheWholeNetwork) {
  // What a corridor or a mode can carry is a part of what is traded.
  const Outcome all = ask({"hubs"}), corridor = ask({"hubs", "--corridor", "cere_west"}),
                rail = ask({"hubs", "--modes", "rail"});
  for (const Outcome& outcome : {corridor, rail}) {
    EXPECT_EQ(summary(outcome, "demand_total"), summary(all, "demand_total"));
    EXPECT_EQ(summary(outcome, "balancing_residual"), summary(all, "balancing_residual"));
  }
  EXPECT_LT(summary(corridor, "served"), summary(all, "served"));
}

TEST_F(Trade, IsRefusedWithoutFiguresOrWhereTheyContradictEachOther) {
  const Outcome impossible = [&] {
    const DataSet other;
    for (const char* table : {"margins.csv", "containers.csv", "first_partners.csv"})
      other.write(table, data_.read(table));
    other.write("trade_shares.csv",
                "province,partner,direction,share,use\nguangdong,country:POL,exports,0.5,constraint\n");
    return run({"hubs", "--data", other.path()});
  }();
  EXPECT_EQ(impossible.exit_code, 3);
  ASSERT_EQ(impossible.error_lines().size(), 1u);
  EXPECT_NE(impossible.err.find(
                "trade_shares.csv:2:31: error: the share of country:POL in exports of province:guangdong shall "
                "be 45, but its rows and columns hold at most 40"),
            std::string::npos)
      << impossible.err;
  data_.write("containers.csv", "partner,direction,containerisable_share,usd_per_teu\n");
  // One table without the other is a fault, whoever asks; without both each pair counts alike.
  for (const Strings& arguments : {Strings{"hubs"}, Strings{"hubs", "--demand", "trade"}}) {
    const Outcome without = ask(arguments);
    EXPECT_EQ(without.exit_code, 3);
    EXPECT_NE(without.err.find("containers.csv:1:1: error: the table has no rows"), std::string::npos) << without.err;
  }
  EXPECT_TRUE(holds(ask({"hubs", "--demand", "uniform"}), "\"demand\":\"uniform\""));
  data_.write("margins.csv", "region,direction,value_bn_usd,basis\n");
  const Outcome alike = ask({"hubs"});
  EXPECT_TRUE(holds(alike, "\"demand\":\"uniform\""));
  EXPECT_NE(alike.err.find("no figures of trade"), std::string::npos) << alike.err;
  EXPECT_EQ(ask({"demand", "--corridor", "cere"}).exit_code, 2);
  EXPECT_EQ(ask({"demand", "--exponent", "1e6"}).exit_code, 2);
}

class DemandFile : public testing::Test {
 protected:
  Outcome hubs(const std::string& text, Strings more = {}) const {
    folder_.write("d.csv", text);
    Strings arguments{"hubs", "--demand", "d.csv", "--format", "json", "--no-timings"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments, folder_.path());
  }
  TestFolder folder_;
};

TEST_F(DemandFile, IsRouted) {
  const Outcome found =
      hubs("from,to,teu\nxian,duisburg,100\nprovince:gansu,country:POL,50\nport:shanghai,rotterdam,0\n");
  EXPECT_TRUE(holds(found, "\"demand\":\"d.csv\""));
  EXPECT_NEAR(summary(found, "demand_total"), 150, 1e-9);
  EXPECT_NEAR(summary(found, "served"), 150, 1e-9);
  EXPECT_NEAR(
      summary(hubs("from,to,teu\nxian,duisburg,100\nprovince:gansu,country:POL,50\n", {"--from", "duisburg"}),
              "demand_total"),
      100, 1e-9);
  // Directions are as the file says them, and no more.
  const Outcome one = hubs("from,to,teu\nxian,duisburg,1\n");
  EXPECT_EQ(summary(one, "pairs_of_hubs"), 1);
  EXPECT_EQ(summary(hubs("from,to,teu\n"), "demand_total"), 0);
}

TEST_F(DemandFile, EverythingWrongIsToldAtOnce) {
  const Outcome found = hubs(
      "from,to,teu\nxian,xian,1\nxian,rail:xian,1\nxian,nowhere,1\nxian,duisburg,-1\nxian,duisburg,nan\nxian,"
      "duisburg,inf\n"
      "xian,duisburg,x\nxian,duisburg,1\nxian,duisburg,2\nprovince:hong-kong,country:HKG,1\n,,\n");
  EXPECT_EQ(found.exit_code, 3);
  EXPECT_TRUE(found.out.empty());
  Strings places;
  for (const std::string& line : found.error_lines()) places.push_back(line.substr(0, line.find(": error")));
  std::ranges::sort(places);
  EXPECT_EQ(places,
            (Strings{"d.csv:10:1", "d.csv:11:20", "d.csv:12:1", "d.csv:12:2", "d.csv:12:3", "d.csv:2:6",
                     "d.csv:3:6", "d.csv:4:6", "d.csv:5:15", "d.csv:6:15", "d.csv:7:15", "d.csv:8:15"}))
      << found.err;
}

TEST_F(DemandFile, FilesThatAreNone) {
  EXPECT_EQ(hubs("").exit_code, 3);
  EXPECT_EQ(hubs("from,to\nxian,duisburg\n").exit_code, 3);
  EXPECT_EQ(run({"links", "--demand", "gone.csv"}).exit_code, 3);
  EXPECT_EQ(run({"links", "--demand", "everything"}).exit_code, 2);
}

}  // namespace
}  // namespace landbridge::test
