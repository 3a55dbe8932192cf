#include <landbridge/landbridge.hpp>

#include <iostream>
#include <string>

std::string library_version();

int main() {
  using namespace landbridge;
  TopologyBuilder builder(3);
  const ArcId first = builder.add_arc(NodeId::at(0), NodeId::at(1));
  const ArcId second = builder.add_arc(NodeId::at(1), NodeId::at(2));
  const Topology topology = std::move(builder).build();
  const Path route{NodeId::at(0), {first, second}};
  const Costs costs(topology.arc_count(), Cost(21));
  std::cout << "landbridge " << library_version() << "\nroute:";
  for (const NodeId node : nodes(topology, route)) std::cout << ' ' << node.index();
  std::cout << ", cost " << cost_of(route, costs).quanta() << '\n';
}
