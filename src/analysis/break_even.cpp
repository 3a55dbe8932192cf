#include "landbridge/analysis/break_even.hpp"

#include "landbridge/base/error.hpp"

#include <cmath>

#include <fmt/format.h>

namespace landbridge {

namespace {

class Search {
 public:
  Search(std::shared_ptr<const Staircase> staircase, const CostModel& model, PriceOptions options,
         const Endpoint& from, const Endpoint& to, Modes land)
      : staircase_(std::move(staircase)), model_(model), any_(std::move(options)), from_(from), to_(to) {
    any_.by = Objective::cost;
    Modes below;
    for (const Mode mode : all_modes)
      if (any_.modes[mode] && mode != Mode::air) below.insert(mode);
    any_.modes = below;
    land_ = any_;
    land_.modes = Modes();
    for (const Mode mode : all_modes)
      if (land[mode] && any_.modes[mode]) land_.modes.insert(mode);
  }

  std::optional<Route> best(TimeValue value_of_time, bool by_land) const {
    CostModel model = model_;
    model.value_of_time = value_of_time;
    return route(price(staircase_, model, by_land ? land_ : any_), from_, to_).route;
  }

  bool land_wins(TimeValue value_of_time) const {
    const std::optional<Route> land = best(value_of_time, true);
    return land && land->cost == best(value_of_time, false)->cost;
  }

 private:
  std::shared_ptr<const Staircase> staircase_;
  CostModel model_;
  PriceOptions any_, land_;
  Endpoint from_, to_;
};

void check_positive(const char* field, double value) {
  if (!(value > 0 && std::isfinite(value)))
    throw OptionError(field, fmt::format("{}", value), "a positive number");
}

}  // namespace

BreakEven break_even(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                     const PriceOptions& options, const Endpoint& from, const Endpoint& to,
                     const BreakEvenOptions& how) {
  check_positive("highest", how.highest.value());
  check_positive("tolerance", how.tolerance.value());
  const Search search(std::move(staircase), model, options, from, to, how.land);
  BreakEven result;
  if (!search.best(TimeValue(0), true)) {
    result.water = search.best(how.highest, false);
    return result;
  }
  if (search.land_wins(TimeValue(0))) {
    result.value_of_time = TimeValue(0);
    result.land = search.best(TimeValue(0), true);
    return result;
  }
  if (!search.land_wins(how.highest)) {
    result.land = search.best(TimeValue(0), true);
    result.water = search.best(how.highest, false);
    return result;
  }
  double below = 0, above = how.highest.value();
  while (above - below > how.tolerance.value()) {
    const double middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) break;  // doubles end before the tolerance does
    (search.land_wins(TimeValue(middle)) ? above : below) = middle;
  }
  result.value_of_time = TimeValue(above);
  result.land = search.best(TimeValue(above), true);
  result.water = search.best(TimeValue(below), false);
  return result;
}

}  // namespace landbridge
