#include "network/network_assembly.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

namespace {

constexpr Hours week{168};

}  // namespace

void NetworkBuilder::Assembly::add_services() {
  Seen seen;
  for (auto& [draft, at] : drafts_.services) {
    Service& service = draft.facts;
    if (is_given_twice(seen, service.id, at, "service")) continue;
    check_service(draft, at);
    if (draft.via.empty()) draft.via = draft.stops;
    const bool calls_known = find_all(draft.stops, at, "calls at", {}, service.stops);
    const bool way_known = find_all(draft.via, at, "leads over", draft.stops, service.via);
    if (calls_known && way_known) join(service, at);
    std::sort(service.departures.begin(), service.departures.end(),
              [](const Departure& a, const Departure& b) { return a.since_monday < b.since_monday; });
    network_.service_index_.emplace(service.id, ServiceId::at(network_.services_.size()));
    network_.services_.push_back(std::move(service));
  }
}

void NetworkBuilder::Assembly::check_service(const ServiceFacts& draft, const Origin& at) {
  const Service& service = draft.facts;
  const std::string what = fmt::format("the service {}", quoted(service.id));
  if (service.id.empty()) error(at, "a service needs an id");
  if (draft.stops.size() < 2) error(at, what + " needs two stops");
  if (service.per_week && !(*service.per_week > 0 && std::isfinite(*service.per_week)))
    error(at,
          fmt::format("{} runs {} times a week, which is not a positive number", what, *service.per_week));
  if (service.days && !(*service.days > 0 && std::isfinite(*service.days)))
    error(at, fmt::format("{} takes {} days, which is not a positive number", what, *service.days));
  for (const Departure departure : service.departures)
    if (!(departure.since_monday >= Hours(0) && departure.since_monday < week))
      error(at, fmt::format("{} departs {} hours after Monday 00:00, which is not within the week", what,
                            departure.since_monday.value()));
  check_validity(service.validity, at);
}

bool NetworkBuilder::Assembly::find_all(const std::vector<std::string>& keys, const Origin& at,
                                        std::string_view what, const std::vector<std::string>& told,
                                        std::vector<PlaceId>& found) {
  found.clear();
  for (const std::string& key : keys) {
    const PlaceId id = network_.find_place(key);
    if (!id.is_none())
      found.push_back(id);
    else if (std::find(told.begin(), told.end(), key) == told.end())
      error(at, fmt::format("the service {} {}, which is not a place", what, quoted(key)));
  }
  return found.size() == keys.size();
}

void NetworkBuilder::Assembly::join(Service& service, const Origin& at) {
  const std::string what = fmt::format("the service {}", quoted(service.id));
  auto on_the_way = service.via.begin();
  for (const PlaceId stop : service.stops) {
    if (network_.places_[stop].kind == PlaceKind::waypoint)
      return error(at, fmt::format("{} calls at {}, where nothing is handled", what,
                                   quoted(network_.places_[stop].key)));
    on_the_way = std::find(on_the_way, service.via.end(), stop);
    if (on_the_way == service.via.end())
      return error(at, fmt::format("{} calls at {}, which is not on its way in that order", what,
                                   quoted(network_.places_[stop].key)));
    ++on_the_way;
  }
  if (!service.stops.empty() &&
      (service.via.front() != service.stops.front() || service.via.back() != service.stops.back()))
    return error(at, what + " does not begin and end at its first and last stop");
  service.links.clear();
  if (service.mode == Mode::sea || service.mode == Mode::air) return;
  for (std::size_t i = 1; i < service.via.size(); ++i) {
    const LinkId link = find_joining(service.mode, service.via[i - 1], service.via[i]);
    if (!link.is_none()) {
      service.links.push_back(link);
      continue;
    }
    service.links.clear();
    if (!links_left_out_)
      error(at, fmt::format("{} leads from {} to {}, which no {} link joins", what,
                            quoted(network_.places_[service.via[i - 1]].key),
                            quoted(network_.places_[service.via[i]].key), name(service.mode)));
    return;
  }
}

bool NetworkBuilder::Assembly::is_country(std::string_view code) const {
  return countries_.contains(code) || !network_.find_region(fmt::format("country:{}", code)).is_none();
}

void NetworkBuilder::Assembly::add_handling() {
  Seen seen;
  for (auto& [draft, at] : drafts_.handling) {
    HandlingFact& fact = draft.figures;
    check_figure(fact.time, "handling time", at);
    check_figure(fact.money, "handling cost", at);
    fact.place = network_.find_place(draft.subject);
    fact.country = fact.place.is_none() ? draft.subject : std::string();
    if (fact.place.is_none() && !is_country(draft.subject)) {
      error(at, fmt::format("handling is told of {}, which is neither a place nor a country of the network",
                            quoted(draft.subject)));
      continue;
    }
    const std::string kind(name(fact.kind));
    const auto [first, fresh] = seen.try_emplace(draft.subject + ' ' + kind, at);
    if (!fresh)
      error(at,
            fmt::format("{} of {} is given twice{}", kind, quoted(draft.subject), elsewhere(first->second)));
    else
      network_.handling_.push_back(std::move(fact));
  }
}

}  // namespace landbridge
