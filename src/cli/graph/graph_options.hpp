// What is asked of `landbridge graph`?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace landbridge::cli {

struct GraphOptions {
  std::string analysis;
  std::string file;
  std::string input = "auto";
  std::string weight;
  std::string quantum;
  bool undirected = false;
  std::string parallel = "distinct";
  std::string engine = "auto";
  std::optional<std::uint64_t> sources;
  std::string from;  ///< files of node numbers, of the matrix
  std::string to;
  std::string scale = "raw";
  bool first_thru = false;
  std::string kind = "weak";
  std::string direction = "outward";
};

}  // namespace landbridge::cli
