#include "landbridge/report/rows.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Value, HoldsWhatItIsGiven) {
  EXPECT_TRUE(Value().is_absent());
  EXPECT_EQ(Value(3u), Value(std::int64_t{3}));
  EXPECT_EQ(Value(Kilometres(2.5)), Value(2.5));
  EXPECT_TRUE(Value(std::optional<Hours>()).is_absent());
  EXPECT_EQ(Value(std::optional<int>(4)), Value(4));
  EXPECT_EQ(Value("text"), Value(std::string("text")));
  EXPECT_TRUE(std::holds_alternative<bool>(Value(true).content()));
  EXPECT_TRUE(std::holds_alternative<std::string>(Value("not a flag").content()));
}

TEST(Document, SchemaNamesTheCommand) {
  Document document;
  document.command = "hubs";
  EXPECT_EQ(document.schema(), "landbridge/hubs/1");
}

}  // namespace
}  // namespace landbridge
