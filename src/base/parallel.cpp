#include "landbridge/base/parallel.hpp"

#include "landbridge/base/error.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <system_error>
#include <thread>

namespace landbridge::detail {

namespace {

// Strips are handed out in order; a finished strip waits until all lower ones are merged.
class StripBoard {
 public:
  StripBoard(std::size_t window, const std::function<void(std::size_t)>& merge)
      : window_(window), merge_(merge) {}

  // The next strip to work on, or Strips::count when there is none left or somebody failed.
  std::size_t take() {
    std::unique_lock lock(mutex_);
    if (failed_strip_ != Strips::count || next_ == Strips::count) return Strips::count;
    const std::size_t strip = next_++;
    room_.wait(lock, [&] { return failed_strip_ != Strips::count || strip < merged_ + window_; });
    return failed_strip_ != Strips::count && strip > failed_strip_ ? Strips::count : strip;
  }

  void finish(std::size_t strip) {
    std::unique_lock lock(mutex_);
    finished_[strip] = true;
    if (merging_) return;
    merging_ = true;
    while (merged_ < failed_strip_ &&
           finished_[merged_]) {  // also after a failure above: a lower one decides
      const std::size_t ready = merged_;
      lock.unlock();
      try {
        merge_(ready);
      } catch (...) {
        lock.lock();
        merging_ = false;
        fail_locked(ready);
        return;
      }
      lock.lock();
      ++merged_;
      room_.notify_all();
    }
    merging_ = false;
  }

  // Called from a catch block.
  void fail(std::size_t strip) {
    const std::scoped_lock lock(mutex_);
    fail_locked(strip);
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void fail_locked(std::size_t strip) {
    if (strip < failed_strip_) {
      failed_strip_ = strip;
      failure_ = std::current_exception();
    }
    room_.notify_all();
  }

  const std::size_t window_;
  const std::function<void(std::size_t)>& merge_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t next_ = 0;
  std::size_t merged_ = 0;
  bool merging_ = false;
  bool finished_[Strips::count] = {};
  std::size_t failed_strip_ = Strips::count;
  std::exception_ptr failure_;
};

}  // namespace

void run_strips(const Strips& strips, const Run& run, const std::function<void(unsigned, std::size_t)>& strip,
                const std::function<void(std::size_t)>& merge) {
  const auto workers = static_cast<unsigned>(
      std::clamp<std::size_t>(std::min<std::size_t>(run.worker_count(), strips.items()), 1, Strips::count));
  StripBoard board(2 * static_cast<std::size_t>(workers), merge);
  const auto work = [&](unsigned worker) {
    for (std::size_t at = board.take(); at != Strips::count; at = board.take()) {
      try {
        strip(worker, at);
      } catch (...) {
        board.fail(at);
        continue;
      }
      board.finish(at);
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers - 1);
    try {
      for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
    } catch (const std::system_error&) {
      // The machine has no more threads: those that started, and this one, do the work.
    }
    work(0);
  }
  board.rethrow();
}

void check_stop(const Run& run) {
  if (run.stop.stop_requested()) throw Cancelled();
}

void ProgressCounter::add(std::size_t items) {
  if (!run_.progress) return;
  const std::scoped_lock lock(mutex_);
  done_ += items;
  run_.progress({done_, total_});
}

}  // namespace landbridge::detail
