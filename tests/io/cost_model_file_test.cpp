#include "landbridge/io/cost_model_file.hpp"

#include "landbridge/base/error.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

class CostModelFile : public ::testing::Test {
 protected:
  std::string file(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return path_.string();
  }
  std::vector<Finding> findings(const std::string& text) {
    try {
      read_cost_model(file(text));
    } catch (const DataError& error) {
      return error.findings();
    }
    return {};
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::filesystem::path path_ = std::filesystem::path(::testing::TempDir()) / "landbridge_cost_model.toml";
};

TEST_F(CostModelFile, SetsTheFieldsItNames) {
  const CostModel model = read_cost_model(file("# prices\nrail_tariff = 0.3\r\nvalue_of_time = 15\n"));
  EXPECT_EQ(model.rail_tariff, Tariff(0.3));
  EXPECT_EQ(model.value_of_time, TimeValue(15));
  EXPECT_EQ(model.sea_tariff, CostModel{}.sea_tariff);
}

TEST_F(CostModelFile, KeepsTheBase) {
  CostModel base;
  base.load = Load(12);
  EXPECT_EQ(read_cost_model(file("rail_tariff = 0.3\n"), base).load, Load(12));
  EXPECT_EQ(read_cost_model(file(""), base), base);
}

TEST_F(CostModelFile, TellsEveryFaultAtItsLine) {
  const auto found = findings("rail_tarif = 0.3\nload = \"ten\"\n  sea_tariff = -1\nroad_tariff = nan\n");
  ASSERT_EQ(found.size(), 4u);
  std::vector<std::size_t> lines;
  for (const auto& finding : found) lines.push_back(finding.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 3, 4}));
  for (const auto& finding : found)
    EXPECT_EQ(finding.line == 1, finding.message.find("one of rail_tariff") != std::string::npos)
        << finding.message;
}

TEST_F(CostModelFile, TellsWhereItIsNoToml) {
  const auto found = findings("rail_tariff = 0.3\nload = = 10\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 2u);
}

TEST_F(CostModelFile, TellsThatAFileIsNotThere) {
  EXPECT_THROW(read_cost_model("/nowhere/prices.toml"), DataError);
  EXPECT_THROW(read_cost_model(::testing::TempDir()), DataError);
}

}  // namespace
}  // namespace landbridge
