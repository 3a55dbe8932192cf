#include "landbridge/report/corridor_report.hpp"

#include "landbridge/analysis/names.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
#include "landbridge/report/html.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace landbridge {
namespace {

const Network& network() {
  static const Network built_in = load_default_network();
  return built_in;
}

/// A small one: each test is a process of its own.
CorridorReport land_sea() {
  return corridor_report(network(), {}, {.corridors = {"nwlsc"}, .draws = 2});
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
  const CorridorReport report = corridor_report(network(), {}, {.draws = 2});
  EXPECT_EQ(report.files[0].name, "report.html");
  EXPECT_EQ(lines(file(report, "hubs.csv")), report.hubs.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "links.csv")), report.links.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "passages.csv")), report.passages.rows.size() + 1);
  EXPECT_EQ(lines(file(report, "assumptions.csv")), cost_model_sources().size() + 1);
  EXPECT_EQ(lines(file(report, "journeys.csv")), 2 * 10 + 1u);  // ten pairs, two classes; no ends were given
  EXPECT_TRUE(file(report, "hubs.csv").starts_with(
      "rank,hub,places,name,kind,country,score,own,exchanged,cleared,handled,through,"
      "score_undisturbed,rank_undisturbed,rank_low,rank_high,p_top\n"));

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

CorridorReportOptions with_facts() {
  CorridorReportOptions options;
  options.ends = load_corridor_ends();
  options.observations = load_observations();
  options.citations = load_citations();
  options.command = "landbridge report";
  options.draws = 2;
  return options;
}

TEST(CorridorReport, TellsEachCorridorAsItsOwnReportDoes) {
  const CorridorReport report = corridor_report(network(), {}, with_facts());
  ASSERT_EQ(report.page.corridors.size(), 2u);
  for (const PageCorridor& corridor : report.page.corridors) {
    const CorridorReport alone = corridor_report(network(), {}, {.corridors = {corridor.id}, .draws = 0, .flagships = 0});
    EXPECT_NEAR(corridor.servable, alone.hubs.served, 1e-9 * alone.hubs.served) << corridor.id;
    // Its own hubs are those of the demand between its ends.
    EXPECT_LT(corridor.hubs.size(), alone.page.hubs.size());
    EXPECT_NEAR(corridor.served, report.hubs.served, 1e-6);
    EXPECT_GT(corridor.carried, corridor.carried_through);
    EXPECT_GT(corridor.carried_through, 0);
    EXPECT_LE(corridor.carried, corridor.served);
    EXPECT_LE(corridor.carried_alone, corridor.carried);
    EXPECT_LE(corridor.ends_servable, corridor.ends_demand + 1e-9);
    EXPECT_LE(corridor.ends_carried, corridor.ends_demand + 1e-9);
    EXPECT_GT(corridor.ends_demand, 0);
    ASSERT_FALSE(corridor.journeys.empty());
    for (const PageJourney& journey : corridor.journeys) {
      if (!journey.missing.empty()) continue;
      EXPECT_GE(*journey.dearer, 0) << journey.from << journey.to;  // the best of all is never dearer
      EXPECT_GT(journey.money, Usd(0));
    }
  }
}

TEST(CorridorReport, TellsJourneysReasonsChecksAndSources) {
  const CorridorReport report = corridor_report(network(), {}, with_facts());
  const CorridorPage& page = report.page;
  ASSERT_EQ(page.flagships.size(), 10u);
  const Priced general = price(network(), for_class({}, "general"));
  for (const PageFlagship& pair : page.flagships) {
    ASSERT_EQ(pair.journeys.size(), 2u);
    for (const PageJourney& one : pair.journeys) {
      EXPECT_TRUE(one.missing.empty());
      // What the cost is made of adds up to money and the worth of the hours.
      EXPECT_NEAR(one.cost.total().value(), (one.money + one.value_of_time * one.time).value(), 1e-6);
    }
  }
  const Route route = *landbridge::route(general, resolve_endpoint(network(), "chongqing"),
                                         resolve_endpoint(network(), "duisburg")).route;
  EXPECT_EQ(page.flagships[0].journeys[0].money, route.total.money);
  for (std::size_t i = 0; i < page.hubs.size(); ++i) EXPECT_EQ(page.hubs[i].reason.empty(), i >= 5) << i;
  ASSERT_EQ(page.checks.transits.size(), 8u);
  for (std::size_t i = 1; i < 8; ++i) EXPECT_GE(page.checks.transits[i - 1].figures, page.checks.transits[i].figures);
  ASSERT_TRUE(page.checks.land_share.has_value());
  EXPECT_GT(*page.checks.land_share, 0);
  EXPECT_LT(*page.checks.land_share, 1);
  EXPECT_GE(page.checks.land_published.size(), 2u);
  for (const PagePublished& one : page.checks.land_published) EXPECT_EQ(one.unit, "%") << one.text;
  for (const PageCorridor& corridor : page.corridors) {
    // Beside what it carries through, the newest full year.
    ASSERT_EQ(corridor.published.size(), 1u) << corridor.id;
    const PagePublished& newest = corridor.published.front();
    for (const PublishedMeasure& one : with_facts().observations.measures)
      if (one.subject == "corridor:" + corridor.id && one.measure == "teu" && one.period == "full") {
        EXPECT_LE(one.year, newest.year);
      }
    EXPECT_NE(report.files[0].content.find(fmt::format("{} TEU in {}", grouped(newest.value), newest.year)), std::string::npos);
    EXPECT_NE(file(report, "corridors.csv").find(newest.source), std::string::npos);
  }
  EXPECT_GT(page.sources.size(), 20u);
  EXPECT_EQ(lines(file(report, "sources.csv")), with_facts().citations.sources.size() + 1);
  EXPECT_NE(report.files[0].content.find("landbridge report</dd>"), std::string::npos);
}

TEST(CorridorReport, NoStraitWaypointProvinceOrCountryIsAHub) {
  const CorridorReport report = corridor_report(network(), {}, {.draws = 0, .sections = {}, .flagships = 0});
  for (const PageHub& hub : report.page.hubs) {
    const HubId id = network().find_hub(hub.slug);
    ASSERT_FALSE(id.is_none()) << hub.slug;
    for (const PlaceId place : network()[id].places) EXPECT_NE(network()[place].kind, PlaceKind::waypoint);
  }
  EXPECT_TRUE(report.page.corridors.empty());
  EXPECT_TRUE(report.page.flagships.empty());
}

TEST(CorridorReport, TellsWhatIsNotServedAndWhereItStays) {
  // By rail alone islands are not served; what is not served is told in full.
  CorridorReportOptions options;
  options.price.modes = {Mode::rail};
  options.sections = {}, options.flagships = 0;
  HubDemand demand = default_demand(network());
  demand.no_hub.push_back({"country:FJI", 3});
  options.demand = demand;
  const CorridorReport report = corridor_report(network(), {}, options);
  double missing = 0, within = 0;
  for (const PageUnserved& one : report.page.unserved_rows)
    (one.reason == "within one hub" ? within : missing) += one.amount;
  EXPECT_NEAR(missing, report.hubs.total - report.hubs.served, 1e-6);
  double expected = 0;
  for (const UnplacedDemand& one : demand.within_hub) expected += one.amount;
  EXPECT_NEAR(within, expected, 1e-9);
  EXPECT_EQ(lines(file(report, "unserved.csv")), report.page.unserved_rows.size() + 1);
}

TEST(CorridorReport, HasTheSameBytesForAnyNumberOfThreads) {
  CorridorReportOptions options = with_facts();
  options.corridors = {"nwlsc"};
  const CorridorReport one = corridor_report(network(), {}, options, {.threads = 1});
  for (const unsigned threads : {2u, 3u, 7u}) {
    const CorridorReport many = corridor_report(network(), {}, options, {.threads = threads});
    ASSERT_EQ(one.files.size(), many.files.size());
    for (std::size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].content, many.files[i].content);
  }
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

TEST(CorridorReport, OfACorridorThatServesNothingSaysSo) {
  CorridorReportOptions options = with_facts();
  options.corridors = {"cpec"};
  const CorridorReport report = corridor_report(network(), {}, options);
  ASSERT_EQ(report.hubs.served, 0);
  EXPECT_TRUE(report.hubs.rows.empty());
  EXPECT_EQ(lines(file(report, "hubs.csv")), 1u);
  EXPECT_EQ(findings(report.page), "No demand has a way.");
  EXPECT_FALSE(report.page.checks.land_share.has_value());
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

TEST(CorridorReport, AFormerReportStaysWholeOrIsReplacedWhole) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "landbridge_former_report";
  std::filesystem::remove_all(folder);
  CorridorReport report;
  report.files = {{"report.html", "page", "old"}, {"corridors.csv", "table", "old"}};
  write_report(report, folder.string());
  std::ofstream(folder / "notes.txt") << "mine";
  std::filesystem::create_directory(folder / "hubs.csv");  // in the way of the last file
  report.files = {{"report.html", "page", "new"}, {"hubs.csv", "table", "new"}};
  EXPECT_THROW(write_report(report, folder.string()), Error);
  EXPECT_EQ(read(folder / "report.html"), "old");
  EXPECT_EQ(read(folder / "corridors.csv"), "old");
  std::filesystem::remove(folder / "hubs.csv");
  write_report(report, folder.string());
  EXPECT_EQ(read(folder / "report.html"), "new");
  EXPECT_FALSE(std::filesystem::exists(folder / "corridors.csv"));  // not of this report
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 3);  // page, table, what is not the report's
  std::filesystem::remove_all(folder);
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
