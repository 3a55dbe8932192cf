// Which commands are there?
#pragma once

#include "cli/command.hpp"

#include <vector>

namespace landbridge::cli {

Command check_command();
Command data_command();
Command demand_command();
Command validate_command();
Command graph_command();
Command hubs_command();
Command links_command();
Command matrix_command();
Command report_command();
Command route_command();

/// In the order in which the help lists them.
std::vector<Command> all_commands();

}  // namespace landbridge::cli
