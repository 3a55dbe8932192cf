#include "landbridge/base/parallel.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/random.hpp"

#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace landbridge {
namespace {

constexpr unsigned thread_counts[] = {1, 2, 3, 7};

struct Nothing {};
constexpr auto nothing = [] { return Nothing{}; };

TEST(Strips, CoverAllItemsOnceInOrder) {
  for (const std::size_t items : {0u, 1u, 5u, 63u, 64u, 65u, 127u, 1000u, 12345u}) {
    const Strips strips(items);
    EXPECT_EQ(strips.begin(0), 0u);
    EXPECT_EQ(strips.end(Strips::count - 1), items);
    std::size_t longest = 0, shortest = items;
    for (std::size_t strip = 0; strip < Strips::count; ++strip) {
      ASSERT_LE(strips.begin(strip), strips.end(strip));
      if (strip > 0) {
        EXPECT_EQ(strips.begin(strip), strips.end(strip - 1));
      }
      longest = std::max(longest, strips.end(strip) - strips.begin(strip));
      shortest = std::min(shortest, strips.end(strip) - strips.begin(strip));
    }
    EXPECT_LE(longest - shortest, 1u) << items;
  }
}

// Items take very different times, so that strips end out of order.
void idle(std::size_t item) {
  if (item % 37 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
}

// Doubles of very different sizes: every other order of adding gives other bits.
double rough(std::size_t item) {
  RandomStream stream(1, 2, item);
  return std::ldexp(stream.uniform() - 0.5, static_cast<int>(stream.below(80)));
}

double sum_of(std::size_t items, unsigned threads) {
  double result = 0;
  reduce_in_order(
      items, landbridge::Run{.threads = threads}, nothing, [] { return 0.0; },
      [](Nothing&, double& sum, std::size_t item) {
        idle(item);
        sum += rough(item);
      },
      [&](const double& sum) { result += sum; });
  return result;
}

TEST(ReduceInOrder, SameBitsForAnyNumberOfThreads) {
  for (const std::size_t items : {1u, 10u, 64u, 100u, 3000u}) {
    const auto expected = std::bit_cast<std::uint64_t>(sum_of(items, 1));
    for (const unsigned threads : thread_counts)
      for (int again = 0; again < 3; ++again)
        EXPECT_EQ(std::bit_cast<std::uint64_t>(sum_of(items, threads)), expected) << items << ' ' << threads;
  }
  // The sums are of a kind that would betray another order.
  double backwards = 0;
  for (std::size_t item = 3000; item-- > 0;) backwards += rough(item);
  EXPECT_NE(backwards, sum_of(3000, 1));
}

TEST(ReduceInOrder, MergesStripsAscendingAndItemsWithinThem) {
  for (const unsigned threads : thread_counts) {
    std::vector<std::size_t> order;
    reduce_in_order(
        1000, landbridge::Run{.threads = threads}, nothing, [] { return std::vector<std::size_t>(); },
        [](Nothing&, auto& seen, std::size_t item) {
          idle(item);
          seen.push_back(item);
        },
        [&](const auto& seen) { order.insert(order.end(), seen.begin(), seen.end()); });
    std::vector<std::size_t> expected(1000);
    std::iota(expected.begin(), expected.end(), 0u);
    EXPECT_EQ(order, expected) << threads;
  }
}

TEST(ReduceInOrder, DoesNothingForNoItems) {
  for (const unsigned threads : thread_counts)
    reduce_in_order(
        0, landbridge::Run{.threads = threads},
        [] {
          ADD_FAILURE();
          return Nothing{};
        },
        [] {
          ADD_FAILURE();
          return Nothing{};
        },
        [](Nothing&, Nothing&, std::size_t) { ADD_FAILURE(); }, [](const Nothing&) { ADD_FAILURE(); });
}

TEST(ReduceInOrder, TakesMoreThreadsThanItemsOrStrips) {
  EXPECT_EQ(sum_of(3, 1000), sum_of(3, 1));
  EXPECT_EQ(sum_of(1000, std::numeric_limits<unsigned>::max()), sum_of(1000, 1));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST(ReduceInOrder, GoesOnWithTheThreadsThatTheMachineGrants) {
  const double expected = sum_of(3000, 1);
  const auto in_little_memory = [&] {
    rlimit room{};
    room.rlim_cur = room.rlim_max = 64u << 20;  // far less than 63 stacks
    setrlimit(RLIMIT_AS, &room);
    std::exit(sum_of(3000, 64) == expected ? 0 : 1);
  };
  EXPECT_EXIT(in_little_memory(), testing::ExitedWithCode(0), "");
}
#endif

struct Counted {
  explicit Counted(std::atomic<int>& live, std::atomic<int>& most) : live_(&live) {
    const int now = ++live;
    for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
    }
  }
  Counted(Counted&& other) noexcept : live_(std::exchange(other.live_, nullptr)) {}
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() {
    if (live_) --*live_;
  }
  std::atomic<int>* live_;
};

TEST(ReduceInOrder, KeepsAtMostTwoSumsAThreadAndOneScratchAThread) {
  for (const unsigned threads : thread_counts) {
    std::atomic<int> sums = 0, most_sums = 0, scratches = 0, most_scratches = 0;
    reduce_in_order(
        2000, landbridge::Run{.threads = threads}, [&] { return Counted(scratches, most_scratches); },
        [&] { return Counted(sums, most_sums); },
        [](Counted&, Counted&, std::size_t item) {
          if (item < 32)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));  // strip 0 holds the others up
        },
        [](const Counted&) {});
    EXPECT_LE(most_sums, static_cast<int>(2 * threads));
    EXPECT_LE(most_scratches, static_cast<int>(threads));
    EXPECT_EQ(sums, 0);
    EXPECT_EQ(scratches, 0);
  }
}

TEST(ReduceInOrder, ThrowsTheExceptionOfTheLowestFailingStrip) {
  for (const unsigned threads : thread_counts) {
    for (int again = 0; again < 20; ++again) {
      try {
        reduce_in_order(
            640, landbridge::Run{.threads = threads}, nothing, nothing,
            [](Nothing&, Nothing&, std::size_t item) {
              if (item == 25)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));  // the higher fail first
              if (item == 25 || item == 37 || item == 300) throw std::runtime_error(std::to_string(item));
            },
            [](const Nothing&) {});
        FAIL() << "nothing was thrown";
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "25") << threads;
      }
    }
  }
}

TEST(ReduceInOrder, AFailureOfMergingCountsAtItsStrip) {
  for (const unsigned threads : thread_counts) {
    for (int again = 0; again < 20; ++again) {
      std::size_t merged = 0;
      try {
        reduce_in_order(
            640, landbridge::Run{.threads = threads}, nothing, nothing,
            [](Nothing&, Nothing&, std::size_t item) {
              if (item == 15) std::this_thread::sleep_for(std::chrono::milliseconds(2));
              if (item == 30) throw std::runtime_error("work of strip 3");
            },
            [&](const Nothing&) {
              if (merged == 1) throw std::runtime_error("merging of strip 1");
              ++merged;
            });
        FAIL() << "nothing was thrown";
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "merging of strip 1") << threads;
      }
    }
  }
}

TEST(ReduceInOrder, CanBeStopped) {
  for (const unsigned threads : thread_counts) {
    std::stop_source source;
    std::atomic<int> worked = 0;
    const auto work = [&] {
      reduce_in_order(
          100'000, landbridge::Run{.threads = threads, .stop = source.get_token()}, nothing, nothing,
          [&](Nothing&, Nothing&, std::size_t) {
            if (++worked == 50) source.request_stop();
          },
          [](const Nothing&) {});
    };
    EXPECT_THROW(work(), Cancelled);
    EXPECT_LE(worked, 50 + static_cast<int>(threads));
    EXPECT_THROW(work(), Cancelled) << "a run that was stopped before it began does nothing";
  }
}

TEST(ReduceInOrder, ReportsProgressOneCallAtATimeUpToTheTotal) {
  for (const unsigned threads : thread_counts) {
    std::size_t calls = 0, last = 0;
    std::atomic<bool> inside = false;
    const auto progress = [&](const Progress& at) {
      EXPECT_FALSE(inside.exchange(true));
      EXPECT_EQ(at.total, 500u);
      EXPECT_GT(at.done, last);
      last = at.done;
      ++calls;
      inside = false;
    };
    reduce_in_order(
        500, landbridge::Run{.threads = threads, .progress = progress}, nothing, nothing,
        [](Nothing&, Nothing&, std::size_t) {}, [](const Nothing&) {});
    EXPECT_EQ(last, 500u);
    EXPECT_GT(calls, 0u);
  }
}

TEST(ReduceInOrder, RunsOnSeveralThreadsWhenAskedTo) {
  std::atomic<int> waiting = 0;
  // Two items that each wait for the other can only end when two threads are at work.
  reduce_in_order(
      2, landbridge::Run{.threads = 2}, nothing, nothing,
      [&](Nothing&, Nothing&, std::size_t) {
        ++waiting;
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (waiting < 2 && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
      },
      [](const Nothing&) {});
  EXPECT_EQ(waiting, 2);
}

TEST(ForEachItem, CallsEachItemOnce) {
  for (const unsigned threads : thread_counts) {
    std::vector<int> calls(777);
    for_each_item(
        calls.size(), landbridge::Run{.threads = threads}, [] { return 1; },
        [&](int& one, std::size_t item) { calls[item] += one; });
    EXPECT_EQ(calls, std::vector<int>(777, 1));
  }
}

}  // namespace
}  // namespace landbridge
