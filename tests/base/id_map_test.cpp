#include "landbridge/base/id_map.hpp"

#include <concepts>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

struct Apple;
struct Pear;
using AppleId = Id<Apple>;
using PearId = Id<Pear>;

template <class Map, class Index>
concept indexable = requires(Map map, Index index) {
  map[index];
};
static_assert(indexable<IdMap<AppleId, int>, AppleId>);
static_assert(!indexable<IdMap<AppleId, int>, PearId>);
static_assert(!indexable<IdMap<AppleId, int>, int>);
static_assert(!indexable<IdSpan<AppleId, int>, PearId>);
static_assert(std::is_convertible_v<IdMap<AppleId, int>&, IdSpan<AppleId, const int>>);
static_assert(std::is_convertible_v<const IdMap<AppleId, int>&, IdSpan<AppleId, const int>>);
static_assert(!std::is_convertible_v<const IdMap<AppleId, int>&, IdSpan<AppleId, int>>);
static_assert(!std::is_convertible_v<IdMap<PearId, int>&, IdSpan<AppleId, int>>);

TEST(IdMap, HoldsOneValueForEachId) {
  IdMap<AppleId, std::string> map(3, "x");
  map[AppleId(1)] = "y";
  EXPECT_EQ(map.values(), (std::vector<std::string>{"x", "y", "x"}));
  EXPECT_EQ(map.size(), 3u);
  EXPECT_EQ(map.ids().size(), 3u);
}

TEST(IdMap, StartsWithDefaultValues) {
  const IdMap<AppleId, double> map(2);
  EXPECT_EQ(map, (IdMap<AppleId, double>{0.0, 0.0}));
  EXPECT_TRUE((IdMap<AppleId, double>().empty()));
}

TEST(IdMap, GivesTheNextIdWhenItGrows) {
  IdMap<AppleId, std::unique_ptr<int>> map;
  EXPECT_EQ(map.push_back(std::make_unique<int>(5)), AppleId(0));
  EXPECT_EQ(map.push_back(nullptr), AppleId(1));
  EXPECT_EQ(*map[AppleId(0)], 5);
}

TEST(IdMap, GivesItsValuesAwayWithoutACopy) {
  IdMap<AppleId, int> map{1, 2, 3};
  const int* const memory = map.data();
  const std::vector<int> values = std::move(map).values();
  EXPECT_EQ(values.data(), memory);
}

TEST(IdMap, AssignReplacesEverything) {
  IdMap<AppleId, int> map{1, 2, 3};
  map.assign(2, 9);
  EXPECT_EQ(map, (IdMap<AppleId, int>{9, 9}));
  EXPECT_NE(map, (IdMap<AppleId, int>{9, 9, 9}));
}

TEST(IdSpan, WritesIntoTheMapItViews) {
  IdMap<AppleId, int> map{1, 2};
  const IdSpan<AppleId, int> span = map;
  span[AppleId(1)] = 7;
  EXPECT_EQ(map[AppleId(1)], 7);
  const IdSpan<AppleId, const int> view = map;
  EXPECT_EQ(view[AppleId(1)], 7);
  EXPECT_EQ(std::vector<int>(view.begin(), view.end()), map.values());
  EXPECT_EQ(view.size(), 2u);
  EXPECT_TRUE((IdSpan<AppleId, int>().empty()));
}

}  // namespace
}  // namespace landbridge
