#include "landbridge/io/lines.hpp"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>

namespace landbridge {
namespace {

struct ReadLines {
  std::vector<std::string> lines;
  std::vector<std::string> findings;
};

ReadLines read(const TextSource& source, std::size_t longest = 100) {
  Findings findings;
  ReadLines result;
  LineReader reader(source, findings, longest);
  for (Line line; reader.next(line);) result.lines.push_back(line.sound ? std::string(line.text) : "!");
  for (const Finding& finding : findings.list()) result.findings.push_back(to_string(finding));
  return result;
}

ReadLines read_text(std::string_view text) {
  return read(TextSource::memory("t", text));
}

using Strings = std::vector<std::string>;

TEST(Lines, EndByLfOrCrlfOrTheEnd) {
  EXPECT_EQ(read_text("a\nb\n").lines, (Strings{"a", "b"}));
  EXPECT_EQ(read_text("a\r\nb").lines, (Strings{"a", "b"}));
  EXPECT_EQ(read_text("\xef\xbb\xbf"
                      "a\n\nb\n")
                .lines,
            (Strings{"a", "", "b"}));
  EXPECT_EQ(read_text("").lines, Strings{});
  EXPECT_EQ(read_text("\xef\xbb\xbf").lines, Strings{});
  EXPECT_EQ(read_text("\n").lines, Strings{""});
}

TEST(Lines, PassOverWhatIsNotTextAndGoOn) {
  const ReadLines result = read_text(
      "good\nb\xff"
      "d\nx\x01y\na\rb\nlast\n");
  EXPECT_EQ(result.lines, (Strings{"good", "!", "!", "!", "last"}));
  EXPECT_EQ(result.findings,
            (Strings{"t:2:2: error: not UTF-8: \"\\xff\"",
                     "t:3:2: error: a control character within the line: \"\\x01\"",
                     "t:4:2: error: a carriage return within the line; lines end by LF or CRLF"}));
}

TEST(Lines, RefuseALineThatIsTooLong) {
  const ReadLines result = read_text("a\n" + std::string(101, 'x') + "\n" + std::string(100, 'y') + "\nb");
  EXPECT_EQ(result.lines, (Strings{"a", "!", std::string(100, 'y'), "b"}));
  EXPECT_EQ(result.findings, Strings{"t:2:101: error: the line has 101 bytes, more than 100"});
}

TEST(Lines, AFileReadsLikeMemoryWhereverItsBlocksEnd) {
  const std::string path = testing::TempDir() + "landbridge_lines.txt";
  Strings expected;
  {
    std::ofstream out(path, std::ios::binary);
    for (int i = 0; i < 20000; ++i) {
      expected.push_back("line " + std::to_string(i * i));
      out << expected.back() << (i % 3 == 0 ? "\r\n" : "\n");
    }
  }
  EXPECT_EQ(read(TextSource::file(path)).lines, expected);
  std::remove(path.c_str());
}

TEST(Lines, ReadCompressedFilesAndNoticeThatOneIsCutOff) {
  const std::string path = testing::TempDir() + "landbridge_lines.gz";
  Strings expected;
  gzFile out = gzopen(path.c_str(), "wb");
  for (int i = 0; i < 20000; ++i) {
    expected.push_back("line " + std::to_string(i * 7919 % 10007));
    gzputs(out, (expected.back() + "\n").c_str());
  }
  gzclose(out);
  EXPECT_EQ(read(TextSource::file(path)).lines, expected);

  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::ofstream(path, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  const ReadLines cut = read(TextSource::file(path));
  EXPECT_EQ(cut.findings,
            Strings{path + ": error: the compressed data end before their end: the file is truncated"});
  bytes[bytes.size() - 8] = static_cast<char>(~bytes[bytes.size() - 8]);  // the checksum
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_EQ(read(TextSource::file(path)).findings,
            Strings{path + ": error: the compressed data are damaged: incorrect data check"});
  std::remove(path.c_str());
}

TEST(Lines, SayWhyAFileCannotBeRead) {
  EXPECT_EQ(read(TextSource::file("/no/such/file")).findings,
            Strings{"/no/such/file: error: cannot be opened: No such file or directory"});
  EXPECT_EQ(read(TextSource::file("/")).findings, Strings{"/: error: cannot be read: Is a directory"});
}

}  // namespace
}  // namespace landbridge
