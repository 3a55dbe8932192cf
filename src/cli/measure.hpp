// How long did it take, and how much memory? What stands under `run` in an answer.
#pragma once

#include "landbridge/report/rows.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include <sys/resource.h>

namespace landbridge::cli {

class Stopwatch {
 public:
  /// Seconds since it was made or last read.
  double lap() {
    const Clock::time_point now = Clock::now();
    return std::chrono::duration<double>(now - std::exchange(begin_, now)).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
};

/// The most memory the process has held, in MB (10^6 bytes).
inline double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

/// Seconds of the three steps of a command, each read off a Stopwatch when it ends.
struct Seconds {
  double load = 0;
  double prepare = 0;
  double compute = 0;
};

/// The rows of `run`, named as scripts expect them.
inline std::vector<NamedValue> run_figures(const Seconds& seconds, unsigned threads) {
  return {{"seconds_load", seconds.load},
          {"seconds_prepare", seconds.prepare},
          {"seconds_compute", seconds.compute},
          {"threads", threads},
          {"peak_mb", peak_mb()}};
}

}  // namespace landbridge::cli
