#include "cli/inputs.hpp"

#include "landbridge/io/cost_model_file.hpp"
#include "landbridge/io/dataset.hpp"

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

}  // namespace

Inputs read_inputs(const GlobalFlags& flags) {
  CostModel model;
  std::string told = "default";
  if (!flags.cost_model.empty()) model = read_cost_model(flags.cost_model), told = flags.cost_model;
  for (const std::string& setting : flags.set) {
    apply_setting(model, setting);
    told += ", " + setting;
  }
  Inputs inputs{flags.data.empty() ? load_default_network() : load_network(flags.data), model, {}};
  inputs.provenance.data = flags.data.empty() ? "built-in" : flags.data;
  inputs.provenance.data_hash = dataset_hash(flags.data);
  inputs.provenance.cost_model = std::move(told);
  return inputs;
}

}  // namespace landbridge::cli
