#include "landbridge/analysis/trade_demand.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/findings.hpp"
#include "landbridge/partners/balancing.hpp"
#include "landbridge/partners/gravity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

using Eigen::Index;

// Margins are balanced in billions, so that findings read well.
constexpr double billion = 1e9;
// By how much both sides may differ in total.
constexpr double total_tolerance = 1e-9;
constexpr std::array directions{TradeDirection::exports, TradeDirection::imports};

/// A province or partner with its margin in each direction.
struct Party {
  Endpoint region;
  std::array<double, 2> margin = {};                     // billions
  std::array<TableLine, 2> at = {};                      // of the margins
  std::array<const ContainerShare*, 2> containers = {};  // of a partner
};

std::size_t position(TradeDirection direction) {
  return direction == TradeDirection::exports ? 0 : 1;
}

/// The tables in terms of the network, both directions in one matrix: rows are provinces that export, then
/// provinces that import; columns partners that are exported to, then partners imported from.
class TradeSystem {
 public:
  TradeSystem(const Network& network, const TradeTables& tables, bool with_constraints)
      : network_(network), tables_(tables) {
    read_margins();
    read_containers();
    if (with_constraints)
      for (const TradeShare& share : tables.shares)
        if (share.constraint) add_constraint(share);
    findings_.throw_if_errors();
    even_out();
  }

  const std::vector<Party>& provinces() const { return provinces_; }
  const std::vector<Party>& partners() const { return partners_; }
  const std::vector<CellSet>& sets() const { return sets_; }

  Index row(std::size_t province, std::size_t direction) const {
    return static_cast<Index>(direction * provinces_.size() + province);
  }
  Index column(std::size_t partner, std::size_t direction) const {
    return static_cast<Index>(direction * partners_.size() + partner);
  }

  BalanceTargets targets() const {
    BalanceTargets result{margins(provinces_), margins(partners_), sets_};
    return result;
  }

  /// Residuals of margins and shares of one direction.
  double residual(const BalanceResiduals& all, std::size_t direction) const {
    double largest = 0;
    for (std::size_t i = 0; i < provinces_.size(); ++i)
      largest = std::max(largest, all.rows[row(i, direction)]);
    for (std::size_t i = 0; i < partners_.size(); ++i)
      largest = std::max(largest, all.columns[column(i, direction)]);
    for (std::size_t i = 0; i < sets_.size(); ++i)
      if (constraints_[i]->direction == TradeDirection::total ||
          position(constraints_[i]->direction) == direction)
        largest = std::max(largest, all.sets[i]);
    return largest;
  }

  Finding told(const BalanceFinding& finding) const {
    const std::string sentence = to_string(finding, {.row = [&](Index i) { return row_name(i); },
                                                     .column = [&](Index i) { return column_name(i); },
                                                     .set = [&](std::size_t i) { return set_name(i); }});
    TableLine at;
    if (!finding.sets.empty())
      at = constraints_[finding.sets.front()]->at;
    else if (!finding.rows.empty())
      at = party(provinces_, finding.rows.front()).second;
    else if (!finding.columns.empty())
      at = party(partners_, finding.columns.front()).second;
    return {at.file, at.line, at.column, Severity::error, sentence + " (bn USD)"};
  }

  /// From the earliest to the latest year of the shares in use.
  std::string years() const {
    std::string first, last;
    for (const TradeShare* share : constraints_) {
      if (share->year.empty()) continue;
      if (first.empty() || share->year < first) first = share->year;
      last = std::max(last, share->year);
    }
    return first == last ? first : first + "-" + last;
  }

 private:
  static Eigen::VectorXd margins(const std::vector<Party>& parties) {
    Eigen::VectorXd result(static_cast<Index>(2 * parties.size()));
    Index at = 0;
    for (const std::size_t direction : {0u, 1u})
      for (const Party& party : parties) result[at++] = party.margin[direction];
    return result;
  }

  void error(const TableLine& at, std::string message) {
    findings_.error(at.file, at.line, at.column, std::move(message));
  }

  RegionId find(const std::string& key, const TableLine& at) {
    const RegionId region = network_.find_region(key);
    if (region.is_none())
      error(at, fmt::format("{} is no region of the data set", quoted(std::string_view(key))));
    return region;
  }

  void read_margins() {
    for (const TradeMargin& margin : tables_.margins) {
      const RegionId region = find(margin.region, margin.at);
      if (region.is_none()) continue;
      const bool is_province = network_[region].kind == RegionKind::province;
      std::vector<Party>& side = is_province ? provinces_ : partners_;
      auto& index = is_province ? province_index_ : partner_index_;
      const auto [found, fresh] = index.try_emplace(margin.region, side.size());
      if (fresh) side.push_back({.region = {.region = region, .key = margin.region}});
      Party& party = side[found->second];
      party.margin[position(margin.direction)] = margin.value.value() / billion;
      party.at[position(margin.direction)] = margin.at;
    }
  }

  void read_containers() {
    for (const ContainerShare& row : tables_.containers)
      if (const auto found = partner_index_.find(row.partner); found != partner_index_.end())
        partners_[found->second].containers[position(row.direction)] = &row;
    for (const Party& partner : partners_)
      for (const TradeDirection direction : directions)
        if (partner.margin[position(direction)] > 0 && partner.containers[position(direction)] == nullptr)
          error(partner.at[position(direction)], fmt::format("the table of containers has no row for {}, {}",
                                                             partner.region.key, name(direction)));
  }

  void add_constraint(const TradeShare& share) {
    std::vector<std::size_t> provinces;
    for (const std::string& province : share.provinces) {
      if (const auto found = province_index_.find(province); found != province_index_.end())
        provinces.push_back(found->second);
      else if (!find(province, share.at).is_none())
        error(share.at, fmt::format("{} has a share but no margin", province));
    }
    std::vector<std::string> members;
    for (const std::string& partner : share.partners) {
      if (const auto group = tables_.groups.find(partner); group != tables_.groups.end())
        members.insert(members.end(), group->second.begin(), group->second.end());
      else if (!find(partner, share.at).is_none())
        members.push_back(partner);
    }
    CellSet set;
    for (const TradeDirection direction : directions) {
      if (share.direction != TradeDirection::total && share.direction != direction) continue;
      const std::size_t at = position(direction);
      for (const std::size_t province : provinces) {
        set.target += share.share * provinces_[province].margin[at];
        for (const std::string& member : members)
          if (const auto partner = partner_index_.find(member); partner != partner_index_.end())
            set.cells.push_back({row(province, at), column(partner->second, at)});
      }
    }
    sets_.push_back(std::move(set));
    constraints_.push_back(&share);
  }

  /// Sums that differ in the last digits of a table are made the same.
  void even_out() {
    for (const std::size_t direction : {0u, 1u}) {
      double one = 0, other = 0;
      for (const Party& party : provinces_) one += party.margin[direction];
      for (const Party& party : partners_) other += party.margin[direction];
      if (std::abs(one - other) > total_tolerance * std::max(one, other)) continue;
      for (Party& party : partners_)
        if (other > 0) party.margin[direction] *= one / other;
    }
  }

  std::pair<std::string, TableLine> party(const std::vector<Party>& side, Index i) const {
    const std::size_t direction = static_cast<std::size_t>(i) / side.size();
    const Party& found = side[static_cast<std::size_t>(i) % side.size()];
    return {fmt::format("{} of {}", name(directions[direction]), found.region.key), found.at[direction]};
  }
  std::string row_name(Index i) const { return party(provinces_, i).first; }
  /// A partner's margin is China's trade with it.
  std::string column_name(Index i) const {
    const std::size_t direction = static_cast<std::size_t>(i) / partners_.size();
    return fmt::format("{} {} {}", name(directions[direction]), direction == 0 ? "to" : "from",
                       partners_[static_cast<std::size_t>(i) % partners_.size()].region.key);
  }
  std::string set_name(std::size_t i) const {
    const TradeShare& share = *constraints_[i];
    return fmt::format("the share of {} in {} of {}", fmt::join(share.partners, ", "),
                       share.direction == TradeDirection::total ? "all trade" : name(share.direction),
                       fmt::join(share.provinces, ", "));
  }

  const Network& network_;
  const TradeTables& tables_;
  Findings findings_;
  std::vector<Party> provinces_, partners_;
  std::map<std::string, std::size_t> province_index_, partner_index_;
  std::vector<CellSet> sets_;
  std::vector<const TradeShare*> constraints_;  // of the sets
};

std::vector<Endpoint> endpoints(const std::vector<Party>& parties) {
  std::vector<Endpoint> result;
  for (const Party& party : parties) result.push_back(party.region);
  return result;
}

/// What a pair takes on average over hubs and classes.
struct PairCost {
  double served = 0;
  double cost = 0;
};

/// By province, then partner.
std::vector<PairCost> pair_costs(std::span<const PricedClass> classes, const TradeSystem& system,
                                 TradeDirection direction, const Run& run) {
  const std::vector<Endpoint> provinces = endpoints(system.provinces()),
                              partners = endpoints(system.partners());
  const bool out = direction == TradeDirection::exports;
  std::vector<PairCost> result(provinces.size() * partners.size());
  std::vector<double> weight_with_route(result.size());
  for (const PricedClass& each : classes) {
    const std::vector<DividedSkim> skims = divided_skims(each.priced, out ? provinces : partners,
                                                         out ? partners : provinces, {.parts = false}, run);
    for (std::size_t i = 0; i < provinces.size(); ++i)
      for (std::size_t j = 0; j < partners.size(); ++j) {
        const DividedSkim& skim = skims[out ? i * partners.size() + j : j * provinces.size() + i];
        const std::size_t at = i * partners.size() + j;
        result[at].served += each.share * skim.served;
        if (skim.served <= 0) continue;
        // Costs are in quanta: nothing takes less than one.
        result[at].cost += each.share * std::max(skim.cost, each.priced.quantum.size);
        weight_with_route[at] += each.share;
      }
  }
  for (std::size_t at = 0; at < result.size(); ++at)
    if (weight_with_route[at] > 0) result[at].cost /= weight_with_route[at];
  return result;
}

/// Deterrence of each pair; 0 within a territory, the mean where there is no route.
Eigen::MatrixXd deterrence(const Network& network, const TradeSystem& system,
                           const std::vector<PairCost>& pairs, double exponent) {
  const std::size_t provinces = system.provinces().size(), partners = system.partners().size();
  Eigen::MatrixXd costs = Eigen::MatrixXd::Ones(static_cast<Index>(provinces), static_cast<Index>(partners));
  const auto at = [&](std::size_t i, std::size_t j) -> const PairCost& { return pairs[i * partners + j]; };
  for (std::size_t i = 0; i < provinces; ++i)
    for (std::size_t j = 0; j < partners; ++j)
      if (at(i, j).served > 0) costs(static_cast<Index>(i), static_cast<Index>(j)) = at(i, j).cost;
  Eigen::MatrixXd result = power_deterrence(costs, exponent);
  double sum = 0, count = 0;
  const auto with_itself = [&](std::size_t i, std::size_t j) {
    return same_territory(network, system.provinces()[i].region, system.partners()[j].region);
  };
  for (std::size_t i = 0; i < provinces; ++i)
    for (std::size_t j = 0; j < partners; ++j)
      if (at(i, j).served > 0 && !with_itself(i, j))
        sum += result(static_cast<Index>(i), static_cast<Index>(j)), count += 1;
  for (std::size_t i = 0; i < provinces; ++i)
    for (std::size_t j = 0; j < partners; ++j) {
      double& value = result(static_cast<Index>(i), static_cast<Index>(j));
      if (with_itself(i, j))
        value = 0;
      else if (at(i, j).served <= 0)
        value = count > 0 ? sum / count : 1;
    }
  return result;
}

void check(const TradeTables& tables, const TradeDemandOptions& options) {
  if (tables.margins.empty())
    throw OptionError("demand", "trade", "it needs the table margins.csv, which is empty or not there");
  if (tables.containers.empty())
    throw OptionError("demand", "trade", "it needs the table containers.csv, which is empty or not there");
  // Past it differences of cost by a tenth decide alone, and powers leave the range of doubles.
  if (!(options.exponent >= 0 && options.exponent <= 20))
    throw OptionError("exponent", fmt::format("{}", options.exponent), "0 to 20");
}

}  // namespace

TradeDemand trade_demand(std::span<const PricedClass> classes, const TradeTables& tables,
                         const TradeDemandOptions& options, const Run& run) {
  expects(!classes.empty(), "a class of cargo is given");
  check(tables, options);
  const Network& network = classes.front().priced.network();
  const TradeSystem system(network, tables, options.constraints);
  const std::size_t provinces = system.provinces().size(), partners = system.partners().size();
  const BalanceTargets targets = system.targets();

  Eigen::MatrixXd seed = Eigen::MatrixXd::Zero(targets.rows.size(), targets.columns.size());
  std::array<std::vector<PairCost>, 2> pairs;
  for (const TradeDirection direction : directions) {
    const std::size_t at = position(direction);
    pairs[at] = pair_costs(classes, system, direction, run);
    const auto height = static_cast<Index>(provinces), width = static_cast<Index>(partners);
    const Index top = system.row(0, at), left = system.column(0, at);
    seed.block(top, left, height, width) =
        gravity_seed(targets.rows.segment(top, height), targets.columns.segment(left, width),
                     deterrence(network, system, pairs[at], options.exponent));
  }
  const Balanced balanced = balance(seed, targets, {options.tolerance, options.most_rounds});

  TradeDemand result;
  const BalanceResiduals left = residuals(balanced.matrix, targets);
  result.balance = {balanced.met, balanced.rounds, balanced.largest_residual, system.residual(left, 0),
                    system.residual(left, 1)};
  for (const BalanceFinding& finding : balanced.findings)
    result.balance.findings.push_back(system.told(finding));

  Eigen::MatrixXd covered = Eigen::MatrixXd::Zero(seed.rows(), seed.cols());
  for (const CellSet& set : system.sets())
    for (const MatrixCell& cell : set.cells)
      covered(cell.row, cell.column) = std::max(covered(cell.row, cell.column), set.cells.size() == 1 ? 2.0 : 1.0);
  Teu all, observed;
  for (const TradeDirection direction : directions)
    for (std::size_t i = 0; i < provinces; ++i)
      for (std::size_t j = 0; j < partners; ++j) {
        const std::size_t at = position(direction);
        const Index row = system.row(i, at), column = system.column(j, at);
        if (balanced.matrix(row, column) <= 0) continue;
        const Party& partner = system.partners()[j];
        const ContainerShare& containers = *partner.containers[at];
        TradeCell cell{system.provinces()[i].region.region, partner.region.region, direction};
        cell.value = Usd(billion * balanced.matrix(row, column));
        cell.teu = containers.share * cell.value / containers.value;
        cell.constrained = covered(row, column) > 0;
        cell.observed = covered(row, column) > 1;
        cell.served = pairs[at][i * partners + j].served;
        all += cell.teu;
        if (cell.constrained) observed += cell.teu;
        result.cells.push_back(cell);
      }
  result.observed_years = system.years();
  if (all > Teu(0)) {
    result.observed_share = observed / all;
    result.estimated_share = 1 - result.observed_share;
  }
  result.demand = divided_demand(network, trade_amounts(network, result));
  result.demand.name = "trade";
  result.demand.unit = "TEU/yr";
  result.demand.origins = endpoints(system.provinces());
  result.demand.destinations = endpoints(system.partners());
  return result;
}

std::vector<EndpointAmount> trade_amounts(const Network& network, const TradeDemand& trade) {
  std::vector<EndpointAmount> result;
  result.reserve(trade.cells.size());
  for (const TradeCell& cell : trade.cells) {
    const Endpoint province{.region = cell.province, .key = network[cell.province].key};
    const Endpoint partner{.region = cell.partner, .key = network[cell.partner].key};
    if (cell.direction == TradeDirection::exports)
      result.push_back({province, partner, cell.teu.value()});
    else
      result.push_back({partner, province, cell.teu.value()});
  }
  return result;
}

}  // namespace landbridge
