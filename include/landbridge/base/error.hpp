// What went wrong, said once and completely?
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace landbridge {

enum class Severity { error, warning };

/// One thing found wrong in the user's data. `line` and `column` count from 1; 0 means that none applies
/// (a missing file, a fault between two lines). `column` counts characters of the line as bytes.
struct Finding {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  Severity severity = Severity::error;
  std::string message;  ///< a sentence that holds the offending value

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// `FILE:LINE:COLUMN: error: sentence`; parts that do not apply are left out.
std::string to_string(const Finding& finding);

/// Base of what the library throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The caller broke a precondition: a bug in the program that uses the library.
class ContractError : public Error {
 public:
  using Error::Error;
};

/// The user's data cannot be used. Carries every finding, not only the first.
class DataError : public Error {
 public:
  explicit DataError(std::vector<Finding> findings);
  const std::vector<Finding>& findings() const noexcept { return findings_; }

 private:
  std::vector<Finding> findings_;
};

/// A field of an options struct is out of its range. Names field, value and range.
class OptionError : public Error {
 public:
  OptionError(std::string field, std::string value, std::string range);
  const std::string& field() const noexcept { return field_; }

 private:
  std::string field_;
};

/// The answer does not fit: cost width, ids, memory or time. Never a silent rounding.
class LimitError : public Error {
 public:
  using Error::Error;
  /// What does not fit stands in the user's data.
  explicit LimitError(Finding finding);
  /// Where it stands; nothing when it stands in no file.
  const std::optional<Finding>& finding() const noexcept { return finding_; }

 private:
  std::optional<Finding> finding_;
};

/// The run's stop token was set. What had been computed is discarded.
class Cancelled : public Error {
 public:
  Cancelled() : Error("cancelled") {}
};

}  // namespace landbridge
