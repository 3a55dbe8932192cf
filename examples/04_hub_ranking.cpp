// Demonstrates: which hubs trade needs, as means over draws of the costs, and how sure each rank is.
#include <landbridge/analysis/conditions.hpp>
#include <landbridge/analysis/draws.hpp>
#include <landbridge/analysis/trade_demand.hpp>
#include <landbridge/io/dataset.hpp>
#include <landbridge/io/trade_tables.hpp>

#include <cstddef>
#include <iostream>
#include <memory>

int main() {
  const landbridge::Network network = landbridge::load_default_network();

  // Prices and closures of 2024: the Red Sea is shut.
  const landbridge::Conditions& conditions = landbridge::find_conditions(network, "2024");
  const landbridge::CostModel model = landbridge::under(conditions, {});
  landbridge::PriceOptions prices;
  prices.closed = landbridge::closed_links(network, conditions);

  // Containers a year between provinces and partners, from what each of them trades.
  const auto staircase = std::make_shared<const landbridge::Staircase>(network);
  const auto classes = landbridge::price_classes(staircase, model, prices);
  const landbridge::TradeDemand trade = landbridge::trade_demand(classes, landbridge::load_trade_tables());
  if (!trade.balance.met) return 1;
  std::cout << trade.demand.total() / 1e6 << " million TEU a year, balanced in " << trade.balance.rounds << " rounds\n";

  // A few dollars must not decide for a port: shares are means over draws, each within the spread of the costs.
  const landbridge::Rankings rankings = landbridge::rank_over_draws(
      staircase, model, prices, "all", trade.demand, {.draws = 8, .kinds = {.links = false}});
  for (std::size_t i = 0; i < 5; ++i) {
    const landbridge::HubShare& row = rankings.hubs.rows[i];
    std::cout << row.rank << ". " << network[row.hub].name << ": handles " << 100 * row.handled() << " %, of it "
              << 100 * row.own << " % its own; ranks " << row.over.rank_low << " to " << row.over.rank_high << '\n';
  }

  // Borders stand among the passages.
  for (const landbridge::PassageShare& row : rankings.passages.rows)
    if (row.border) {
      std::cout << "busiest border: " << row.name << ", " << 100 * row.share << " %\n";
      break;
    }
}
