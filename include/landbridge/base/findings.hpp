// What has been found wrong so far? All of it is collected before anybody is told, but not without end.
#pragma once

#include "landbridge/base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// Collects findings in the order in which they are met. The first `most` are kept, the rest only counted, so
/// that a file with a million faults costs no more memory than one with a thousand.
class Findings {
 public:
  explicit Findings(std::size_t most = 1000) : most_(most) {}

  void add(Finding finding);
  void error(std::string file, std::size_t line, std::size_t column, std::string message) {
    add({std::move(file), line, column, Severity::error, std::move(message)});
  }
  void warning(std::string file, std::size_t line, std::size_t column, std::string message) {
    add({std::move(file), line, column, Severity::warning, std::move(message)});
  }

  /// Number of findings met, kept or not.
  std::size_t count() const noexcept { return count_; }
  bool empty() const noexcept { return count_ == 0; }
  bool has_errors() const noexcept { return errors_ != 0; }
  std::size_t error_count() const noexcept { return errors_; }

  /// The kept findings; when some were not kept, one more that says how many.
  std::vector<Finding> list() const;
  /// Throws DataError with `list()` when at least one finding is an error.
  void throw_if_errors() const;

 private:
  std::size_t most_;
  std::size_t count_ = 0;
  std::size_t errors_ = 0;
  std::vector<Finding> kept_;
};

/// A value as it stands in a message: in double quotes, control characters and bytes that are not UTF-8
/// written as \xNN, cut after about `longest` bytes with an ellipsis. Always one line.
std::string quoted(std::string_view value, std::size_t longest = 60);

}  // namespace landbridge
