#include "landbridge/base/findings.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Findings, KeepsTheOrderAndTellsErrorsFromWarnings) {
  Findings findings;
  EXPECT_TRUE(findings.empty());
  findings.warning("a.csv", 2, 1, "odd");
  EXPECT_FALSE(findings.has_errors());
  EXPECT_NO_THROW(findings.throw_if_errors());
  findings.error("a.csv", 3, 4, "wrong");
  EXPECT_EQ(findings.count(), 2u);
  EXPECT_EQ(findings.error_count(), 1u);
  EXPECT_EQ(to_string(findings.list()[1]), "a.csv:3:4: error: wrong");
  EXPECT_THROW(findings.throw_if_errors(), DataError);
}

TEST(Findings, CountsWhatItDoesNotKeep) {
  Findings findings(2);
  for (std::size_t line = 1; line <= 5; ++line) findings.error("a.csv", line, 1, "wrong");
  const auto list = findings.list();
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(findings.count(), 5u);
  EXPECT_EQ(to_string(list[2]), "a.csv: error: and 3 more findings that are not listed");
}

TEST(Quoted, StaysOneLineOfText) {
  EXPECT_EQ(quoted("226 km"), "\"226 km\"");
  EXPECT_EQ(quoted("a\nb\x01"), "\"a\\x0ab\\x01\"");
  EXPECT_EQ(quoted("\xff\xc3\xa9"), "\"\\xff\xc3\xa9\"");
  EXPECT_EQ(quoted("abcdef", 3), "\"abc...\"");
}

}  // namespace
}  // namespace landbridge
