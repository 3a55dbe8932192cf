#include "landbridge/graph/monotone_heap.hpp"

#include "landbridge/base/random.hpp"
#include "landbridge/graph/topology.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(MonotoneHeap, TakesOutInOrderWhatAMultimapWould) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    RandomStream random(seed, 1);
    MonotoneHeap<NodeId> heap;
    std::multimap<std::uint64_t, NodeId> twin;
    std::uint64_t last = 0;
    for (int step = 0; step < 2000; ++step) {
      if (twin.empty() || random.chance(0.6)) {
        const std::uint64_t spread = std::uint64_t{1} << random.below(62);
        const std::uint64_t key = last + random.below(spread);
        const NodeId id(static_cast<std::uint32_t>(step));
        heap.push(id, key);
        twin.emplace(key, id);
        last = std::min(last, key);
      } else {
        const auto entry = heap.pop();
        ASSERT_EQ(entry.key, twin.begin()->first);
        const auto [begin, end] = twin.equal_range(entry.key);
        const auto at = std::find_if(begin, end, [&](const auto& pair) { return pair.second == entry.id; });
        ASSERT_NE(at, end);
        twin.erase(at);
        last = entry.key;
      }
      ASSERT_EQ(heap.size(), twin.size());
    }
  }
}

TEST(MonotoneHeap, StartsAgainFromZeroAfterClear) {
  MonotoneHeap<NodeId> heap;
  heap.push(NodeId(1), 100);
  heap.push(NodeId(2), 200);
  EXPECT_EQ(heap.pop().id, NodeId(1));
  heap.clear();
  EXPECT_TRUE(heap.empty());
  heap.push(NodeId(3), 7);
  heap.push(NodeId(4), 3);
  EXPECT_EQ(heap.pop().key, 3u);
  EXPECT_EQ(heap.pop().key, 7u);
}

TEST(MonotoneHeap, HoldsTheLargestKeys) {
  MonotoneHeap<NodeId> heap;
  heap.push(NodeId(0), ~std::uint64_t{0});
  heap.push(NodeId(1), std::uint64_t{1} << 63);
  heap.push(NodeId(2), 0);
  EXPECT_EQ(heap.pop().id, NodeId(2));
  EXPECT_EQ(heap.pop().id, NodeId(1));
  EXPECT_EQ(heap.pop().id, NodeId(0));
}

}  // namespace
}  // namespace landbridge
