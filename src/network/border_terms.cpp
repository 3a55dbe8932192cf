#include "landbridge/network/border_terms.hpp"

#include "landbridge/base/contract.hpp"

#include <algorithm>

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

template <class Figure>
Figure first_of(std::optional<Figure> recorded, std::optional<Figure> of_kind, std::optional<Figure> overall,
                Figure otherwise) {
  if (recorded) return *recorded;
  if (of_kind) return *of_kind;
  return overall.value_or(otherwise);
}

}  // namespace

BorderBook::BorderBook(const Network& network, const CostModel& model)
    : network_(&network), model_(&model), overall_(medians(std::nullopt)) {
  for (const Mode mode : all_modes) by_mode_.push_back(medians(mode));
}

BorderBook::Medians BorderBook::medians(std::optional<Mode> mode) const {
  std::vector<Hours> times;
  std::vector<Usd> clearances, gauge_changes;
  for (const BorderRecord& record : network_->border_records()) {
    if (mode && (*network_)[record.link].mode != *mode) continue;
    if (record.time) times.push_back(*record.time);
    if (record.clearance_money) clearances.push_back(*record.clearance_money);
    if (record.gauge_change_money) gauge_changes.push_back(*record.gauge_change_money);
  }
  return {median(std::move(times)), median(std::move(clearances)), median(std::move(gauge_changes))};
}

BorderTerms BorderBook::terms(LinkId link, Direction direction) const {
  expects(network_->is_border(link), "the link crosses a border");
  const Medians& kind = by_mode_[static_cast<std::size_t>((*network_)[link].mode)];
  const BorderRecord* record = network_->find_border_record(link, direction);
  const BorderRecord nothing;
  const BorderRecord& known = record ? *record : nothing;
  BorderTerms terms;
  terms.time = first_of(known.time, kind.time, overall_.time, model_->border_time);
  terms.clearance_money =
      first_of(known.clearance_money, kind.clearance, overall_.clearance, model_->border_money);
  terms.gauge_change_money = first_of(known.gauge_change_money, kind.gauge_change, overall_.gauge_change,
                                      model_->gauge_change_money);
  terms.time_recorded = known.time.has_value();
  terms.clearance_recorded = known.clearance_money.has_value();
  terms.gauge_change_recorded = known.gauge_change_money.has_value();
  return terms;
}

}  // namespace landbridge
