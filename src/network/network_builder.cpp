#include "landbridge/network/network_builder.hpp"

#include "landbridge/network/geodesy.hpp"
#include "network/network_builder_drafts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr Kilometres hub_extent{200};  // terminals of one city lie nearer together

std::string elsewhere(const Origin& first) {
  return first.file.empty() ? std::string() : fmt::format(", first in {}:{}", first.file, first.line);
}

}  // namespace

class NetworkBuilder::Assembly {
 public:
  Assembly(Drafts drafts, Findings& findings) : drafts_(std::move(drafts)), findings_(findings) {}

  Network run() {
    check_options();
    add_places();
    add_hubs();
    add_regions();
    add_links();
    add_exchange();
    add_borders();
    add_transfers();
    findings_.throw_if_errors();
    network_.warnings_ = findings_.list();
    return std::move(network_);
  }

 private:
  void error(const Origin& at, std::string message) {
    findings_.error(at.file, at.line, at.column, std::move(message));
  }

  void check_options() const {
    const auto check = [](const char* field, double value, double least, const char* range) {
      if (!(value >= least && std::isfinite(value)))
        throw OptionError(field, fmt::format("{}", value), range);
    };
    check("exchange_range", drafts_.options.exchange_range.value(), 0, "0 km or more");
    check("exchange_detour", drafts_.options.exchange_detour, 1, "1 or more");
  }

  void check_position(Position position, const Origin& at) {
    if (!(std::abs(position.latitude) <= 90))
      error(at, fmt::format("latitude {} is not between -90 and 90 degrees", position.latitude));
    if (!(std::abs(position.longitude) <= 180))
      error(at, fmt::format("longitude {} is not between -180 and 180 degrees", position.longitude));
  }

  bool is_given_twice(std::map<std::string, Origin, std::less<>>& seen, const std::string& key,
                      const Origin& at, std::string_view what) {
    const auto [first, fresh] = seen.try_emplace(key, at);
    if (fresh) return false;
    error(at, fmt::format("{} {} is given twice{}", what, quoted(key), elsewhere(first->second)));
    return true;
  }

  void add_places() {
    std::map<std::string, Origin, std::less<>> seen;
    for (auto& [place, at] : drafts_.places) {
      if (place.slug.empty()) error(at, "a place needs a slug");
      if (place.key.empty()) place.key = fmt::format("{}:{}", name(place.kind), place.slug);
      check_position(place.position, at);
      if (is_given_twice(seen, place.key, at, "place")) continue;
      std::string key = place.key;
      const PlaceId id = network_.places_.push_back(std::move(place));
      network_.place_index_.emplace(std::move(key), id);
      place_origins_.push_back(at);
    }
    network_.gauges_at_ = IdMap<PlaceId, std::vector<Gauge>>(network_.places_.size());
    for (const PlaceId id : network_.places_.ids()) network_.gauges_at_[id] = network_.places_[id].gauges;
  }

  /// A row with a fault may not say what was meant.
  bool has_fault(const Origin& at) const {
    const std::vector<Finding> told = findings_.list();
    return !at.file.empty() && std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
      return finding.file == at.file && finding.line == at.line;
    });
  }

  /// Else cargo could begin in one city and be counted in another.
  void check_same_city(PlaceId a, PlaceId b) {
    const Place &first = network_.places_[a], &other = network_.places_[b];
    if (!(std::abs(first.position.latitude) <= 90 && std::abs(other.position.latitude) <= 90)) return;
    const Kilometres apart = geodesic_length(first.position, other.position);
    if (apart > hub_extent && !has_fault(place_origins_[a]) && !has_fault(place_origins_[b]))
      error(place_origins_[b],
            fmt::format("{} and {} share a name, so they are one hub, but lie {:.0f} km apart",
                        quoted(first.key), quoted(other.key), apart.value()));
  }

  void add_hubs() {
    std::map<std::string_view, std::vector<PlaceId>> by_slug;
    for (const PlaceId id : network_.places_.ids())
      if (network_.places_[id].kind != PlaceKind::waypoint) by_slug[network_.places_[id].slug].push_back(id);
    network_.hub_of_ = IdMap<PlaceId, HubId>(network_.places_.size());
    for (auto& [slug, members] : by_slug) {
      std::stable_sort(members.begin(), members.end(), [&](PlaceId a, PlaceId b) {
        return network_.places_[a].kind < network_.places_[b].kind;
      });
      const Place& first = network_.places_[members.front()];
      const HubId hub = network_.hubs_.push_back({std::string(slug), first.name, first.country, members});
      network_.hub_index_.emplace(slug, hub);
      for (const PlaceId member : members) {
        network_.hub_of_[member] = hub;
        check_same_city(members.front(), member);
      }
    }
  }

  void add_regions() {
    std::map<std::string, Origin, std::less<>> seen;
    for (auto& [province, at] : drafts_.provinces) {
      if (is_given_twice(seen, province.slug, at, "province")) continue;
      for (const PlaceId id : network_.places_.ids()) {
        const Place& place = network_.places_[id];
        if (place.role == "province_capital" && place.province == province.slug)
          province.hub = network_.hub_of_[id];
      }
      network_.provinces_.push_back(std::move(province));
    }
    seen.clear();
    for (auto& [draft, at] : drafts_.partners) {
      Partner& partner = draft.partner;
      if (is_given_twice(seen, partner.country, at, "country")) continue;
      for (const std::string& slug : draft.hub_slugs) {
        const HubId hub = network_.find_hub(slug);
        if (hub.is_none())
          partner.unknown_hubs.push_back(slug);
        else
          partner.hubs.push_back(hub);
      }
      const bool european = partner.region.starts_with("EU") || partner.region.starts_with("CEE") ||
                            partner.region.starts_with("Europe");
      if (european) european_.insert(partner.country);
      network_.partners_.push_back(std::move(partner));
    }
    seen.clear();
    for (auto& [corridor, at] : drafts_.corridors) {
      if (is_given_twice(seen, corridor.id, at, "corridor")) continue;
      network_.corridors_.push_back(std::move(corridor));
    }
    seen.clear();
    for (auto& [member, at] : drafts_.union_members) {
      if (is_given_twice(seen, member.second, at, "country in a customs union")) continue;
      network_.union_of_.emplace(member.second, member.first);
    }
  }

  PlaceId find_end(const std::string& key, const Origin& at, std::string_view what) {
    const PlaceId id = network_.find_place(key);
    if (id.is_none()) error(at, fmt::format("{} {}, which is not a place", what, quoted(key)));
    return id;
  }

  bool crosses_border(const Link& link) const {
    if (link.mode == Mode::sea || link.mode == Mode::river) return false;
    const std::string& a = network_.places_[link.from].country;
    const std::string& b = network_.places_[link.to].country;
    if (a.empty() || b.empty()) return false;
    return network_.customs_territory(a) != network_.customs_territory(b);
  }

  void check_length(const LinkFacts& facts, PlaceId from, PlaceId to, const Origin& at) {
    const double length = facts.length.value();
    if (!std::isfinite(length)) return error(at, fmt::format("length {} km is not a finite number", length));
    if (length < 0) return error(at, fmt::format("length {} km is negative", length));
    const Position a = network_.places_[from].position, b = network_.places_[to].position;
    if (!(std::abs(a.latitude) <= 90 && std::abs(b.latitude) <= 90)) return;
    const double geodesic = geodesic_length(a, b).value();
    if (length < 0.9 * geodesic - 1)
      error(at, fmt::format("length {} km is less than the geodesic between its ends, {:.1f} km: another "
                            "unit, or a wrong position",
                            length, geodesic));
    else if (length > 10 * geodesic + 50)
      error(at, fmt::format("length {} km is over ten times the geodesic between its ends, {:.1f} km: "
                            "another unit, or a wrong position",
                            length, geodesic));
  }

  void add_links() {
    using Pair = std::tuple<Mode, PlaceId, PlaceId>;
    std::map<Pair, Origin> seen;
    for (auto& [facts, at] : drafts_.links) {
      const PlaceId from = find_end(facts.from, at.from, "the link begins at");
      const PlaceId to = find_end(facts.to, at.to, "the link ends at");
      if (from.is_none() || to.is_none()) continue;
      if (from == to) {
        error(at.to, fmt::format("the link leads from {} to itself", quoted(facts.from)));
        continue;
      }
      if (!at.length_unread) check_length(facts, from, to, at.length);
      const auto [first, fresh] =
          seen.try_emplace(Pair(facts.mode, std::min(from, to), std::max(from, to)), at.from);
      if (!fresh) {
        error(at.from, fmt::format("a {} link between {} and {} is given twice{}", name(facts.mode),
                                   quoted(facts.from), quoted(facts.to), elsewhere(first->second)));
        continue;
      }
      if (facts.mode == Mode::rail && facts.gauges.empty()) error(at.from, "a railway needs its gauge");
      check_gauges(facts, from, at.from);
      check_gauges(facts, to, at.to);
      Link link;
      link.key =
          fmt::format("{}:{}~{}", name(facts.mode), network_.places_[from].slug, network_.places_[to].slug);
      link.mode = facts.mode;
      link.from = from;
      link.to = to;
      link.length = facts.length;
      link.gauges = std::move(facts.gauges);
      link.passes = std::move(facts.passes);
      link.corridors = std::move(facts.corridors);
      link.status = facts.status;
      link.basis = std::move(facts.basis);
      link.note = std::move(facts.note);
      link.source = std::move(facts.source);
      keep(std::move(link), at.from);
    }
  }

  void check_gauges(const LinkFacts& facts, PlaceId end, const Origin& at) {
    if (facts.mode != Mode::rail) return;
    const std::vector<Gauge>& tracks = network_.places_[end].gauges;
    std::vector<Gauge>& met = network_.gauges_at_[end];
    for (const Gauge gauge : facts.gauges) {
      if (std::find(tracks.begin(), tracks.end(), gauge) == tracks.end() && facts.gauges.size() == 1)
        findings_.warning(at.file, at.line, at.column,
                          fmt::format("{} has no {} mm tracks of its own; gauge is taken to change there",
                                      quoted(network_.places_[end].key), gauge.millimetres));
      if (std::find(met.begin(), met.end(), gauge) == met.end()) met.push_back(gauge);
    }
  }

  void keep(Link link, const Origin& at) {
    if (!network_.find_link(link.key).is_none())
      return error(at, fmt::format("link {} is given twice", quoted(link.key)));
    std::string key = link.key;
    const LinkId id = network_.links_.push_back(std::move(link));
    network_.link_index_.emplace(std::move(key), id);
  }

  void add_exchange() {
    const NetworkOptions& options = drafts_.options;
    for (const PlaceId terminal : network_.places_.ids()) {
      const Place& station = network_.places_[terminal];
      if (station.kind != PlaceKind::rail && station.kind != PlaceKind::border) continue;
      for (const PlaceId quay : network_.places_.ids()) {
        const Place& port = network_.places_[quay];
        if (port.kind != PlaceKind::port && port.kind != PlaceKind::river) continue;
        if (!(std::abs(station.position.latitude) <= 90 && std::abs(port.position.latitude) <= 90)) continue;
        // A degree of latitude is more than 110 km everywhere: most pairs need no geodesic.
        if (std::abs(station.position.latitude - port.position.latitude) * 110 >
            options.exchange_range.value())
          continue;
        const Kilometres apart = geodesic_length(station.position, port.position);
        if (apart > options.exchange_range) continue;
        Link link;
        link.key = fmt::format("exchange:{}~{}", station.slug, port.slug);
        link.mode = Mode::road;
        link.from = terminal;
        link.to = quay;
        link.length = Kilometres(std::round(apart.value() * options.exchange_detour * 1000) / 1000);
        link.exchange = true;
        link.basis = fmt::format("estimated: geodesic {:.3f} km x {} (judgement)", apart.value(),
                                 options.exchange_detour);
        keep(std::move(link), {});
      }
    }
  }

  void add_borders() {
    network_.border_ = LinkMask(network_.links_.size());
    network_.european_ = LinkMask(network_.links_.size());
    for (const LinkId id : network_.links_.ids()) {
      const Link& link = network_.links_[id];
      network_.border_.set(id, crosses_border(link));
      network_.european_.set(id, european_.contains(network_.places_[link.from].country) &&
                                     european_.contains(network_.places_[link.to].country));
    }
    std::set<std::pair<LinkId, Direction>> seen;
    for (auto& [draft, at] : drafts_.borders) {
      const PlaceId from = find_end(draft.from, at, "the border is crossed from");
      const PlaceId to = find_end(draft.to, at, "the border is crossed to");
      if (from.is_none() || to.is_none()) continue;
      LinkId found = LinkId::none();
      for (const LinkId id : network_.links_.ids()) {
        const Link& link = network_.links_[id];
        const bool same_ends = (link.from == from && link.to == to) || (link.from == to && link.to == from);
        if (link.mode == draft.mode && same_ends && !link.exchange) found = id;
      }
      if (found.is_none() || !network_.border_[found]) {
        error(at, fmt::format("no {} link crosses a border from {} to {}", name(draft.mode),
                              quoted(draft.from), quoted(draft.to)));
        continue;
      }
      BorderRecord record = std::move(draft.figures);
      record.link = found;
      record.direction = network_.links_[found].from == from ? Direction::forward : Direction::backward;
      check_figure(record.time, "crossing time", at);
      check_figure(record.clearance_money, "clearance cost", at);
      check_figure(record.gauge_change_money, "gauge change cost", at);
      if (!seen.emplace(found, record.direction).second) {
        error(at,
              fmt::format("the border from {} to {} is given twice", quoted(draft.from), quoted(draft.to)));
        continue;
      }
      network_.border_records_.push_back(std::move(record));
    }
  }

  template <class Figure>
  void check_figure(const std::optional<Figure>& figure, std::string_view what, const Origin& at) {
    if (figure && !(figure->value() >= 0 && std::isfinite(figure->value())))
      error(at,
            fmt::format("{} {} {} is not a finite number of 0 or more", what, figure->value(), Figure::unit));
  }

  void add_transfers() {
    for (auto& [draft, at] : drafts_.transfers) {
      draft.fact.place = find_end(draft.place, at, "the transfer is at");
      check_figure(draft.fact.time, "transfer time", at);
      check_figure(draft.fact.money, "transfer cost", at);
      if (!draft.fact.place.is_none()) network_.transfers_.push_back(std::move(draft.fact));
    }
  }

  Drafts drafts_;
  Findings& findings_;
  Network network_;
  IdMap<PlaceId, Origin> place_origins_;
  std::set<std::string, std::less<>> european_;
};

NetworkBuilder::NetworkBuilder(NetworkOptions options) : drafts_(std::make_unique<Drafts>()) {
  drafts_->options = options;
}
NetworkBuilder::~NetworkBuilder() = default;
NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder& NetworkBuilder::operator=(NetworkBuilder&&) noexcept = default;

void NetworkBuilder::add_place(Place place, Origin origin) {
  drafts_->places.push_back({std::move(place), std::move(origin)});
}
void NetworkBuilder::add_link(LinkFacts link, LinkOrigin origin) {
  drafts_->links.push_back({std::move(link), std::move(origin)});
}
void NetworkBuilder::add_border_record(BorderFacts border, Origin origin) {
  drafts_->borders.push_back({std::move(border), std::move(origin)});
}
void NetworkBuilder::add_transfer(std::string place, TransferFact transfer, Origin origin) {
  drafts_->transfers.push_back({{std::move(place), std::move(transfer)}, std::move(origin)});
}
void NetworkBuilder::add_province(Province province, Origin origin) {
  drafts_->provinces.push_back({std::move(province), std::move(origin)});
}
void NetworkBuilder::add_partner(Partner partner, std::vector<std::string> hub_slugs, Origin origin) {
  drafts_->partners.push_back({{std::move(partner), std::move(hub_slugs)}, std::move(origin)});
}
void NetworkBuilder::add_corridor(Corridor corridor, Origin origin) {
  drafts_->corridors.push_back({std::move(corridor), std::move(origin)});
}
void NetworkBuilder::add_customs_union_member(std::string customs_union, std::string country, Origin origin) {
  drafts_->union_members.push_back({{std::move(customs_union), std::move(country)}, std::move(origin)});
}

Network NetworkBuilder::build() && {
  Findings findings;
  return std::move(*this).build(findings);
}

Network NetworkBuilder::build(Findings& findings) && {
  Drafts drafts = std::move(*drafts_);
  *drafts_ = Drafts{};
  drafts_->options = drafts.options;
  return Assembly(std::move(drafts), findings).run();
}

}  // namespace landbridge
