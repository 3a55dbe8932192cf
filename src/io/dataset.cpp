#include "landbridge/io/dataset.hpp"

#include "io/dataset_reader.hpp"
#include "io/detail/embedded.hpp"
#include "landbridge/base/content_hash.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace landbridge {

namespace {

Network load(const detail::TableSource& source) {
  Findings findings;
  return detail::read_dataset(source, findings).build(findings);
}

}  // namespace

const std::vector<std::string_view>& dataset_tables() {
  static const std::vector<std::string_view> names{"rail_nodes.csv", "ports.csv",         "chokepoints.csv",
                                                   "rail_links.csv", "sea_links.csv",     "borders.csv",
                                                   "transfers.csv",  "provinces.csv",     "partners.csv",
                                                   "corridors.csv",  "customs_unions.csv"};
  return names;
}

Network load_default_network() {
  return load([](std::string_view name) {
    return TextSource::memory(fmt::format("(built-in) {}", name), embedded_table(name));
  });
}

Network load_network(const std::string& folder) {
  return load([&](std::string_view name) {
    return TextSource::file((std::filesystem::path(folder) / name).string());
  });
}

std::vector<Finding> check_network(const std::string& folder) {
  try {
    return load_network(folder).warnings();
  } catch (const DataError& error) {
    return error.findings();
  }
}

std::string dataset_hash(const std::string& folder) {
  ContentHash hash;
  for (const std::string_view name : dataset_tables()) {
    hash.add(name);
    if (folder.empty()) {
      hash.add(embedded_table(name));
    } else {
      std::ifstream file(std::filesystem::path(folder) / name, std::ios::binary);
      std::array<char, 64 * 1024> block;
      while (file.read(block.data(), block.size()) || file.gcount() > 0)
        hash.add({block.data(), static_cast<std::size_t>(file.gcount())});
    }
  }
  return hash.text();
}

std::string_view embedded_table(std::string_view name) {
  for (const detail::EmbeddedTable& table : detail::embedded_tables())
    if (table.name == name) return table.text;
  return {};
}

}  // namespace landbridge
