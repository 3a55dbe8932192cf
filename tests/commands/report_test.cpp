// `landbridge report`: where it writes, what it prints, what it refuses.
#include "support/command_line.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ReportCommand, WritesThePageAndItsTablesAndPrintsTheTopHubs) {
  const TestFolder folder;
  const Outcome outcome = run(
      {"report", "--corridor", "cere-west", "--top", "3", "--format", "json", "--no-timings"}, folder.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(folder.files(), std::vector<std::string>{"report"});
  for (const char* name : {"report.html", "hubs.csv", "links.csv", "passages.csv", "assumptions.csv"})
    EXPECT_FALSE(folder.read(std::string("report/") + name).empty()) << name;
  EXPECT_TRUE(holds(outcome.out, "\"schema\": \"landbridge/report/1\"")) << outcome.out;
  EXPECT_TRUE(holds(outcome.out, "report/report.html"));
  EXPECT_TRUE(holds(outcome.out, "\"findings\":\""));
}

TEST(ReportCommand, WritesTheSameBytesTwiceAndForAnyNumberOfThreads) {
  const TestFolder folder;
  for (const char* threads : {"1", "3"})
    ASSERT_EQ(run({"report", "--corridor", "nwlsc", "--threads", threads, "--out", threads}, folder.path())
                  .exit_code,
              0);
  for (const char* name : {"report.html", "hubs.csv", "links.csv", "passages.csv"})
    EXPECT_EQ(folder.read(std::string("1/") + name), folder.read(std::string("3/") + name)) << name;
}

TEST(ReportCommand, TakesPricesFromFlagsAndFiles) {
  const TestFolder folder;
  folder.write("prices.toml", "rail_tariff = 0.3\n");
  const Outcome outcome =
      run({"report", "--corridor", "nwlsc", "--cost-model", "prices.toml", "--set", "value_of_time=15"},
          folder.path());
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string page = folder.read("report/report.html");
  EXPECT_TRUE(holds(page, "general cargo at 15 USD an hour"));
  EXPECT_TRUE(holds(page, "prices.toml, value_of_time=15"));
  EXPECT_TRUE(holds(page, "set for this report"));
}

TEST(ReportCommand, RefusesWhatItCannotFollow) {
  const TestFolder folder;
  EXPECT_EQ(run({"report", "--corridor", "nowhere"}, folder.path()).exit_code, 2);
  EXPECT_EQ(run({"report", "--set", "value_of_time"}, folder.path()).exit_code, 2);
  EXPECT_EQ(run({"report", "--set", "value_of_time=much"}, folder.path()).exit_code, 2);
  EXPECT_EQ(run({"report", "--set", "value_of_tim=1"}, folder.path()).exit_code, 2);
  EXPECT_EQ(run({"report", "--cost-model", "gone.toml"}, folder.path()).exit_code, 3);
  folder.write("bad.toml", "rail_tariff = -1\nload = \"x\"\n");
  const Outcome bad = run({"report", "--cost-model", "bad.toml"}, folder.path());
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_EQ(bad.error_lines().size(), 2u) << bad.err;
  folder.write("file", "in the way");
  EXPECT_EQ(run({"report", "--corridor", "nwlsc", "--out", "file"}, folder.path()).exit_code, 1);
  EXPECT_EQ(folder.files(), (std::vector<std::string>{"bad.toml", "file"}));
}

}  // namespace
}  // namespace landbridge::test
