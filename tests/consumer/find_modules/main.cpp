#include <array>
#include <iostream>

#include <GeographicLib/Geodesic.hpp>
#include <metis.h>

int main() {
  // A ring of four: any nested dissection orders all of them.
  std::array<idx_t, 5> first{0, 2, 4, 6, 8};
  std::array<idx_t, 8> heads{1, 3, 0, 2, 1, 3, 2, 0};
  std::array<idx_t, 4> order{};
  std::array<idx_t, 4> inverse{};
  idx_t nodes = 4;
  const int outcome =
      METIS_NodeND(&nodes, first.data(), heads.data(), nullptr, nullptr, order.data(), inverse.data());
  for (std::size_t node = 0; node < order.size(); ++node)
    if (outcome != METIS_OK ||
        order.at(static_cast<std::size_t>(inverse.at(node))) != static_cast<idx_t>(node))
      return 1;

  double metres = 0;
  GeographicLib::Geodesic::WGS84().Inverse(0, 0, 0, 1, metres);
  if (metres < 111319 || metres > 111320) return 1;
  std::cout << "route: " << order.size() << " nodes ordered, one degree of the equator is " << metres
            << " m\n";
}
