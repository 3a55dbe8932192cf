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

namespace {

/// `[[class]]` tables, each with name, share and value_of_time: together they take the place of the model's.
void read_classes(const toml::node& node, const std::string& path, Findings& findings, CostModel& model) {
  const auto found = [&](const toml::node& at, std::string message) {
    findings.error(path, at.source().begin.line, at.source().begin.column, std::move(message));
  };
  const toml::array* const tables = node.as_array();
  if (tables == nullptr || !tables->is_array_of_tables())
    return found(node, "\"class\" is not a list of tables: write [[class]] for each");
  std::vector<CargoClass> classes;
  for (const toml::node& entry : *tables) {
    const toml::table& table = *entry.as_table();
    CargoClass one;
    for (const auto& [key, value] : table) {
      const std::optional<double> number = value.is_number() ? value.value<double>() : std::nullopt;
      if (key == "name" && value.is_string())
        one.name = *value.value<std::string>();
      else if (key == "share" && number)
        one.share = *number;
      else if (key == "value_of_time" && number)
        one.value_of_time = TimeValue(*number);
      else
        found(value, fmt::format("\"{}\" is no name, share or value_of_time of a class", key.str()));
    }
    for (const char* const needed : {"name", "share", "value_of_time"})
      if (!table.contains(needed)) found(entry, fmt::format("a class needs its {}", needed));
    classes.push_back(std::move(one));
  }
  model.classes = std::move(classes);
  try {
    check(model);
  } catch (const OptionError& error) {
    found(node, error.what());
  }
}

}  // namespace

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
    if (key == "class") {
      read_classes(*node, path, findings, model);
      continue;
    }
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
