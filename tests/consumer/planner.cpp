#include <landbridge/landbridge.hpp>

#include <iostream>
#include <string>

std::string library_version();

int main() {
  const landbridge::Network network = landbridge::load_default_network();
  const landbridge::Priced priced = landbridge::price(network, {}, {.by = landbridge::Objective::time});
  const auto answer = landbridge::route(priced, landbridge::resolve_endpoint(network, "chongqing"),
                                        landbridge::resolve_endpoint(network, "duisburg"));
  if (!answer.route) return 1;
  std::cout << "landbridge " << library_version() << "\nroute:";
  for (const landbridge::PlaceId place : answer.route->places) std::cout << ' ' << network[place].name;
  std::cout << ", " << answer.route->total.time.value() << " h\n";
}
