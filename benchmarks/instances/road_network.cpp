#include "instances/instances.hpp"
#include "landbridge/io/tntp.hpp"
#include "runner/runner.hpp"

#include <cstdlib>
#include <filesystem>

namespace landbridge::benchmarks {

WeightedGraph road_network(const std::string& name) {
  const char* folder = std::getenv("LANDBRIDGE_BENCH_DATA");
  if (folder == nullptr) throw Absent("LANDBRIDGE_BENCH_DATA is not set");
  const std::filesystem::path file = std::filesystem::path(folder) / (name + "_net.tntp");
  if (!std::filesystem::exists(file)) throw Absent(file.string() + " is not there");
  GraphFile graph = read_tntp(TextSource::file(file.string()));
  return {std::move(graph.topology), std::move(graph.costs)};
}

}  // namespace landbridge::benchmarks
