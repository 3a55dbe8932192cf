#include "landbridge/graph/topology_builder.hpp"

#include "landbridge/base/contract.hpp"

#include <utility>

namespace landbridge {

namespace {

constexpr std::size_t most_ids = NodeId::none_value - 1;

void check_limit(std::size_t count, const char* what) {
  if (count > most_ids) throw LimitError(std::string("more than 2^32 - 2 ") + what);
}

}  // namespace

TopologyBuilder::TopologyBuilder(std::size_t nodes) : nodes_(nodes) {
  check_limit(nodes, "nodes");
}

NodeId TopologyBuilder::add_node() {
  return add_nodes(1);
}

NodeId TopologyBuilder::add_nodes(std::size_t count) {
  check_limit(count, "nodes");
  check_limit(nodes_ + count, "nodes");
  const NodeId first = NodeId::at(nodes_);
  nodes_ += count;
  return first;
}

ArcId TopologyBuilder::add_arc(NodeId tail, NodeId head) {
  expects(tail.index() < nodes_, "the tail of an arc is a node of the graph");
  expects(head.index() < nodes_, "the head of an arc is a node of the graph");
  check_limit(tails_.size() + 1, "arcs");
  tails_.push_back(tail);
  return heads_.push_back(head);
}

void TopologyBuilder::reserve_arcs(std::size_t arcs) {
  tails_.reserve(arcs);
  heads_.reserve(arcs);
}

Topology TopologyBuilder::build() && {
  return Topology(std::exchange(nodes_, 0), std::exchange(tails_, {}), std::exchange(heads_, {}));
}

}  // namespace landbridge
