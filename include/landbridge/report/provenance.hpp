// Where does an answer come from? What has to be known to get the same bytes again.
#pragma once

#include "landbridge/base/version.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace landbridge {

/// What stands under `provenance` in every answer. Empty text and empty optionals are written as null.
struct Provenance {
  std::string version = std::string(landbridge::version());
  std::string data;               ///< the built-in data set's name, or the folder or file that was read
  std::string data_hash;          ///< of the bytes that were read
  std::optional<double> quantum;  ///< size of one quantum of cost, in `quantum_unit`
  std::string quantum_unit;  ///< written after the quantum where text is for people; not a field of the JSON
  std::string cost_model;    ///< its name, with the fields that were set by hand
  std::vector<std::string> scenario;  ///< names of the scenarios applied, in order
  std::optional<std::uint64_t> seed;  ///< only where random numbers were drawn
  std::string engine;                 ///< which engine computed it
  std::string order_hash;             ///< of the elimination order, where that was a hierarchy
  std::string parallel_links;         ///< distinct or collapse
  std::string scale;                  ///< raw or fraction
};

}  // namespace landbridge
