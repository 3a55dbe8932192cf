#include "landbridge/io/dataset.hpp"

#include "io/dataset_reader.hpp"
#include "io/detail/embedded.hpp"
#include "landbridge/base/content_hash.hpp"
#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace landbridge {

namespace {

namespace fs = std::filesystem;
using detail::DatasetTables;
using Scope = DatasetTables::Scope;

const std::vector<detail::EmbeddedTable>& built_in() {
  static const std::vector<detail::EmbeddedTable> tables = detail::embedded_tables();
  return tables;
}

const detail::EmbeddedTable* find_built_in(std::string_view file) {
  const auto found = std::find_if(built_in().begin(), built_in().end(),
                                  [&](const detail::EmbeddedTable& table) { return table.name == file; });
  return found == built_in().end() ? nullptr : &*found;
}

std::optional<TextSource> source_of(const std::string& folder, std::string_view file) {
  if (folder.empty()) {
    const detail::EmbeddedTable* table = find_built_in(file);
    if (table == nullptr) return std::nullopt;
    return TextSource::memory(fmt::format("(built-in) {}", file), table->text);
  }
  const fs::path path = fs::path(folder) / file;
  std::error_code fault;
  const TableSchema* schema = find_table_schema(file);
  // A table that must be there is read even so: that it cannot be is what is to be told.
  if (!fs::exists(path, fault) && !(schema != nullptr && schema->is_required)) return std::nullopt;
  return TextSource::file(path.string());
}

Network load(const std::string& folder) {
  Findings findings;
  const DatasetTables tables([&](std::string_view file) { return source_of(folder, file); }, findings,
                             Scope::network);
  return detail::read_network(tables).build(findings);
}

void look_for_unknown_files(const std::string& folder, Findings& findings) {
  std::set<std::string> names;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault))
    if (entry.path().extension() == ".csv") names.insert(entry.path().filename().string());
  for (const std::string& name : names) {
    if (find_table_schema(name) != nullptr) continue;
    const std::vector<std::string_view> nearest = most_similar(name, dataset_tables(), 1);
    findings.warning((fs::path(folder) / name).string(), 0, 0,
                     fmt::format("the table {} is unknown and not read; the nearest that is known is {}",
                                 landbridge::quoted(name), landbridge::quoted(nearest.front())));
  }
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of files that goes away again unless they are kept.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) {
    if (!fs::create_directory(path_)) throw Error(fmt::format("{} exists already", path_.string()));
  }
  ~Draft() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(std::string_view name, std::string_view text) {
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) throw Error(fmt::format("cannot write {}", (path_ / name).string()));
    names_.emplace_back(name);
  }
  /// Under its own name at once.
  void become(const fs::path& folder) const { fs::rename(path_, folder); }
  /// One by one into a folder that is there, which may be where the program runs or a disk of its own.
  void move_into(const fs::path& folder) const {
    std::size_t moved = 0;
    try {
      for (; moved < names_.size(); ++moved) fs::rename(path_ / names_[moved], folder / names_[moved]);
    } catch (...) {
      std::error_code ignored;
      for (std::size_t i = 0; i < moved; ++i) fs::remove(folder / names_[i], ignored);
      throw;
    }
  }

 private:
  fs::path path_;
  std::vector<std::string> names_;
};

void write_tables(const std::string& folder, Draft& draft) {
  for (const std::string_view file : dataset_tables()) {
    const detail::EmbeddedTable* table = folder.empty() ? find_built_in(file) : nullptr;
    if (table != nullptr) draft.write(file, table->text);
    if (!folder.empty() && fs::exists(fs::path(folder) / file))
      draft.write(file, content_of(fs::path(folder) / file));
  }
}

}  // namespace

const std::vector<std::string_view>& dataset_tables() {
  static const std::vector<std::string_view> files = [] {
    std::vector<std::string_view> all;
    for (const TableSchema& table : dataset_schema()) all.push_back(table.file);
    return all;
  }();
  return files;
}

Network load_default_network() {
  return load({});
}

Network load_network(const std::string& folder) {
  return load(folder);
}

std::vector<Finding> check_dataset(const std::string& folder) {
  Findings findings;
  const DatasetTables tables([&](std::string_view file) { return source_of(folder, file); }, findings,
                             Scope::everything);
  if (!folder.empty()) look_for_unknown_files(folder, findings);
  try {
    return detail::read_network(tables).build(findings).warnings();
  } catch (const DataError& error) {
    return error.findings();
  }
}

std::optional<Table> load_table(const std::string& folder, std::string_view name) {
  const TableSchema* schema = find_table_schema(name);
  const std::optional<TextSource> source = schema == nullptr ? std::nullopt : source_of(folder, schema->file);
  if (!source) return std::nullopt;
  Findings findings;
  Table table = read_table(*source, findings);
  findings.throw_if_errors();
  return table;
}

void export_dataset(const std::string& folder, const std::string& to) {
  const std::string part = ".part" + std::to_string(::getpid());
  try {
    fs::path target = fs::absolute(to).lexically_normal();
    if (!target.has_filename()) target = target.parent_path();
    const bool exists = fs::exists(target);
    if (exists && !(fs::is_directory(target) && fs::is_empty(target)))
      throw Error(fmt::format("cannot write to {}: it is not an empty folder", to));
    if (!exists) fs::create_directories(target.parent_path());
    Draft draft(exists ? target / part : fs::path(target.string() + part));
    write_tables(folder, draft);
    exists ? draft.move_into(target) : draft.become(target);
  } catch (const fs::filesystem_error& error) {
    throw Error(fmt::format("cannot write to {}: {}", to, error.code().message()));
  }
}

std::string dataset_hash(const std::string& folder) {
  ContentHash hash;
  for (const std::string_view file : dataset_tables()) {
    hash.add(file);
    if (folder.empty()) {
      hash.add(embedded_table(file));
      continue;
    }
    std::ifstream in(fs::path(folder) / file, std::ios::binary);
    std::array<char, 64 * 1024> block;
    while (in.read(block.data(), block.size()) || in.gcount() > 0)
      hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
  }
  return hash.text();
}

std::string_view embedded_table(std::string_view name) {
  const detail::EmbeddedTable* table = find_built_in(name);
  return table == nullptr ? std::string_view() : table->text;
}

}  // namespace landbridge
