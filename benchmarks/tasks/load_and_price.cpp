// From the tables compiled in to exact costs on every move of the default network.
#include "landbridge/io/dataset.hpp"
#include "landbridge/network/priced.hpp"
#include "runner/runner.hpp"

namespace landbridge::benchmarks {

namespace {

struct BuiltIn {};

}  // namespace

void add_load_and_price() {
  const auto prepare = [](const BuiltIn&) {
    return [] {
      const Network network = load_default_network();
      return price(network).costs;
    };
  };
  add_task<BuiltIn, Costs>(
      "load_and_price", "built_in", [] { return BuiltIn{}; }, {{"landbridge", prepare}},
      [](const Costs& expected, const Costs& found) -> std::string {
        return expected == found ? "" : "other costs than the time before";
      },
      100);
}

}  // namespace landbridge::benchmarks
