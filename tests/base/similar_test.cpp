#include "landbridge/base/similar.hpp"

#include <array>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Similar, EditDistanceByHand) {
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("same", "same"), 0u);
}

TEST(Similar, NearestFirstBeginningsBeforeAll) {
  constexpr std::array<std::string_view, 4> names{"duisburg", "hamburg", "guiyang", "guiyang-east"};
  EXPECT_EQ(most_similar("guiyan", names, 2), (std::vector<std::string_view>{"guiyang", "guiyang-east"}));
  EXPECT_EQ(most_similar("hamberg", names, 1), std::vector<std::string_view>{"hamburg"});
  EXPECT_EQ(most_similar("x", names, 10).size(), 4u);
  EXPECT_TRUE(most_similar("x", {}, 3).empty());
}

}  // namespace
}  // namespace landbridge
