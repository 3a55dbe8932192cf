#include "landbridge/io/lines.hpp"

#include "landbridge/base/utf8.hpp"

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <zlib.h>

namespace landbridge {

namespace {

// zlib puts the file's name before its message; findings name the file already.
std::string without_name(std::string_view message) {
  const std::size_t at = message.rfind(": ");
  return std::string(at == std::string_view::npos ? message : message.substr(at + 2));
}

}  // namespace

// Hands out the source block by block.
class LineReader::Input {
 public:
  explicit Input(const TextSource& source) : memory_(source.text()), in_memory_(source.in_memory()) {
    if (in_memory_) return;
    errno = 0;
    file_ = gzopen(source.name().c_str(), "rb");
    if (file_ == nullptr)
      error_ = std::string("cannot be opened: ") + (errno != 0 ? std::strerror(errno) : "out of memory");
    buffer_.resize(block_size);
    if (file_ != nullptr) gzbuffer(file_, block_size);
  }
  ~Input() {
    if (file_ != nullptr) gzclose(file_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Empty at the end, or when `error()` says why.
  std::string_view read() {
    if (in_memory_) return std::exchange(memory_, {});
    if (file_ == nullptr) return {};
    errno = 0;
    const int count = gzread(file_, buffer_.data(), static_cast<unsigned>(buffer_.size()));
    int status = Z_OK;
    const char* message = gzerror(file_, &status);
    if (status == Z_ERRNO)
      error_ = std::string("cannot be read: ") + std::strerror(errno);
    else if (status == Z_BUF_ERROR)
      error_ = "the compressed data end before their end: the file is truncated";
    else if (status != Z_OK)
      error_ = "the compressed data are damaged: " + without_name(message);
    return count > 0 ? std::string_view(buffer_.data(), static_cast<std::size_t>(count)) : std::string_view();
  }
  const std::string& error() const noexcept { return error_; }

 private:
  static constexpr std::size_t block_size = 64 * 1024;
  std::string_view memory_;
  bool in_memory_;
  gzFile file_ = nullptr;
  std::vector<char> buffer_;
  std::string error_;
};

LineReader::LineReader(const TextSource& source, Findings& findings, std::size_t longest_line)
    : name_(source.name()),
      findings_(findings),
      longest_line_(longest_line),
      input_(std::make_unique<Input>(source)) {}

LineReader::~LineReader() = default;

void LineReader::fail(const std::string& message) {
  if (!failed_) findings_.error(name_, 0, 0, message);
  failed_ = true;
}

bool LineReader::refill() {
  block_ = input_->read();
  hash_.add(block_);
  if (first_block_) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (block_.starts_with(mark)) block_.remove_prefix(mark.size());
    first_block_ = false;
  }
  if (!input_->error().empty()) fail(input_->error());
  return !block_.empty();
}

bool LineReader::check(std::string_view text, Line& line) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  std::size_t bad = first_non_utf8(text);
  if (bad != std::string_view::npos) {
    findings_.error(name_, line.number, bad + 1, "not UTF-8: " + quoted(text.substr(bad, 1)));
    return false;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != 0x7f) continue;
    if (byte == '\t') continue;
    findings_.error(name_, line.number, at + 1,
                    byte == '\r' ? "a carriage return within the line; lines end by LF or CRLF"
                                 : "a control character within the line: " + quoted(text.substr(at, 1)));
    return false;
  }
  line.text = text;
  return true;
}

bool LineReader::next(Line& line) {
  carry_.clear();
  std::size_t length = 0;
  bool began = false;
  line = {};
  for (;;) {
    if (block_.empty() && !refill()) break;
    began = true;
    const auto* end = static_cast<const char*>(std::memchr(block_.data(), '\n', block_.size()));
    const std::string_view part =
        block_.substr(0, end != nullptr ? static_cast<std::size_t>(end - block_.data()) : block_.size());
    block_.remove_prefix(part.size() + (end != nullptr ? 1 : 0));
    const bool whole = end != nullptr && length == 0;
    length += part.size();
    // Past the limit the bytes are counted and dropped.
    if (!whole && length <= longest_line_) carry_.append(part);
    if (end == nullptr) continue;
    line.number = ++line_number_;
    if (length > longest_line_) break;
    line.sound = check(whole ? part : std::string_view(carry_), line);
    return true;
  }
  if (!began) return false;
  if (line.number == 0) line.number = ++line_number_;
  if (length > longest_line_)
    findings_.error(
        name_, line.number, longest_line_ + 1,
        "the line has " + std::to_string(length) + " bytes, more than " + std::to_string(longest_line_));
  else if (!failed_)
    line.sound = check(carry_, line);
  return true;
}

}  // namespace landbridge
