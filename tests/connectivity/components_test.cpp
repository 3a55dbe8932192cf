#include "landbridge/connectivity/components.hpp"

#include "landbridge/graph/generate.hpp"
#include "laws/random_graphs.hpp"
#include "oracle/connectivity.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::vector<unsigned> numbers(const Components& components) {
  std::vector<unsigned> numbers;
  for (const ComponentId component : components.component) numbers.push_back(component.value());
  return numbers;
}

Topology make(std::size_t nodes, std::vector<std::pair<unsigned, unsigned>> arcs) {
  TopologyBuilder builder(nodes);
  for (auto [tail, head] : arcs) builder.add_arc(NodeId(tail), NodeId(head));
  return std::move(builder).build();
}

// The example of docs/methods/components.md.
TEST(Components, ComponentsHandWorkedExample) {
  const Topology topology = make(7, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 3}, {5, 6}, {6, 6}});
  const Components weak = weak_components(topology);
  EXPECT_EQ(numbers(weak), (std::vector{0u, 0u, 0u, 0u, 0u, 1u, 1u}));
  EXPECT_EQ(weak.sizes.values(), (std::vector<std::uint32_t>{5, 2}));
  const Components strong = strong_components(topology);
  EXPECT_EQ(numbers(strong), (std::vector{0u, 0u, 0u, 1u, 1u, 2u, 3u}));
  EXPECT_EQ(strong.sizes.values(), (std::vector<std::uint32_t>{3, 2, 1, 1}));
  EXPECT_EQ(strong.largest(), ComponentId(0));
}

TEST(Components, OfAGraphWithoutNodesThereAreNone) {
  EXPECT_EQ(weak_components(Topology()).count(), 0u);
  EXPECT_EQ(strong_components(Topology()).count(), 0u);
  EXPECT_TRUE(weak_components(Topology()).largest().is_none());
}

TEST(Components, AreNumberedByTheirLowestNodeWhateverTheArcs) {
  const Components components = weak_components(make(6, {{5, 1}, {4, 0}, {3, 2}}));
  EXPECT_EQ(numbers(components), (std::vector{0u, 1u, 2u, 2u, 0u, 1u}));
  EXPECT_EQ(components.largest(), ComponentId(0)) << "the lowest among equals";
}

TEST(Components, ClosedArcsJoinNothing) {
  const Topology topology = make(3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}});
  const ArcMask closed(4, {ArcId(1), ArcId(2)});
  EXPECT_EQ(weak_components(topology, {.closed = closed}).count(), 1u);
  EXPECT_EQ(strong_components(topology).count(), 1u);
  EXPECT_EQ(strong_components(topology, {.closed = closed}).count(), 3u);
  EXPECT_EQ(weak_components(topology, {.closed = ArcMask(4, {ArcId(2), ArcId(3)})}).count(), 2u);
}

TEST(Components, LongChainsNeedNoRecursion) {
  const std::size_t nodes = laws::scaled(400'000);
  const Topology chain = grid(1, nodes);
  EXPECT_EQ(strong_components(chain).count(), 1u);
  EXPECT_EQ(weak_components(chain).count(), 1u);
  EXPECT_EQ(strong_components(layered(1, nodes)).count(), nodes);
}

TEST(Components, EqualTheClosureOnRandomMultigraphs) {
  std::size_t split = 0;
  for (std::uint64_t seed = 0; seed < laws::scaled(3000); ++seed) {
    const oracle::Graph graph = laws::random_graph(seed);
    const Topology topology = laws::topology_of(graph);
    const ComponentsOptions options{.closed = laws::closed_arcs_of(graph)};
    const auto same = [&](const Components& components, const std::vector<int>& lowest) {
      ASSERT_EQ(components.component.size(), lowest.size());
      std::vector<std::uint32_t> sizes;
      for (std::size_t node = 0; node < lowest.size(); ++node) {
        const auto of_lowest = components.component[laws::node_id(lowest[node])];
        ASSERT_EQ(components.component[NodeId::at(node)], of_lowest) << seed;
        if (lowest[node] == static_cast<int>(node)) {
          ASSERT_EQ(of_lowest.index(), sizes.size()) << "numbered by lowest node " << seed;
          sizes.push_back(static_cast<std::uint32_t>(std::ranges::count(lowest, lowest[node])));
        }
      }
      ASSERT_EQ(components.sizes.values(), sizes) << seed;
      split += components.count() > 1;
    };
    same(weak_components(topology, options), oracle::lowest_of_weak_component(graph));
    same(strong_components(topology, options), oracle::lowest_of_strong_component(graph));
    ASSERT_EQ(strong_components(reversed(topology), options).component,
              strong_components(topology, options).component);
  }
  EXPECT_GT(split, laws::scaled(3000) / 2);
}

}  // namespace
}  // namespace landbridge
