#include "landbridge/network/border_terms.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>
#include <vector>

namespace landbridge {

namespace {

template <class Figure>
std::optional<Figure> median(std::vector<Figure> figures) {
  if (figures.empty()) return std::nullopt;
  std::sort(figures.begin(), figures.end());
  const std::size_t middle = figures.size() / 2;
  if (figures.size() % 2 == 1) return figures[middle];
  return (figures[middle - 1] + figures[middle]) / 2;
}

}  // namespace

BorderBook::BorderBook(const Network& network, const CostModel& model) : network_(&network), model_(&model) {
  for (const BorderRecord& record : network.border_records()) {
    const Kind kind = kind_of(record.link);
    if (!by_kind_.contains(kind))
      by_kind_[kind] = medians([&](LinkId link) { return kind_of(link) == kind; });
    const Mode mode = network[record.link].mode;
    if (!by_mode_.contains(mode))
      by_mode_[mode] = medians([&](LinkId link) { return network[link].mode == mode; });
  }
  overall_ = medians([](LinkId) { return true; });
}

BorderBook::Kind BorderBook::kind_of(LinkId id) const {
  const Link& link = (*network_)[id];
  const std::string_view a = network_->customs_territory((*network_)[link.from].country);
  const std::string_view b = network_->customs_territory((*network_)[link.to].country);
  return {link.mode, std::min(a, b), std::max(a, b)};
}

template <class Belongs>
BorderBook::Medians BorderBook::medians(Belongs belongs) const {
  std::vector<Hours> times;
  std::vector<Usd> clearances, gauge_changes;
  for (const BorderRecord& record : network_->border_records()) {
    if (!belongs(record.link)) continue;
    if (record.time) times.push_back(*record.time);
    if (record.clearance_money) clearances.push_back(*record.clearance_money);
    if (record.gauge_change_money) gauge_changes.push_back(*record.gauge_change_money);
  }
  return {median(std::move(times)), median(std::move(clearances)), median(std::move(gauge_changes))};
}

BorderTerms BorderBook::terms(LinkId link, Direction direction) const {
  expects(network_->is_border(link), "the link crosses a border");
  const BorderRecord nothing;
  const BorderRecord* record = network_->find_border_record(link, direction);
  const BorderRecord& known = record != nullptr ? *record : nothing;
  const auto kind = by_kind_.find(kind_of(link));
  const auto mode = by_mode_.find((*network_)[link].mode);
  const auto choose = [&](const auto& recorded, auto Medians::*figure, auto otherwise) {
    if (recorded) return *recorded;
    if (kind != by_kind_.end() && kind->second.*figure) return *(kind->second.*figure);
    if (mode != by_mode_.end() && mode->second.*figure) return *(mode->second.*figure);
    return (overall_.*figure).value_or(otherwise);
  };
  BorderTerms terms;
  terms.time = choose(known.time, &Medians::time, model_->border_time);
  terms.clearance_money = choose(known.clearance_money, &Medians::clearance, model_->border_money);
  terms.gauge_change_money =
      choose(known.gauge_change_money, &Medians::gauge_change, model_->gauge_change_money);
  terms.time_recorded = known.time.has_value();
  terms.clearance_recorded = known.clearance_money.has_value();
  terms.gauge_change_recorded = known.gauge_change_money.has_value();
  return terms;
}

}  // namespace landbridge
