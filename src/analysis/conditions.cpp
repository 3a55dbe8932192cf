#include "landbridge/analysis/conditions.hpp"

#include "landbridge/analysis/names.hpp"
#include "landbridge/base/findings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace landbridge {

const Conditions& find_conditions(const Network& network, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Conditions& each : network.conditions()) {
    if (each.name == name) return each;
    known.push_back(each.name);
  }
  throw NameError(fmt::format("unknown conditions {}; there are: {}", quoted(name), fmt::join(known, ", ")));
}

const Conditions* conditions_on(const Network& network, Date date) {
  const auto found = std::ranges::find_if(network.conditions(),
                                          [&](const Conditions& each) { return each.validity.holds(date); });
  return found == network.conditions().end() ? nullptr : &*found;
}

Date date_within(const Conditions& conditions, Date date) {
  if (conditions.validity.holds(date)) return date;
  if (!conditions.validity.from) return *conditions.validity.to;
  const Date begin = *conditions.validity.from;
  const Date summer{begin.year(), std::chrono::July, std::chrono::day(1)};
  return conditions.validity.holds(summer) ? summer : begin;
}

CostModel under(const Conditions& conditions, CostModel model) {
  for (const FieldEdit& edit : conditions.fields) set_field(model, edit.field, edit.value);
  return model;
}

LinkMask closed_links(const Network& network, const Conditions& conditions) {
  LinkMask result(network.links().size());
  for (const Closure& closure : conditions.closures) result |= resolve_links(network, closure.set);
  return result;
}

}  // namespace landbridge
