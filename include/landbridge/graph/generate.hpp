// Which graphs can be made rather than read? Grids, layers and random multigraphs, for tests and benchmarks.
#pragma once

#include "landbridge/graph/topology.hpp"

#include <cstddef>
#include <cstdint>

namespace landbridge {

/// rows x columns nodes, row by row; an arc each way between neighbours. Arcs: 2 (rows (columns - 1) +
/// columns (rows - 1)).
Topology grid(std::size_t rows, std::size_t columns);

/// `layers` layers of `width` nodes each; an arc from every node of a layer to every node of the next.
/// With equal costs the number of shortest paths from the first to the last layer is width^(layers - 2) for
/// each pair.
Topology layered(std::size_t width, std::size_t layers);

/// `arcs` arcs with ends drawn uniformly and independently: loops and parallel arcs occur. nodes > 0 unless
/// arcs = 0. Determinism: depends on the arguments alone.
Topology random_multigraph(std::size_t nodes, std::size_t arcs, std::uint64_t seed);

}  // namespace landbridge
