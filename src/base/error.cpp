#include "landbridge/base/error.hpp"

#include <utility>

namespace landbridge {

std::string to_string(const Finding& finding) {
  std::string text = finding.file;
  if (finding.line != 0) text.append(1, ':').append(std::to_string(finding.line));
  if (finding.line != 0 && finding.column != 0) text.append(1, ':').append(std::to_string(finding.column));
  if (!text.empty()) text += ": ";
  text += finding.severity == Severity::error ? "error: " : "warning: ";
  return text += finding.message;
}

namespace {

std::string summary(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    if (!text.empty()) text += '\n';
    text += to_string(finding);
  }
  return text;
}

}  // namespace

DataError::DataError(std::vector<Finding> findings)
    : Error(summary(findings)), findings_(std::move(findings)) {}

OptionError::OptionError(std::string field, std::string value, std::string range)
    : Error(field + " = " + value + " is out of range: " + range), field_(std::move(field)) {}

LimitError::LimitError(Finding finding) : Error(to_string(finding)), finding_(std::move(finding)) {}

}  // namespace landbridge
