#include "landbridge/network/border_terms.hpp"

#include "landbridge/base/contract.hpp"
#include "network/median.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace landbridge {

namespace {

/// Crossings where wagons change gauge are one kind, those that trains run through another.
using Manner = std::pair<Mode, bool>;
/// Mode, whether the gauge changes, and territories, the lesser first.
using Kind = std::tuple<Mode, bool, std::string_view, std::string_view>;

struct Figures {
  std::vector<Hours> times;
  std::vector<Usd> clearances, gauge_changes;

  void add(const BorderRecord& record) {
    if (record.time) times.push_back(*record.time);
    if (record.clearance_money) clearances.push_back(*record.clearance_money);
    if (record.gauge_change_money) gauge_changes.push_back(*record.gauge_change_money);
  }
};

struct Medians {
  std::optional<Hours> time;
  std::optional<Usd> clearance, gauge_change;
};

Medians medians_of(Figures figures) {
  using detail::median;
  return {median(std::move(figures.times)), median(std::move(figures.clearances)),
          median(std::move(figures.gauge_changes))};
}

class Assembly {
 public:
  Assembly(const Network& network, const CostModel& model) : network_(network), model_(model) {
    std::map<Kind, Figures> by_kind;
    std::map<Manner, Figures> by_manner;
    std::map<Mode, Figures> by_mode;
    Figures all;
    for (const BorderRecord& record : network.border_records()) {
      records_[{record.link, record.direction}] = &record;
      std::vector<Kind> crossed = crossings(record.link);
      if (crossed.size() != 1) continue;
      if (record.from_gauge && record.to_gauge)
        std::get<1>(crossed.front()) = *record.from_gauge != *record.to_gauge;
      by_kind[crossed.front()].add(record);
      by_manner[manner_of(crossed.front())].add(record);
      by_mode[network[record.link].mode].add(record);
      all.add(record);
    }
    for (auto& [kind, figures] : by_kind) by_kind_[kind] = medians_of(std::move(figures));
    for (auto& [manner, figures] : by_manner) by_manner_[manner] = medians_of(std::move(figures));
    for (auto& [mode, figures] : by_mode) by_mode_[mode] = medians_of(std::move(figures));
    overall_ = medians_of(std::move(all));
  }

  BorderTerms terms(LinkId link, Direction direction) const {
    const auto found = records_.find({link, direction});
    const BorderRecord nothing;
    const BorderRecord& known = found != records_.end() ? *found->second : nothing;
    BorderTerms terms;
    for (const Kind& kind : crossings(link)) {
      terms.time += usual(kind, &Medians::time, model_.border_time);
      terms.clearance_money += usual(kind, &Medians::clearance, model_.border_money);
      // Wagons change gauge once, however many borders there are.
      terms.gauge_change_money =
          std::max(terms.gauge_change_money, usual(kind, &Medians::gauge_change, model_.gauge_change_money));
    }
    terms.time = known.time.value_or(terms.time);
    terms.clearance_money = known.clearance_money.value_or(terms.clearance_money);
    terms.gauge_change_money = known.gauge_change_money.value_or(terms.gauge_change_money);
    terms.includes_gauge_change = known.from_gauge && known.to_gauge ? *known.from_gauge != *known.to_gauge
                                                                     : changes_gauge(network_[link]);
    terms.time_recorded = known.time.has_value();
    terms.clearance_recorded = known.clearance_money.has_value();
    terms.gauge_change_recorded = known.gauge_change_money.has_value();
    return terms;
  }

 private:
  static Manner manner_of(const Kind& kind) { return {std::get<0>(kind), std::get<1>(kind)}; }

  Kind kind_of(const Link& link, std::string_view a, std::string_view b) const {
    const std::string_view from = network_.customs_territory(a), to = network_.customs_territory(b);
    return {link.mode, changes_gauge(link), std::min(from, to), std::max(from, to)};
  }

  bool changes_gauge(const Link& link) const {
    const std::vector<Gauge>& tail = network_[link.from].gauges;
    const std::vector<Gauge>& head = network_[link.to].gauges;
    return link.gauges.size() > 1 && !tail.empty() && !head.empty() && tail.front() != head.front();
  }

  /// One for each border on the way.
  std::vector<Kind> crossings(LinkId id) const {
    const Link& link = network_[id];
    std::vector<Kind> crossed;
    for (std::size_t i = 1; i < link.countries.size(); ++i) {
      const std::string_view a = link.countries[i - 1], b = link.countries[i];
      if (network_.customs_territory(a) != network_.customs_territory(b))
        crossed.push_back(kind_of(link, a, b));
    }
    const auto count = static_cast<std::size_t>(network_.border_count(id));
    if (crossed.size() != count)
      crossed.assign(count, kind_of(link, network_[link.from].country, network_[link.to].country));
    return crossed;
  }

  template <class Figure>
  Figure usual(const Kind& kind, std::optional<Figure> Medians::*figure, Figure otherwise) const {
    if (const auto found = by_kind_.find(kind); found != by_kind_.end() && found->second.*figure)
      return *(found->second.*figure);
    if (const auto found = by_manner_.find(manner_of(kind));
        found != by_manner_.end() && found->second.*figure)
      return *(found->second.*figure);
    if (const auto found = by_mode_.find(std::get<0>(kind)); found != by_mode_.end() && found->second.*figure)
      return *(found->second.*figure);
    return (overall_.*figure).value_or(otherwise);
  }

  const Network& network_;
  const CostModel& model_;
  std::map<std::pair<LinkId, Direction>, const BorderRecord*> records_;
  std::map<Kind, Medians> by_kind_;
  std::map<Manner, Medians> by_manner_;
  std::map<Mode, Medians> by_mode_;
  Medians overall_;
};

}  // namespace

BorderBook::BorderBook(const Network& network, const CostModel& model)
    : place_of_(network.links().size(), no_border) {
  const Assembly assembly(network, model);
  for (const LinkId link : network.links().ids()) {
    if (!network.is_border(link)) continue;
    place_of_[link] = terms_.size();
    terms_.push_back({assembly.terms(link, Direction::forward), assembly.terms(link, Direction::backward)});
  }
}

const BorderTerms& BorderBook::terms(LinkId link, Direction direction) const {
  expects(place_of_[link] != no_border, "the link crosses a border");
  return terms_[place_of_[link]][direction == Direction::forward ? 0 : 1];
}

}  // namespace landbridge
