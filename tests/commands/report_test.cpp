// `landbridge report`: where it writes, what it prints, what it refuses.
#include "support/command_line.hpp"

#include <cstdio>
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
  for (const char* name : {"report.html", "hubs.csv", "links.csv", "passages.csv", "corridors.csv", "corridor_hubs.csv", "journeys.csv",
                           "checks.csv", "unserved.csv", "assumptions.csv", "sources.csv"})
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

/// The cell of a row of CSV without quotes before it.
std::string cell(const std::string& csv, const std::string& row, std::size_t column) {
  const std::size_t start = csv.find("\n" + row);
  if (start == std::string::npos) return "";
  std::size_t at = start + 1;
  for (; column > 0; --column) at = csv.find(',', at) + 1;
  return csv.substr(at, csv.find_first_of(",\n", at) - at);
}

/// What follows a text up to a mark.
std::string after(const std::string& text, const std::string& before, const std::string& end) {
  const std::size_t at = text.find(before);
  return at == std::string::npos ? "" : text.substr(at + before.size(), text.find(end, at + before.size()) - at - before.size());
}

TEST(ReportCommand, OneTariffChangesMapTablesAndJsonTogether) {
  const TestFolder folder;
  std::string shares[2], notes[2], cells[2], numbers[2], costs[2];
  for (int i = 0; i < 2; ++i) {
    const std::string out = std::to_string(i);
    const Outcome outcome = run({"report", "--out", out, "--top", "1", "--format", "json", "--no-timings", "--set",
                                 i == 0 ? "rail_tariff_broad=0.279" : "rail_tariff_broad=0.05"},
                                folder.path());
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::string page = folder.read(out + "/report.html"), hubs = folder.read(out + "/hubs.csv");
    const std::string name = after(outcome.out, "\"name\":\"", "\""), slug = after(outcome.out, "\"hub\":\"", "\"");
    ASSERT_FALSE(name.empty()) << outcome.out;
    // The first hub in JSON, in the table beside the page, in the page's table and on its map.
    numbers[i] = name + after(outcome.out, "\"handled\":", ",");
    const std::size_t line = hubs.find("\n1," + slug + ",");
    ASSERT_NE(line, std::string::npos) << slug;
    cells[i] = name + " " + after(after(page, "<th scope=\"row\">" + name + "</th>", "</tr>"), "figure\">", "</span>");
    notes[i] = name + " " + after(after(page, "<title>" + name + ", ", "</title>"), "handles ", ", of it");
    EXPECT_EQ(cells[i], notes[i]);
    const double handled = std::stod(after(outcome.out, "\"handled\":", ","));
    char told[32];
    std::snprintf(told, sizeof told, "%.1f", 100 * handled);
    EXPECT_TRUE(holds(cells[i], std::string(" ") + told)) << cells[i] << ' ' << handled;
    EXPECT_TRUE(holds(hubs.substr(line, hubs.find('\n', line + 1) - line), after(outcome.out, "\"handled\":", ",").substr(0, 8)));
    costs[i] = cell(folder.read(out + "/journeys.csv"), "flagship,Chongqing,Duisburg,time-critical", 7);
    shares[i] = folder.read(out + "/corridors.csv");
  }
  EXPECT_NE(numbers[0], numbers[1]);
  EXPECT_NE(cells[0], cells[1]);
  EXPECT_NE(costs[0], costs[1]);
  EXPECT_NE(shares[0], shares[1]);
}

TEST(ReportCommand, RefusesWhatItCannotFollow) {
  const TestFolder folder;
  EXPECT_EQ(run({"report", "--corridor", "nowhere"}, folder.path()).exit_code, 2);
  EXPECT_EQ(run({"report", "--out", ""}, folder.path()).exit_code, 2);
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
