#include "report/page_journeys.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

/// Money and the worth of the hours.
Usd worth(const Parts& parts, TimeValue value_of_time) {
  return parts.money + value_of_time * parts.time;
}

std::string place_name(const Network& network, PlaceId place) {
  const HubId hub = network.hub_of(place);
  return hub.is_none() ? network[place].name : network[hub].name;
}

std::string legs_in_words(const Network& network, const Route& route) {
  std::string text;
  std::string_view before;
  for (const Leg& leg : route.legs) {
    const std::string from = place_name(network, leg.from), to = place_name(network, leg.to);
    if (from == to) continue;
    const std::string_view vehicle = vehicle_word(leg.vehicle.mode, leg.vehicle.ship);
    if (vehicle == before)
      text += "\u2013" + to;
    else
      text += fmt::format("{}{} {}\u2013{}", text.empty() ? "" : ", ", vehicle, from, to);
    before = vehicle;
  }
  return text;
}

/// Each mode once in a row; ways within a hub are none.
std::string modes_in_words(const Network& network, const Route& route) {
  std::string text;
  std::string_view before;
  for (const Leg& leg : route.legs) {
    if (place_name(network, leg.from) == place_name(network, leg.to)) continue;
    const std::string_view mode = name(leg.vehicle.mode);
    if (mode != before) text += (text.empty() ? "" : ", ") + std::string(mode);
    before = mode;
  }
  return text.empty() ? "road" : text;
}

}  // namespace

std::string_view vehicle_word(Mode mode, ShipClass ship) noexcept {
  switch (mode) {
    case Mode::rail:
      return "train";
    case Mode::road:
      return "truck";
    case Mode::ferry:
      return "ferry";
    case Mode::river:
      return "barge";
    case Mode::air:
      return "aeroplane";
    case Mode::sea:
      break;
  }
  return ship == ShipClass::feeder ? "feeder" : "deep-sea ship";
}

std::string endpoint_name(const Network& network, const Endpoint& endpoint) {
  return endpoint.region.is_none() ? network[endpoint.hub].name : network[endpoint.region].name;
}

PageJourney journey_of(const Network& network, const Endpoint& from, const Endpoint& to,
                       std::string cargo_class, TimeValue value_of_time, const RouteAnswer& answer) {
  PageJourney journey{endpoint_name(network, from), endpoint_name(network, to), std::move(cargo_class),
                      value_of_time};
  if (!answer.route) {
    journey.missing = answer.reason;
    return journey;
  }
  const Route& route = *answer.route;
  journey.modes = modes_in_words(network, route);
  journey.legs = legs_in_words(network, route);
  journey.money = route.total.money;
  journey.time = route.total.time;
  journey.distance = route.total.distance;
  journey.co2 = route.total.co2;
  const Breakdown& made_of = route.breakdown;
  journey.cost = {worth(made_of.haul, value_of_time), worth(made_of.terminals, value_of_time),
                  worth(made_of.borders, value_of_time), worth(made_of.waiting, value_of_time),
                  worth(made_of.access, value_of_time)};
  return journey;
}

std::vector<PageFlagship> page_flagships(const Network& network,
                                         const std::vector<detail::Flagship>& flagships) {
  std::vector<PageFlagship> pages;
  for (const detail::Flagship& flagship : flagships) {
    PageFlagship page{
        endpoint_name(network, flagship.from_end), endpoint_name(network, flagship.to_end), {}, {}};
    for (const detail::FlagshipRoute& route : flagship.routes)
      page.journeys.push_back(journey_of(network, flagship.from_end, flagship.to_end, route.cargo_class,
                                         route.value_of_time, route.answer));
    if (flagship.even.value_of_time)
      page.break_even = flagship.even.value_of_time;
    else
      page.break_even_note = flagship.even.land ? "never by land alone" : "no way by land alone";
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace landbridge
