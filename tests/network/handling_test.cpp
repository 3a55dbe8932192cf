#include "landbridge/network/handling.hpp"

#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Handling, EachKindHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (const HandlingKind kind : all_handling_kinds) names.insert(name(kind));
  EXPECT_EQ(names.size(), std::size(all_handling_kinds));
  EXPECT_FALSE(names.contains(""));
  EXPECT_EQ(name(HandlingKind::ship_call), "ship_call");
}

}  // namespace
}  // namespace landbridge
