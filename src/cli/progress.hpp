// How far is it? One line on a terminal, rewritten a few times a second.
#pragma once

#include "landbridge/base/run.hpp"

#include <chrono>

namespace landbridge::cli {

/// Shows the share that is done on standard error; takes its line away when it is destroyed.
class ProgressLine {
 public:
  ProgressLine() = default;
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Progress& progress);

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_ = begin_ + std::chrono::milliseconds(500);  // what is over at once needs no line
  bool shown_ = false;
};

}  // namespace landbridge::cli
