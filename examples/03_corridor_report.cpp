// Demonstrates: the report of one corridor under prices of your own, as a page, as tables and as figures.
#include <landbridge/io/dataset.hpp>
#include <landbridge/report/corridor_report.hpp>

#include <cstddef>
#include <iostream>

int main(int argc, char** argv) {
  const landbridge::Network network = landbridge::load_default_network();

  // Time-critical cargo: an hour is worth more, the rest stays as it is. Every field says where its default
  // comes from.
  landbridge::CostModel model;
  model.value_of_time = landbridge::TimeValue(15);

  landbridge::CorridorReportOptions options;
  options.corridors = {argc > 1 ? argv[1] : "cere_west"};
  options.provenance.data = "built-in";
  options.provenance.data_hash = landbridge::dataset_hash();
  options.provenance.cost_model = "default, value_of_time=15";
  const landbridge::CorridorReport report = landbridge::corridor_report(network, model, options);

  // The figures behind the page are there as they are.
  std::cout << findings(report.page) << '\n';
  for (std::size_t i = 0; i < 5; ++i) {
    const landbridge::HubShare& row = report.hubs.rows[i];
    std::cout << row.rank << ". " << network[row.hub].name << ": handles " << 100 * row.handled() << " %, "
              << 100 * row.through << " % passes\n";
  }

  for (const std::string& path : landbridge::write_report(report, "corridor_report"))
    std::cout << path << '\n';
}
