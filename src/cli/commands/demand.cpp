#include "cli/demand.hpp"

#include "cli/commands/all.hpp"
#include "cli/measure.hpp"
#include "cli/pricing.hpp"
#include "landbridge/io/trade_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

namespace landbridge::cli {

namespace {

struct Options {
  std::string by = "pair";
  std::string from;
  std::string to;
  std::uint64_t top = 20;
  std::string cargo_class = "all";
  double exponent = TradeDemandOptions().exponent;
  std::string shares = "met";
};

/// Regions of a set; trade is told between regions.
std::set<RegionId> regions_of(const Network& network, const std::string& text, RegionKind kind) {
  std::set<RegionId> result;
  if (text.empty()) return result;
  for (const Endpoint& end : resolve_endpoints(network, text)) {
    if (end.region.is_none() || network[end.region].kind != kind)
      throw UsageError(
          fmt::format("{}: not a {}; --from takes provinces, --to partners", end.key, name(kind)));
    result.insert(end.region);
  }
  return result;
}

/// A row: a pair, or all of a province or of a partner.
struct Sum {
  RegionId province = {}, partner = {};
  TradeDirection direction = TradeDirection::exports;
  Usd value = {};
  Teu teu = {}, observed = {}, served = {};
  bool is_constrained = false, is_observed = false;
};

std::vector<Sum> sums(const Network& network, const TradeDemand& trade, const Options& options) {
  const std::set<RegionId> provinces = regions_of(network, options.from, RegionKind::province);
  const std::set<RegionId> partners = regions_of(network, options.to, RegionKind::country);
  std::map<std::tuple<RegionId, RegionId, TradeDirection>, Sum> rows;
  for (const TradeCell& cell : trade.cells) {
    if (!provinces.empty() && !provinces.contains(cell.province)) continue;
    if (!partners.empty() && !partners.contains(cell.partner)) continue;
    const RegionId province = options.by == "partner" ? RegionId() : cell.province;
    const RegionId partner = options.by == "province" ? RegionId() : cell.partner;
    Sum& row = rows.try_emplace({province, partner, cell.direction}, Sum{province, partner, cell.direction})
                   .first->second;
    row.value += cell.value;
    row.teu += cell.teu;
    row.served += cell.served * cell.teu;
    if (cell.constrained) row.observed += cell.teu;
    row.is_constrained |= cell.constrained, row.is_observed |= cell.observed;
  }
  std::vector<Sum> result;
  for (const auto& [key, row] : rows) result.push_back(row);
  std::ranges::stable_sort(result, std::greater(), &Sum::teu);
  return result;
}

/// Most shares are of a group of partners or of both directions: then a sum is observed, and its division is not.
std::string_view basis_of(const Sum& sum) {
  if (sum.is_observed) return "observed";
  return sum.is_constrained ? "part of an observed sum" : "estimated";
}

Row row_of(const Network& network, const Sum& sum, std::size_t rank, bool is_pair) {
  const auto key = [&](RegionId region) { return region.is_none() ? Value() : Value(network[region].key); };
  const double observed = sum.teu > Teu(0) ? sum.observed / sum.teu : 0;
  const bool out = sum.direction == TradeDirection::exports;
  Row row{{rank, is_pair ? key(out ? sum.province : sum.partner) : Value(),
           is_pair ? key(out ? sum.partner : sum.province) : Value(), key(sum.province), key(sum.partner),
           name(sum.direction), sum.value.value() / 1e9, sum.teu,
           is_pair ? Value(basis_of(sum)) : Value(), observed,
           sum.teu > Teu(0) ? Value(std::min(1.0, sum.served / sum.teu)) : Value()}};
  for (const RegionId region : {sum.province, sum.partner})
    if (!region.is_none()) row.points.push_back(point(network[region].position));
  if (!out) std::ranges::reverse(row.points);
  return row;
}

Answer answer(const Options& options, const Context& context) {
  if (!context.flags.corridors.empty())
    throw UsageError("demand: --corridor limits what can be carried, not what is traded; hubs and links take it");
  Stopwatch watch;
  const Inputs inputs = read_inputs(context.flags);
  const TradeTables tables = load_trade_tables(context.flags.data);
  const double loaded = watch.lap();
  const TradeDemand trade =
      trade_as_priced(inputs, tables, options.cargo_class,
                      {.exponent = options.exponent, .constraints = options.shares == "met"}, context.run);
  const std::vector<Sum> rows = sums(inputs.network, trade, options);
  Document document;
  document.command = "demand";
  document.provenance = inputs.provenance;
  document.provenance.engine = "search";
  document.columns = {
      {.name = "rank", .kind = ColumnKind::whole},
      // What `--demand FILE` reads.
      {.name = "from", .in_table = false},
      {.name = "to", .in_table = false},
      {.name = "province", .in_table = options.by != "partner"},
      {.name = "partner", .in_table = options.by != "province"},
      {.name = "direction"},
      {.name = "value_bn_usd", .kind = ColumnKind::number, .decimals = 3},
      {.name = "teu", .kind = ColumnKind::number, .decimals = 0},
      {.name = "basis", .in_table = options.by == "pair"},
      {.name = "observed_share", .kind = ColumnKind::number, .decimals = 3, .in_table = options.by != "pair"},
      {.name = "served_share", .kind = ColumnKind::number, .decimals = 3}};
  document.has_points = true;
  Usd value;
  Teu teu, served, observed;
  for (const Sum& row : rows)
    value += row.value, teu += row.teu, served += row.served, observed += row.observed;
  TradeDemand shown;
  shown.balance = trade.balance;
  shown.observed_years = trade.observed_years;
  if (teu > Teu(0)) shown.observed_share = observed / teu, shown.estimated_share = 1 - shown.observed_share;
  const std::size_t top = options.top == 0 ? rows.size() : std::min<std::size_t>(options.top, rows.size());
  for (std::size_t i = 0; i < top; ++i)
    document.rows.push_back(row_of(inputs.network, rows[i], i + 1, options.by == "pair"));
  document.summary = {{"by", options.by},
                      {"class", options.cargo_class},
                      {"date", text(inputs.options.date)},
                      {"conditions", inputs.conditions.empty() ? Value() : Value(inputs.conditions)},
                      {"exponent", options.exponent},
                      {"shares", options.shares},
                      {"rows_in_all", rows.size()},
                      {"value_bn_usd", value.value() / 1e9},
                      {"demand_unit", "TEU/yr"},
                      {"demand_total", teu},
                      {"without_route", teu - served > 1e-9 * teu ? teu - served : Teu(0)}};
  tell_balance(shown, document.summary);
  document.run = run_figures({loaded, 0, watch.lap()}, context.run.worker_count());
  return {std::move(document)};
}

}  // namespace

Command demand_command() {
  return make_command<Options>(
      {.name = "demand", .help = "Containers a year between provinces and partners, judging by trade"},
      [](Flags& flags, Options& options) {
        flags.choice("--by", options.by, {"pair", "province", "partner"}, "what a row is, in each direction");
        flags.option("--from", options.from, "only these provinces, comma-separated");
        flags.option("--to", options.to, "only these partner countries or territories, comma-separated");
        flags.option("--top", options.top, "how many rows; 0: all");
        flags.option("--class", options.cargo_class, "class of cargo whose costs keep trade apart, or all");
        flags.option("--exponent", options.exponent, "how fast trade falls with cost");
        flags.choice("--shares", options.shares, {"met", "ignored"},
                     "whether the observed shares of partners in a province's trade are met");
      },
      answer);
}

}  // namespace landbridge::cli
