#include "landbridge/io/cost_model_file.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/findings.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace landbridge {

CostModel read_cost_model(const std::string& path, const CostModel& base) {
  Findings findings;
  std::error_code fault;
  std::ifstream file;
  // A folder opens like a file, and reading it throws from within the stream.
  if (!std::filesystem::is_directory(path, fault)) file.open(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    findings.error(path, 0, 0, "the file cannot be read");
    findings.throw_if_errors();
  }
  toml::table table;
  try {
    table = toml::parse(text, std::string_view(path));
  } catch (const toml::parse_error& error) {
    findings.error(path, error.source().begin.line, error.source().begin.column,
                   fmt::format("is no TOML: {}", error.description()));
    findings.throw_if_errors();
  }
  CostModel model = base;
  std::vector<std::pair<toml::key, const toml::node*>> fields;  // as in the file; the table is sorted by name
  for (const auto& [key, node] : table) fields.emplace_back(key, &node);
  std::sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) {
    const toml::source_position x = a.first.source().begin, y = b.first.source().begin;
    return std::tie(x.line, x.column) < std::tie(y.line, y.column);
  });
  for (const auto& [key, node] : fields) {
    const auto found = [&](std::string message) {
      findings.error(path, key.source().begin.line, key.source().begin.column, std::move(message));
    };
    const std::optional<double> value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value) {
      found(fmt::format("the value of \"{}\" is no number", key.str()));
      continue;
    }
    try {
      set_field(model, key.str(), *value);
    } catch (const OptionError& error) {
      found(error.what());
    }
  }
  findings.throw_if_errors();
  return model;
}

}  // namespace landbridge
