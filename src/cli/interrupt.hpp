// Was the program asked to stop? SIGINT and SIGTERM become a stop request.
#pragma once

#include <stop_token>
#include <thread>

namespace landbridge::cli {

/// Takes the two signals off every thread that starts after it and waits for them on one of its own: the
/// first asks the computation to stop, which then writes nothing; a second one ends the program at once. Make
/// it first in main.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread waiter_;
};

}  // namespace landbridge::cli
