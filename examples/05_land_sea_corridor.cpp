// Demonstrates: what a corridor carries of the demand between its ends, and what it could serve by itself.
#include <landbridge/analysis/demand_use.hpp>
#include <landbridge/analysis/routes.hpp>
#include <landbridge/analysis/trade_demand.hpp>
#include <landbridge/io/corridor_ends.hpp>
#include <landbridge/io/dataset.hpp>
#include <landbridge/io/trade_tables.hpp>

#include <iostream>
#include <memory>
#include <vector>

int main() {
  const landbridge::Network network = landbridge::load_default_network();
  const auto staircase = std::make_shared<const landbridge::Staircase>(network);
  const auto classes = landbridge::price_classes(staircase, {});
  const landbridge::TradeDemand trade = landbridge::trade_demand(classes, landbridge::load_trade_tables());

  // The provinces and countries that sources name as the ends of the New Western Land-Sea Corridor.
  std::vector<landbridge::Endpoint> origins, destinations;
  for (const landbridge::CorridorEnd& end : landbridge::load_corridor_ends())
    if (end.corridor == "nwlsc")
      (end.is_origin ? origins : destinations).push_back(landbridge::resolve_endpoint(network, end.region));
  const landbridge::HubDemand between =
      landbridge::demand_between(network, trade.demand, origins, destinations);

  // On its best way through the whole network: does cargo use the corridor?
  const landbridge::DemandUse use =
      landbridge::demand_use(classes, between, landbridge::on_corridor(network, "nwlsc"));
  std::cout << "asked for: " << use.total / 1e3 << " thousand TEU a year\n"
            << "uses the corridor: " << 100 * use.some_share() << " %\n";

  // And if there were nothing else?
  landbridge::PriceOptions alone;
  alone.closed = landbridge::links_outside(network, {"nwlsc"});
  const landbridge::Priced corridor = landbridge::price(staircase, classes.front().priced.model, alone);
  std::cout << "could be served by it alone: " << 100 * landbridge::served_amount(corridor, between) / use.total << " %\n";

  const landbridge::RouteAnswer way = landbridge::route(corridor, origins.front(), destinations.front());
  if (way.route)
    std::cout << origins.front().key << " to " << destinations.front().key << ": " << way.route->total.time.value() / 24
              << " days, " << way.route->total.money.value() << " USD\n";
}
