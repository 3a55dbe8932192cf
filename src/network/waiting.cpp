#include "landbridge/network/waiting.hpp"

#include "landbridge/network/service.hpp"
#include "network/median.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace landbridge {

namespace {

Hours usual_wait(const Network& network, Mode mode, ShipClass ship, Hours headway) {
  std::vector<Hours> known;
  for (const Service& service : network.services())
    if (service.mode == mode && ship_class(service) == ship)
      if (const std::optional<Hours> wait = mean_wait(service)) known.push_back(*wait);
  return detail::median(std::move(known)).value_or(headway / 2);
}

IdMap<PlaceId, double> wait_factors(const Network& network, ShipClass ship) {
  std::vector<double> indices;
  for (const PlaceId place : network.places().ids())
    if (network.ship_class(place) == ship)
      if (const std::optional<double> index = network.connectivity(place); index && *index > 0)
        indices.push_back(*index);
  IdMap<PlaceId, double> factors(network.places().size(), 1);
  const std::optional<double> median = detail::median(std::move(indices));
  if (!median) return factors;
  for (const PlaceId place : network.places().ids())
    if (const std::optional<double> index = network.connectivity(place); index && *index > 0)
      factors[place] = std::clamp(std::sqrt(*median / *index), least_wait_factor, greatest_wait_factor);
  return factors;
}

/// Recorded waits go first, the place's before its country's; elsewhere the median of them and of the known
/// services.
IdMap<PlaceId, Hours> ferry_waits(const Network& network, const CostModel& model) {
  std::vector<Hours> known;
  for (const Service& service : network.services())
    if (service.mode == Mode::ferry)
      if (const std::optional<Hours> wait = mean_wait(service)) known.push_back(*wait);
  std::map<std::string_view, Hours> by_country;
  for (const HandlingFact& fact : network.handling()) {
    if (fact.kind != HandlingKind::ferry_wait || !fact.time) continue;
    known.push_back(*fact.time);
    if (fact.place.is_none()) by_country[fact.country] = *fact.time;
  }
  IdMap<PlaceId, Hours> waits(network.places().size(),
                              detail::median(std::move(known)).value_or(model.ferry_headway / 2));
  if (!by_country.empty())
    for (const PlaceId place : network.places().ids())
      if (const auto found = by_country.find(network[place].country); found != by_country.end())
        waits[place] = found->second;
  for (const HandlingFact& fact : network.handling())
    if (fact.kind == HandlingKind::ferry_wait && fact.time && !fact.place.is_none())
      waits[fact.place] = *fact.time;
  return waits;
}

}  // namespace

ShipClass ship_class(const Service& service) {
  if (service.mode != Mode::sea) return ShipClass::none;
  return service.kind == "feeder" ? ShipClass::feeder : ShipClass::deep_sea;
}

WaitBook::WaitBook(const Network& network, const CostModel& model)
    : network_(&network),
      rail_(usual_wait(network, Mode::rail, ShipClass::none, model.rail_headway)),
      deep_sea_(usual_wait(network, Mode::sea, ShipClass::deep_sea, model.deep_sea_headway)),
      feeder_(usual_wait(network, Mode::sea, ShipClass::feeder, model.feeder_headway)),
      river_(usual_wait(network, Mode::river, ShipClass::none, model.river_headway)),
      air_(usual_wait(network, Mode::air, ShipClass::none, model.air_headway)),
      ferry_(ferry_waits(network, model)),
      deep_sea_factor_(wait_factors(network, ShipClass::deep_sea)),
      feeder_factor_(wait_factors(network, ShipClass::feeder)),
      services_(network.services().size(), Hours(-1)) {
  for (const ServiceId id : network.services().ids())
    if (const std::optional<Hours> wait = mean_wait(network[id])) services_[id] = *wait;
}

Hours WaitBook::wait(PlaceId place, const Vehicle& vehicle) const {
  if (!vehicle.service.is_none() && services_[vehicle.service] >= Hours(0)) return services_[vehicle.service];
  switch (vehicle.mode) {
    case Mode::rail:
      return rail_;
    case Mode::road:
      return {};
    case Mode::ferry:
      return ferry_[place];
    case Mode::river:
      return river_;
    case Mode::air:
      return air_;
    case Mode::sea:
      break;
  }
  return vehicle.ship == ShipClass::deep_sea ? deep_sea_ * deep_sea_factor_[place]
                                             : feeder_ * feeder_factor_[place];
}

}  // namespace landbridge
