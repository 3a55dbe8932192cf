// The whole report on the built-in data: load, price, route the demand over 32 draws of the costs, draw and write
// the page's text; on one thread. Its limit is that of the command on two.
#include "landbridge/io/dataset.hpp"
#include "landbridge/report/corridor_report.hpp"
#include "runner/runner.hpp"

namespace landbridge::benchmarks {

namespace {

struct BuiltIn {};
using Texts = std::vector<std::string>;

}  // namespace

void add_report() {
  const auto prepare = [](const BuiltIn&) {
    return [] {
      const Network network = load_default_network();
      Texts texts;
      for (ReportFile& file : corridor_report(network, {}, {}, {.threads = 1}).files)
        texts.push_back(std::move(file.content));
      return texts;
    };
  };
  add_task<BuiltIn, Texts>(
      "report", "built_in", [] { return BuiltIn{}; }, {{"landbridge", prepare}},
      [](const Texts& expected, const Texts& found) -> std::string {
        return expected == found ? "" : "other files than the time before";
      },
      10000);
}

}  // namespace landbridge::benchmarks
