#include "landbridge/io/observations.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

namespace fs = std::filesystem;

std::string folder_with(const std::string& name, const std::string& text) {
  // Tests may run at the same time.
  const fs::path folder =
      fs::path(::testing::TempDir()) / ("observations_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / name) << text;
  return folder.string();
}

TEST(Observations, TheBuiltInOnesAreThere) {
  const Observations all = load_observations();
  const auto independent_rail = std::ranges::count_if(
      all.distances, [](const PublishedDistance& row) { return row.mode == "rail" && row.independent; });
  EXPECT_EQ(independent_rail, 17);
  EXPECT_EQ(std::ranges::count_if(all.distances, [](const PublishedDistance& row) { return row.mode != "rail"; }),
            28);
  EXPECT_GE(all.transits.size(), 114u);
  EXPECT_GT(all.rates.size(), 60u);
  EXPECT_EQ(all.basins.size(), 22u);
  EXPECT_EQ(all.market_ports.at("southeast-asia"), "singapore");
  const auto count = [&](const char* ranking) { return std::ranges::count(all.scores, ranking, &ObservedScore::ranking); };
  EXPECT_EQ(count("origin_trains"), 12);
  EXPECT_EQ(count("seaport_teu"), 16);
  EXPECT_EQ(count("border_trains"), 4);
  EXPECT_EQ(count("border_tonnes"), 3);
}

TEST(Observations, ScoresMayBeOfSeveralPlacesTogether) {
  const Observations read = load_observations(
      folder_with("observed_rankings.csv",
                  "ranking,subject,value,unit,year,basis,source\nborder_trains,border:a;border:b,12,trains,2024,sourced,s\n"));
  ASSERT_EQ(read.scores.size(), 1u);
  EXPECT_EQ(read.scores[0].subjects, (std::vector<std::string>{"border:a", "border:b"}));
  EXPECT_EQ(read.scores[0].value, 12);
  EXPECT_EQ(read.scores[0].unit, "trains");
  EXPECT_EQ(read.scores[0].year, "2024");
}

TEST(Observations, LengthsAreKilometres) {
  const Observations read = load_observations(folder_with(
      "distances.csv", "mode,from,to,via,published,unit,independent,source\n"
                       "sea,port:a,port:b,suez;gibraltar,100,nm,yes,s\nrail,rail:a,rail:b,,100,km,no,s\n"));
  ASSERT_EQ(read.distances.size(), 2u);
  EXPECT_DOUBLE_EQ(read.distances[0].kilometres, 185.2);
  EXPECT_EQ(read.distances[0].via, (std::vector<std::string>{"suez", "gibraltar"}));
  EXPECT_DOUBLE_EQ(read.distances[1].kilometres, 100);
  EXPECT_FALSE(read.distances[1].independent);
}

TEST(Observations, RowsWithoutAFigureAreNone) {
  const Observations read = load_observations(folder_with(
      "transit_times.csv", "from,to,mode,days,year\nxian,lodz,rail,,2020\nxian,lodz,rail,12.5,\n"));
  ASSERT_EQ(read.transits.size(), 1u);
  EXPECT_EQ(read.transits[0].days, 12.5);
  EXPECT_FALSE(read.transits[0].year);
}

TEST(Observations, AYearThatOnlyBoundsTheFigureIsNone) {
  const Observations days = load_observations(
      folder_with("transit_times.csv", "from,to,mode,days,year,year_basis\nxian,lodz,rail,12,2020,stated\n"
                                       "xian,lodz,rail,13,2021,judged\nxian,lodz,rail,14,2022,published\n"
                                       "xian,lodz,rail,15,2026,read\nxian,lodz,rail,16,2024,\n"));
  ASSERT_EQ(days.transits.size(), 5u);
  EXPECT_EQ(days.transits[0].year, 2020);
  EXPECT_EQ(days.transits[1].year, 2021);
  EXPECT_FALSE(days.transits[2].year);
  EXPECT_FALSE(days.transits[3].year);
  EXPECT_EQ(days.transits[4].year, 2024);
  const Observations rates = load_observations(
      folder_with("prices.csv", "mode,from,to,direction,usd_per_teu,year,year_basis\n"
                                "sea,a,b,,100,2020,stated\nsea,a,b,,200,2026,read\n"));
  ASSERT_EQ(rates.rates.size(), 1u);
  EXPECT_EQ(rates.rates[0].usd_per_teu, 100);
}

TEST(Observations, AFolderWithoutThemHasNone) {
  EXPECT_TRUE(load_observations(folder_with("other.csv", "a\n1\n")).empty());
}

TEST(Observations, WrongFiguresAreFoundAtTheirPlace) {
  try {
    load_observations(folder_with("prices.csv", "mode,from,to,direction,usd_per_teu,year\n"
                                                "sea,a,b,,cheap,2020\nsea,a,b,,100,20x0\n"));
    FAIL() << "nothing was found";
  } catch (const DataError& error) {
    ASSERT_EQ(error.findings().size(), 2u);
    EXPECT_EQ(error.findings()[0].line, 2u);
    EXPECT_EQ(error.findings()[0].column, 10u);
    EXPECT_EQ(error.findings()[1].line, 3u);
  }
}

}  // namespace
}  // namespace landbridge
