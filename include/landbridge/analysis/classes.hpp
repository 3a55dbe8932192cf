// How does each class of cargo see the network?
#pragma once

#include "landbridge/network/priced.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// One class of cargo, priced with its own value of time. Each is routed for itself; flows add.
struct PricedClass {
  std::string name;  ///< "all" where the objective does not depend on the class
  double share = 1;  ///< of the demand; those of one set add up to 1
  Priced priced;
};

/// The network priced for the class named, or for every class of the model where `which` is "all". Under an
/// objective other than cost the classes do not differ, and one entry stands for all. Throws OptionError for a
/// class that the model does not have, and as `price`.
std::vector<PricedClass> price_classes(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                                       const PriceOptions& options = {}, std::string_view which = "all");

/// One pricing as the only class.
std::vector<PricedClass> single_class(Priced priced);

}  // namespace landbridge
