#include "report/page_reasons.hpp"

#include "landbridge/report/html.hpp"
#include "report/page_journeys.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr double least_part = 0.15;  // of what others send there: less is not worth a clause
constexpr std::size_t most_regions = 4;

std::string plural(const Carriage& carriage) {
  const std::string_view word = vehicle_word(carriage.mode, carriage.ship);
  return word == "ferry" ? "ferries" : std::string(word) + "s";
}

std::string between(const ReasonExchange& exchange) {
  const Carriage &a = exchange.one, &b = exchange.other;
  if (a == b) return fmt::format("from one {} to another", vehicle_word(a.mode, a.ship));
  if (a.mode == b.mode && a.gauge != b.gauge)
    return fmt::format("between {} on {} mm and on {} mm", plural(a), a.gauge.millimetres,
                       b.gauge.millimetres);
  return fmt::format("between {} and {}", plural(a), plural(b));
}

std::string part(double amount, double of) {
  const double share = of > 0 ? amount / of : 0;
  return share > 0.995 ? "all" : fmt::format("{:.0f}\u00a0%", 100 * share);
}

std::string own_in_words(const Network& network, const PageHub& hub, const HubReason& reason) {
  std::vector<std::string> names;
  for (const RegionId region : reason.regions) names.push_back(network[region].name);
  if (names.size() > most_regions) names = {fmt::format("{} provinces and countries", names.size())};
  return fmt::format("{} is own demand{}", percent(hub.own), names.empty() ? "" : ", of " + in_words(names));
}

std::string exchanges_in_words(const HubReason& reason) {
  double all = 0;
  for (const ReasonExchange& exchange : reason.exchanges) all += exchange.amount;
  std::vector<std::string> told;
  for (const ReasonExchange& exchange : reason.exchanges)
    if (told.size() < 2 && exchange.amount >= least_part * all)
      told.push_back(fmt::format("{} of it {}", part(exchange.amount, all), between(exchange)));
  return in_words(told);
}

const PageLink* section_with(const std::vector<PageLink>& sections, const std::string& key) {
  for (const PageLink& section : sections)
    if ((";" + section.key + ";").find(";" + key + ";") != std::string::npos) return &section;
  return nullptr;
}

/// Sections on land and rivers; ships come from everywhere.
std::string sections_in_words(const Network& network, const HubReason& reason,
                              const std::vector<PageLink>& sections) {
  std::vector<std::string> told;
  std::string corridors;
  double ships = 0;
  for (const ReasonLink& link : reason.links) {
    if (network[link.link].mode == Mode::sea) {
      ships += link.amount;
      continue;
    }
    const PageLink* const section = section_with(sections, network[link.link].key);
    if (section == nullptr || told.size() == 2 || link.amount < least_part * reason.handled) continue;
    told.push_back(fmt::format("{}\u2013{} ({}, {} of it)", section->from, section->to, section->mode,
                               part(link.amount, reason.handled)));
    if (told.size() == 1) corridors = section->corridors;
  }
  if (told.empty()) return ships > 0 ? "It comes and goes by sea." : "";
  std::string sentence = "It comes or goes over " + in_words(told);
  if (!corridors.empty()) sentence += "; the first belongs to: " + corridors;
  return sentence + ".";
}

std::string borders_in_words(const Network& network, const HubReason& reason) {
  if (reason.cleared_borders.empty()) return "";
  const ReasonLink& first = reason.cleared_borders.front();
  const Link& link = network[first.link];
  double all = 0;
  for (const ReasonLink& border : reason.cleared_borders) all += border.amount;
  return fmt::format("{} of what it clears has crossed {}\u2013{}.",
                     part(first.amount, all) == "all" ? "All" : part(first.amount, all),
                     network[link.from].name, network[link.to].name);
}

}  // namespace

std::string reason_in_words(const Network& network, const PageHub& hub, const HubReason& reason,
                            const std::vector<PageLink>& sections) {
  std::vector<std::string> parts;
  if (hub.exchanged > 0) {
    const std::string what = exchanges_in_words(reason);
    parts.push_back(
        fmt::format("{} is exchanged{}", percent(hub.exchanged), what.empty() ? "" : ", " + what));
  }
  if (hub.cleared > 0) parts.push_back(fmt::format("{} only clears a border", percent(hub.cleared)));
  const std::string own = own_in_words(network, hub, reason);
  if (hub.own > hub.others())
    parts.insert(parts.begin(), own);
  else if (hub.own > 0)
    parts.push_back(own);
  std::string text =
      fmt::format("handles {} of the demand: {}.", percent(hub.handled()), fmt::join(parts, "; "));
  if (hub.others() > 0)
    for (const std::string& sentence : {sections_in_words(network, reason, sections),
                                        hub.cleared > 0 ? borders_in_words(network, reason) : ""})
      if (!sentence.empty()) text += " " + sentence;
  if (hub.range)
    text += fmt::format(" Over the draws of the costs its rank lies between {} and {} in nine of ten.",
                        hub.range->low, hub.range->high);
  return text;
}

}  // namespace landbridge
