#include "landbridge/io/graph_file.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(GraphFile, NumbersItsNodesAsTheFileDoes) {
  GraphFile graph;
  EXPECT_EQ(graph.number(NodeId(4)), 4u);
  graph.first_number = 1;
  EXPECT_EQ(graph.number(NodeId(4)), 5u);
}

}  // namespace
}  // namespace landbridge
