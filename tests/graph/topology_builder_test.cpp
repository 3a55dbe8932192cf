#include "landbridge/graph/topology_builder.hpp"

#include "landbridge/base/error.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

constexpr std::size_t most_nodes = NodeId::none_value - 1;

TEST(TopologyBuilder, GivesIdsInOrderOfAdding) {
  TopologyBuilder builder;
  EXPECT_EQ(builder.add_node(), NodeId(0));
  EXPECT_EQ(builder.add_nodes(3), NodeId(1));
  EXPECT_EQ(builder.add_nodes(0), NodeId(4));
  EXPECT_EQ(builder.add_node(), NodeId(4));
  EXPECT_EQ(builder.add_arc(NodeId(4), NodeId(0)), ArcId(0));
  EXPECT_EQ(builder.add_arc(NodeId(4), NodeId(0)), ArcId(1));
  EXPECT_EQ(builder.node_count(), 5u);
  EXPECT_EQ(builder.arc_count(), 2u);
}

TEST(TopologyBuilder, RefusesArcsWhoseEndsWereNotAdded) {
  TopologyBuilder builder(2);
  EXPECT_THROW(builder.add_arc(NodeId(2), NodeId(0)), ContractError);
  EXPECT_THROW(builder.add_arc(NodeId(0), NodeId(2)), ContractError);
  EXPECT_THROW(builder.add_arc(NodeId::none(), NodeId(0)), ContractError);
  EXPECT_EQ(builder.arc_count(), 0u) << "a refused arc leaves nothing behind";
  EXPECT_EQ(builder.add_arc(NodeId(1), NodeId(1)), ArcId(0));
}

TEST(TopologyBuilder, RefusesMoreNodesThanIds) {
  EXPECT_NO_THROW(TopologyBuilder{most_nodes});
  EXPECT_THROW(TopologyBuilder{most_nodes + 1}, LimitError);
  TopologyBuilder builder(most_nodes - 1);
  EXPECT_THROW(builder.add_nodes(2), LimitError);
  EXPECT_THROW(builder.add_nodes(std::numeric_limits<std::size_t>::max()), LimitError);
  EXPECT_EQ(builder.add_node(), NodeId::at(most_nodes - 1));
  EXPECT_THROW(builder.add_node(), LimitError);
  EXPECT_EQ(builder.node_count(), most_nodes);
}

TEST(TopologyBuilder, IsEmptyAfterBuilding) {
  TopologyBuilder builder(2);
  builder.reserve_arcs(1);
  builder.add_arc(NodeId(0), NodeId(1));
  const Topology topology = std::move(builder).build();
  EXPECT_EQ(topology.node_count(), 2u);
  EXPECT_EQ(topology.arc_count(), 1u);
  EXPECT_EQ(builder.node_count(), 0u);
  EXPECT_EQ(builder.arc_count(), 0u);
}

}  // namespace
}  // namespace landbridge
