#include "landbridge/io/demand_file.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::vector<DemandRow> read(std::string_view text, std::vector<std::string>& findings) {
  Findings found;
  const std::vector<DemandRow> rows = read_demand_file(TextSource::memory("d.csv", text), found);
  for (const Finding& finding : found.list()) findings.push_back(to_string(finding));
  return rows;
}

TEST(DemandFile, RowsInTheOrderOfTheFile) {
  std::vector<std::string> findings;
  const std::vector<DemandRow> rows =
      read("teu,from,note,to\n12.5,xian,x,province:gansu\n0,a,,b\n", findings);
  EXPECT_TRUE(findings.empty());
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].from, "xian");
  EXPECT_EQ(rows[0].to, "province:gansu");
  EXPECT_EQ(rows[0].amount, Teu(12.5));
  EXPECT_EQ(rows[0].from_at.line, 2u);
  EXPECT_EQ(rows[0].from_at.column, 6u);
  EXPECT_EQ(rows[0].to_at.column, 13u);
  EXPECT_EQ(rows[1].amount, Teu(0));
  EXPECT_TRUE(read("from,to,teu\n", findings).empty());
  EXPECT_TRUE(findings.empty());
}

TEST(DemandFile, EverythingWrongAtOnce) {
  std::vector<std::string> findings;
  const std::vector<DemandRow> rows =
      read("from,to,teu\na,b,-1\na,b,nan\na,b,inf\na,b,many\na,,3\na,b\na,b,1e13\na,c,5\n", findings);
  EXPECT_EQ(rows.size(), 1u);
  ASSERT_EQ(findings.size(), 7u);
  std::vector<std::string> at;
  for (const std::string& finding : findings) at.push_back(finding.substr(0, finding.find(": error")));
  EXPECT_EQ(at, (std::vector<std::string>{"d.csv:7:3", "d.csv:2:5", "d.csv:3:5", "d.csv:4:5", "d.csv:5:5",
                                          "d.csv:6:3", "d.csv:8:5"}));
}

TEST(DemandFile, ColumnsThatAreMissingAndEmptyFiles) {
  std::vector<std::string> findings;
  read("from,amount\na,1\nb,2\n", findings);
  EXPECT_EQ(findings.size(), 2u);
  findings.clear();
  read("", findings);
  EXPECT_EQ(findings, std::vector<std::string>{"d.csv: error: the file is empty"});
}

}  // namespace
}  // namespace landbridge
