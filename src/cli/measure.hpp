// How long did it take, and how much memory? What stands under `run` in an answer.
#pragma once

#include <chrono>
#include <utility>

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

}  // namespace landbridge::cli
