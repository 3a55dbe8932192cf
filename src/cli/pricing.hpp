// Which pricing do the flags of a corridor command ask for?
#pragma once

#include "cli/inputs.hpp"
#include "landbridge/analysis/classes.hpp"
#include "landbridge/report/rows.hpp"

#include <string>
#include <vector>

namespace landbridge::cli {

/// Flags that every command with routes has.
struct PricingFlags {
  std::string by = "cost";
  std::string modes;  ///< empty: all
  std::string avoid;  ///< empty: nothing
  std::string open;   ///< empty: nothing
  std::string cargo_class;  ///< empty: the first of the model
  std::string ready;        ///< "tue 08:00"; empty: any moment of the week
};

void declare(Flags& flags, PricingFlags& options);

/// `--ready`, for commands that answer for single journeys.
void declare_ready(Flags& flags, PricingFlags& options);

/// The class named, else the first of the model.
std::string cargo_class(const Inputs& inputs, const PricingFlags& options);

/// What the flags say about links and modes; corridors and --avoid become closed links.
PriceOptions price_options(const Inputs& inputs, const PricingFlags& options, const GlobalFlags& flags);

/// The network priced as the flags say, for the one class named. The inputs must outlive it.
Priced price_as_asked(const Inputs& inputs, const PricingFlags& options, const GlobalFlags& flags);
/// The same for one class or, under `all`, for each.
std::vector<PricedClass> price_classes_as_asked(const Inputs& inputs, const PricingFlags& options,
                                                const GlobalFlags& flags);

/// The day, the conditions and the class of cargo, for a summary.
void tell_pricing(const Inputs& inputs, const PricingFlags& options, std::vector<NamedValue>& summary);

/// Adds quantum, engine and the policy for parallel links to what the inputs say.
Provenance provenance_of(const Inputs& inputs, const Priced& priced);

/// What the summary says about --corridor: which links there are, and that there are none on water. Nothing
/// without it.
void tell_corridors(const Network& network, const PriceOptions& options, const GlobalFlags& flags,
                    std::vector<NamedValue>& summary);

GeoPoint point(Position position);
/// The middle of nothing: where the first place of a hub lies.
GeoPoint point(const Network& network, HubId hub);
/// The five figures of a route or a leg: money, time, distance and CO2 of one TEU.
std::vector<Value> figures(const Parts& parts);
std::vector<Column> figure_columns();
/// In the objective's unit.
double cost_in_units(const Priced& priced, Cost cost);

}  // namespace landbridge::cli
