// The data set as a user changes it: exported, rows added by hand, checked, routed over.
#include "landbridge/network/cost_model.hpp"
#include "refused/broken_data.hpp"
#include "support/command_line.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Row = std::map<std::string, std::string>;

/// An exported copy of the built-in tables to which rows are added.
class Edited {
 public:
  /// Cells by the names of their columns; the others stay empty.
  void add(const std::string& table, const Row& row) const {
    Strings lines = data_.lines(table);
    std::vector<Cell> cells(cells_of(lines.front()).size());
    for (const auto& [column, text] : row) cells[DataSet::column(lines.front(), column)].text = text;
    data_.write(table, data_.read(table) + line_of(cells) + "\n");
  }
  const DataSet& data() const { return data_; }

  void expect_sound() const {
    const Outcome outcome = run({"check", ".", "--format", "csv"}, data_.path());
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
    EXPECT_EQ(outcome.out.find(",error,"), std::string::npos) << outcome.out;
    // One's own rows state no source here, and are told so; nothing else is doubtful.
    const auto lines = std::ranges::count(outcome.out, '\n') - 1;
    std::size_t told = 0;
    for (std::size_t at = outcome.out.find("no source is stated"); at != std::string::npos;
         at = outcome.out.find("no source is stated", at + 1))
      ++told;
    EXPECT_EQ(static_cast<std::size_t>(lines), told) << outcome.out;
  }

 private:
  DataSet data_;
};

/// The first line of a route's answer, by column; over the built-in data where no folder is named.
class Answer {
 public:
  Answer(Strings arguments, const std::string& folder = {}) {
    arguments.insert(arguments.begin(), "route");
    arguments.insert(arguments.end(), {"--format", "csv"});
    if (!folder.empty()) arguments.insert(arguments.end(), {"--data", folder});
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::size_t end = outcome.out.find('\n'), next = outcome.out.find('\n', end + 1);
    EXPECT_NE(next, std::string::npos) << outcome.err;
    if (next == std::string::npos) return;
    heading_ = outcome.out.substr(0, end);
    cells_ = cells_of(outcome.out.substr(end + 1, next - end - 1));
  }
  const std::string& text(const std::string& column) const {
    return cells_.at(DataSet::column(heading_, column)).text;
  }
  double operator[](const std::string& column) const { return std::stod(text(column)); }

 private:
  std::string heading_;
  std::vector<Cell> cells_;
};

const Strings xining_chengdu{"xining", "chengdu", "--modes", "rail", "--by", "distance"};
// Every train as a through train: what rows of borders and services say shows by itself.
const Strings urumqi_mointy{"urumqi", "rail:mointy", "--modes", "rail", "--by", "time", "--set", "wagonload_border_time=0"};
const Strings mointy_urumqi{"rail:mointy", "urumqi", "--modes", "rail", "--by", "time", "--set", "wagonload_border_time=0"};

/// Two stations at the border between Urumqi and Mointy, and the railways that lead there: 620 + 4 + 750 km.
void add_railway_over_bakhty(const Edited& edited) {
  edited.add("places.csv", {{"id", "border:bakhty-china"},
                            {"name", "Bakhty (China)"},
                            {"country", "CHN"},
                            {"province", "xinjiang"},
                            {"lat", "46.68"},
                            {"lon", "82.73"},
                            {"gauges_mm", "1435"}});
  edited.add("places.csv", {{"id", "border:bakhty"},
                            {"name", "Bakhty"},
                            {"country", "KAZ"},
                            {"lat", "46.67"},
                            {"lon", "82.70"},
                            {"gauges_mm", "1520"}});
  const auto railway = [&](const char* from, const char* to, const char* km, const char* gauges,
                           const char* countries) {
    edited.add("links.csv", {{"mode", "rail"},
                             {"from", from},
                             {"to", to},
                             {"length_km", km},
                             {"gauges_mm", gauges},
                             {"countries", countries}});
  };
  railway("rail:urumqi", "border:bakhty-china", "620", "1435", "CHN");
  railway("border:bakhty-china", "border:bakhty", "4", "1435;1520", "CHN;KAZ");
  railway("border:bakhty", "rail:mointy", "750", "1520", "KAZ");
}

/// Outward alone: 12 hours, 50 USD of clearance and 200 USD for the change of gauge.
void add_border_at_bakhty(const Edited& edited) {
  edited.add("borders.csv", {{"mode", "rail"},
                             {"from", "border:bakhty-china"},
                             {"to", "border:bakhty"},
                             {"time_h", "12"},
                             {"clearance_usd_per_teu", "50"},
                             {"gauge_change_usd_per_teu", "200"},
                             {"from_gauge_mm", "1435"},
                             {"to_gauge_mm", "1520"},
                             {"time_basis", "judgement: for a test"},
                             {"money_basis", "judgement: for a test"}});
}

/// Four departures a day.
void add_train_over_bakhty(const Edited& edited) {
  edited.add("services.csv", {{"id", "bakhty-shuttle"},
                              {"name", "Bakhty shuttle"},
                              {"mode", "rail"},
                              {"kind", "cross_border_train"},
                              {"stops", "rail:urumqi;rail:mointy"},
                              {"via", "rail:urumqi;border:bakhty-china;border:bakhty;rail:mointy"},
                              {"frequency_per_week", "28"}});
}

TEST(EditedData, ADirectRailwayShortensTheRouteBetweenItsEnds) {
  const Answer before(xining_chengdu);
  ASSERT_GT(before["distance_km"], 1000);  // by way of Lanzhou
  EXPECT_NE(before.text("places").find("rail:lanzhou"), std::string::npos);
  const Edited edited;
  edited.add("links.csv", {{"mode", "rail"},
                           {"from", "rail:xining"},
                           {"to", "rail:chengdu"},
                           {"length_km", "836"},
                           {"gauges_mm", "1435"}});
  edited.expect_sound();
  const Answer after(xining_chengdu, edited.data().path());
  EXPECT_DOUBLE_EQ(after["distance_km"], 836);
  EXPECT_EQ(after.text("places"), "rail:xining;rail:chengdu");
  // Both ways are of the same rails: hours, tariff and carbon go by the kilometre, terminals and the wait
  // stay.
  for (const char* per_km : {"haul_h", "haul_usd", "co2_kg"})
    EXPECT_NEAR(after[per_km], before[per_km] * 836 / before["distance_km"], 1e-6) << per_km;
  for (const char* fixed : {"terminals_h", "terminals_usd", "waiting_h", "borders_h"})
    EXPECT_DOUBLE_EQ(after[fixed], before[fixed]) << fixed;
  // Whoever does not pass there goes as before.
  EXPECT_EQ(Answer(urumqi_mointy, edited.data().path()).text("cost"), Answer(urumqi_mointy).text("cost"));
}

TEST(EditedData, ABordersHoursAndMoneyAreWhatItsRowSays) {
  const Answer before(urumqi_mointy);
  ASSERT_GT(before["borders_h"], 12);
  const Edited edited;
  add_railway_over_bakhty(edited);
  edited.expect_sound();
  // Without a row the new border takes the usual hours of its kind: no gift, so the shorter old way stays the
  // best.
  EXPECT_EQ(Answer(urumqi_mointy, edited.data().path()).text("places"), before.text("places"));
  add_border_at_bakhty(edited);
  edited.expect_sound();
  const Answer after(urumqi_mointy, edited.data().path());
  EXPECT_EQ(after.text("places"), "rail:urumqi;border:bakhty-china;border:bakhty;rail:mointy");
  EXPECT_DOUBLE_EQ(after["distance_km"], 620 + 4 + 750);
  EXPECT_DOUBLE_EQ(after["borders_h"], 12);
  EXPECT_DOUBLE_EQ(after["borders_usd"], 50 + 200);
  EXPECT_DOUBLE_EQ(after["waiting_h"], before["waiting_h"]);  // for the next ordinary train
  EXPECT_LT(after["time_h"], before["time_h"]);
  // The row is of one direction; the way back goes as it did.
  EXPECT_EQ(Answer(mointy_urumqi, edited.data().path()).text("places"), Answer(mointy_urumqi).text("places"));
}

TEST(EditedData, AServiceOfManyDeparturesCutsTheWait) {
  const Edited edited;
  add_railway_over_bakhty(edited);
  add_border_at_bakhty(edited);
  const Answer before(urumqi_mointy, edited.data().path());
  add_train_over_bakhty(edited);
  edited.expect_sound();
  const Answer after(urumqi_mointy, edited.data().path());
  EXPECT_EQ(after.text("leg_service"), "bakhty-shuttle");
  // 168 h over 28 trains is one every 6 h: 3 h on average, once, as it goes on behind the border without
  // waiting.
  EXPECT_DOUBLE_EQ(after["waiting_h"], 3);
  ASSERT_GT(before["waiting_h"], 3);
  EXPECT_NEAR(after["time_h"], before["time_h"] - before["waiting_h"] + 3, 1e-9);
  for (const char* same : {"distance_km", "haul_h", "borders_h", "terminals_h"})
    EXPECT_NEAR(after[same], before[same], 1e-9) << same;
}

TEST(EditedData, AServiceCrossesTheBorderAsAThroughTrain) {
  const Edited edited;
  add_railway_over_bakhty(edited);
  add_border_at_bakhty(edited);
  const Strings as_they_are(urumqi_mointy.begin(), urumqi_mointy.end() - 2);
  const Answer ordinary(as_they_are, edited.data().path());
  EXPECT_DOUBLE_EQ(ordinary["borders_h"], 12 + CostModel().wagonload_border_time.value());
  add_train_over_bakhty(edited);
  const Answer through(as_they_are, edited.data().path());
  EXPECT_EQ(through.text("leg_service"), "bakhty-shuttle");
  EXPECT_DOUBLE_EQ(through["borders_h"], 12);
}

TEST(EditedData, ATimetableIsWaitedForFromTheMomentThatCargoIsReady) {
  const Edited edited;
  add_railway_over_bakhty(edited);
  add_border_at_bakhty(edited);
  edited.add("services.csv", {{"id", "bakhty-shuttle"},
                              {"name", "Bakhty shuttle"},
                              {"mode", "rail"},
                              {"kind", "cross_border_train"},
                              {"stops", "rail:urumqi;rail:mointy"},
                              {"via", "rail:urumqi;border:bakhty-china;border:bakhty;rail:mointy"},
                              {"departures", "tue 18:00;fri 06:00"}});
  edited.expect_sound();
  const auto ready = [&](const char* moment) {
    Strings arguments = urumqi_mointy;
    arguments.insert(arguments.end(), {"--ready", moment});
    return Answer(arguments, edited.data().path());
  };
  const Answer in_time = ready("tue 08:00");
  EXPECT_EQ(in_time.text("leg_service"), "bakhty-shuttle");
  EXPECT_DOUBLE_EQ(in_time["waiting_h"], 5);  // 5 h in the terminal, on board from 13:00
  // Who comes too late for Tuesday's train takes an ordinary one.
  EXPECT_EQ(ready("tue 14:00").text("leg_service"), "");
  for (const char* wrong : {"tuesday 8", "tue 24:00", "8", "now"})
    EXPECT_EQ(run({"route", "urumqi", "rail:mointy", "--ready", wrong}).exit_code, 2) << wrong;
}

TEST(EditedData, ARowThatDoesNotFitIsTold) {
  const Edited edited;
  edited.add("links.csv",
             {{"mode", "rail"}, {"from", "rail:xining"}, {"to", "rail:chengdoo"}, {"length_km", "836"}});
  const Strings errors = edited.data().errors();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_TRUE(
      errors.front().starts_with("links.csv:" + std::to_string(edited.data().lines("links.csv").size())))
      << errors.front();
  EXPECT_EQ(run({"route", "xian", "moscow", "--data", edited.data().path()}).exit_code, 3);
}

/// The quickest of several runs, in seconds: loading, pricing and routing.
double seconds(Strings arguments) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 3; ++i) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(run(arguments).exit_code, 0);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    least = std::min(least, took.count());
  }
  return least;
}

TEST(EditedData, IsLoadedAndRoutedOverAsFastAsTheBuiltInOne) {
  const Edited edited;
  add_railway_over_bakhty(edited);
  add_border_at_bakhty(edited);
  add_train_over_bakhty(edited);
  const double built_in = seconds({"route", "xian", "duisburg", "--format", "csv"});
  const double own =
      seconds({"route", "xian", "duisburg", "--format", "csv", "--data", edited.data().path()});
  EXPECT_LE(own, 3 * built_in);
}

/// As a user types it.
TEST(AirByFlag, FliesWhereTheModesSaySo) {
  const Answer ground({"zhengzhou", "los-angeles", "--by", "time"});
  EXPECT_EQ(ground.text("modes").find("air"), std::string::npos);
  const Answer air({"zhengzhou", "los-angeles", "--by", "time", "--modes", "rail,road,air"});
  EXPECT_NE(air.text("modes").find("air"), std::string::npos);
  EXPECT_LT(air["time_h"], ground["time_h"]);
}

}  // namespace
}  // namespace landbridge::test
