// What was different in a year: prices, speeds, closures?
#pragma once

#include "landbridge/network/link.hpp"

#include <string>
#include <vector>

namespace landbridge {

/// One edit of a cost model field.
struct FieldEdit {
  std::string field;
  double value = 0;
  std::string basis = {};
  std::string source = {};
};

/// What cannot be used, as a set of links in words: `passage:bab-el-mandeb`.
struct Closure {
  std::string set;
  std::string basis = {};
  std::string source = {};
};

/// A named cost model and its closures, for the days in which it holds.
struct Conditions {
  std::string name;  ///< 2019
  Validity validity = {};
  std::vector<FieldEdit> fields = {};
  std::vector<Closure> closures = {};
};

}  // namespace landbridge
