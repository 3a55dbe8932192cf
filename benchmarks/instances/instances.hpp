// On which graphs is measured? Made ones, the same everywhere, and public ones from a folder of the caller's.
#pragma once

#include "landbridge/graph/topology.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace landbridge::benchmarks {

struct WeightedGraph {
  Topology topology;
  Costs costs;
};

/// Costs drawn uniformly from 1 .. largest, each arc its own; largest 1: all alike, ties everywhere.
WeightedGraph weighted_grid(std::size_t rows, std::size_t columns, std::uint64_t largest);

/// A `*_net.tntp` of the folder in LANDBRIDGE_BENCH_DATA, free-flow times exact to the file's last decimal.
/// Throws Absent when the variable is unset or the file is not there.
WeightedGraph road_network(const std::string& name);

}  // namespace landbridge::benchmarks
