#include "landbridge/report/corridor_report.hpp"

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Network& network() {
  static const Network built_in = load_default_network();
  return built_in;
}

/// A small one: each test is a process of its own.
CorridorReport land_sea() {
  return corridor_report(network(), {}, {.corridors = {"nwlsc"}});
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string file(const CorridorReport& report, const std::string& name) {
  for (const ReportFile& one : report.files)
    if (one.name == name) return one.content;
  return "";
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(CorridorReport, OfTheWholeNetworkHoldsThePageAndTheWholeTables) {
  const CorridorReport report = corridor_report(network());
  EXPECT_EQ(report.files[0].name, "report.html");
  EXPECT_EQ(lines(file(report, "hubs.csv")), report.hubs.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "links.csv")), report.links.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "passages.csv")), report.passages.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "assumptions.csv")), cost_model_sources().size() + 1);
  EXPECT_EQ(lines(file(report, "journeys.csv")), 2 * 10 + 1u);  // ten pairs, two classes; no ends were given
  EXPECT_TRUE(file(report, "hubs.csv").starts_with(
      "rank,hub,places,name,kind,country,score,own,exchanged,cleared,handled,through\n"));

  // The page begins as the ranking does.
  EXPECT_EQ(report.page.hubs.front().slug, network()[report.hubs.rows.front().hub].slug);
  EXPECT_NEAR(report.page.hubs.front().handled(), report.hubs.rows.front().score, 1e-12);
  EXPECT_NE(report.files[0].content.find(findings(report.page).substr(0, 20)), std::string::npos);
  for (const auto& hub : report.page.hubs) EXPECT_LE(hub.handled() + hub.passed, 1 + 1e-9) << hub.slug;

  // Names, not codes.
  for (const auto& hub : report.page.hubs)
    EXPECT_NE(hub.country.size(), 3u) << hub.slug << ' ' << hub.country;
  for (const auto& passage : report.page.passages) EXPECT_NE(passage.kind, "passage") << passage.name;
}

TEST(CorridorReport, HasTheSameBytesForAnyNumberOfThreads) {
  const CorridorReportOptions options{.corridors = {"nwlsc"}};
  const CorridorReport one = corridor_report(network(), {}, options, {.threads = 1});
  const CorridorReport three = corridor_report(network(), {}, options, {.threads = 3});
  for (std::size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].content, three.files[i].content);
}

TEST(CorridorReport, OfACorridorUsesItsLinksOnly) {
  const CorridorReport report = corridor_report(network(), {}, {.corridors = {"cere-west"}});
  EXPECT_EQ(report.page.question, "Which hubs carry the CERE western corridor?");
  EXPECT_GT(report.page.unserved, 0);
  ASSERT_FALSE(report.page.links.empty());
  for (const auto& row : report.links.rows) {
    if (row.share <= 0) continue;
    const auto& corridors = network()[row.link].corridors;
    EXPECT_NE(std::find(corridors.begin(), corridors.end(), "cere_west"), corridors.end()) << network()[row.link].key;
  }
}

TEST(CorridorReport, OfNoDemandSaysSo) {
  CorridorReportOptions options;
  options.demand = HubDemand{};
  const CorridorReport report = corridor_report(network(), {}, options);
  EXPECT_TRUE(report.page.hubs.empty());
  EXPECT_EQ(findings(report.page), "There is no demand.");
  EXPECT_EQ(report.page.subject, "0 pairs of hubs. There is no demand.");
}

TEST(CorridorReport, RefusesACorridorThatDoesNotExist) {
  EXPECT_THROW(corridor_report(network(), {}, {.corridors = {"nowhere"}}), NameError);
}

TEST(CorridorReport, IsWrittenIntoAFolderThatIsMade) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "landbridge_report" / "new";
  std::filesystem::remove_all(folder);
  const CorridorReport report = land_sea();
  const auto paths = write_report(report, folder.string());
  ASSERT_EQ(paths.size(), report.files.size());
  EXPECT_EQ(read(paths[0]), report.files[0].content);
  EXPECT_EQ(static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {})),
            paths.size());
  std::filesystem::remove_all(folder.parent_path());
}

TEST(CorridorReport, SaysWhenItCannotBeWritten) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "landbridge_no_folder";
  std::ofstream(file) << "a file";
  CorridorReport report;
  report.files = {{"a.txt", "a letter", "a"}};
  EXPECT_THROW(write_report(report, (file / "below").string()), Error);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace landbridge
