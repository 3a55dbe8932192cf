#include "landbridge/network/geodesy.hpp"
#include "network/network_assembly.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

namespace {

/// Ships and aeroplanes cross no border: what a port takes for clearance is part of its handling.
bool can_cross_borders(Mode mode) {
  return mode == Mode::rail || mode == Mode::road || mode == Mode::ferry;
}

/// eu, eu-cee, EU Baltic, cee-non-eu, Europe ...; not eastern-europe, whose railways are of 1520 mm.
bool is_in_europe(std::string_view group) {
  std::string start(group.substr(0, 3));
  for (char& letter : start)
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  return start.starts_with("eu") || start == "cee";
}

std::string what_it_is(const Link& link) {
  if (link.purpose == LinkPurpose::line) return std::string(name(link.mode));
  return fmt::format("{} {}", name(link.mode), name(link.purpose));
}

}  // namespace

void NetworkBuilder::Assembly::add_unions() {
  Seen seen;
  for (auto& [member, at] : drafts_.union_members) {
    if (is_given_twice(seen, member.country, at, "country in a customs union")) continue;
    network_.union_of_.emplace(member.country, member.customs_union);
  }
}

void NetworkBuilder::Assembly::add_links() {
  for (auto& [draft, at] : drafts_.links) {
    const std::size_t before = network_.links_.size();
    add_link(draft, at);
    if (network_.links_.size() == before) links_left_out_ = true;
  }
}

/// Ships sail between ports, aeroplanes fly between airports, trains run between stations.
void NetworkBuilder::Assembly::check_served(const Link& link, PlaceId end, const Origin& at) {
  const PlaceKind kind = network_.places_[end].kind;
  const bool quay = kind == PlaceKind::port || kind == PlaceKind::river || kind == PlaceKind::waypoint;
  const bool station = kind == PlaceKind::rail || kind == PlaceKind::border;
  const bool sails = link.mode == Mode::sea || link.mode == Mode::river;
  const bool served = sails                      ? quay
                      : link.mode == Mode::air   ? kind == PlaceKind::airport
                      : link.mode == Mode::rail  ? station || kind == PlaceKind::port || kind == PlaceKind::river
                      : link.mode == Mode::ferry ? station || quay
                                                 : kind != PlaceKind::waypoint;
  if (!served)
    error(at, fmt::format("a link by {} ends at {}, which is no place for it", name(link.mode),
                          quoted(network_.places_[end].key)));
}

void NetworkBuilder::Assembly::add_link(LinkFacts& draft, const LinkOrigin& at) {
  Link& link = draft.facts;
  link.from = find_end(draft.from, at.from, "the link begins at");
  link.to = find_end(draft.to, at.to, "the link ends at");
  if (link.from.is_none() || link.to.is_none()) return;
  if (link.from == link.to)
    return error(at.to, fmt::format("the link leads from {} to itself", quoted(draft.from)));
  check_served(link, link.from, at.from);
  check_served(link, link.to, at.to);
  const LinkId id = LinkId::at(network_.links_.size());
  const Joined pair(link.mode, link.purpose, std::min(link.from, link.to), std::max(link.from, link.to));
  const auto [first, fresh] = joined_.try_emplace(pair, id, at.from);
  if (!fresh)
    return error(at.from, fmt::format("a {} link between {} and {} is given twice{}", what_it_is(link),
                                      quoted(draft.from), quoted(draft.to), elsewhere(first->second.second)));
  check_length(link, at.length);
  if (link.mode == Mode::rail && link.gauges.empty()) error(at.from, "a railway needs its gauge");
  check_gauges(link, link.from, at.from);
  check_gauges(link, link.to, at.to);
  check_countries(link, at.from);
  check_validity(link.validity, at.from);
  if (link.capacity) check_number(*link.capacity, "capacity", link.capacity_unit, at.from);
  link.key = link_key(link);
  network_.link_index_.emplace(link.key, id);
  network_.links_.push_back(std::move(link));
}

// Two terminals of one city may have another city's terminal in common: then the kinds tell the keys apart.
std::string NetworkBuilder::Assembly::link_key(const Link& link) const {
  const std::string_view kind = link.purpose == LinkPurpose::line ? name(link.mode) : name(link.purpose);
  const Place &from = network_.places_[link.from], &to = network_.places_[link.to];
  std::string key = fmt::format("{}:{}~{}", kind, from.slug, to.slug);
  if (!network_.find_link(key).is_none()) key = fmt::format("{}:{}~{}", kind, from.key, to.key);
  if (!network_.find_link(key).is_none())
    key = fmt::format("{}:{}:{}~{}", kind, name(link.mode), from.key, to.key);
  return key;
}

void NetworkBuilder::Assembly::check_length(const Link& link, const Origin& at) {
  const double length = link.length.value();
  if (!std::isfinite(length)) return error(at, fmt::format("length {} km is not a finite number", length));
  if (length < 0) return error(at, fmt::format("length {} km is negative", length));
  const Position a = network_.places_[link.from].position, b = network_.places_[link.to].position;
  if (!is_on_globe(a) || !is_on_globe(b)) return;
  const double geodesic = geodesic_length(a, b).value();
  if (length < 0.9 * geodesic - 1)
    error(at,
          fmt::format("length {} km is less than the geodesic between its ends, {:.1f} km: another unit, or "
                      "a wrong position",
                      length, geodesic));
  else if (length > 10 * geodesic + 50)
    error(at, fmt::format("length {} km is over ten times the geodesic between its ends, {:.1f} km: another "
                          "unit, or a wrong position",
                          length, geodesic));
}

void NetworkBuilder::Assembly::check_gauges(const Link& link, PlaceId end, const Origin& at) {
  if (link.mode != Mode::rail) return;
  const std::vector<Gauge>& tracks = network_.places_[end].gauges;
  std::vector<Gauge>& met = network_.gauges_at_[end];
  for (const Gauge gauge : link.gauges) {
    if (std::find(tracks.begin(), tracks.end(), gauge) == tracks.end() && link.gauges.size() == 1)
      warning(at, fmt::format("{} has no {} mm tracks of its own; gauge is taken to change there",
                              quoted(network_.places_[end].key), gauge.millimetres));
    if (std::find(met.begin(), met.end(), gauge) == met.end()) met.push_back(gauge);
  }
}

void NetworkBuilder::Assembly::check_countries(Link& link, const Origin& at) {
  const std::string &from = network_.places_[link.from].country, &to = network_.places_[link.to].country;
  if (link.countries.empty()) {
    if (!can_cross_borders(link.mode)) return;
    if (!from.empty()) link.countries.push_back(from);
    if (!to.empty() && to != from) link.countries.push_back(to);
    return;
  }
  if (!from.empty() && link.countries.front() != from)
    error(at,
          fmt::format("the countries of the link begin with {}, but {} lies in {}",
                      quoted(link.countries.front()), quoted(network_.places_[link.from].key), quoted(from)));
  else if (!to.empty() && link.countries.back() != to)
    error(at, fmt::format("the countries of the link end with {}, but {} lies in {}",
                          quoted(link.countries.back()), quoted(network_.places_[link.to].key), quoted(to)));
}

int NetworkBuilder::Assembly::count_borders(const Link& link) const {
  if (!can_cross_borders(link.mode)) return 0;
  int changes = 0;
  for (std::size_t i = 1; i < link.countries.size(); ++i)
    changes +=
        network_.customs_territory(link.countries[i - 1]) != network_.customs_territory(link.countries[i]);
  return changes;
}

void NetworkBuilder::Assembly::mark_links() {
  for (const PlaceId id : network_.places_.ids())
    std::sort(network_.gauges_at_[id].begin(), network_.gauges_at_[id].end());
  std::set<std::string_view> european;
  for (const Region& region : network_.regions_)
    if (region.kind == RegionKind::country && is_in_europe(region.group)) european.insert(region.code);
  network_.border_count_ = IdMap<LinkId, int>(network_.links_.size());
  network_.european_ = LinkMask(network_.links_.size());
  for (const LinkId id : network_.links_.ids()) {
    const Link& link = network_.links_[id];
    network_.border_count_[id] = count_borders(link);
    network_.european_.set(id, european.contains(network_.places_[link.from].country) &&
                                   european.contains(network_.places_[link.to].country));
  }
}

LinkId NetworkBuilder::Assembly::find_joining(Mode mode, PlaceId a, PlaceId b) const {
  for (const LinkPurpose purpose : {LinkPurpose::line, LinkPurpose::hinterland}) {
    const auto found = joined_.find(Joined(mode, purpose, std::min(a, b), std::max(a, b)));
    if (found != joined_.end()) return found->second.first;
  }
  return LinkId::none();
}

void NetworkBuilder::Assembly::add_borders() {
  std::map<std::pair<LinkId, Direction>, Origin> seen;
  for (auto& [draft, at] : drafts_.borders) {
    const PlaceId from = find_end(draft.from, at, "the border is crossed from");
    const PlaceId to = find_end(draft.to, at, "the border is crossed to");
    BorderRecord& record = draft.figures;
    check_figure(record.time, "crossing time", at);
    check_figure(record.clearance_money, "clearance cost", at);
    check_figure(record.gauge_change_money, "gauge change cost", at);
    if (record.capacity) check_number(*record.capacity, "capacity", record.capacity_unit, at);
    if (from.is_none() || to.is_none()) continue;
    const LinkId found = find_joining(draft.mode, from, to);
    if (found.is_none() || network_.border_count_[found] == 0) {
      if (!found.is_none() || !links_left_out_)
        error(at, fmt::format("no {} link crosses a border from {} to {}", name(draft.mode),
                              quoted(draft.from), quoted(draft.to)));
      continue;
    }
    record.link = found;
    record.direction = network_.links_[found].from == from ? Direction::forward : Direction::backward;
    const auto [first, fresh] = seen.try_emplace({found, record.direction}, at);
    if (!fresh)
      error(at, fmt::format("the {} border from {} to {} is given twice{}", name(draft.mode),
                            quoted(draft.from), quoted(draft.to), elsewhere(first->second)));
    else
      network_.border_records_.push_back(std::move(record));
  }
}

}  // namespace landbridge
