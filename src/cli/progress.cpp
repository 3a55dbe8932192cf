#include "cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace landbridge::cli {

void ProgressLine::show(const Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (now < next_ || progress.total == 0) return;
  next_ = now + std::chrono::milliseconds(200);
  shown_ = true;
  const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  fmt::print(stderr, "\r{:3.0f} %  {} of {}  {:.0f} s\x1b[K", 100 * share, progress.done, progress.total,
             seconds);
  std::fflush(stderr);
}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

}  // namespace landbridge::cli
