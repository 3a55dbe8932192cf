#include "landbridge/analysis/classes.hpp"

#include "landbridge/base/error.hpp"

#include <utility>

namespace landbridge {

std::vector<PricedClass> single_class(Priced priced) {
  std::vector<PricedClass> result;
  result.push_back({"all", 1, std::move(priced)});
  return result;
}

std::vector<PricedClass> price_classes(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                                       const PriceOptions& options, std::string_view which) {
  if (which != "all") {
    std::vector<PricedClass> result = single_class(price(staircase, for_class(model, which), options));
    result.front().name = which;
    return result;
  }
  if (options.by != Objective::cost || model.classes.empty())
    return single_class(price(std::move(staircase), model, options));
  double total = 0;
  for (const CargoClass& each : model.classes) total += each.share;
  std::vector<PricedClass> result;
  for (const CargoClass& each : model.classes)
    if (each.share > 0)
      result.push_back({each.name, each.share / total, price(staircase, for_class(model, each.name), options)});
  if (result.empty()) throw OptionError("share of a class", "0", "above 0 for one class or more");
  return result;
}

}  // namespace landbridge
