#include "landbridge/base/id.hpp"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <limits>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

struct Apple;
struct Pear;
using AppleId = Id<Apple>;
using PearId = Id<Pear>;

static_assert(sizeof(AppleId) == 4 && std::is_trivially_copyable_v<AppleId>);
static_assert(!std::is_convertible_v<AppleId, PearId> && !std::is_constructible_v<PearId, AppleId>);
static_assert(!std::equality_comparable_with<AppleId, PearId>);
static_assert(!std::is_convertible_v<std::uint32_t, AppleId> &&
              !std::is_convertible_v<AppleId, std::uint32_t>);
static_assert(std::random_access_iterator<IdRange<AppleId>::iterator>);

TEST(Id, IsNoneUnlessANumberIsGiven) {
  EXPECT_TRUE(AppleId().is_none());
  EXPECT_EQ(AppleId(), AppleId::none());
  EXPECT_FALSE(AppleId(0).is_none());
  EXPECT_FALSE(AppleId(std::numeric_limits<std::uint32_t>::max() - 1).is_none());
  EXPECT_TRUE(AppleId(std::numeric_limits<std::uint32_t>::max()).is_none());
}

TEST(Id, KeepsItsNumber) {
  EXPECT_EQ(AppleId(7).value(), 7u);
  EXPECT_EQ(AppleId::at(4'000'000'000u).index(), 4'000'000'000u);
}

TEST(Id, IsOrderedByNumberWithNoneLast) {
  std::vector<AppleId> ids{AppleId::none(), AppleId(2), AppleId(0), AppleId(1)};
  std::ranges::sort(ids);
  EXPECT_EQ(ids, (std::vector{AppleId(0), AppleId(1), AppleId(2), AppleId::none()}));
}

TEST(Id, HashesLikeItsNumber) {
  const std::unordered_set<AppleId> set{AppleId(1), AppleId(1), AppleId(2)};
  EXPECT_EQ(set.size(), 2u);
  EXPECT_TRUE(set.contains(AppleId(2)));
  EXPECT_FALSE(set.contains(AppleId(3)));
}

TEST(IdRange, ListsItsIdsInOrder) {
  const IdRange<AppleId> range(AppleId(3), AppleId(6));
  EXPECT_EQ(std::vector(range.begin(), range.end()), (std::vector{AppleId(3), AppleId(4), AppleId(5)}));
  EXPECT_EQ(range.size(), 3u);
  EXPECT_EQ(range[2], AppleId(5));
  EXPECT_FALSE(range.empty());
}

TEST(IdRange, MayBeEmpty) {
  EXPECT_TRUE(IdRange<AppleId>().empty());
  EXPECT_TRUE(IdRange<AppleId>::first(0).empty());
  EXPECT_EQ(IdRange<AppleId>(AppleId(5), AppleId(5)).begin(), IdRange<AppleId>(AppleId(5), AppleId(5)).end());
}

TEST(IdRange, ReachesTheLargestId) {
  const auto range = IdRange<AppleId>::first(std::numeric_limits<std::uint32_t>::max());
  EXPECT_EQ(range.size(), std::size_t{std::numeric_limits<std::uint32_t>::max()});
  EXPECT_EQ(*(range.end() - 1), AppleId(std::numeric_limits<std::uint32_t>::max() - 1));
  EXPECT_EQ(range.end() - range.begin(), std::ptrdiff_t{std::numeric_limits<std::uint32_t>::max()});
}

TEST(IdRange, IteratorsMoveBothWays) {
  const auto range = IdRange<AppleId>::first(10);
  auto it = range.begin();
  it += 5;
  EXPECT_EQ(*it--, AppleId(5));
  EXPECT_EQ(*it, AppleId(4));
  EXPECT_EQ(it[3], AppleId(7));
  EXPECT_EQ(*(2 + it), AppleId(6));
  EXPECT_LT(range.begin(), it);
  EXPECT_EQ(it - range.begin(), 4);
  EXPECT_EQ(range.begin() - it, -4);
}

}  // namespace
}  // namespace landbridge
