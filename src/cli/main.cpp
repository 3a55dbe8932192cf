// The command landbridge: flags in, an answer out, faults as messages and exit codes. The one source that
// includes CLI11.
#include "cli/command.hpp"
#include "cli/commands/all.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "landbridge/analysis/names.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/base/version.hpp"
#include "landbridge/report/output_file.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>
#include <variant>

#include <CLI/CLI.hpp>
#include <unistd.h>

namespace landbridge::cli {

void Context::note(std::string_view sentence) const {
  if (!flags.quiet) std::cerr << "landbridge: " << sentence << '\n';
}

namespace {

// CLI11 lets a negative number wrap round into an unsigned one.
std::string refuse_sign(const std::string& text) {
  return text.starts_with('-') ? text + " is negative" : "";
}

// An empty name is an unset variable of a script, not a wish for the default.
std::string refuse_empty(const std::string& text) {
  return text.empty() ? "names no file or folder" : "";
}

enum ExitCode : int { done = 0, failed = 1, wrong_usage = 2, bad_data = 3, limit_hit = 4, interrupted = 130 };

class CliFlags final : public Flags {
 public:
  explicit CliFlags(CLI::App& app) : app_(app) {}

  void positional(const std::string& name, std::string& value, const std::string& help) override {
    app_.add_option(name, value, help)->required();
  }
  void optional_positional(const std::string& name, std::string& value, const std::string& help) override {
    add(name, value, help);
  }
  void positional_choice(const std::string& name, std::string& value, const std::vector<std::string>& words,
                         const std::string& help) override {
    app_.add_option(name, value, help)->required()->check(CLI::IsMember(words));
  }
  void flag(const std::string& name, bool& value, const std::string& help) override {
    app_.add_flag(name, value, help);
  }
  void option(const std::string& name, std::string& value, const std::string& help) override {
    add(name, value, help);
  }
  void option(const std::string& name, double& value, const std::string& help) override {
    add(name, value, help);
  }
  void option(const std::string& name, std::uint64_t& value, const std::string& help) override {
    add(name, value, help)->check(refuse_sign);
  }
  void option(const std::string& name, std::optional<std::string>& value, const std::string& help) override {
    app_.add_option(name, value, help);
  }
  void option(const std::string& name, std::optional<double>& value, const std::string& help) override {
    app_.add_option(name, value, help);
  }
  void option(const std::string& name, std::optional<std::uint64_t>& value,
              const std::string& help) override {
    app_.add_option(name, value, help)->check(refuse_sign);
  }
  void option(const std::string& name, std::vector<std::string>& value, const std::string& help) override {
    app_.add_option(name, value, help)->allow_extra_args(false);
  }
  void choice(const std::string& name, std::string& value, const std::vector<std::string>& words,
              const std::string& help) override {
    add(name, value, help)->check(CLI::IsMember(words));
  }

 private:
  template <class T>
  CLI::Option* add(const std::string& name, T& value, const std::string& help) {
    return app_.add_option(name, value, help)->capture_default_str();
  }
  CLI::App& app_;
};

void add_global_flags(CLI::App& app, GlobalFlags& flags) {
  app.add_option("--format", flags.format, "how the answer is written")
      ->check(CLI::IsMember({"table", "csv", "json", "md", "geojson"}))
      ->capture_default_str();
  app.add_option("--output", flags.output, "file to write, whole or not at all; - is standard output")
      ->check(refuse_empty)
      ->capture_default_str();
  app.add_option("--data", flags.data, "folder of a data set instead of the built-in one")
      ->check(refuse_empty);
  app.add_option("--cost-model", flags.cost_model, "TOML file of the cost model")->check(refuse_empty);
  app.add_option("--set", flags.set, "one field of the cost model, as key=value; repeatable")
      ->allow_extra_args(false);
  app.add_option("--corridor", flags.corridors, "only what belongs to that corridor; repeatable")
      ->allow_extra_args(false);
  app.add_option("--date", flags.date, "the day, as 2024-07-01: which links and services exist, and which "
                 "conditions hold unless --conditions says")
      ->check(refuse_empty);
  app.add_option("--conditions", flags.conditions, "named prices and closures of the data: 2019, 2022, 2024")
      ->check(refuse_empty);
  app.add_option("--threads", flags.threads, "how many threads; 0: all")
      ->check(CLI::Range(0u, 1024u))
      ->capture_default_str();
  app.add_option("--seed", flags.seed, "of random numbers")->check(refuse_sign)->capture_default_str();
  app.add_flag("--quiet", flags.quiet, "no notes on standard error");
  app.add_flag_callback(
      "--progress", [&flags] { flags.progress = true; }, "show how far it is (on a terminal: yes)");
  app.add_flag_callback(
      "--no-progress", [&flags] { flags.progress = false; }, "do not show how far it is");
  app.add_option("--color", flags.color, "colour in tables; auto: on a terminal, unless NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_flag_callback(
      "--no-timings", [&flags] { flags.timings = false; }, "leave the timings out of JSON");
  app.set_version_flag("--version", "landbridge " + std::string(version()), "print the version and leave");
}

bool wants_color(const GlobalFlags& flags) {
  if (flags.color != "auto") return flags.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return flags.output == "-" && ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

void refuse_flags_without_meaning(const GlobalFlags& flags, const CommandName& name) {
  if (name.takes_data) return;
  const auto refuse = [&](bool given, const std::string& flag) {
    if (given) throw UsageError(flag + " means nothing to the command " + name.name);
  };
  refuse(!flags.data.empty(), "--data");
  refuse(!flags.cost_model.empty(), "--cost-model");
  refuse(!flags.set.empty(), "--set");
  refuse(!flags.corridors.empty(), "--corridor");
  refuse(!flags.date.empty(), "--date");
  refuse(!flags.conditions.empty(), "--conditions");
}

void write_output(const std::string& path, const std::string& text) {
  if (path != "-") return write_file(path, text);
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw Error("cannot write to standard output");
}

/// CSV has no room for a summary: why there are no rows is said beside it.
void tell_reason(const Document& document, const Context& context) {
  if (!document.rows.empty()) return;
  for (const NamedValue& fact : document.summary)
    if (const auto* reason = std::get_if<std::string>(&fact.value.content()); reason && fact.name == "reason")
      context.note(*reason);
}

int answer(const Command& command, const GlobalFlags& flags, const Interrupt& interrupt) {
  refuse_flags_without_meaning(flags, command.name);
  Answer result;
  {
    ProgressLine progress;
    Context context{flags, {.threads = flags.threads, .seed = flags.seed, .stop = interrupt.token()}};
    if (flags.progress.value_or(!flags.quiet && ::isatty(STDERR_FILENO) == 1))
      context.run.progress = [&progress](const Progress& now) { progress.show(now); };
    result = command.answer(context);
  }
  const WriteOptions options{.timings = flags.timings, .color = wants_color(flags)};
  const std::string text = write_rows(result.document, format_named(flags.format).value(), options);
  if (interrupt.token().stop_requested()) throw Cancelled();
  write_output(flags.output, text);
  if (flags.format == "csv") tell_reason(result.document, {flags, {}});
  return result.exit_code;
}

int report(ExitCode code, std::string sentence) {
  for (char& c : sentence)
    if (c == '\n') c = ' ';
  std::cerr << "landbridge: error: " << sentence << '\n';
  return code;
}

int report(const DataError& error) {
  for (const Finding& finding : error.findings()) {
    if (finding.severity == Severity::warning) continue;  // what refuses the data; `check` shows the rest
    if (finding.file.empty()) std::cerr << "landbridge: ";
    std::cerr << to_string(finding) << '\n';
  }
  return bad_data;
}

int run(int argc, char** argv) {
  const Interrupt interrupt;
  GlobalFlags flags;
  CLI::App app("Trade corridors as an exact, reproducible multimodal network", "landbridge");
  app.fallthrough();
  app.require_subcommand(1, 1);
  add_global_flags(app, flags);
  const std::vector<Command> commands = all_commands();
  for (const Command& command : commands) {
    CLI::App* const subcommand = app.add_subcommand(command.name.name, command.name.help);
    subcommand->footer("The flags of every command, such as --format and --output: landbridge --help");
    CliFlags own(*subcommand);
    command.declare(own);
  }
  try {
    app.parse(argc, argv);
    for (const Command& command : commands)
      if (app.got_subcommand(command.name.name)) return answer(command, flags, interrupt);
    return wrong_usage;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return report(wrong_usage, error.what() + std::string(" (--help says more)"));
  } catch (const UsageError& error) {
    return report(wrong_usage, error.what());
  } catch (const OptionError& error) {
    return report(wrong_usage, error.what());
  } catch (const NameError& error) {
    return report(wrong_usage, error.what());
  } catch (const DataError& error) {
    return report(error);
  } catch (const LimitError& error) {
    if (!error.finding()) return report(limit_hit, error.what());
    std::cerr << error.what() << '\n';
    return limit_hit;
  } catch (const std::bad_alloc&) {
    return report(limit_hit, "out of memory");
  } catch (const Cancelled&) {
    return report(interrupted, "interrupted; nothing was written");
  } catch (const std::exception& error) {
    return report(failed, error.what());
  }
}

}  // namespace

}  // namespace landbridge::cli

int main(int argc, char** argv) {
  return landbridge::cli::run(argc, argv);
}
