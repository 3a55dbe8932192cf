#include "cli/demand.hpp"

#include "landbridge/analysis/classes.hpp"
#include "landbridge/io/demand_file.hpp"
#include "landbridge/io/trade_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace landbridge::cli {

namespace {

std::vector<Endpoint> set_given(const Network& network, const std::string& text) {
  return text.empty() ? std::vector<Endpoint>() : resolve_endpoints(network, text);
}

double sum(std::span<const EndpointAmount> amounts) {
  double total = 0;
  for (const EndpointAmount& each : amounts) total += each.amount;
  return total;
}

/// What goes between the sets of the flags, over hubs.
AskedDemand between_sets(const Network& network, std::span<const EndpointAmount> amounts,
                         const DemandFlags& flags) {
  const std::vector<Endpoint> one = set_given(network, flags.from), other = set_given(network, flags.to);
  AskedDemand demand{divided_demand(network, amounts_between(network, amounts, one, other)), {}, {}};
  demand.unit = "TEU/yr";
  if (!one.empty()) demand.origins = one;
  if (!other.empty()) demand.destinations = other;
  return demand;
}

AskedDemand trade(const Inputs& inputs, const TradeTables& tables, const DemandFlags& flags,
                  const Context& context) {
  const Network& network = inputs.network;
  const TradeDemand all = trade_as_priced(inputs, tables, flags.cargo_class, {}, context.run);
  AskedDemand demand;
  if (flags.from.empty() && flags.to.empty()) {
    static_cast<HubDemand&>(demand) = all.demand;
    tell_balance(all, demand.told);
    demand.trade = all;
    return demand;
  }
  demand = between_sets(network, trade_amounts(network, all), flags);
  demand.name = "trade";
  TradeDemand observed;
  for (const TradeCell& cell : all.cells)
    if (cell.constrained) observed.cells.push_back(cell);
  const std::vector<Endpoint> one = set_given(network, flags.from), other = set_given(network, flags.to);
  const double total = sum(amounts_between(network, trade_amounts(network, all), one, other));
  TradeDemand shown;
  shown.balance = all.balance;
  shown.observed_years = all.observed_years;
  if (total > 0) {
    shown.observed_share =
        sum(amounts_between(network, trade_amounts(network, observed), one, other)) / total;
    shown.estimated_share = 1 - shown.observed_share;
  }
  tell_balance(shown, demand.told);
  return demand;
}

/// The names of a file's rows, resolved; what is wrong with them goes to the findings.
class FileReader {
 public:
  FileReader(const Network& network, const std::string& file) : network_(network), file_(file) {}

  std::vector<EndpointAmount> read() {
    for (const DemandRow& row : read_demand_file(TextSource::file(file_), findings_)) add(row);
    if (findings_.has_errors()) {
      std::vector<Finding> told = findings_.list();
      // What a name means is found after what a cell holds; a reader goes line by line. The last may be a count.
      std::ranges::stable_sort(told, {}, [](const Finding& one) { return std::tuple(one.line == 0, one.line, one.column); });
      throw DataError(std::move(told));
    }
    return std::move(amounts_);
  }

 private:
  void error(const CellPosition& at, std::string message) {
    findings_.error(file_, at.line, at.column, std::move(message));
  }

  std::optional<Endpoint> resolve(const std::string& name, const CellPosition& at) {
    try {
      return resolve_endpoint(network_, name);
    } catch (const NameError& unknown) {
      error(at, unknown.what());
      return std::nullopt;
    }
  }

  /// A place stands for its hub.
  std::string key(const Endpoint& end) const {
    return end.region.is_none() ? network_[end.hub].slug : end.key;
  }

  void add(const DemandRow& row) {
    const std::optional<Endpoint> from = resolve(row.from, row.from_at), to = resolve(row.to, row.to_at);
    if (!from || !to) return;
    if (key(*from) == key(*to) || same_territory(network_, *from, *to))
      return error(row.to_at, fmt::format("from and to are the same: {} and {}", key(*from), key(*to)));
    const auto [first, fresh] = lines_.try_emplace({key(*from), key(*to)}, row.from_at.line);
    if (!fresh)
      return error(row.from_at, fmt::format("from {} to {} is given twice, first in line {}", key(*from),
                                            key(*to), first->second));
    amounts_.push_back({*from, *to, row.amount.value()});
  }

  const Network& network_;
  const std::string& file_;
  Findings findings_;
  std::vector<EndpointAmount> amounts_;
  std::map<std::pair<std::string, std::string>, std::size_t> lines_;
};

/// Demand of trade is made of both tables; one without the other is a fault of the data.
void expect_tables(const TradeTables& tables, const std::string& folder) {
  Findings findings;
  for (const auto& [name, missing] : {std::pair("margins.csv", tables.margins.empty()),
                                      std::pair("containers.csv", tables.containers.empty())})
    if (missing)
      findings.error((std::filesystem::path(folder) / name).string(), 1, 1,
                     "the table has no rows or is not there; demand of trade needs it (--demand uniform does without)");
  findings.throw_if_errors();
}

AskedDemand uniform(const Network& network, const DemandFlags& flags) {
  const auto side = [&](const std::string& given, RegionKind standard) {
    return given.empty() ? regions(network, standard) : resolve_endpoints(network, given);
  };
  return {
      uniform_demand(network, side(flags.from, RegionKind::province), side(flags.to, RegionKind::country)),
      {}};
}

}  // namespace

TradeDemand trade_as_priced(const Inputs& inputs, const TradeTables& tables, const std::string& cargo_class,
                            const TradeDemandOptions& options, const Run& run) {
  const std::vector<PricedClass> classes = price_classes(std::make_shared<const Staircase>(inputs.network),
                                                         inputs.model, inputs.options, cargo_class);
  TradeDemand result = trade_demand(classes, tables, options, run);
  if (!result.balance.met) throw DataError(std::move(result.balance.findings));
  return result;
}

void tell_balance(const TradeDemand& trade, std::vector<NamedValue>& summary) {
  summary.push_back({"balancing_iterations", trade.balance.rounds});
  summary.push_back({"balancing_residual", trade.balance.residual});
  summary.push_back({"observed_share", trade.observed_share});
  summary.push_back({"observed_years", trade.observed_years.empty() ? Value() : Value(trade.observed_years)});
  summary.push_back({"estimated_share", trade.estimated_share});
}

AskedDemand asked_demand(const Inputs& inputs, const DemandFlags& flags, const Context& context) {
  const bool has_sets = !flags.from.empty() || !flags.to.empty();
  if (flags.demand == "uniform" || (flags.demand.empty() && has_sets)) return uniform(inputs.network, flags);
  if (flags.demand.empty() || flags.demand == "trade") {
    const TradeTables tables = load_trade_tables(context.flags.data);
    if (flags.demand.empty() && tables.margins.empty() && tables.containers.empty()) {
      context.note("the data have no figures of trade: each pair of regions counts alike");
      return uniform(inputs.network, flags);
    }
    expect_tables(tables, context.flags.data);
    return trade(inputs, tables, flags, context);
  }
  if (flags.demand.find_first_of("./") == std::string::npos && !std::filesystem::exists(flags.demand))
    throw UsageError(fmt::format("--demand {}: neither uniform nor trade nor a file", flags.demand));
  AskedDemand demand = between_sets(inputs.network, FileReader(inputs.network, flags.demand).read(), flags);
  demand.name = flags.demand;
  return demand;
}

}  // namespace landbridge::cli
