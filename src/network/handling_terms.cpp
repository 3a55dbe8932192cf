#include "landbridge/network/handling_terms.hpp"

#include "network/median.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace landbridge {

namespace {

HandlingTerms terms_of_model(const CostModel& model, HandlingKind kind) {
  switch (kind) {
    case HandlingKind::ship_call:
      return {.time = model.ship_call_time, .money = {}};
    case HandlingKind::container_terminal:
      return {.time = model.port_dwell, .money = model.port_money};
    case HandlingKind::river_terminal:
      return {.time = model.river_terminal_time, .money = model.river_terminal_money};
    case HandlingKind::rail_terminal:
      return {.time = model.rail_terminal_time, .money = model.rail_terminal_money};
    case HandlingKind::road_terminal:
      return {.time = model.road_terminal_time, .money = model.road_terminal_money};
    case HandlingKind::air_terminal:
      return {.time = model.air_terminal_time, .money = model.air_terminal_money};
    case HandlingKind::gauge_change:
      return {.time = model.gauge_change_time, .money = model.gauge_change_money};
    case HandlingKind::ferry_wait:
      break;
  }
  return {.time = model.ferry_headway / 2, .money = {}};
}

}  // namespace

HandlingBook::HandlingBook(const Network& network, const CostModel& model) {
  for (const HandlingKind kind : all_handling_kinds) {
    std::vector<Hours> times;
    std::vector<Usd> moneys;
    std::map<std::string_view, const HandlingFact*> by_country;
    for (const HandlingFact& fact : network.handling()) {
      if (fact.kind != kind) continue;
      if (fact.time) times.push_back(*fact.time);
      if (fact.money) moneys.push_back(*fact.money);
      if (fact.place.is_none()) by_country[fact.country] = &fact;
    }
    HandlingTerms usual = terms_of_model(model, kind);
    usual.time = detail::median(std::move(times)).value_or(usual.time);
    usual.money = detail::median(std::move(moneys)).value_or(usual.money);
    IdMap<PlaceId, HandlingTerms>& terms = terms_[static_cast<std::size_t>(kind)];
    terms.assign(network.places().size(), usual);
    const auto take = [](HandlingTerms& known, const HandlingFact& fact) {
      if (fact.time) known.time = *fact.time, known.time_recorded = true;
      if (fact.money) known.money = *fact.money, known.money_recorded = true;
    };
    if (!by_country.empty())
      for (const PlaceId place : network.places().ids())
        if (const auto found = by_country.find(network[place].country); found != by_country.end())
          take(terms[place], *found->second);
    for (const HandlingFact& fact : network.handling())
      if (fact.kind == kind && !fact.place.is_none()) take(terms[fact.place], fact);
  }
}

}  // namespace landbridge
