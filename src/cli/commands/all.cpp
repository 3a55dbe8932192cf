#include "cli/commands/all.hpp"

namespace landbridge::cli {

std::vector<Command> all_commands() {
  return {
      report_command(), route_command(), matrix_command(), hubs_command(),
      links_command(),  demand_command(), check_command(), data_command(),   validate_command(),
      graph_command(),
  };
}

}  // namespace landbridge::cli
