#include "landbridge/graph/heap.hpp"

#include "landbridge/base/random.hpp"
#include "landbridge/graph/topology.hpp"

#include <cstdint>
#include <map>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Against a multimap from key to id: any sequence of calls gives the same keys and the same members.
template <unsigned D>
void behaves_like_a_multimap(std::uint64_t seed) {
  RandomStream random(seed, D);
  constexpr std::size_t capacity = 60;
  const std::uint64_t keys = seed % 2 == 0 ? 8 : 1'000'000;  // few keys: many ties
  IndexedHeap<std::int64_t, NodeId, D> heap(capacity);
  std::multimap<std::int64_t, NodeId> twin;
  const auto entry_of = [&](NodeId id) {
    auto it = twin.begin();
    while (it != twin.end() && it->second != id) ++it;
    return it;
  };
  for (int step = 0; step < 2000; ++step) {
    const NodeId id = NodeId::at(random.below(capacity));
    const auto key = static_cast<std::int64_t>(random.below(keys));
    const auto twin_entry = entry_of(id);
    ASSERT_EQ(heap.contains(id), twin_entry != twin.end());
    if (random.chance(0.35) && !twin.empty()) {
      const auto popped = heap.pop();
      ASSERT_EQ(popped.key, twin.begin()->first);
      const auto popped_twin = entry_of(popped.id);
      ASSERT_NE(popped_twin, twin.end());
      ASSERT_EQ(popped_twin->first, popped.key);
      twin.erase(popped_twin);
    } else if (twin_entry == twin.end()) {
      heap.push(id, key);
      twin.emplace(key, id);
    } else if (key <= twin_entry->first) {
      heap.lower(id, key);
      twin.erase(twin_entry);
      twin.emplace(key, id);
    }
    if (random.chance(0.002)) {
      heap.clear();
      twin.clear();
    }
    ASSERT_EQ(heap.size(), twin.size());
    ASSERT_EQ(heap.empty(), twin.empty());
    if (!twin.empty()) {
      ASSERT_EQ(heap.top().key, twin.begin()->first);
      ASSERT_EQ(heap.key(twin.begin()->second), twin.begin()->first);
    }
  }
}

TEST(IndexedHeap, BehavesLikeAMultimap) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    behaves_like_a_multimap<2>(seed);
    behaves_like_a_multimap<3>(seed);
    behaves_like_a_multimap<4>(seed);
    behaves_like_a_multimap<8>(seed);
  }
}

TEST(IndexedHeap, LeavesTiesInTheSameOrderForTheSameCalls) {
  const auto order = [] {
    IndexedHeap<int, NodeId> heap(50);
    for (unsigned i = 0; i < 50; ++i) heap.push(NodeId((i * 7) % 50), static_cast<int>(i % 3));
    std::vector<NodeId> ids;
    while (!heap.empty()) ids.push_back(heap.pop().id);
    return ids;
  };
  EXPECT_EQ(order(), order());
}

TEST(IndexedHeap, IsUsableAfterClearing) {
  IndexedHeap<int, NodeId> heap(3);
  heap.push(NodeId(0), 5);
  heap.push(NodeId(1), 4);
  heap.clear();
  EXPECT_TRUE(heap.empty());
  EXPECT_FALSE(heap.contains(NodeId(0)));
  heap.push(NodeId(0), 3);
  EXPECT_EQ(heap.pop().id, NodeId(0));
  EXPECT_FALSE(heap.contains(NodeId(0)));
  EXPECT_EQ(heap.capacity(), 3u);
}

TEST(IndexedHeap, TakesTheExtremesOfItsKeys) {
  IndexedHeap<std::uint64_t, NodeId> heap(3);
  heap.push(NodeId(0), ~std::uint64_t{0});
  heap.push(NodeId(1), 0);
  heap.push(NodeId(2), 1);
  heap.lower(NodeId(0), 0);
  EXPECT_EQ(heap.pop().key, 0u);
  EXPECT_EQ(heap.pop().key, 0u);
  EXPECT_EQ(heap.pop().id, NodeId(2));
}

}  // namespace
}  // namespace landbridge
