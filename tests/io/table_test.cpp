#include "landbridge/io/table.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Strings = std::vector<std::string>;

Strings texts(const Findings& findings) {
  Strings lines;
  for (const Finding& finding : findings.list()) lines.push_back(to_string(finding));
  return lines;
}

struct Parsed {
  Table table;
  Strings findings;
};

Parsed parse(std::string_view text, const TableOptions& options = {}) {
  Findings findings;
  Table table = read_table(TextSource::memory("t.csv", text), findings, options);
  return {std::move(table), texts(findings)};
}

Strings row(const Table& table, std::size_t row) {
  Strings cells;
  for (std::size_t column = 0; column < table.column_count(); ++column)
    cells.emplace_back(table.cell(row, column).text);
  return cells;
}

TEST(Table, CellsQuotesAndLineEnds) {
  const auto [table, findings] = parse("from,to,note\na,b,\"x, \"\"y\"\"\"\n\nc,,\"two\nlines\"\n\"\",d,e");
  EXPECT_EQ(findings, Strings{});
  ASSERT_EQ(table.row_count(), 3u);
  EXPECT_EQ(row(table, 0), (Strings{"a", "b", "x, \"y\""}));
  EXPECT_EQ(row(table, 1), (Strings{"c", "", "two\nlines"}));
  EXPECT_EQ(row(table, 2), (Strings{"", "d", "e"}));
  EXPECT_EQ(table.cell(1, 2).line, 4u);
  EXPECT_EQ(table.cell(1, 2).column, 4u);
  EXPECT_EQ(table.cell(2, 1).line, 6u);
  EXPECT_EQ(table.find("note"), 2u);
  EXPECT_EQ(table.find("absent"), std::nullopt);
}

TEST(Table, CrlfAndByteOrderMarkChangeNothing) {
  const auto plain = parse("a,b\n1,\"x\ny\"\n").table;
  const auto marked = parse(
                          "\xef\xbb\xbf"
                          "a,b\r\n1,\"x\r\ny\"\r\n")
                          .table;
  ASSERT_EQ(marked.row_count(), plain.row_count());
  EXPECT_EQ(row(marked, 0), row(plain, 0));
  EXPECT_EQ(marked.heading(0).text, "a");
}

TEST(Table, ReportsEveryFaultAndKeepsTheSoundRows) {
  const auto [table, findings] = parse("a,b\n1\n1,2,3\nx\"y,2\n\"x\"y,2\n5,6\nb\xff,1\n7,8\n");
  EXPECT_EQ(
      findings,
      (Strings{
          "t.csv:2:1: error: the row has 1 cells, fewer than the 2 of the heading; is the file truncated?",
          "t.csv:3:5: error: the row has 3 cells, more than the 2 of the heading",
          "t.csv:4:2: error: a quote within a cell that does not begin with one: \"x\"y\"",
          "t.csv:5:4: error: text after a closing quote: \"y,2\"",
          "t.csv:7:2: error: not UTF-8: \"\\xff\"",
      }));
  ASSERT_EQ(table.row_count(), 2u);
  EXPECT_EQ(row(table, 1), (Strings{"7", "8"}));
}

TEST(Table, AQuoteThatIsNeverClosedDoesNotHideLaterFaults) {
  const auto [table, findings] = parse("a,b\n1,\"2\n3\n4,5\n");
  EXPECT_EQ(
      findings,
      (Strings{
          "t.csv:2:3: error: the quote that opens here is never closed: the file is truncated",
          "t.csv:3:1: error: the row has 1 cells, fewer than the 2 of the heading; is the file truncated?",
      }));
  ASSERT_EQ(table.row_count(), 1u);
  EXPECT_EQ(row(table, 0), (Strings{"4", "5"}));
}

TEST(Table, HeadingFaults) {
  EXPECT_EQ(parse("").findings, Strings{"t.csv: error: the file is empty"});
  EXPECT_EQ(parse("\n\r\n").findings, Strings{"t.csv:1: error: there is no heading row"});
  EXPECT_EQ(parse("a,,a\n1,2,3\n").findings,
            (Strings{"t.csv:1:3: error: a column without a name",
                     "t.csv:1:4: error: column \"a\" stands in the heading twice"}));
  EXPECT_EQ(parse("a,\xff\n1,2\n").findings, Strings{"t.csv:1:3: error: not UTF-8: \"\\xff\""});
}

TEST(Table, RefusesALineAndARowThatAreTooLong) {
  TableOptions options;
  options.longest_line = 20;
  const auto line = parse("a\n" + std::string(21, 'x') + "\ny\n", options);
  EXPECT_EQ(line.findings, Strings{"t.csv:2:21: error: the line has 21 bytes, more than 20"});
  EXPECT_EQ(line.table.row_count(), 1u);
  const auto rows =
      parse("a,b\n\"" + std::string(10, 'x') + "\n" + std::string(10, 'x') + "\n1,2\n", options);
  EXPECT_EQ(rows.findings.at(0),
            "t.csv:2:1: error: the quote that opens here is not closed before a line that cannot be read or "
            "20 bytes");
  EXPECT_EQ(rows.table.row_count(), 1u);
}

}  // namespace
}  // namespace landbridge
