#include "runner/runner.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace landbridge::benchmarks {

namespace {

std::map<std::string, std::string>& troubles() {
  static std::map<std::string, std::string> by_name;
  return by_name;
}

/// Prints as Google Benchmark does and keeps the single runs for the closing table.
class Collector : public benchmark::ConsoleReporter {
 public:
  Collector() : ConsoleReporter(OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string& name = run.run_name.function_name;
      if (!results_.contains(name)) order_.push_back(name);
      Result& result = results_[name];
      if (const auto trouble = troubles().find(name); trouble != troubles().end()) {
        result.trouble = trouble->second;
      } else {
        result.elapsed.push_back(run.GetAdjustedRealTime());
        result.cpu.push_back(run.GetAdjustedCPUTime());
        if (const auto limit = run.counters.find("limit_ms"); limit != run.counters.end())
          result.limit = limit->second.value;
      }
    }
  }

  bool print_ratios() {
    bool all_right = true;
    std::string group;
    const Result* reference = nullptr;
    fmt::print("\n{:<52} {:>11} {:>7} {:>11} {:>7} {:>11} {:>11}\n", "task/instance/contender", "elapsed ms",
               "noise", "CPU ms", "noise", "x elapsed", "x CPU");
    // Random interleaving reports in any order: the reference of a group is the contender registered first.
    std::sort(order_.begin(), order_.end());
    for (const std::string& name : order_) {
      const std::string its_group = name.substr(0, name.rfind('/'));
      if (its_group != group) {
        group = its_group;
        const auto ours = results_.find(group + "/landbridge");
        reference = ours == results_.end() || ours->second.elapsed.empty() ? nullptr : &ours->second;
      }
      const Result& result = results_.at(name);
      if (!result.trouble.empty()) {
        all_right = all_right && !std::string_view(result.trouble).starts_with(wrong);
        fmt::print("{:<52} {}\n", name, result.trouble);
        continue;
      }
      const auto ratio = [&](const std::vector<double> Result::*times) {
        return reference ? fmt::format("{:.2f}", median(result.*times) / median(reference->*times)) : "-";
      };
      fmt::print("{:<52} {:>11.3f} {:>6.1f}% {:>11.3f} {:>6.1f}% {:>11} {:>11}{}\n", name,
                 median(result.elapsed), noise(result.elapsed), median(result.cpu), noise(result.cpu),
                 ratio(&Result::elapsed), ratio(&Result::cpu),
                 result.limit > 0 ? fmt::format("  limit {} ms", result.limit) : "");
    }
    fmt::print(
        "\nmedians of the repetitions; noise: (largest - smallest) / median; x: times landbridge's on one "
        "thread\n");
    return all_right;
  }

 private:
  struct Result {
    std::vector<double> elapsed;
    std::vector<double> cpu;  // of all threads: steadier than elapsed time on a machine with other work
    double limit = 0;
    std::string trouble;
  };

  static double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const std::size_t half = times.size() / 2;
    return times.size() % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
  }
  static double noise(const std::vector<double>& times) {
    const auto [least, most] = std::minmax_element(times.begin(), times.end());
    return 100 * (*most - *least) / median(times);
  }

  std::map<std::string, Result> results_;
  std::vector<std::string> order_;
};

}  // namespace

void note_trouble(const std::string& name, const std::string& trouble) {
  troubles()[name] = trouble;
}

int run(int argc, char** argv) {
  // Defaults that the caller's flags, coming later, override. Interleaving spreads a machine's moods over all
  // contenders.
  std::vector<std::string> defaults{"--benchmark_repetitions=5",
                                    "--benchmark_enable_random_interleaving=true"};
  std::vector<char*> arguments{argv[0]};
  for (std::string& flag : defaults) arguments.push_back(flag.data());
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;

  add_hub_ranking();
  add_load_and_price();
  add_ranking_over_draws();
  add_report();
  benchmark::AddCustomContext("compiler flags of all contenders", LANDBRIDGE_BENCHMARK_FLAGS);

  Collector collector;
  if (benchmark::RunSpecifiedBenchmarks(&collector) == 0) return 1;
  return collector.print_ratios() ? 0 : 1;
}

}  // namespace landbridge::benchmarks

int main(int argc, char** argv) {
  return landbridge::benchmarks::run(argc, argv);
}
