#include "landbridge/paths/search.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/graph/generate.hpp"
#include "support/graphs.hpp"

#include <type_traits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// It would keep a pointer to a graph that is gone.
static_assert(!std::is_constructible_v<Search, CostGraph>);
static_assert(std::is_constructible_v<Search, const CostGraph&>);

TEST(Search, RefusesASourceThatIsNoNode) {
  const auto [topology, costs] = test::graph(2, {{0, 1, 5}});
  const CostGraph graph(topology, costs);
  Search search(graph);
  EXPECT_THROW(search.run(NodeId(2)), ContractError);
  EXPECT_THROW(search.run(NodeId::none()), ContractError);
}

TEST(Search, SettlesInOrderOfDistanceAndForgetsBetweenRuns) {
  const auto [topology, costs] = test::graph(4, {{0, 1, 5}, {0, 2, 2}, {2, 1, 2}, {1, 0, 1}});
  const CostGraph graph(topology, costs);
  Search search(graph);
  search.run(NodeId(0));
  EXPECT_EQ(std::vector(search.settled().begin(), search.settled().end()),
            (std::vector{NodeId(0), NodeId(2), NodeId(1)}));
  EXPECT_EQ(search.cost(NodeId(1)), Cost(4));
  EXPECT_TRUE(search.cost(NodeId(3)).is_closed());
  search.run(NodeId(3));
  EXPECT_EQ(search.settled().size(), 1u);
  EXPECT_TRUE(search.cost(NodeId(1)).is_closed());
}

TEST(Search, StopsAtItsTargetAndStartsCleanAfterwards) {
  const auto [topology, costs] = test::unit_costs(grid(20, 20));
  const CostGraph graph(topology, costs);
  Search search(graph);
  search.run_until(NodeId(0), NodeId(21));
  EXPECT_EQ(search.cost(NodeId(21)), Cost(2));
  EXPECT_LT(search.settled().size(), 10u);
  search.run(NodeId(399));
  EXPECT_EQ(search.settled().size(), 400u);
  EXPECT_EQ(search.cost(NodeId(0)), Cost(38));
}

TEST(Search, RunsBackwards) {
  const auto [topology, costs] = test::graph(3, {{0, 1, 5}, {1, 2, 7}});
  const CostGraph graph(topology, costs);
  Search search(graph);
  search.run(NodeId(2), SearchDirection::backward);
  EXPECT_EQ(search.cost(NodeId(0)), Cost(12));
}

TEST(Search, DoesNotPassThroughATerminal) {
  const auto [topology, costs] = test::graph(4, {{0, 1, 1}, {1, 2, 1}, {0, 2, 9}, {2, 3, 1}});
  const CostGraph graph(topology, costs, {.terminals = NodeMask(4, {NodeId(1)})});
  Search search(graph);
  search.run(NodeId(0));
  EXPECT_EQ(search.cost(NodeId(1)), Cost(1));
  EXPECT_EQ(search.cost(NodeId(2)), Cost(9));
  search.run(NodeId(1));
  EXPECT_EQ(search.cost(NodeId(3)), Cost(2));
}

}  // namespace
}  // namespace landbridge
