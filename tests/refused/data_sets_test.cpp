// What `landbridge check` finds in a folder of tables, and what it must not mind.
#include "support/command_line.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

// A copy of the built-in tables, to be spoilt.
class DataSet {
 public:
  DataSet() {
    for (const auto& entry : std::filesystem::directory_iterator(built_in_data()))
      std::filesystem::copy(entry.path(), folder_.path());
  }
  std::string read(const std::string& table) const { return folder_.read(table); }
  void write(const std::string& table, const std::string& text) const { folder_.write(table, text); }
  void replace(const std::string& table, const std::string& from, const std::string& to) const {
    std::string text = read(table);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(table, text.replace(at, from.size(), to));
  }
  const std::string& path() const { return folder_.path(); }

  // The rows of `check` that are errors, as table:line:column; its exit code goes with them.
  Strings errors() const {
    const Outcome outcome = run({"check", ".", "--format", "csv"}, path());
    Strings found;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t severity = line.find(",error,");
      if (severity == std::string::npos) continue;
      std::string place =
          line.substr(line.starts_with("./") ? 2 : 0, severity - (line.starts_with("./") ? 2 : 0));
      std::replace(place.begin(), place.end(), ',', ':');
      while (place.ends_with(':')) place.pop_back();
      found.push_back(place);
    }
    EXPECT_EQ(outcome.exit_code, found.empty() ? 0 : 3) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return found;
  }

 private:
  TestFolder folder_;
};

TEST(RefusedData, TheBuiltInTablesAreSound) {
  EXPECT_EQ(DataSet().errors(), Strings{});
}

TEST(RefusedData, EachFaultAtItsPlace) {
  const struct {
    std::string table, from, to, place;
  } faults[] = {{"rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,-226", "rail_links.csv:2:25"},
                {"rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,NaN", "rail_links.csv:2:25"},
                {"rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,Infinity", "rail_links.csv:2:25"},
                {"rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,226 km", "rail_links.csv:2:25"},
                {"rail_links.csv", ",distance_km,", ",distance_mi,", "rail_links.csv:1:14"},
                {"rail_links.csv", ",distance_km,", ",remark,", "rail_links.csv:1:1"},
                {"rail_links.csv", "lianyungang,xuzhou", "lianyungang,nowhere", "rail_links.csv:2:13"},
                {"rail_links.csv", "lianyungang,xuzhou", "lianyungang,lianyungang", "rail_links.csv:2:13"},
                {"ports.csv", "jiangsu,32.1959", "jiangsu,x", "ports.csv:17:45"},
                {"ports.csv", "Dalian",
                 "Dal\xff"
                 "ian",
                 "ports.csv:4:11"}};
  for (const auto& fault : faults) {
    const DataSet data;
    data.replace(fault.table, fault.from, fault.to);
    EXPECT_EQ(data.errors(), Strings{fault.place}) << fault.to;
  }
}

TEST(RefusedData, TwoFaultsAreTwoRows) {
  const DataSet data;
  data.replace("rail_links.csv", "xuzhou,rail,226", "xuzhou,rail,-226");
  data.replace("rail_links.csv", "zhengzhou,rail,392", "zhengzhou,rail,x");
  EXPECT_EQ(data.errors(), (Strings{"rail_links.csv:2:25", "rail_links.csv:3:23"}));
}

TEST(RefusedData, AnIdTwiceATruncatedFileAnEmptyOneAndNone) {
  const DataSet twice;
  const std::string nodes = twice.read("rail_nodes.csv");
  twice.write(
      "rail_nodes.csv",
      nodes + nodes.substr(nodes.find('\n') + 1, nodes.find('\n', nodes.find('\n') + 1) - nodes.find('\n')));
  ASSERT_EQ(twice.errors().size(), 1u);
  EXPECT_TRUE(twice.errors()[0].starts_with("rail_nodes.csv:"));
  const DataSet truncated;
  truncated.write("rail_links.csv", truncated.read("rail_links.csv").substr(0, 2000));
  EXPECT_FALSE(truncated.errors().empty());
  const DataSet empty;
  empty.write("borders.csv", "");
  EXPECT_EQ(empty.errors().at(0), "borders.csv");
  const DataSet missing;
  std::filesystem::remove(missing.path() + "/borders.csv");
  EXPECT_EQ(missing.errors().at(0), "borders.csv");
}

TEST(RefusedData, ALineOf200MegabytesCostsLittleMemory) {
  const DataSet data;
  {
    std::ofstream out(data.path() + "/ports.csv", std::ios::binary | std::ios::app);
    const std::string block(1 << 20, 'x');
    for (int i = 0; i < 200; ++i) out << block;
  }
  const Outcome outcome = run({"check", data.path(), "--format", "csv"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_LT(outcome.peak_mb, most_mb);
}

TEST(AcceptedData, CrlfAndByteOrderMarkChangeNothing) {
  const DataSet data;
  for (const std::string table : {"rail_links.csv", "ports.csv", "borders.csv"}) {
    std::string text = "\xef\xbb\xbf";
    for (const char c : data.read(table)) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    data.write(table, text);
  }
  EXPECT_EQ(data.errors(), Strings{});
}

}  // namespace
}  // namespace landbridge::test
