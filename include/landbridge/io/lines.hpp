// Which lines does a text hold? Read one at a time, checked, in bounded memory.
#pragma once

#include "landbridge/base/content_hash.hpp"
#include "landbridge/base/findings.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace landbridge {

/// Where text comes from: a file, or memory under the name that findings shall show. Memory must outlive the
/// reading.
class TextSource {
 public:
  static TextSource file(std::string path) { return TextSource(std::move(path), {}, false); }
  static TextSource memory(std::string name, std::string_view text) {
    return TextSource(std::move(name), text, true);
  }

  const std::string& name() const noexcept { return name_; }
  bool in_memory() const noexcept { return in_memory_; }
  std::string_view text() const noexcept { return text_; }

 private:
  TextSource(std::string name, std::string_view text, bool in_memory)
      : name_(std::move(name)), text_(text), in_memory_(in_memory) {}
  std::string name_;
  std::string_view text_;
  bool in_memory_;
};

/// One line without its end. `text` is valid until the next call of `next`.
struct Line {
  std::string_view text;
  std::size_t number = 0;  ///< counts from 1
  bool sound = false;      ///< false: a finding was added and `text` is empty
};

/// Reads lines that end by LF or CRLF (the last one may lack its end); a UTF-8 byte order mark at the start
/// is skipped. A file that is gzip-compressed is read as what it holds.
///
/// Findings: the file cannot be opened or read, compressed data are damaged or cut off, a line is longer than
/// `longest_line` bytes, is not UTF-8 or holds a control character other than a tab. Such a line is passed
/// over and reading goes on, so that further faults are found too. Memory: 64 KiB and one line, however long
/// the lines of the source are. Complexity O(bytes).
class LineReader {
 public:
  static constexpr std::size_t default_longest_line = std::size_t{1} << 20;

  /// `findings` must outlive the reader.
  LineReader(const TextSource& source, Findings& findings, std::size_t longest_line = default_longest_line);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// False at the end of the source or when reading failed.
  bool next(Line& line);
  /// Number of the line read last; 0 before the first.
  std::size_t line_number() const noexcept { return line_number_; }
  /// True when the source could not be read to its end.
  bool failed() const noexcept { return failed_; }
  const std::string& name() const noexcept { return name_; }
  /// Over the bytes read so far, as they are after decompression.
  const ContentHash& content_hash() const noexcept { return hash_; }

 private:
  class Input;
  bool refill();
  bool check(std::string_view text, Line& line);
  void fail(const std::string& message);

  std::string name_;
  Findings& findings_;
  std::size_t longest_line_;
  std::unique_ptr<Input> input_;
  std::string_view block_;  // not yet consumed
  std::string carry_;       // the beginning of a line that runs over the block's end
  std::size_t line_number_ = 0;
  ContentHash hash_;
  bool first_block_ = true;
  bool failed_ = false;
};

}  // namespace landbridge
