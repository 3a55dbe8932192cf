#include "landbridge/analysis/skims.hpp"

#include "landbridge/base/parallel.hpp"
#include "landbridge/paths/shortest.hpp"

#include <utility>

namespace landbridge {

std::vector<Skim> skims(const Priced& priced, const std::vector<Endpoint>& from,
                        const std::vector<Endpoint>& to, const Run& run) {
  const CostGraph graph = searchable(priced);
  const auto fill = [&](std::vector<Skim>& row, const Endpoint& origin) {
    const ShortestPaths paths = shortest_paths(graph, gate(*priced.staircase, origin));
    for (const Endpoint& end : to) {
      if (overlap(origin, end)) continue;
      Skim skim{origin, end};
      if (share_a_hub(priced.network(), origin, end)) {
        const RouteAnswer found = route(priced, origin, end);
        skim.reached = found.route.has_value();
        if (found.route) skim.cost = found.route->cost, skim.total = found.route->total;
        row.push_back(std::move(skim));
        continue;
      }
      if (const auto path = path_to(graph, paths, gate(*priced.staircase, end))) {
        skim.reached = true;
        skim.cost = path->cost;
        for (const Step& step : steps(priced, path->path)) skim.total += step.parts;
      }
      row.push_back(std::move(skim));
    }
  };
  std::vector<std::vector<Skim>> rows(from.size());
  for_each_item(
      from.size(), run, [] { return 0; }, [&](int, std::size_t i) { fill(rows[i], from[i]); });
  std::vector<Skim> result;
  for (std::vector<Skim>& row : rows)
    for (Skim& skim : row) result.push_back(std::move(skim));
  return result;
}

}  // namespace landbridge
