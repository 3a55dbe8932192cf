// Hubs, links and passages of the default demand over draws of the costs: one search for all three, on one
// and two threads, held against the draws priced and ranked one by one.
#include "landbridge/analysis/draws.hpp"
#include "landbridge/io/dataset.hpp"
#include "runner/runner.hpp"

#include <cmath>
#include <memory>
#include <vector>

#include <fmt/format.h>

namespace landbridge::benchmarks {

namespace {

constexpr std::size_t draws = 4;

struct Corridor {
  std::shared_ptr<const Network> network = std::make_shared<const Network>(load_default_network());
  std::shared_ptr<const Staircase> staircase = std::make_shared<const Staircase>(*network);
  HubDemand demand = default_demand(*network);
};

/// By hub, then link: scores.
using ItemScores = std::vector<double>;

ItemScores zero(const Corridor& corridor) {
  return ItemScores(corridor.network->hubs().size() + corridor.network->links().size(), 0.0);
}
void add(const HubRanking& hubs, const LinkRanking& links, const Corridor& corridor, double factor,
         ItemScores& scores) {
  for (const HubShare& row : hubs.rows) scores[row.hub.index()] += factor * row.score;
  for (const LinkShare& row : links.rows)
    scores[corridor.network->hubs().size() + row.link.index()] += factor * row.score;
}

Contender<Corridor, ItemScores> together(std::string name, unsigned threads) {
  return {std::move(name), [threads](const Corridor& corridor) {
            return [&corridor, threads] {
              const Rankings rankings = rank_over_draws(corridor.staircase, {}, {}, "all", corridor.demand,
                                                        {.draws = draws}, {.threads = threads});
              ItemScores scores = zero(corridor);
              add(rankings.hubs, rankings.links, corridor, 1, scores);
              return scores;
            };
          }};
}

Contender<Corridor, ItemScores> one_by_one() {
  return {"draw by draw", [](const Corridor& corridor) {
            return [&corridor] {
              ItemScores scores = zero(corridor);
              for (std::size_t draw = 0; draw < draws; ++draw) {
                const auto classes =
                    price_classes(corridor.staircase, {}, {.draw = CostDraw{.number = draw}});
                const Run run{.threads = 1};
                add(rank_hubs(classes, corridor.demand, {}, run), rank_links(classes, corridor.demand, run),
                    corridor, 1.0 / draws, scores);
                rank_passages(classes, corridor.demand, run);
              }
              return scores;
            };
          }};
}

std::string difference(const ItemScores& expected, const ItemScores& found) {
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (!(std::abs(expected[i] - found[i]) <= 1e-9 * (1 + std::abs(expected[i]))))
      return fmt::format("item {}: {} and {}", i, expected[i], found[i]);
  return {};
}

}  // namespace

void add_ranking_over_draws() {
  add_task<Corridor, ItemScores>(
      "ranking_over_draws", "built_in", [] { return Corridor(); },
      {together("landbridge", 1), together("landbridge, 2 threads", 2), one_by_one()}, difference);
}

}  // namespace landbridge::benchmarks
