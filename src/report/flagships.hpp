// Which way does each class of cargo go between the pairs that everybody asks about?
#pragma once

#include "landbridge/analysis/break_even.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landbridge::detail {

struct FlagshipRoute {
  std::string cargo_class;
  TimeValue value_of_time;
  RouteAnswer answer;
};

struct Flagship {
  std::string from, to;  ///< slugs, as in the list
  Endpoint from_end, to_end;
  std::vector<FlagshipRoute> routes;  ///< one for each class of the model
  BreakEven even;
};

/// The pairs, the ones asked for most first.
std::span<const std::pair<std::string_view, std::string_view>> flagship_names() noexcept;

/// The first `count` of them under the model and the options, at least cost; pairs of which an end is no hub
/// of the network are left out. The same answer for any number of threads. Throws Cancelled.
std::vector<Flagship> flagships(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                                PriceOptions options, std::size_t count, const Run& run);

}  // namespace landbridge::detail
