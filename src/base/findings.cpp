#include "landbridge/base/findings.hpp"

#include "landbridge/base/utf8.hpp"

#include <utility>

namespace landbridge {

void Findings::add(Finding finding) {
  ++count_;
  if (finding.severity == Severity::error) ++errors_;
  if (kept_.size() < most_) kept_.push_back(std::move(finding));
}

std::vector<Finding> Findings::list() const {
  std::vector<Finding> all = kept_;
  if (count_ > kept_.size()) {
    const Finding rest{kept_.empty() ? std::string() : kept_.back().file, 0, 0,
                       has_errors() ? Severity::error : Severity::warning,
                       "and " + std::to_string(count_ - kept_.size()) + " more findings that are not listed"};
    all.push_back(rest);
  }
  return all;
}

void Findings::throw_if_errors() const {
  if (has_errors()) throw DataError(list());
}

std::string quoted(std::string_view value, std::size_t longest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text = "\"";
  std::size_t at = 0;
  while (at < value.size() && at < longest) {
    const auto byte = static_cast<unsigned char>(value[at]);
    const std::size_t length = utf8_length(value, at);
    if (length == 0 || byte < 0x20 || byte == 0x7f) {
      text += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
      ++at;
    } else {
      text += value.substr(at, length);
      at += length;
    }
  }
  if (at < value.size()) text += "...";
  return text += '"';
}

}  // namespace landbridge
