// How are contenders compared? Answers first; only who gives the right one is timed.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace landbridge::benchmarks {

/// Thrown by what loads an instance or prepares a contender that is not there; the reason is listed.
struct Absent : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One way to solve a task. `prepare` brings the input into the contender's own form (not timed) and returns
/// the work.
template <class Input, class Answer>
struct Contender {
  std::string name;
  std::function<std::function<Answer()>(const Input&)> prepare;
};

/// Begins the message of a contender whose answer is not the reference's.
inline constexpr const char* wrong = "WRONG: ";

/// Keeps why a contender is not timed for the closing table: the reporter's own fields differ between
/// versions.
void note_trouble(const std::string& name, const std::string& trouble);

/// Registers `task/instance/contender` for each contender. The first one is the reference: the others'
/// answers are compared with its answer (`difference`: empty when they agree), and a contender that gives
/// another one is never timed.
template <class Input, class Answer>
void add_task(const std::string& task, const std::string& instance, std::function<Input()> load,
              std::vector<Contender<Input, Answer>> contenders,
              std::function<std::string(const Answer& expected, const Answer& found)> difference,
              double limit_ms = 0) {
  struct Shared {
    std::function<Input()> load;
    std::optional<Input> input;
    std::optional<Answer> reference;
  };
  struct Entry {
    Contender<Input, Answer> contender;
    std::function<Answer()> work;
    std::optional<std::string> trouble;  // absent or wrong; empty: may be timed
  };
  const auto shared = std::make_shared<Shared>(Shared{std::move(load), {}, {}});
  const auto reference = std::make_shared<Contender<Input, Answer>>(contenders.front());
  for (Contender<Input, Answer>& contender : contenders) {
    const std::string name = task + "/" + instance + "/" + contender.name;
    const auto entry = std::make_shared<Entry>(Entry{std::move(contender), {}, {}});
    const auto measure = [=](benchmark::State& state) {
      if (!entry->trouble) {
        try {
          if (!shared->input) shared->input.emplace(shared->load());
          if (!shared->reference) shared->reference.emplace(reference->prepare(*shared->input)());
          entry->work = entry->contender.prepare(*shared->input);
          const std::string found = difference(*shared->reference, entry->work());
          entry->trouble = found.empty() ? found : wrong + found;
        } catch (const Absent& absent) {
          entry->trouble = "absent: " + std::string(absent.what());
        }
      }
      if (!entry->trouble->empty()) {
        note_trouble(name, *entry->trouble);
        state.SkipWithError(entry->trouble->c_str());
        return;
      }
      for (auto _ : state) {
        Answer answer = entry->work();
        benchmark::DoNotOptimize(answer);
      }
      if (limit_ms > 0) state.counters["limit_ms"] = limit_ms;
    };
    benchmark::RegisterBenchmark(name.c_str(), measure)
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
  }
}

/// The tasks; each registers itself with all its instances and contenders.
void add_hub_ranking();
void add_load_and_price();
void add_ranking_over_draws();
void add_report();

/// Prints medians, noise and ratios. Exit code 1 when a contender was wrong.
int run(int argc, char** argv);

}  // namespace landbridge::benchmarks
