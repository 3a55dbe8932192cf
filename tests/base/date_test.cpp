#include "landbridge/base/date.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Date, ReadsAndWritesIsoDays) {
  const auto day = parse_date("2024-07-01");
  ASSERT_TRUE(day);
  EXPECT_EQ(text(*day), "2024-07-01");
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_LT(*parse_date("2022-02-23"), *parse_date("2022-02-24"));
}

TEST(Date, KnowsNoOtherForm) {
  for (const char* wrong : {"", "2024", "2024-7-1", "2024/07/01", "01-07-2024", "2023-02-29", "2024-13-01",
                            "2024-00-10", "2024-07-01 ", "20a4-07-01", "-024-07-01", "2024-07-32"})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
}

}  // namespace
}  // namespace landbridge
