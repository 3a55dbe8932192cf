// How many containers a year go between each province and each partner, judging by trade?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/base/quantity.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/network/trade.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace landbridge {

struct TradeDemandOptions {
  /// How fast trade falls with cost. Default: the mean of 2,508 estimates of the elasticity of trade to
  /// distance (Head, Mayer 2014, 10.1016/B978-0-444-54314-1.00003-3), applied to cost instead of distance. 0
  /// or more.
  double exponent = 0.93;
  bool constraints = true;          ///< meet the observed shares too, else margins alone
  double tolerance = 1e-10;         ///< as BalanceOptions
  std::size_t most_rounds = 20000;  ///< as BalanceOptions
};

/// Trade of one province with one partner in one direction, in a year.
struct TradeCell {
  RegionId province;
  RegionId partner;
  TradeDirection direction = TradeDirection::exports;
  Usd value = {};
  Teu teu = {};
  bool constrained =
      false;  ///< an observed share covers it, alone or with others; else the model alone says it
  bool observed = false;  ///< such a share covers it alone: the cell itself is observed, not only a sum with others
  double served = 0;  ///< what of it has a route, 0 .. 1
};

/// How the margins and shares were met, both directions in one system.
struct TradeBalance {
  bool met = false;
  std::size_t rounds = 0;
  double residual = 0;  ///< largest relative one of all margins and shares
  double residual_exports =
      0;  ///< of the margins and shares of that direction; shares of both directions count in both
  double residual_imports = 0;
  std::vector<Finding> findings = {};  ///< why not, with file and line; empty when met
};

struct TradeDemand {
  std::vector<TradeCell> cells;  ///< above zero; exports first, by province, then partner, as in the margins
  TradeBalance balance;
  HubDemand demand;            ///< name "trade", unit "TEU/yr"
  double observed_share = 0;   ///< of the containers in cells that an observed share covers, alone or with others
  std::string observed_years = {};  ///< of the shares that are met: "2018-2023"; empty without any
  double estimated_share = 0;  ///< the rest
};

/// The doubly constrained gravity model of trade: exports from provinces to partners and imports from
/// partners to provinces, so that each region's margin of each direction is met, and each share of use
/// `constraint` times its province's margin. Costs are means over the classes of cargo (by their shares) and
/// over the hubs of both ends (by their weights), roads included; deterrence is cost^-exponent. A pair
/// without a route deters as much as those with one do on average: it keeps its demand, which is not served.
/// A territory does not trade with itself. Containers = value x share that goes in containers / value of a
/// TEU, of that partner and direction; they are divided over hubs as `divided_demand` does.
///
/// Margins that cannot be met are told in `balance.findings`; cells are then no answer and `met` is false.
/// Partners and provinces may differ in their totals by 1e-9 of them; partners are then scaled.
///
/// Complexity: one search for each hub of a province or partner and each class, then `balance`. Determinism:
/// the same bits for any number of threads. Errors: ContractError without classes; OptionError for tables
/// without margins or containers and for options out of range; DataError for regions that the network does
/// not have and partners without a row in containers; Cancelled.
TradeDemand trade_demand(std::span<const PricedClass> classes, const TradeTables& tables,
                         const TradeDemandOptions& options = {}, const Run& run = {});

/// The cells as amounts from region to region, in TEU a year.
std::vector<EndpointAmount> trade_amounts(const Network& network, const TradeDemand& trade);

}  // namespace landbridge
