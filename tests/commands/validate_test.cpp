#include "support/command_line.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

TEST(ValidateCommand, ThePageInTheDocsIsWhatItWrites) {
  const Outcome outcome = run({"validate", "--format", "md", "--no-timings"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  std::ifstream file(built_in_data() + "/../docs/data/validation.md");
  std::stringstream page;
  page << file.rdbuf();
  EXPECT_EQ(outcome.out, page.str()) << "write it again: landbridge validate --format md --no-timings --output "
                                        "docs/data/validation.md";
}

TEST(ValidateCommand, TheSameBytesForAnyNumberOfThreads) {
  const Outcome one = run({"validate", "--draws", "4", "--format", "json", "--no-timings", "--threads", "1"});
  const Outcome three = run({"validate", "--draws", "4", "--format", "json", "--no-timings", "--threads", "3"});
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_EQ(one.out, three.out);
  EXPECT_NE(one.out.find("landbridge/validate/1"), std::string::npos) << one.out.substr(0, 200);
}

TEST(ValidateCommand, OtherPricesMoveTheFlagshipPairs) {
  const auto flagships = [](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"validate", "--draws", "0", "--format", "csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const std::string out = run(arguments).out;
    const std::size_t begin = out.find("\nflagship_pairs"), end = out.find("\norigin_trains");
    EXPECT_LT(begin, end);
    return out.substr(begin, end - begin);
  };
  EXPECT_NE(flagships({}), flagships({"--conditions", "2019"}));
  EXPECT_NE(flagships({}), flagships({"--set", "rail_tariff_broad=0.6"}));
}

TEST(ValidateCommand, ADataSetWithoutObservationsHasNothingToCompare) {
  const TestFolder folder;
  run({"data", "export", "--out", "set"}, folder.path());
  for (const char* table : {"distances.csv", "transit_times.csv", "prices.csv", "basins.csv"})
    std::filesystem::remove(std::filesystem::path(folder.path()) / "set" / table);
  const Outcome outcome = run({"validate", "--data", "set", "--draws", "0", "--format", "csv"}, folder.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find("transit_times,"), std::string::npos);
  EXPECT_NE(outcome.out.find("flagship_pairs,"), std::string::npos);
}

}  // namespace
}  // namespace landbridge::test
