// What the command line refuses with exit 2, and how it is left with a signal or a full disk.
#include "support/command_line.hpp"

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge::test {
namespace {

using Strings = std::vector<std::string>;

class Usage : public testing::Test {
 protected:
  TestFolder folder_;
  std::string graph_ = folder_.write("g.txt", "3 2\n0 1 1\n1 2 1\n");

  Outcome graph(Strings flags, const std::string& analysis = "betweenness") {
    Strings arguments{"graph", analysis, graph_};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    return run(arguments, folder_.path());
  }

  // Large enough to be still at work when the signal comes.
  std::string large_grid() {
    constexpr int side = 300;
    std::string text = std::to_string(side * side) + " " + std::to_string(4 * side * (side - 1)) + "\n";
    const auto both = [&](int a, int b) {
      text += std::to_string(a) + " " + std::to_string(b) + " 1\n" + std::to_string(b) + " " +
              std::to_string(a) + " 1\n";
    };
    for (int row = 0; row < side; ++row)
      for (int column = 0; column < side; ++column) {
        if (column + 1 < side) both(row * side + column, row * side + column + 1);
        if (row + 1 < side) both(row * side + column, (row + 1) * side + column);
      }
    return folder_.write("grid.txt", text);
  }
};

TEST_F(Usage, WrongFlagsAreExit2AndOneLine) {
  const std::vector<Strings> wrong{{},
                                   {"nonsense"},
                                   {"graph"},
                                   {"graph", "betweenness"},
                                   {"graph", "nonsense", graph_},
                                   {"graph", "betweenness", graph_, "extra"},
                                   {"graph", "betweenness", graph_, "--nonsense"},
                                   {"graph", "betweenness", graph_, "--format", "xml"},
                                   {"graph", "betweenness", graph_, "--format"},
                                   {"graph", "betweenness", "no_file", "--format", "geojson"},
                                   {"graph", "betweenness", graph_, "--threads", "-1"},
                                   {"graph", "betweenness", graph_, "--threads", "many"},
                                   {"graph", "betweenness", graph_, "--seed", "-1"},
                                   {"graph", "betweenness", graph_, "--sources", "0"},
                                   {"graph", "betweenness", graph_, "--sources", "-3"},
                                   {"graph", "betweenness", graph_, "--quantum", "0"},
                                   {"graph", "betweenness", graph_, "--quantum", "x"},
                                   {"graph", "betweenness", graph_, "--weight", "length"},
                                   {"graph", "bridges", graph_, "--engine", "hierarchy"},
                                   {"graph", "betweenness", graph_, "--from", graph_},
                                   {"graph", "matrix", graph_},
                                   {"graph", "matrix", graph_, "--from", graph_},
                                   {"graph", "matrix", graph_, "--from", graph_, "--to", graph_, "--sources", "2"},
                                   {"graph", "betweenness", graph_, "--engine", "magic"},
                                   {"graph", "betweenness", graph_, "--first-thru"},
                                   {"graph", "betweenness", graph_, "--data", "folder"},
                                   {"graph", "betweenness", graph_, "--set", "value_of_time=3"},
                                   {"graph", "closeness", graph_, "--scale", "fraction"},
                                   {"graph", "bridges", graph_, "--sources", "2"},
                                   {"graph", "betweenness", graph_, "--kind", "strong"},
                                   {"data", "places", "--data", ""},
                                   {"data", "places", "--cost-model", ""},
                                   {"graph", "betweenness", graph_, "--output", ""}};
  for (const Strings& arguments : wrong) {
    const Outcome outcome = run(arguments, folder_.path());
    std::string shown;
    for (const std::string& argument : arguments) shown += argument + " ";
    EXPECT_EQ(outcome.exit_code, 2) << shown << outcome.err;
    EXPECT_EQ(outcome.error_lines().size(), 1u) << shown << outcome.err;
    EXPECT_TRUE(outcome.err.starts_with("landbridge: error: ")) << shown << outcome.err;
    EXPECT_EQ(outcome.out, "") << shown;
  }
}

TEST_F(Usage, HelpAndVersionAreExit0) {
  for (const Strings& arguments : {Strings{"--help"}, Strings{"--version"}, Strings{"graph", "--help"}}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.out, "");
    EXPECT_EQ(outcome.err, "");
  }
}

TEST_F(Usage, GlobalFlagsStandBeforeOrAfterTheCommand) {
  const Outcome before = run({"--format", "csv", "graph", "components", graph_});
  const Outcome after = graph({"--format", "csv"}, "components");
  EXPECT_EQ(before.out, "node,component\n0,1\n1,1\n2,1\n");
  EXPECT_EQ(after.out, before.out);
}

TEST_F(Usage, AFileIsWrittenWholeAndNothingElse) {
  EXPECT_EQ(graph({"--format", "csv", "--output", "answer.csv"}).exit_code, 0);
  EXPECT_EQ(folder_.read("answer.csv"), "node,score\n0,0\n1,1\n2,0\n");
  EXPECT_EQ(folder_.files(), (Strings{"answer.csv", "g.txt"}));
}

TEST_F(Usage, WhatCannotBeWrittenIsExit1) {
  EXPECT_EQ(graph({"--output", "no/such/folder/answer"}).exit_code, 1);
  EXPECT_EQ(graph({"--output", folder_.path()}).exit_code, 1);
  if (std::filesystem::exists("/dev/full")) {
    EXPECT_EQ(graph({"--output", "/dev/full"}).exit_code, 1);
  }
  EXPECT_EQ(folder_.files(), Strings{"g.txt"});
}

TEST_F(Usage, ASignalStopsItWithExit130AndNothingWritten) {
  const std::string grid = large_grid();
  for (const int signal : {SIGINT, SIGTERM}) {
    const Outcome outcome =
        run_and_signal({"graph", "betweenness", grid, "--output", "answer.json", "--format", "json"}, signal,
                       700, folder_.path());
    EXPECT_EQ(outcome.exit_code, 130) << outcome.err;
    EXPECT_EQ(outcome.err, "landbridge: error: interrupted; nothing was written\n");
    EXPECT_EQ(folder_.files(), (Strings{"g.txt", "grid.txt"}));
  }
}

TEST_F(Usage, TheSameBytesEveryTimeAndForAnyNumberOfThreads) {
  const Strings flags{"--format", "json", "--no-timings"};
  const std::string one = graph({"--format", "json", "--no-timings", "--threads", "1"}).out;
  EXPECT_EQ(graph({"--format", "json", "--no-timings", "--threads", "3"}).out, one);
  EXPECT_EQ(graph(flags).out, one);
  EXPECT_NE(graph({"--format", "json"}).out.find("\"seconds_compute\""), std::string::npos);
}

}  // namespace
}  // namespace landbridge::test
