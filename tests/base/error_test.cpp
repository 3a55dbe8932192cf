#include "landbridge/base/error.hpp"

#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Finding, IsOneLineWithFileLineAndColumn) {
  EXPECT_EQ(to_string(Finding{"links.csv", 12, 3, Severity::error, "length -4 is negative"}),
            "links.csv:12:3: error: length -4 is negative");
}

TEST(Finding, LeavesOutWhatDoesNotApply) {
  EXPECT_EQ(to_string(Finding{"links.csv", 12, 0, Severity::warning, "odd"}), "links.csv:12: warning: odd");
  EXPECT_EQ(to_string(Finding{"links.csv", 0, 0, Severity::error, "is missing"}),
            "links.csv: error: is missing");
  EXPECT_EQ(to_string(Finding{"links.csv", 0, 5, Severity::error, "is missing"}),
            "links.csv: error: is missing");
  EXPECT_EQ(to_string(Finding{"", 0, 0, Severity::error, "no data"}), "error: no data");
}

TEST(DataError, CarriesEveryFindingAndSaysThemALineEach) {
  const std::vector<Finding> findings{{"a.csv", 1, 2, Severity::error, "first"},
                                      {"b.csv", 3, 4, Severity::warning, "second"}};
  const DataError error(findings);
  EXPECT_EQ(error.findings(), findings);
  EXPECT_STREQ(error.what(), "a.csv:1:2: error: first\nb.csv:3:4: warning: second");
}

TEST(OptionError, NamesFieldValueAndRange) {
  const OptionError error("draws", "-1", "0 to 10000");
  EXPECT_EQ(error.field(), "draws");
  EXPECT_STREQ(error.what(), "draws = -1 is out of range: 0 to 10000");
}

TEST(LimitError, SaysWhereInTheDataWhenItKnows) {
  const Finding finding{"g.txt", 2, 5, Severity::error, "too wide"};
  EXPECT_EQ(LimitError(finding).finding(), finding);
  EXPECT_STREQ(LimitError(finding).what(), "g.txt:2:5: error: too wide");
  EXPECT_FALSE(LimitError("too wide").finding());
}

TEST(Errors, AreToldApartByTypeAndCaughtByTheirBase) {
  EXPECT_THROW(throw Cancelled(), Error);
  EXPECT_THROW(throw LimitError("too wide"), Error);
  static_assert(std::is_base_of_v<Error, ContractError> && std::is_base_of_v<Error, DataError>);
  static_assert(std::is_base_of_v<std::runtime_error, Error>);
  static_assert(!std::is_base_of_v<DataError, OptionError> && !std::is_base_of_v<ContractError, OptionError>);
}

}  // namespace
}  // namespace landbridge
