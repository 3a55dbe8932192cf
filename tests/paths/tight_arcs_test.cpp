#include "landbridge/paths/tight_arcs.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/graphs.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(TightArcs, ListsEveryArcOfEveryShortestPath) {
  const auto [topology, costs] =
      test::graph(4, {{0, 1, 1}, {0, 2, 2}, {1, 3, 2}, {2, 3, 1}, {0, 3, 4}, {0, 1, 1}});
  const TightArcs tight = tight_arcs(CostGraph(topology, costs), NodeId(0));
  std::vector<ArcId> arcs = tight.arcs;
  std::ranges::sort(arcs);
  EXPECT_EQ(arcs, (std::vector{ArcId(0), ArcId(1), ArcId(2), ArcId(3), ArcId(5)}));
  EXPECT_EQ(tight.counts[NodeId(3)].value(), 3);
  EXPECT_EQ(tight.costs[NodeId(3)], Cost(3));
}

TEST(TightArcs, CollapsedParallelArcsCountOnceAndAreAllListed) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 1}, {0, 1, 1}, {0, 1, 2}});
  const TightArcs tight =
      tight_arcs(CostGraph(topology, costs, {.parallel = ParallelArcs::collapse}), NodeId(0));
  EXPECT_EQ(tight.arcs, (std::vector{ArcId(0), ArcId(1)}));
  EXPECT_EQ(tight.counts[NodeId(1)].value(), 1);
}

TEST(TightArcs, CountsPastTheRangeOfDoubles) {
  const auto [topology, costs] = test::unit_costs(layered(10, 330));
  const TightArcs tight = tight_arcs(CostGraph(topology, costs), NodeId(0));
  const PathCount last = tight.counts[NodeId(3299)];
  EXPECT_NEAR(last.log10(), 328, 1e-9);  // 10^(330 - 2)
  EXPECT_FALSE(last.is_exact());
  EXPECT_TRUE(tight.counts[NodeId(100)].is_exact());
}

TEST(TightArcs, CountsTheMonotonePathsOfAGrid) {
  const auto [topology, costs] = test::unit_costs(grid(10, 10));
  const TightArcs tight = tight_arcs(CostGraph(topology, costs), NodeId(0));
  EXPECT_EQ(tight.counts[NodeId(99)].value(), 48620);  // 18 choose 9
  EXPECT_EQ(tight.order.front(), NodeId(0));
  EXPECT_EQ(tight.order.size(), 100u);
}

}  // namespace
}  // namespace landbridge
