// A folder of tables for a test, gone at the end.
#pragma once

#include "landbridge/io/dataset.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace landbridge::testing {

class TableFolder {
 public:
  TableFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "landbridge_tables_XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TableFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TableFolder(const TableFolder&) = delete;
  TableFolder& operator=(const TableFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string path(std::string_view table) const { return path_ + "/" + std::string(table); }

  void write(std::string_view table, std::string_view text) const {
    std::ofstream(path(table), std::ios::binary) << text;
  }
  std::string read(std::string_view table) const {
    std::ifstream in(path(table), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void append(std::string_view table, std::string_view line) const {
    write(table, read(table) + std::string(line));
  }
  void replace(std::string_view table, std::string_view from, std::string_view to) const {
    std::string text = read(table);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(table, text.replace(at, from.size(), to));
  }

  /// What is found in it, with paths from the folder on.
  std::vector<std::string> findings(Severity severity = Severity::error) const {
    std::vector<std::string> result;
    for (const Finding& finding : check_dataset(path_))
      if (finding.severity == severity) result.push_back(to_string(finding).substr(path_.size() + 1));
    return result;
  }

 private:
  std::string path_;
};

/// Two countries of different gauge with a port each, as a person would write them: the fewest columns.
inline void write_small_tables(const TableFolder& folder) {
  folder.write("places.csv",
               "id,name,country,lat,lon,gauges_mm\n"
               "rail:xian,Xi'an,CHN,34.26,108.94,1435\n"
               "border:alashankou,Alashankou,CHN,45.17,82.57,1435;1520\n"
               "border:dostyk,Dostyk,KAZ,45.25,82.48,1520;1435\n"
               "rail:almaty,Almaty,KAZ,43.24,76.93,1520\n"
               "port:aktau,Aktau,KAZ,43.61,51.22,\n");
  folder.write("links.csv",
               "mode,from,to,length_km,gauges_mm\n"
               "rail,rail:xian,border:alashankou,3100,1435\n"
               "rail,border:alashankou,border:dostyk,13,1435;1520\n"
               "rail,border:dostyk,rail:almaty,830,1520\n"
               "road,rail:almaty,port:aktau,2700,\n");
}

}  // namespace landbridge::testing
