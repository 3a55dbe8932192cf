// How is work spread over threads so that the result has the same bits for any number of them?
#pragma once

#include "landbridge/base/run.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace landbridge {

/// The fixed cut of `items` consecutive items into 64 strips of consecutive items. It depends on the number
/// of items alone, so what is added up within a strip, and the order in which strips are added, never
/// changes.
class Strips {
 public:
  static constexpr std::size_t count = 64;
  explicit constexpr Strips(std::size_t items) noexcept : items_(items) {}
  constexpr std::size_t items() const noexcept { return items_; }
  constexpr std::size_t begin(std::size_t strip) const noexcept {
    return items_ / count * strip + (strip < items_ % count ? strip : items_ % count);
  }
  constexpr std::size_t end(std::size_t strip) const noexcept { return begin(strip + 1); }

 private:
  std::size_t items_;
};

namespace detail {

/// Runs `strip(worker, strip)` for every strip on up to `run.worker_count()` threads and `merge(strip)` for
/// every strip in ascending order, one at a time. Where the machine refuses a thread, fewer do. A worker
/// starts strip i only while i < merged + 2 x workers. The exception of the lowest failing strip is thrown
/// again after all threads have ended.
void run_strips(const Strips& strips, const Run& run, const std::function<void(unsigned, std::size_t)>& strip,
                const std::function<void(std::size_t)>& merge);

/// Throws Cancelled if the run was asked to stop.
void check_stop(const Run& run);

/// Counts finished items over all workers and reports them, one call at a time.
class ProgressCounter {
 public:
  ProgressCounter(const Run& run, std::size_t total) : run_(run), total_(total) {}
  void add(std::size_t items);

 private:
  const Run& run_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::size_t total_;
};

}  // namespace detail

/// Adds up what `items` independent items give, in an order fixed by the number of items alone.
///
/// - `make_scratch()` makes what one thread needs to work (once per thread);
/// - `make_sum()` makes an empty accumulator (at most 2 x threads live at once; an accumulator is made anew
/// for each strip);
/// - `work(scratch, sum, item)` adds one item, items of a strip in ascending order;
/// - `merge(sum)` adds a strip's accumulator to the result, strips in ascending order, one at a time.
///
/// Determinism: the same bits for any number of threads. Checks `run.stop` before each item and throws
/// Cancelled.
template <class MakeScratch, class MakeSum, class Work, class Merge>
void reduce_in_order(std::size_t items, const Run& run, MakeScratch make_scratch, MakeSum make_sum, Work work,
                     Merge merge) {
  using Scratch = decltype(make_scratch());
  using Sum = decltype(make_sum());
  const Strips strips(items);
  std::vector<std::unique_ptr<Scratch>> scratch(std::min<std::size_t>(run.worker_count(), Strips::count));
  std::vector<std::unique_ptr<Sum>> sums(Strips::count);
  detail::ProgressCounter progress(run, items);
  detail::run_strips(
      strips, run,
      [&](unsigned worker, std::size_t strip) {
        if (strips.begin(strip) == strips.end(strip)) return;
        if (!scratch[worker]) scratch[worker] = std::make_unique<Scratch>(make_scratch());
        auto sum = std::make_unique<Sum>(make_sum());
        for (std::size_t item = strips.begin(strip); item < strips.end(strip); ++item) {
          detail::check_stop(run);
          work(*scratch[worker], *sum, item);
          progress.add(1);
        }
        sums[strip] = std::move(sum);
      },
      [&](std::size_t strip) {
        if (!sums[strip]) return;
        merge(std::as_const(*sums[strip]));
        sums[strip].reset();
      });
}

/// Calls `work(scratch, item)` once for every item, on several threads, in no promised order; each call may
/// write only what belongs to its item. Checks `run.stop` before each item.
template <class MakeScratch, class Work>
void for_each_item(std::size_t items, const Run& run, MakeScratch make_scratch, Work work) {
  struct Nothing {};
  reduce_in_order(
      items, run, make_scratch, [] { return Nothing{}; },
      [&](auto& scratch, Nothing&, std::size_t item) { work(scratch, item); }, [](const Nothing&) {});
}

}  // namespace landbridge
