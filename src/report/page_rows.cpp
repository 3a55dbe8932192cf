#include "report/page_rows.hpp"

#include "report/page_parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

std::string region_or_hub_name(const Network& network, const std::string& key) {
  if (const RegionId region = network.find_region(key); !region.is_none()) return network[region].name;
  if (const HubId hub = network.find_hub(key); !hub.is_none()) return network[hub].name;
  return key;
}

void add_sorted(const Network& network, const std::string& reason,
                const std::map<std::string, double>& amounts, std::vector<PageUnserved>& rows) {
  std::vector<PageUnserved> some;
  for (const auto& [key, amount] : amounts)
    if (amount > 0) some.push_back({reason, key, region_or_hub_name(network, key), amount});
  std::ranges::stable_sort(some, std::ranges::greater(), &PageUnserved::amount);
  rows.insert(rows.end(), some.begin(), some.end());
}

std::map<std::string, double> amounts_of(const std::vector<UnplacedDemand>& unplaced) {
  std::map<std::string, double> amounts;
  for (const UnplacedDemand& one : unplaced) amounts[one.key] += one.amount;
  return amounts;
}

std::string number_in_words(double value) {
  if (value >= 999.5e6) return fmt::format("{:.3g} billion", value / 1e9);
  if (value >= 999.5e3) return fmt::format("{:.3g} million", value / 1e6);
  const double digits = value < 100 ? 1 : std::pow(10, std::floor(std::log10(value)) - 2);  // three of them
  std::string text = fmt::format("{:.0f}", std::round(value / digits) * digits);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace

std::string unit_in_words(std::string_view unit) {
  if (!unit.ends_with("/yr")) return std::string(unit);
  return std::string(unit.substr(0, unit.size() - 3)) + " a year";
}

std::string amount_in_words(double amount, std::string_view unit) {
  const std::string words = unit_in_words(unit);
  return number_in_words(amount) + (words.empty() ? "" : " " + words);
}

std::string in_words(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::vector<PageHub> page_hubs(const Network& network, const HubRanking& ranking) {
  std::vector<PageHub> hubs;
  for (const HubShare& row : ranking.rows) {
    if (row.handled() + row.through <= 0) continue;
    const Hub& hub = network[row.hub];
    hubs.push_back({row.rank, hub.slug, hub.name, country_name(network, hub.country),
                    terminals_in_words(network, row.hub), on_earth(network[hub.places.front()].position),
                    row.own, row.exchanged, row.cleared, row.through});
    if (ranking.draws > 0)
      hubs.back().range = PageRankRange{row.over.rank_low, row.over.rank_high, row.over.rank_undisturbed};
  }
  return hubs;
}

std::vector<PageLink> page_links(const Network& network, const LinkRanking& ranking) {
  IdMap<LinkId, double> shares(network.links().size(), 0);
  for (const LinkShare& row : ranking.rows) shares[row.link] = row.share;
  return sections_of(network, shares);
}

std::vector<PagePassage> page_passages(const Network& network, const PassageRanking& ranking) {
  std::vector<PagePassage> passages;
  for (const PassageShare& row : ranking.rows)
    if (row.share > 0) passages.push_back(passage_in_words(network, row));
  return passages;
}

std::vector<PageUnserved> page_unserved(const Network& network, const HubDemand& demand,
                                        const std::vector<HubPair>& unserved) {
  std::map<HubId, double> at;
  for (const HubPair& pair : unserved) at[pair.from] += pair.amount, at[pair.to] += pair.amount;
  std::map<std::string, double> no_route;
  for (const HubPair& pair : unserved)
    no_route[network[at[pair.from] > at[pair.to] ? pair.from : pair.to].slug] += pair.amount;
  std::vector<PageUnserved> rows;
  add_sorted(network, "no hub", amounts_of(demand.no_hub), rows);
  add_sorted(network, "no route", no_route, rows);
  add_sorted(network, "within one hub", amounts_of(demand.within_hub), rows);
  return rows;
}

std::vector<PageSourceGroup> page_sources(const Citations& citations, std::size_t named) {
  std::map<std::string_view, const CitedSource*> by_id;
  for (const CitedSource& source : citations.sources) by_id[source.id] = &source;
  std::vector<PageSourceGroup> groups;
  for (const TableCitations& table : citations.tables) {
    PageSourceGroup group{table.table, table.rows, table.sources.size(), {}, {}};
    if (table.first_year > 0)
      group.years = table.first_year == table.last_year
                        ? fmt::format("{}", table.first_year)
                        : fmt::format("{}\u2013{}", table.first_year, table.last_year);
    std::vector<std::string> titles;
    for (const std::string& id : table.sources) {
      const auto found = by_id.find(id);
      if (found == by_id.end() || titles.size() == named) continue;
      const CitedSource& source = *found->second;
      titles.push_back(source.title + (source.licence.empty() ? "" : " (" + source.licence + ")"));
    }
    group.foremost = fmt::format("{}", fmt::join(titles, "; "));
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace landbridge
