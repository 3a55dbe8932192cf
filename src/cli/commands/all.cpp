#include "cli/commands/all.hpp"

namespace landbridge::cli {

std::vector<Command> all_commands() {
  return {
      check_command(),
      graph_command(),
      report_command(),
  };
}

}  // namespace landbridge::cli
