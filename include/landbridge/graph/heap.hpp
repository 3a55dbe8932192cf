// Which item has the smallest key? An indexed d-ary heap whose keys may be lowered.
#pragma once

#include "landbridge/base/id.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace landbridge {

/// Ids with keys, smallest key first; the key of an id in the heap may be lowered. `D` children a node
/// (4: measured best for shortest paths). Keys lie beside the ids, so a comparison touches one cache line.
/// Ties leave in an order fixed by the sequence of calls. Complexity: push, lower, pop O(log size).
template <class Key, class IdType, unsigned D = 4>
class IndexedHeap {
 public:
  struct Entry {
    Key key;
    IdType id;
  };

  /// For ids 0 .. capacity - 1.
  explicit IndexedHeap(std::size_t capacity = 0) : positions_(capacity, absent) {}

  bool empty() const noexcept { return entries_.empty(); }
  std::size_t size() const noexcept { return entries_.size(); }
  std::size_t capacity() const noexcept { return positions_.size(); }
  bool contains(IdType id) const { return positions_[id.index()] != absent; }
  const Entry& top() const { return entries_.front(); }
  Key key(IdType id) const { return entries_[positions_[id.index()]].key; }

  /// `id` must not be in the heap.
  void push(IdType id, Key key) {
    entries_.push_back({key, id});
    rise(entries_.size() - 1, {key, id});
  }
  /// `id` must be in the heap and `key` not above its present one.
  void lower(IdType id, Key key) { rise(positions_[id.index()], {key, id}); }

  Entry pop() {
    const Entry first = entries_.front();
    positions_[first.id.index()] = absent;
    const Entry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sink(last);
    return first;
  }
  /// Takes out whatever is left; O(size).
  void clear() noexcept {
    for (const Entry& entry : entries_) positions_[entry.id.index()] = absent;
    entries_.clear();
  }

 private:
  static constexpr std::uint32_t absent = ~std::uint32_t{0};

  void put(std::size_t at, Entry entry) {
    entries_[at] = entry;
    positions_[entry.id.index()] = static_cast<std::uint32_t>(at);
  }
  void rise(std::size_t at, Entry entry) {
    while (at != 0) {
      const std::size_t parent = (at - 1) / D;
      if (!(entry.key < entries_[parent].key)) break;
      put(at, entries_[parent]);
      at = parent;
    }
    put(at, entry);
  }
  void sink(Entry entry) {
    const std::size_t size = entries_.size();
    std::size_t at = 0;
    for (;;) {
      const std::size_t first = at * D + 1;
      if (first >= size) break;
      const std::size_t last = first + D < size ? first + D : size;
      std::size_t least = first;
      for (std::size_t child = first + 1; child < last; ++child)
        if (entries_[child].key < entries_[least].key) least = child;
      if (!(entries_[least].key < entry.key)) break;
      put(at, entries_[least]);
      at = least;
    }
    put(at, entry);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace landbridge
