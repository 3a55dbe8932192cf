#include "landbridge/graph/masks.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"

#include <set>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Mask, TheEmptyMaskIsNoneForAnyGraph) {
  const NodeMask mask;
  EXPECT_FALSE(mask[NodeId(0)]);
  EXPECT_FALSE(mask[NodeId(1'000'000)]);
  EXPECT_FALSE(mask[NodeId::none()]);
  EXPECT_TRUE(mask.none());
  EXPECT_EQ(mask.size(), 0u);
}

TEST(Mask, BeyondItsSizeNothingIsAMember) {
  NodeMask mask(5, {NodeId(4)});
  EXPECT_TRUE(mask[NodeId(4)]);
  for (const unsigned beyond : {5u, 63u, 64u, 1000u}) {
    EXPECT_FALSE(mask[NodeId(beyond)]);
    EXPECT_THROW(mask.set(NodeId(beyond)), ContractError);
  }
  EXPECT_EQ(mask.count(), 1u);
  EXPECT_THROW(NodeMask(5, {NodeId(5)}), ContractError);
}

TEST(Mask, DoesWhatASetDoes) {
  RandomStream random(1, 1);
  for (const std::size_t size : {1u, 63u, 64u, 65u, 200u}) {
    ArcMask mask(size);
    std::set<ArcId> set;
    for (int step = 0; step < 500; ++step) {
      const ArcId arc = ArcId::at(random.below(size));
      const bool member = random.chance(0.6);
      mask.set(arc, member);
      if (member)
        set.insert(arc);
      else
        set.erase(arc);
      ASSERT_EQ(mask.count(), set.size());
      ASSERT_EQ(mask.none(), set.empty());
    }
    for (const ArcId arc : IdRange<ArcId>::first(size)) EXPECT_EQ(mask[arc], set.contains(arc));
  }
}

TEST(Mask, ComparesMembersAndSize) {
  EXPECT_EQ(NodeMask(3, {NodeId(1)}), NodeMask(3, {NodeId(1), NodeId(1)}));
  EXPECT_NE(NodeMask(3, {NodeId(1)}), NodeMask(3, {NodeId(2)}));
  EXPECT_NE(NodeMask(3), NodeMask(4));
}

TEST(Mask, UnionGrowsToTheLargerSize) {
  NodeMask a(3, {NodeId(1)});
  const NodeMask b(70, {NodeId(0), NodeId(69)});
  a |= b;
  EXPECT_EQ(a, NodeMask(70, {NodeId(0), NodeId(1), NodeId(69)}));
  a |= NodeMask(2, {NodeId(1)});
  EXPECT_EQ(a.size(), 70u);
  EXPECT_EQ(a.count(), 3u);
}

}  // namespace
}  // namespace landbridge
