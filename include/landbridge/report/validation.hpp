// How far is the model from what has been published?
#pragma once

#include "landbridge/base/run.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/network/priced.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landbridge {

/// One figure of a table. `difference` is modelled less observed in the table's unit, or in per cent of the
/// observed one where `unit` is a length, a time or money.
struct ValidationRow {
  std::string item;
  std::optional<double> observed;
  std::optional<double> modelled;
  std::optional<double> difference_percent;
  std::string note;    ///< what was done, or why a figure is missing
  std::string source;     ///< ids of the data set's sources
  std::string unit = {};  ///< where it is not the table's
};

/// A figure over a whole table, and what it is hoped to be.
struct ValidationFigure {
  std::string name;
  double value = 0;
  std::string unit;
  std::string target;  ///< empty: none
};

struct ValidationTable {
  std::string name;
  std::string question;
  std::string unit;
  std::vector<ValidationRow> rows;
  std::vector<ValidationFigure> figures;
};

/// Tables, in this order, each from the observations of its kind:
/// - rail distances: published lengths of whole routes against the shortest way along their places; every active
///   link on, whatever its dates.
/// - sea distances: published lengths against the shortest way by sea (and river, where an end is a river port),
///   through the passages that the row names and not through the others of Suez, the Cape of Good Hope, Panama and
///   the Northern Sea Route; no conditions; seasonal links for that route alone; the Kiel Canal shut.
/// - transit times: published days against the hours of the quickest way by the modes of the row, without loading,
///   unloading and waiting at its two ends; conditions of the year where there are any; trains cross borders as
///   through trains, which the published ones are.
/// - closures: ports that a closed passage cuts off over sea links alone, listed against found.
/// - freight rates: published money a TEU against the cheapest money by that mode, conditions of the year where
///   there are any. Indices that leave out terminals are compared without them.
/// - flagship pairs: route, money and hours of general and time-critical cargo, and the break-even value of time,
///   under the model and the options given. Nothing is observed here.
/// The same answer for any number of threads. Throws Cancelled.
std::vector<ValidationTable> validate(const Network& network, const Observations& observations,
                                      const CostModel& model, const PriceOptions& options, const Run& run = {});

}  // namespace landbridge
