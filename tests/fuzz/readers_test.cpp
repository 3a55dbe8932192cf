// Valid files, damaged at random: every reader gives an answer or findings, and never anything else.
#include "io/dataset_reader.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"
#include "landbridge/io/dataset.hpp"
#include "landbridge/io/dimacs.hpp"
#include "landbridge/io/edge_list.hpp"
#include "landbridge/io/table_reader.hpp"
#include "landbridge/io/tntp.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

#ifdef NDEBUG
constexpr int rounds = 20000;
#else
constexpr int rounds = 4000;
#endif

// One to four changes: a byte set, a part cut out, doubled, or everything after a point lost.
std::string damaged(std::string text, RandomStream& random) {
  constexpr char bytes[] = "0123456789-+.eE,;\"\n\r\t <>~naif\0\xff\xef\xc3\xa9";
  const std::uint64_t changes = 1 + random.below(4);
  for (std::uint64_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = random.below(text.size());
    const std::size_t length = random.below(std::min<std::size_t>(text.size() - at, 40) + 1);
    switch (random.below(5)) {
      case 0:
        text[at] = bytes[random.below(sizeof bytes - 1)];
        break;
      case 1:
        text[at] = static_cast<char>(random.below(256));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

// What is thrown must be told: findings with a file and one line of text each. True when nothing was thrown.
template <class Read>
bool accepts(Read read) {
  try {
    read();
    return true;
  } catch (const DataError& error) {
    EXPECT_FALSE(error.findings().empty());
    for (const Finding& finding : error.findings()) {
      EXPECT_NE(finding.file, "");
      EXPECT_NE(finding.message, "");
      EXPECT_EQ(to_string(finding).find('\n'), std::string::npos) << to_string(finding);
    }
  } catch (const LimitError&) {
  }
  return false;
}

template <class Read>
void withstands(std::string_view valid, Read read) {
  int accepted = 0;
  for (int round = 0; round < rounds && !testing::Test::HasFailure(); ++round) {
    RandomStream random(2024, 11, static_cast<std::uint64_t>(round));
    const std::string text = damaged(std::string(valid), random);
    accepted += accepts([&] { read(TextSource::memory("file", text)); });
  }
  EXPECT_LT(accepted, rounds - rounds / 10);
  EXPECT_GT(accepted, 0);
}

TEST(DamagedFiles, EdgeLists) {
  withstands("4 5\n0 1 3.25\n0 1 3\n2 2 1e-3\n1 0 0\n3 0 7\n",
             [](const TextSource& s) { read_edge_list(s); });
}

TEST(DamagedFiles, Dimacs) {
  withstands("c comment\np sp 4 4\na 1 2 803\na 2 1 803\nc again\na 3 3 0\na 4 1 12\n",
             [](const TextSource& s) { read_dimacs(s); });
}

TEST(DamagedFiles, Tntp) {
  withstands(
      "<NUMBER OF ZONES> 2\t\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 2\n<NUMBER OF LINKS> 3\n<END OF "
      "METADATA>\n\n"
      "~\tinit_node\tterm_node\tlength\tfree_flow_time\t;\n\t1\t2\t10\t1.5\t;\n\t2\t3\t20\t0\t;"
      "\n\t3\t1\t5\t2.25\t;\n",
      [](const TextSource& s) { read_tntp(s); });
}

TEST(DamagedFiles, Tables) {
  withstands(
      "from,to,distance_km,note,via\na,b,226,\"x, \"\"y\"\"\",p;q\nb,c,1.5e2,\"two\nlines\",\nc,a,0,,r\n",
      [](const TextSource& source) {
        Findings findings;
        const Table table = read_table(source, findings);
        const TableReader reader(table, findings, {"from", "to", "distance_km"}, {"note", "via"});
        for (std::size_t row = 0; row < reader.size(); ++row) {
          reader[row].text("from");
          reader[row].text("to");
          reader[row].number("distance_km");
          reader[row].optional_text("note");
          reader[row].list("via");
        }
        findings.throw_if_errors();
      });
}

TEST(DamagedFiles, DataSets) {
  int accepted = 0;
  const int data_rounds = rounds / 100;
  for (int round = 0; round < data_rounds && !HasFailure(); ++round) {
    RandomStream random(2024, 12, static_cast<std::uint64_t>(round));
    const std::string_view spoilt = dataset_tables()[random.below(dataset_tables().size())];
    const std::string text = damaged(std::string(embedded_table(spoilt)), random);
    accepted += accepts([&] {
      Findings findings;
      const detail::DatasetTables tables(
          [&](std::string_view name) {
            return TextSource::memory(std::string(name), name == spoilt ? text : embedded_table(name));
          },
          findings, detail::DatasetTables::Scope::everything);
      detail::read_network(tables).build(findings);
    });
  }
  EXPECT_LT(accepted, data_rounds);
  EXPECT_GT(accepted, 0);
}

}  // namespace
}  // namespace landbridge
