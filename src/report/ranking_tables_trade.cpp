#include "landbridge/analysis/demand_use.hpp"
#include "landbridge/analysis/names.hpp"
#include "report/ranking_tables.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

/// Pairs that lie across a land border or are published as a province's mark.
struct MarkedPair {
  std::string_view province;
  std::string_view partner;
};
constexpr std::array marked_pairs{
    MarkedPair{"province:heilongjiang", "country:RUS"},   MarkedPair{"province:xinjiang", "central-asia"},
    MarkedPair{"province:guangxi", "country:VNM"},        MarkedPair{"province:inner-mongolia", "country:MNG"},
    MarkedPair{"province:yunnan", "country:MMR"},         MarkedPair{"province:tibet", "country:NPL"},
    MarkedPair{"province:jilin", "country:RUS"},          MarkedPair{"province:shaanxi", "country:KOR"},
    MarkedPair{"province:guangdong", "asean"},
};

class Trade {
 public:
  Trade(const Network& network, const TradeTables& tables, const TradeDemand& demand) : tables_(tables) {
    for (const TradeCell& cell : demand.cells) {
      const std::string &province = network[cell.province].key, &partner = network[cell.partner].key;
      cells_[{province, partner}] += cell.value.value();
      of_province_[province] += cell.value.value();
      of_partner_[partner] += cell.value.value();
      all_ += cell.value.value();
    }
  }

  double value(const std::string& province, const std::string& partner) const {
    double total = 0;
    for (const std::string& member : members(partner))
      if (const auto found = cells_.find({province, member}); found != cells_.end()) total += found->second;
    return total;
  }
  double share(const std::string& province, const std::string& partner) const {
    const auto all = of_province_.find(province);
    return all == of_province_.end() || all->second == 0 ? 0 : value(province, partner) / all->second;
  }
  double share_in_all(const std::string& partner) const {
    double total = 0;
    for (const std::string& member : members(partner))
      if (const auto found = of_partner_.find(member); found != of_partner_.end()) total += found->second;
    return all_ > 0 ? total / all_ : 0;
  }

 private:
  std::vector<std::string> members(const std::string& partner) const {
    const auto group = tables_.groups.find(partner);
    return group == tables_.groups.end() ? std::vector<std::string>{partner} : group->second;
  }

  const TradeTables& tables_;
  std::map<std::pair<std::string, std::string>, double> cells_;
  std::map<std::string, double> of_province_, of_partner_;
  double all_ = 0;
};

std::string in_words(const Network& network, const std::string& key) {
  const std::optional<Endpoint> end = endpoint_or_none(network, key);
  if (end && !end->region.is_none()) return network[end->region].name;
  std::string name = key;
  for (char& letter : name)
    if (letter == '-') letter = ' ';
  if (name == "eu" || name == "asean") return name == "eu" ? "EU" : "ASEAN";
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// The latest observation of a pair alone, a whole year before parts of one, both directions together before one.
const TradeShare* observed_share(const TradeTables& tables, std::string_view province, std::string_view partner) {
  const TradeShare* best = nullptr;
  const auto rank = [](const TradeShare& share) {
    return std::tuple(share.direction == TradeDirection::total, share.period == "full", share.year, share.period);
  };
  for (const TradeShare& share : tables.shares) {
    if (share.provinces.size() != 1 || share.partners.size() != 1) continue;
    if (share.provinces.front() != province || share.partners.front() != partner) continue;
    if (best == nullptr || rank(*best) < rank(share)) best = &share;
  }
  return best;
}

}  // namespace

ValidationTable province_partners(const RankingInput& input) {
  ValidationTable table{"province_partners", "Does a province trade more than others with the partner it is known for?",
                        "% of the province's trade", {}, {}};
  const Trade free(input.network, input.trade, input.evidence.unconstrained);
  const Trade met(input.network, input.trade, input.evidence.trade);
  double above = 0, compared = 0;
  for (const MarkedPair& pair : marked_pairs) {
    const std::string province(pair.province), partner(pair.partner);
    const std::string item = fmt::format("{} - {}", in_words(input.network, province), in_words(input.network, partner));
    const TradeShare* const known = observed_share(input.trade, province, partner);
    const std::optional<double> observed = known != nullptr ? std::optional(100 * known->share) : std::nullopt;
    const std::string source = known != nullptr ? known->source : "";
    const double in_all = free.share_in_all(partner), without = free.share(province, partner);
    if (in_all == 0) {
      table.rows.push_back(left_out(item, observed, "the partner has no trade in the model", source));
      continue;
    }
    compared += 1;
    above += without > in_all;
    const std::string when = known != nullptr ? fmt::format("observed in {}{}; ", known->year,
                                                            known->period == "full" ? "" : " " + known->period)
                                              : "no share is published; ";
    ValidationRow row;
    row.item = item + ", without shares";
    row.observed = observed;
    row.modelled = 100 * without;
    row.note = fmt::format("{}{:.2f} % of all provinces' trade", when, 100 * in_all);
    row.source = source;
    table.rows.push_back(row);
    row.item = item + ", with shares";
    row.modelled = 100 * met.share(province, partner);
    row.note = known != nullptr && known->constraint ? when + "a constraint of the model" : when + "not a constraint";
    table.rows.push_back(std::move(row));
  }
  table.figures.push_back({"pairs with a larger share than in all provinces, without shares", above, "",
                           fmt::format("7 of {:.0f}", compared)});
  return table;
}

ValidationTable first_partners(const RankingInput& input) {
  ValidationTable table{"first_partners", "Is a province's first partner the first in the model?", "rank", {}, {}};
  const Trade free(input.network, input.trade, input.evidence.unconstrained);
  std::map<std::string, std::vector<const RankedPartner*>> by_province;
  for (const RankedPartner& one : input.trade.first_partners)
    if (one.partners.size() == 1) by_province[one.province].push_back(&one);
  double right = 0, compared = 0;
  for (auto& [province, listed] : by_province) {
    std::ranges::sort(listed, {}, &RankedPartner::rank);
    if (listed.front()->rank != 1) continue;
    const RankedPartner& first = *listed.front();
    const std::string item = fmt::format("{}: {}", in_words(input.network, province),
                                         in_words(input.network, first.partners.front()));
    // Where the first alone is published it is compared with all countries.
    std::vector<std::string> rivals;
    for (const RankedPartner* one : listed) rivals.push_back(one->partners.front());
    const bool alone = rivals.size() == 1;
    if (alone)
      for (const RegionId region : input.network.regions().ids())
        if (input.network[region].kind == RegionKind::country && input.network[region].key != rivals.front())
          rivals.push_back(input.network[region].key);
    const double own = free.value(province, rivals.front());
    std::size_t rank = 1;
    std::string best = rivals.front();
    for (const std::string& rival : rivals) {
      if (free.value(province, rival) > own) ++rank;
      if (free.value(province, rival) > free.value(province, best)) best = rival;
    }
    ValidationRow row;
    row.item = item;
    row.observed = 1;
    row.modelled = static_cast<double>(rank);
    row.note = fmt::format("first in the model: {}; of {} {}; {} {}", in_words(input.network, best), rivals.size(),
                           alone ? "partners, the others' order is not published" : "published", first.year,
                           first.period == "full" ? "" : first.period);
    row.source = first.source;
    table.rows.push_back(std::move(row));
    compared += 1;
    right += rank == 1;
  }
  table.figures.push_back({"provinces whose first partner is the model's", right, "", ""});
  table.figures.push_back({"rows compared", compared, "", ""});
  return table;
}

ValidationTable land_share(const RankingInput& input) {
  ValidationTable table{"land_share", "Which part of the trade with the EU goes without a ship?", "%", {}, {}};
  const auto members = input.observations.blocs.find("eu");
  if (members == input.observations.blocs.end()) return table;
  std::set<std::string> keys;
  for (const std::string& country : members->second) keys.insert("country:" + country);
  const Network& network = input.network;
  std::vector<EndpointAmount> both;
  for (const auto& [direction, ranking] :
       {std::pair(TradeDirection::exports, "land_share_exports"), std::pair(TradeDirection::imports, "land_share_imports")}) {
    std::vector<EndpointAmount> amounts;
    for (const TradeCell& cell : input.evidence.trade.cells) {
      if (cell.direction != direction || !keys.contains(network[cell.partner].key)) continue;
      const Endpoint province{.region = cell.province, .key = network[cell.province].key};
      const Endpoint partner{.region = cell.partner, .key = network[cell.partner].key};
      const bool out = direction == TradeDirection::exports;
      amounts.push_back({out ? province : partner, out ? partner : province, cell.teu.value()});
    }
    both.insert(both.end(), amounts.begin(), amounts.end());
    const DemandUse use =
        demand_use(input.evidence.classes, divided_demand(network, amounts), over_land(network), input.run);
    ValidationRow row;
    row.item = direction == TradeDirection::exports ? "exports to the EU" : "imports from the EU";
    row.modelled = 100 * use.only_share();
    row.note = "modelled: of containers; observed: of value, by rail";
    for (const ObservedScore& one : input.observations.scores)
      if (one.ranking == ranking) row.observed = one.value, row.source = one.source, row.note += ", " + one.year;
    table.rows.push_back(std::move(row));
  }
  const DemandUse all = demand_use(input.evidence.classes, divided_demand(network, both), over_land(network), input.run);
  table.figures.push_back({"both directions", 100 * all.only_share(), "%", "1 to 10 %"});
  return table;
}

}  // namespace landbridge::detail
