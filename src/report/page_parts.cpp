#include "report/page_parts.hpp"

#include "landbridge/analysis/conditions.hpp"
#include "landbridge/network/passage.hpp"
#include "landbridge/report/html.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace landbridge {
namespace {

std::string_view terminal_word(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::rail:
      return "rail";
    case PlaceKind::port:
      return "seaport";
    case PlaceKind::river:
      return "river port";
    case PlaceKind::airport:
      return "airport";
    case PlaceKind::border:
      return "border station";
    case PlaceKind::waypoint:
      break;
  }
  return "waypoint";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

/// The four-digit years in a text such as "2015-2024".
std::vector<int> years_in(std::string_view text) {
  std::vector<int> years;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view four = text.substr(i, 4);
    if (std::all_of(four.begin(), four.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
      years.push_back(std::stoi(std::string(four))), i += 3;
  }
  return years;
}

/// Links in a row. `places` are their meeting points, both ends included.
struct Chain {
  std::vector<LinkId> links;
  std::vector<PlaceId> places;
};

PlaceId other_end(const Link& link, PlaceId place) {
  return link.from == place ? link.to : link.from;
}

/// The city's name where the place bears its slug, spelt as in the tables of hubs; else the place's own.
std::string end_name(const Network& network, PlaceId place) {
  const HubId hub = network.hub_of(place);
  const bool same = !hub.is_none() && network[place].slug == network[hub].slug;
  return same ? network[hub].name : network[place].name;
}

/// The first three of them, and how many more there are.
std::string first_names(const std::set<std::string>& names) {
  std::vector<std::string> some;
  for (const std::string& name : names)
    if (some.size() < 3) some.push_back(name);
  return joined(some, ", ") + (names.size() > 3 ? fmt::format(" and {} more", names.size() - 3) : "");
}

PageLink section_of(const Network& network, const Chain& chain, double share) {
  PageLink section;
  std::vector<std::string> keys;
  std::set<std::string> corridors;
  for (const LinkId id : chain.links) {
    const Link& link = network[id];
    keys.push_back(link.key);
    section.length += link.length;
    for (const auto& slug : link.corridors) {
      const Corridor* corridor = network.find_corridor(slug);
      corridors.insert(corridor != nullptr ? corridor->name : slug);
    }
  }
  const Place &from = network[chain.places.front()], &to = network[chain.places.back()];
  section.key = joined(keys, ";");
  section.from = end_name(network, chain.places.front());
  section.to = end_name(network, chain.places.back());
  section.mode = std::string(name(network[chain.links.front()].mode));
  section.corridors = first_names(corridors);
  section.from_at = on_earth(from.position);
  section.to_at = on_earth(to.position);
  section.share = share;
  for (std::size_t i = 1; i + 1 < chain.places.size(); ++i)
    section.via.push_back(on_earth(network[chain.places[i]].position));
  return section;
}

}  // namespace

GeoPoint on_earth(const Position& position) {
  return {position.longitude, position.latitude};
}

std::string country_name(const Network& network, std::string_view code) {
  for (const Region& region : network.regions())
    if (region.kind == RegionKind::country && region.code == code) return region.name;
  // Countries of hubs that are no partners: the tables of regions do not hold their ISO names.
  if (code == "CHN") return "China";
  if (code == "JAM") return "Jamaica";
  if (code == "TGO") return "Togo";
  return std::string(code);
}

std::string terminals_in_words(const Network& network, HubId hub) {
  std::vector<std::string> words;
  for (const PlaceId place : network[hub].places) {
    std::string word(terminal_word(network[place].kind));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return joined(words, ", ");
}

std::vector<PageAssumption> assumptions_of(const CostModel& model, const Conditions* conditions) {
  std::vector<PageAssumption> assumptions;
  const CostModel defaults;
  const CostModel expected = conditions != nullptr ? under(*conditions, defaults) : defaults;
  for_each_field<CostModel>([&](const auto& field) {
    PageAssumption one{std::string(field.name), fmt::format("{}", (model.*field.member).value()),
                       std::string(field.unit), std::string(field.help),
                       "set for this report",   ""};
    const FieldEdit* edit = nullptr;  // the last one of the field holds
    if (conditions != nullptr)
      for (const FieldEdit& each : conditions->fields)
        if (each.field == field.name) edit = &each;
    if (!(model.*field.member == expected.*field.member)) {
      one.origin = AssumptionOrigin::set;
    } else if (edit != nullptr) {
      one.origin = AssumptionOrigin::conditions;
      one.basis = "conditions " + conditions->name + (edit->basis.empty() ? "" : "; " + edit->basis);
      one.address = edit->source;
    } else {
      for (const FieldSource& source : cost_model_sources())
        if (source.field == field.name) {
          one.basis = fmt::format("{}{}{}: {}", name(source.basis), source.year.empty() ? "" : ", ",
                                  source.year, source.reason);
          one.address = source.address;
        }
    }
    assumptions.push_back(std::move(one));
  });
  return assumptions;
}

std::vector<PageFact> basis_of(const Network& network, const CostModel& model, const PriceOptions& options,
                               const Conditions* conditions) {
  std::size_t active = 0, published = 0, measured = 0, borders = 0;
  for (const LinkId id : network.links().ids()) {
    const Link& link = network[id];
    if (!is_open(network, id, options)) continue;
    ++active;
    published += link.basis.starts_with("sourced");
    measured += link.basis.starts_with("measured");
    borders += network.is_border(id) ? 2u : 0u;
  }
  std::size_t timed = 0;
  for (const BorderRecord& record : network.border_records())
    timed += record.time && is_open(network, record.link, options);

  std::size_t sourced = 0, derived = 0, judged = 0;
  int first = 9999, last = 0;
  for (const FieldSource& source : cost_model_sources()) {
    (source.basis == FigureBasis::sourced   ? sourced
     : source.basis == FigureBasis::derived ? derived
                                            : judged) += 1;
    for (const int year : years_in(source.year)) first = std::min(first, year), last = std::max(last, year);
  }
  std::vector<PageFact> facts{
      {"Lengths", fmt::format("{} links in use by the model: {} with a length published for that very link, "
                              "{} measured along a line or between published "
                              "points, {} estimated from great circles or pro rata.",
                              grouped(static_cast<double>(active)), published,
                              grouped(static_cast<double>(measured)), active - published - measured)},
      {"Borders", fmt::format("hours are recorded for {} of {} crossings (each direction counts); the others "
                              "take the median of the recorded ones.",
                              timed, borders)},
      {"Prices", fmt::format("of the defaults of the cost model {} are published figures, {} derived from "
                             "published ones, {} judgement; they describe {}\u2013{}.",
                             sourced, derived, judged, first, last)}};
  if (model != (conditions != nullptr ? under(*conditions, {}) : CostModel{}))
    facts.push_back({"Changed", "fields of the cost model were set for this report; they are marked below."});
  facts.push_back({"Left out", "capacities: a link that is open takes any amount at its price."});
  return facts;
}

PagePassage passage_in_words(const Network& network, const PassageShare& passage) {
  if (passage.border && !passage.links.empty()) {
    const Link& link = network[passage.links.front()];
    return {passage.rank, fmt::format("{}\u2013{}", end_name(network, link.from), end_name(network, link.to)),
            fmt::format("border crossing, {}", name(link.mode)), passage.share};
  }
  const PassageLabel label = passage_label(passage.name);
  return {passage.rank, label.name, label.kind, passage.share};
}

std::vector<PageLink> sections_of(const Network& network, const IdMap<LinkId, double>& shares) {
  // What joins a city's own terminals is no section of a corridor.
  const auto counts = [&](LinkId id) { return shares[id] > 0 && !network[id].is_exchange(); };
  IdMap<PlaceId, std::vector<LinkId>> used_at(network.places().size());
  for (const LinkId id : network.links().ids())
    if (counts(id)) used_at[network[id].from].push_back(id), used_at[network[id].to].push_back(id);
  const auto goes_on = [&](PlaceId place) {
    const auto& used = used_at[place];
    return network[place].kind == PlaceKind::waypoint && used.size() == 2 && used[0] != used[1] &&
           network[used[0]].mode == network[used[1]].mode;
  };
  LinkMask taken(network.links().size());
  // Follows the links from `place` on until something joins or leaves.
  const auto follow = [&](LinkId link, PlaceId place, Chain& chain) {
    for (;;) {
      chain.links.push_back(link);
      chain.places.push_back(place);
      taken.set(link);
      if (!goes_on(place)) return;
      const LinkId next = used_at[place][0] == link ? used_at[place][1] : used_at[place][0];
      if (taken[next]) return;  // a ring of waypoints
      place = other_end(network[next], place);
      link = next;
    }
  };
  std::vector<PageLink> sections;
  for (const bool whole : {false, true})  // first from ends of chains, then what is left: rings
    for (const LinkId id : network.links().ids()) {
      const Link& link = network[id];
      if (!counts(id) || taken[id]) continue;
      const bool ends_here = !goes_on(link.from) || !goes_on(link.to);
      if (!whole && !ends_here) continue;
      const PlaceId start = goes_on(link.from) && !whole ? link.to : link.from;
      Chain chain;
      chain.places.push_back(start);
      follow(id, other_end(link, start), chain);
      sections.push_back(section_of(network, chain, shares[id]));
    }
  std::stable_sort(sections.begin(), sections.end(), [](const PageLink& a, const PageLink& b) {
    return a.share != b.share ? a.share > b.share : a.key < b.key;
  });
  return sections;
}

}  // namespace landbridge
