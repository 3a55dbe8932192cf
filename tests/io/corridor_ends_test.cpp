#include "landbridge/io/corridor_ends.hpp"

#include "io/table_folder.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(CorridorEnds, OfTheBuiltInDataAreRegionsOnBothSides) {
  const std::vector<CorridorEnd> ends = load_corridor_ends();
  for (const char* corridor : {"cere", "nwlsc"})
    for (const bool origin : {true, false})
      EXPECT_TRUE(std::ranges::any_of(ends, [&](const CorridorEnd& end) {
        return end.corridor == corridor && end.is_origin == origin &&
               end.region.starts_with(origin ? "province:" : "country:");
      })) << corridor;
}

TEST(CorridorEnds, AreReadInTheirOrder) {
  const testing::TableFolder folder;
  folder.write("corridor_ends.csv",
               "corridor,end,kind,source\na,province:x,origin,s\na,country:POL,destination,\n");
  const std::vector<CorridorEnd> ends = load_corridor_ends(folder.path());
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_EQ(ends[0].region, "province:x");
  EXPECT_TRUE(ends[0].is_origin);
  EXPECT_EQ(ends[0].source, "s");
  EXPECT_FALSE(ends[1].is_origin);
}

TEST(CorridorEnds, ThereAreNoneWithoutTheTable) {
  const testing::TableFolder folder;
  EXPECT_TRUE(load_corridor_ends(folder.path()).empty());
}

TEST(CorridorEnds, AnEndThatIsNeitherIsFoundAtItsPlace) {
  const testing::TableFolder folder;
  folder.write("corridor_ends.csv", "corridor,end,kind\na,province:x,middle\n,province:y,origin\n");
  try {
    load_corridor_ends(folder.path());
    FAIL();
  } catch (const DataError& error) {
    ASSERT_EQ(error.findings().size(), 2u);
    EXPECT_EQ(error.findings()[0].line, 2u);
    EXPECT_EQ(error.findings()[0].column, 14u);
    EXPECT_EQ(error.findings()[1].line, 3u);
  }
}

}  // namespace
}  // namespace landbridge
