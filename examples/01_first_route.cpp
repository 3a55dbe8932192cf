// Demonstrates: the built-in network, its prices, and the cheapest and the fastest way of a container between
// two cities.
#include <landbridge/analysis/routes.hpp>
#include <landbridge/io/dataset.hpp>

#include <iostream>

void print_route(const landbridge::Network& network, landbridge::Objective by) {
  const landbridge::Priced priced = landbridge::price(network, {}, {.by = by});
  const auto chongqing = landbridge::resolve_endpoint(network, "chongqing");
  const auto duisburg = landbridge::resolve_endpoint(network, "duisburg");
  const landbridge::RouteAnswer answer = landbridge::route(priced, chongqing, duisburg);
  if (!answer.route) {
    std::cout << "no route: " << answer.reason << '\n';
    return;
  }
  const landbridge::Parts& total = answer.route->total;
  std::cout << "by " << name(by) << ": " << total.money.value() << " USD, " << total.time.value() << " h, "
            << total.distance.value() << " km, " << total.co2.value() << " kg CO2e\n";
  for (const landbridge::Leg& leg : answer.route->legs)
    std::cout << "  " << name(leg.vehicle.mode) << " from " << network[leg.from].name << " to "
              << network[leg.to].name << ", " << leg.parts.distance.value() << " km\n";
}

int main() {
  const landbridge::Network network = landbridge::load_default_network();
  print_route(network, landbridge::Objective::time);
  print_route(network, landbridge::Objective::money);
}
