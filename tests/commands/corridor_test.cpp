// The corridor commands as a user types them: route, matrix, hubs, links, data.
#include "support/command_line.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

/// Rows of a CSV answer without quoted cells, the heading first.
std::vector<Strings> csv(const Outcome& outcome) {
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  std::vector<Strings> rows;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    Strings cells(1);
    for (const char c : line) {
      if (c == ',')
        cells.emplace_back();
      else if (c != '\r')
        cells.back() += c;
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::size_t column(const std::vector<Strings>& rows, const std::string& name) {
  const auto found = std::find(rows.front().begin(), rows.front().end(), name);
  EXPECT_NE(found, rows.front().end()) << name;
  return static_cast<std::size_t>(found - rows.front().begin());
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(RouteCommand, ByTimeOverKazakhstanByRail) {
  const auto rows = csv(run({"route", "chongqing", "duisburg", "--by", "time", "--format", "csv"}));
  ASSERT_GE(rows.size(), 2u);
  const double km = std::stod(rows[1][column(rows, "distance_km")]);
  EXPECT_GE(km, 10000);
  EXPECT_LE(km, 11200);
  const std::string& places = rows[1][column(rows, "places")];
  EXPECT_TRUE(holds(places, "border:dostyk") || holds(places, "border:khorgos")) << places;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][column(rows, "rank")], "1");
    EXPECT_EQ(rows[i][column(rows, "leg_mode")], "rail");
    for (const char* figure : {"leg_distance_km", "leg_time_h", "leg_money_usd", "leg_co2_kg"})
      EXPECT_GT(std::stod(rows[i][column(rows, figure)]), 0) << figure;
  }
}

TEST(RouteCommand, ByMoneyByWaterAndByQinzhou) {
  const Outcome rhine = run({"route", "chongqing", "duisburg", "--by", "money", "--format", "csv"});
  EXPECT_TRUE(holds(rhine.out, ",river,") || holds(rhine.out, ",sea,"));
  const Outcome south = run({"route", "guiyang", "singapore", "--format", "csv"});
  EXPECT_TRUE(holds(south.out, "port:qinzhou"));
}

TEST(RouteCommand, NamesThatMeanNothingAreRefused) {
  const Outcome unknown = run({"route", "chonqing", "duisburg", "--format", "json"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.out, "");
  ASSERT_EQ(unknown.error_lines().size(), 1u);
  EXPECT_TRUE(holds(unknown.err, "landbridge: error: unknown place \"chonqing\"; nearest: chongqing"))
      << unknown.err;
  for (const Strings& arguments :
       {Strings{"route", "waypoint:balabac", "duisburg"},
        Strings{"route", "xian", "xian", "--avoid", "passage:none"},
        Strings{"route", "xian", "duisburg", "--modes", "rail,camel"},
        Strings{"route", "xian", "duisburg", "--corridor", "none"},
        Strings{"route", "xian", "duisburg", "--set", "sea_tariff=-1"},
        Strings{"route", "xian", "duisburg", "--set", "no_such_field=1"}, Strings{"matrix", "--from", "xian"},
        Strings{"hubs", "--from", "country:XYZ"}}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments.back();
    EXPECT_EQ(outcome.error_lines().size(), 1u) << outcome.err;
  }
}

TEST(RouteCommand, NoRouteIsAnAnswer) {
  const Outcome outcome =
      run({"route", "chongqing", "los-angeles", "--modes", "rail", "--format", "json", "--no-timings"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(holds(outcome.out, "\"reason\":\"no link that is open ends at los-angeles\"")) << outcome.out;
  const Outcome table = run({"route", "chongqing", "los-angeles", "--modes", "rail", "--format", "csv"});
  EXPECT_EQ(csv(table).size(), 1u);
  EXPECT_EQ(table.err, "landbridge: no link that is open ends at los-angeles\n");
  EXPECT_EQ(run({"route", "chongqing", "los-angeles", "--modes", "rail", "--format", "csv", "--quiet"}).err,
            "");
}

TEST(MatrixCommand, CostsAreWholeCents) {
  const auto rows = csv(run({"matrix", "--from", "warsaw,lodz,gdansk,country:POL", "--to",
                             "berlin,duisburg,hamburg", "--format", "csv"}));
  ASSERT_GT(rows.size(), 10u);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string& cost = rows[i][column(rows, "cost")];
    const std::size_t point = cost.find('.');
    EXPECT_TRUE(point == std::string::npos || cost.size() - point <= 3) << cost;
  }
}

TEST(RouteCommand, PricesAreSetByFileAndByFlag) {
  const TestFolder folder;
  folder.write("prices.toml", "value_of_time = 15\n");
  const auto money = [&](const Strings& more) {
    Strings arguments{"route", "chongqing", "duisburg", "--format", "csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto rows = csv(run(arguments, folder.path()));
    return rows[1][column(rows, "modes")];
  };
  EXPECT_TRUE(holds(money({}), "sea"));
  EXPECT_EQ(money({"--cost-model", "prices.toml"}), "rail");
  EXPECT_EQ(money({"--set", "value_of_time=15"}), "rail");
  EXPECT_TRUE(holds(money({"--cost-model", "prices.toml", "--set", "value_of_time=0.5"}), "sea"));
  folder.write("broken.toml", "value_of_tim = 15\nsea_tariff = -1\n");
  const Outcome broken =
      run({"route", "chongqing", "duisburg", "--cost-model", "broken.toml"}, folder.path());
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_EQ(broken.error_lines().size(), 2u) << broken.err;
}

TEST(RouteCommand, AvoidingAStraitOrACorridorsOthers) {
  const Outcome around =
      run({"route", "port:shanghai", "port:rotterdam", "--avoid", "passage:suez", "--format", "csv"});
  EXPECT_FALSE(holds(around.out, "suez-south")) << around.out;
  const Outcome inside =
      run({"route", "xian", "moscow", "--corridor", "cere_west", "--format", "json", "--no-timings"});
  EXPECT_TRUE(holds(inside.out, "\"corridors\":[\"cere_west\"]")) << inside.out;
  EXPECT_TRUE(holds(inside.out, "\"corridor_modes\":[\"rail\"]"));
}

/// The built-in tables in a folder, one text of one of them replaced.
void copy_data(const TestFolder& folder, const std::string& table, const std::string& from,
               const std::string& to) {
  for (const auto& entry : std::filesystem::directory_iterator(built_in_data()))
    if (entry.path().extension() == ".csv") std::filesystem::copy(entry.path(), folder.path());
  std::string text = folder.read(table);
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  folder.write(table, text.replace(at, from.size(), to));
}

TEST(RouteCommand, ANameOfTwoHubsIsRefusedWithBoth) {
  const TestFolder folder;
  copy_data(folder, "hubs.csv", "xuzhou,Xuzhou", "xuzhou,Zhengzhou East");
  const Outcome one = run({"route", "Zhengzhou East", "duisburg", "--data", "."}, folder.path());
  EXPECT_EQ(one.exit_code, 0) << one.err;
  const TestFolder twice;
  copy_data(twice, "hubs.csv", "xuzhou,Xuzhou", "xuzhou,Baoji Town");
  std::string text = twice.read("hubs.csv");
  const std::string there = "baoji,Baoji";
  ASSERT_NE(text.find(there), std::string::npos);
  twice.write("hubs.csv", text.replace(text.find(there), there.size(), "baoji,Baoji Town"));
  const Outcome two = run({"route", "Baoji Town", "duisburg", "--data", "."}, twice.path());
  EXPECT_EQ(two.exit_code, 2);
  EXPECT_TRUE(holds(two.err, "\"Baoji Town\" may mean any of baoji, xuzhou")) << two.err;
}

TEST(RouteCommand, BadDataIsRefusedWithEveryFaultAndNothingIsWritten) {
  const TestFolder folder;
  copy_data(folder, "links.csv", "rail:xuzhou,226", "rail:xuzhou,-226");
  const std::string text = folder.read("places.csv");
  const std::size_t first = text.find('\n') + 1;
  folder.write("places.csv", text + text.substr(first, text.find('\n', first) + 1 - first));
  const Outcome outcome =
      run({"route", "xian", "moscow", "--data", ".", "--output", "answer.json", "--format", "json"},
          folder.path());
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.out, "");
  ASSERT_EQ(outcome.error_lines().size(), 2u) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "links.csv:2:40: error: ")) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "is given twice")) << outcome.err;
  const Strings files = folder.files();
  EXPECT_EQ(std::count(files.begin(), files.end(), "answer.json"), 0);
}

TEST(RouteCommand, CrlfAndByteOrderMarksGiveTheSameAnswer) {
  const TestFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(built_in_data())) {
    if (entry.path().extension() != ".csv") continue;
    std::filesystem::copy(entry.path(), folder.path());
    const std::string name = entry.path().filename().string();
    std::string text = "\xef\xbb\xbf";
    for (const char c : folder.read(name)) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    folder.write(name, text);
  }
  EXPECT_EQ(run({"route", "xian", "moscow", "--data", ".", "--format", "csv"}, folder.path()).out,
            run({"route", "xian", "moscow", "--format", "csv"}).out);
}

TEST(MatrixCommand, AProductOfTwoSets) {
  const auto rows = csv(run(
      {"matrix", "--from", "xian,chengdu", "--to", "duisburg,singapore", "--by", "time", "--format", "csv"}));
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows.front(), (Strings{"from", "to", "cost", "money_usd", "time_h", "distance_km", "co2_kg"}));
  EXPECT_EQ(rows[1][0], "xian");
  const auto cut =
      csv(run({"matrix", "--from", "xian", "--to", "los-angeles", "--modes", "rail", "--format", "csv"}));
  ASSERT_EQ(cut.size(), 2u);
  EXPECT_EQ(cut[1][2], "");
}

TEST(HubsCommand, RanksWhatIsHandled) {
  const auto rows = csv(run({"hubs", "--draws", "4", "--top", "5", "--format", "csv"}));
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_EQ(rows.front(), (Strings{"rank", "hub", "places", "name", "kind", "country", "score", "own",
                                   "exchanged", "cleared", "handled", "through", "score_undisturbed",
                                   "rank_undisturbed", "rank_low", "rank_high", "p_top"}));
  double before = 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double score = std::stod(rows[i][column(rows, "score")]);
    EXPECT_LE(score, before + 1e-9);
    EXPECT_EQ(rows[i][column(rows, "score")], rows[i][column(rows, "handled")]);
    before = score;
  }
  const auto passages = csv(run({"hubs", "--kind", "passage", "--draws", "2", "--top", "3", "--format", "csv"}));
  ASSERT_EQ(passages.size(), 4u);
  EXPECT_EQ(passages[1][column(passages, "score")], passages[1][column(passages, "through")]);
}

TEST(HubsCommand, ScoresAreMeansOverDrawsUnlessNoneAreAskedFor) {
  const auto rows = csv(run({"hubs", "--draws", "3", "--top", "2", "--seed", "5", "--format", "csv"}));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_NE(rows[1][column(rows, "score")], rows[1][column(rows, "score_undisturbed")]);
  EXPECT_LE(std::stoi(rows[1][column(rows, "rank_low")]), std::stoi(rows[1][column(rows, "rank_high")]));
  const auto plain = csv(run({"hubs", "--draws", "0", "--top", "2", "--format", "csv"}));
  EXPECT_EQ(plain[1][column(plain, "score")], plain[1][column(plain, "score_undisturbed")]);
  EXPECT_EQ(plain[1][column(plain, "p_top")], "");
  const Outcome json = run({"links", "--draws", "2", "--top", "3", "--seed", "5", "--format", "json"});
  for (const char* field : {"\"draws\":2", "\"p_top_of\":3", "\"seed\":5", "\"rank_undisturbed\":"})
    EXPECT_TRUE(holds(json.out, field)) << field;
  const Outcome none = run({"hubs", "--kind", "passage", "--draws", "0", "--format", "json"});
  EXPECT_TRUE(holds(none.out, "\"seed\":null"));
  for (const char* wrong : {"-1", "5000", "many"})
    EXPECT_EQ(run({"hubs", "--draws", wrong}).exit_code, 2) << wrong;
}

TEST(HubsCommand, TheSameBytesForAnyNumberOfThreads) {
  const Outcome one = run({"hubs", "--draws", "2", "--format", "json", "--no-timings", "--threads", "1"});
  const Outcome three = run({"hubs", "--draws", "2", "--format", "json", "--no-timings", "--threads", "3"});
  EXPECT_EQ(one.out, three.out);
  EXPECT_FALSE(one.out.empty());
}

TEST(HubsCommand, ACorridorSaysWhatItServes) {
  const Outcome outcome = run({"hubs", "--corridor", "nwlsc", "--draws", "0", "--format", "json", "--no-timings"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* field :
       {"\"served\":", "\"unserved\":", "\"served_share\":", "\"denominator\":", "\"corridor_links\":"})
    EXPECT_TRUE(holds(outcome.out, field)) << field;
  // It has legs at sea; the rail corridor to Europe has none and says so.
  EXPECT_FALSE(holds(outcome.out, "\"corridor_note\":"));
  EXPECT_TRUE(holds(run({"hubs", "--corridor", "cere_west", "--draws", "0", "--format", "json"}).out, "\"corridor_note\":"));
}

TEST(CorridorCommands, NameTheEngineThatRan) {
  const std::vector<Strings> commands{{"hubs", "--draws", "0", "--demand", "uniform"},
                                      {"links", "--draws", "0", "--demand", "uniform"},
                                      {"matrix", "--from", "chongqing", "--to", "duisburg"},
                                      {"route", "chongqing", "duisburg"}};
  for (Strings command : commands) {
    command.insert(command.end(), {"--format", "json"});
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(holds(outcome.out, "\"engine\":\"search\",\"order_hash\":null")) << command.front();
  }
}

TEST(LinksCommand, SectionsByShare) {
  const auto rows = csv(run({"links", "--draws", "2", "--top", "4", "--modes", "rail", "--format", "csv"}));
  ASSERT_EQ(rows.size(), 5u);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][column(rows, "mode")], "rail");
    EXPECT_GT(std::stod(rows[i][column(rows, "share")]), 0);
  }
  for (const char* field : {"rank", "link", "from", "to", "corridors", "score"}) column(rows, field);
}

TEST(DataCommand, TransfersAreTheTableOfHandling) {
  const Outcome handling = run({"data", "handling", "--format", "csv"});
  EXPECT_EQ(handling.exit_code, 0);
  EXPECT_EQ(run({"data", "transfers", "--format", "csv"}).out, handling.out);
}

TEST(DataCommand, EveryTableIsShown) {
  for (const char* table : {"places",    "links",        "borders",        "services",       "handling",
                            "provinces", "partners",     "trade",          "memberships",    "agreements",
                            "platforms", "throughput",   "crossings",      "prices",         "conditions",
                            "columns",   "border-terms", "handling-terms", "cost-model",     "corridors",
                            "sources",   "margins",      "trade_shares",   "first_partners", "containers"}) {
    const Outcome outcome = run({"data", table, "--format", "json", "--no-timings"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(holds(outcome.out, "\"schema\": \"landbridge/data/1\""));
  }
  EXPECT_EQ(run({"data", "moons"}).exit_code, 2);
}

TEST(DataCommand, MapsCanBeMadeOfAnswers) {
  for (const Strings& arguments :
       {Strings{"route", "xian", "moscow"}, Strings{"hubs", "--draws", "1"}, Strings{"links", "--draws", "1"}, Strings{"data", "places"}}) {
    Strings full = arguments;
    full.insert(full.end(), {"--format", "geojson"});
    const Outcome outcome = run(full);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(holds(outcome.out, "FeatureCollection"));
  }
}

}  // namespace
}  // namespace landbridge::test
