#include "landbridge/paths/bidirectional.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/paths/shortest.hpp"
#include "support/random_graphs.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(BidirectionalSearch, EqualsTheOneSidedSearchOnRandomMultigraphs) {
  std::size_t found = 0;
  std::size_t missing = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto made = test::random_graph(seed);
    const CostGraph graph(made.topology, made.costs, {.terminals = made.terminals});
    BidirectionalSearch search(graph);
    for (const NodeId source : made.topology.nodes()) {
      const ShortestPaths paths = shortest_paths(graph, source);
      for (const NodeId target : made.topology.nodes()) {
        const auto answer = search(source, target);
        ASSERT_EQ(answer.has_value(), !paths.costs[target].is_closed());
        if (!answer) {
          ++missing;
          continue;
        }
        ++found;
        ASSERT_EQ(answer->cost, paths.costs[target]);
        ASSERT_EQ(cost_of(answer->path, made.costs), answer->cost);
        ASSERT_TRUE(is_connected(made.topology, answer->path));
        ASSERT_EQ(answer->path.source, source);
        ASSERT_EQ(landbridge::target(made.topology, answer->path), target);
        const auto on_path = nodes(made.topology, answer->path);
        for (std::size_t i = 1; i + 1 < on_path.size(); ++i) ASSERT_FALSE(made.terminals[on_path[i]]);
      }
    }
  }
  EXPECT_GT(found, 10000u);
  EXPECT_GT(missing, 1000u);
}

TEST(BidirectionalSearch, DoesNotMeetAtATerminal) {
  const auto [topology, costs] = test::graph(3, {{0, 1, 1}, {1, 2, 1}});
  const CostGraph graph(topology, costs, {.terminals = NodeMask(3, {NodeId(1)})});
  BidirectionalSearch search(graph);
  EXPECT_EQ(search(NodeId(0), NodeId(2)), std::nullopt);
  EXPECT_EQ(search(NodeId(0), NodeId(1))->cost, Cost(1));
  EXPECT_THROW(search(NodeId(0), NodeId(3)), ContractError);
}

}  // namespace
}  // namespace landbridge
