// What is a command? Its name, the flags it takes, and how it answers.
//
// Each command lives in a file of its own, src/cli/commands/<name>.cpp, and looks like this:
//
//     namespace landbridge::cli {
//     namespace {
//
//     struct Options {                                     // what its own flags fill, with the defaults
//       std::string from;
//       std::string to;
//       std::string by = "cost";
//       std::uint64_t count = 1;
//     };
//
//     Answer answer(const Options& options, const Context& context) {
//       Document document;                                 // report/rows.hpp: columns, rows, summary,
//       provenance document.command = "route";
//       ... call the library with context.run, which holds threads, seed, stop token and progress ...
//       return {std::move(document)};
//     }
//
//     }  // namespace
//
//     Command route_command() {
//       return make_command<Options>(
//           {.name = "route", .help = "Best and alternative routes between two places"},
//           [](Flags& flags, Options& options) {
//             flags.positional("FROM", options.from, "where it begins");
//             flags.positional("TO", options.to, "where it ends");
//             flags.choice("--by", options.by, {"cost", "time", "money"}, "what is to be least");
//             flags.option("--count", options.count, "how many routes");
//           },
//           answer);
//     }
//
//     }  // namespace landbridge::cli
//
// Then declare `Command route_command();` in commands/all.hpp and add a line to commands/all.cpp. That is
// all: main.cpp parses the flags (CLI11 is compiled there and nowhere else), writes the document in the
// format asked for, and turns what is thrown into messages and exit codes:
//
//     UsageError, OptionError   2   a wrong flag or an unknown name on the command line
//     DataError                 3   one line a finding
//     LimitError, bad_alloc     4
//     Cancelled                 130
//     anything else             1
//
// A command prints nothing itself; `context.note` says something on standard error unless --quiet is given.
#pragma once

#include "landbridge/base/run.hpp"
#include "landbridge/report/rows.hpp"
#include "landbridge/report/write_rows.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landbridge::cli {

/// The flags that every command takes.
struct GlobalFlags {
  std::string format = "table";
  std::string output = "-";            ///< a file, or - for standard output
  std::string data;                    ///< folder of a data set; empty: the built-in one
  std::string cost_model;              ///< TOML file; empty: the defaults
  std::vector<std::string> set;        ///< key=value, for single fields of the cost model
  std::vector<std::string> corridors;  ///< empty: all
  std::string date;                    ///< 2024-07-01; empty: the reference date
  std::string conditions;              ///< a name; empty: those that hold on the date
  unsigned threads = 0;
  std::uint64_t seed = 1;
  bool quiet = false;
  std::optional<bool> progress;  ///< nothing: only on a terminal
  std::string color = "auto";
  bool timings = true;
};

/// What a command is given besides its own options.
struct Context {
  const GlobalFlags& flags;
  Run run;

  /// One line on standard error, unless --quiet is given.
  void note(std::string_view sentence) const;
};

/// What a command gives back. `exit_code` other than 0 goes with a document all the same (`check` finds
/// faults).
struct Answer {
  Document document;
  int exit_code = 0;
};

/// The command line cannot be followed: exit 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A command's own flags: a front of CLI11's that keeps CLI11 out of every command's source.
/// Names are written as they are typed: `--by`. What an option holds before parsing is its default.
class Flags {
 public:
  virtual ~Flags() = default;

  virtual void positional(const std::string& name, std::string& value, const std::string& help) = 0;
  virtual void optional_positional(const std::string& name, std::string& value, const std::string& help) = 0;
  /// A positional that must be one of `words`.
  virtual void positional_choice(const std::string& name, std::string& value,
                                 const std::vector<std::string>& words, const std::string& help) = 0;
  virtual void flag(const std::string& name, bool& value, const std::string& help) = 0;
  virtual void option(const std::string& name, std::string& value, const std::string& help) = 0;
  virtual void option(const std::string& name, double& value, const std::string& help) = 0;
  virtual void option(const std::string& name, std::uint64_t& value, const std::string& help) = 0;
  virtual void option(const std::string& name, std::optional<std::string>& value,
                      const std::string& help) = 0;
  virtual void option(const std::string& name, std::optional<double>& value, const std::string& help) = 0;
  virtual void option(const std::string& name, std::optional<std::uint64_t>& value,
                      const std::string& help) = 0;
  /// May be given several times.
  virtual void option(const std::string& name, std::vector<std::string>& value, const std::string& help) = 0;
  /// An option that must be one of `words`.
  virtual void choice(const std::string& name, std::string& value, const std::vector<std::string>& words,
                      const std::string& help) = 0;
};

struct CommandName {
  std::string name;
  std::string help;
  bool takes_data = true;  ///< --data, --cost-model, --set, --corridor, --date, --conditions mean something
};

struct Command {
  CommandName name;
  std::function<void(Flags&)> declare;
  std::function<Answer(const Context&)> answer;
};

/// A command whose flags fill an `Options`.
template <class Options>
Command make_command(CommandName name, std::function<void(Flags&, Options&)> declare,
                     std::function<Answer(const Options&, const Context&)> answer) {
  auto options = std::make_shared<Options>();
  return {
      std::move(name), [options, declare = std::move(declare)](Flags& flags) { declare(flags, *options); },
      [options, answer = std::move(answer)](const Context& context) { return answer(*options, context); }};
}

}  // namespace landbridge::cli
