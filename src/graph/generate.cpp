#include "landbridge/graph/generate.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/graph/topology_builder.hpp"

#include <utility>

namespace landbridge {

Topology grid(std::size_t rows, std::size_t columns) {
  TopologyBuilder builder(rows * columns);
  const auto join = [&](std::size_t a, std::size_t b) {
    builder.add_arc(NodeId::at(a), NodeId::at(b));
    builder.add_arc(NodeId::at(b), NodeId::at(a));
  };
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t at = row * columns + column;
      if (column + 1 < columns) join(at, at + 1);
      if (row + 1 < rows) join(at, at + columns);
    }
  }
  return std::move(builder).build();
}

Topology layered(std::size_t width, std::size_t layers) {
  TopologyBuilder builder(width * layers);
  for (std::size_t layer = 0; layer + 1 < layers; ++layer)
    for (std::size_t from = 0; from < width; ++from)
      for (std::size_t to = 0; to < width; ++to)
        builder.add_arc(NodeId::at(layer * width + from), NodeId::at((layer + 1) * width + to));
  return std::move(builder).build();
}

Topology random_multigraph(std::size_t nodes, std::size_t arcs, std::uint64_t seed) {
  expects(nodes > 0 || arcs == 0, "a graph with arcs has nodes");
  constexpr std::uint64_t purpose = 0x6d756c7469;  // "multi"
  TopologyBuilder builder(nodes);
  builder.reserve_arcs(arcs);
  for (std::size_t arc = 0; arc < arcs; ++arc) {
    RandomStream stream(seed, purpose, arc);
    const auto tail = NodeId::at(stream.below(nodes));
    const auto head = NodeId::at(stream.below(nodes));
    builder.add_arc(tail, head);
  }
  return std::move(builder).build();
}

}  // namespace landbridge
