#include "cli/inputs.hpp"

#include "landbridge/analysis/conditions.hpp"
#include "landbridge/io/cost_model_file.hpp"
#include "landbridge/io/dataset.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace landbridge::cli {
namespace {

void apply_setting(CostModel& model, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  double value = 0;
  const char* const end = setting.data() + setting.size();
  if (equals == std::string::npos || equals == 0)
    throw UsageError(fmt::format("--set {}: not of the form key=value", setting));
  const auto read = fast_float::from_chars(setting.data() + equals + 1, end, value);
  if (read.ec != std::errc() || read.ptr != end)
    throw UsageError(fmt::format("--set {}: the value is no number", setting));
  set_field(model, std::string_view(setting).substr(0, equals), value);
}

/// The conditions win over the date where both are given.
void apply_date(Inputs& inputs, const GlobalFlags& flags, std::string& told) {
  if (!flags.date.empty()) {
    const std::optional<Date> date = parse_date(flags.date);
    if (!date) throw UsageError(fmt::format("--date {}: not a day of the form 2024-07-01", flags.date));
    inputs.options.date = *date;
  }
  const Conditions* const conditions = flags.conditions.empty()
                                           ? conditions_on(inputs.network, inputs.options.date)
                                           : &find_conditions(inputs.network, flags.conditions);
  if (conditions != nullptr) {
    inputs.options.date = date_within(*conditions, inputs.options.date);
    inputs.options.closed = closed_links(inputs.network, *conditions);
    inputs.model = under(*conditions, inputs.model);
    inputs.conditions = conditions->name;
    told += ", conditions " + conditions->name;
  }
  told += " on " + text(inputs.options.date);
}

}  // namespace

Inputs read_inputs(const GlobalFlags& flags) {
  Inputs inputs{flags.data.empty() ? load_default_network() : load_network(flags.data), {}, {}, {}, {}};
  inputs.provenance.data = flags.data.empty() ? "built-in" : flags.data;
  inputs.provenance.data_hash = dataset_hash(flags.data);
  std::string told = "default";
  apply_date(inputs, flags, told);
  if (!flags.cost_model.empty()) {
    inputs.model = read_cost_model(flags.cost_model, inputs.model);
    told += ", " + flags.cost_model;
  }
  for (const std::string& setting : flags.set) {
    apply_setting(inputs.model, setting);
    told += ", " + setting;
  }
  inputs.provenance.cost_model = std::move(told);
  return inputs;
}

}  // namespace landbridge::cli
